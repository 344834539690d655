// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a stylesheet cannot draw in the palette's colours without picture files: drop-down
// boxes, boxes to tick, arrows.
// Fusion below. Owned by the QApplication; GUI thread.

#include <QProxyStyle>

namespace gordian::ui {

class BaseStyle : public QProxyStyle {
    Q_OBJECT

public:
    BaseStyle();

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
};

} // namespace gordian::ui
