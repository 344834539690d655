// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The window's own icons (resources/icons), drawn in a colour of the palette. Pure functions; GUI thread.

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace gordian::ui {

/// `name` is a file of resources/icons without its ending. Drawn in the palette's text colours.
QIcon actionIcon(const QString &name, const QPalette &palette);
QPixmap iconPixmap(const QString &name, int side, const QColor &colour, qreal pixelRatio);
/// The cut knot.
QIcon programIcon();

} // namespace gordian::ui
