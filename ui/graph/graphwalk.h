// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which box lies next in a direction: how arrow keys walk the graph along its geometry. Pure; any thread.

#include <QHash>
#include <QRectF>
#include <QString>

namespace gordian::ui {

enum class Toward { Left, Right, Up, Down };

/// The best neighbour of `from` in that direction, else an empty string. The same boxes give the same answer.
QString stepToward(const QHash<QString, QRectF> &boxes, const QString &from, Toward direction);

} // namespace gordian::ui
