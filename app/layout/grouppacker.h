// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Puts groups that were laid out one by one beside each other, in rows of a readable width. Pure; any thread.

#include "layout/graphlayout.h"

namespace gordian {

/// In the order given; all rows start at the left. A group of the cluster itself (no node) has the first row
/// alone.
GraphLayout packGroups(const QVector<GraphLayout> &parts, double gap);

/// A cubic from the edge of one box to the edge of another, leaving and arriving upright where there is room.
QVector<QPointF> curveBetween(const QRectF &from, const QRectF &to);

} // namespace gordian
