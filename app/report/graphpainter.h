// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Paints the component graph on paper: black on white, health by colour, shape and word. Needs a
// QGuiApplication.

#include "report/graphpicture.h"

class QImage;

namespace gordian {

/// `scale` pixels a unit of the picture; bounded, however large the cluster is.
QImage paintGraph(const GraphPicture &picture, double scale);

} // namespace gordian
