// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// How health looks: a colour, a shape and a letter, so that no one of them carries the meaning alone. Colours
// follow the palette and keep their contrast on Base and Window. Pure functions; GUI thread.

#include "core/finding.h"

#include <QColor>
#include <QIcon>
#include <QPainterPath>
#include <QPalette>

class QPainter;

namespace gordian::ui {

QColor healthColor(Health health, const QPalette &palette); ///< shapes: at least 3:1
QColor healthTextColor(Health health, const QPalette &palette); ///< text: at least 4.5:1

/// Healthy disc, degraded triangle, failed square, blocked diamond, unknown dashed ring. To be filled: hollow
/// ones bring their hole with them.
QPainterPath healthShape(Health health, const QRectF &bounds);
void paintHealth(QPainter &painter, const QRectF &bounds, Health health, const QPalette &palette);
QIcon healthIcon(Health health, const QPalette &palette);
/// One character in the language of the window.
QString healthLetter(Health health);

} // namespace gordian::ui
