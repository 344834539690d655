// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The graph for a screen reader: a list with one item a vertex, each with its sentence, place and focus. GUI
// thread.

namespace gordian::ui {

class GraphView;

/// Teaches Qt the interface of GraphView; calling it again does nothing.
void installGraphAccessibility();
void announceGraphCurrent(GraphView *view);

} // namespace gordian::ui
