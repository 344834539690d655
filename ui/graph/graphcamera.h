// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the eye is over the picture: scale and offset between scene and screen, with the rules that keep the
// picture from getting lost. A plain value without painting, so that every rule can be tested. Any thread.

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace gordian::ui {

class GraphCamera {
public:
    static constexpr qreal MinScale = 0.02;
    static constexpr qreal MaxScale = 4.0;

    qreal scale() const { return m_scale; }
    QPointF offset() const { return m_offset; }
    QPointF toScreen(const QPointF &scene) const { return scene * m_scale + m_offset; }
    QPointF toScene(const QPointF &screen) const { return (screen - m_offset) / m_scale; }
    QRectF toScreen(const QRectF &scene) const { return {toScreen(scene.topLeft()), scene.size() * m_scale}; }
    QTransform transform() const;

    /// Keeps the scene point below `screen` where it is.
    void zoomAt(const QPointF &screen, qreal factor);
    void panBy(const QPointF &delta) { m_offset += delta; }
    /// The whole of `scene` in `room`, a part of the view, never larger than life.
    void fit(const QRectF &scene, const QRectF &room);
    /// Moves so that `scene` stands at `screen`, scale unchanged.
    void anchor(const QPointF &scene, const QPointF &screen) { m_offset = screen - scene * m_scale; }
    /// Moves as little as needed to have `box` in view with `margin` around it.
    void reveal(const QRectF &box, const QSizeF &view, qreal margin);
    /// Leaves no ground of `room` bare beside a `scene` larger than it; a smaller one stands in the middle.
    void fill(const QRectF &scene, const QRectF &room);
    /// Some of `scene` always stays in view.
    void keepInReach(const QRectF &scene, const QSizeF &view);

private:
    qreal m_scale = 1;
    QPointF m_offset;
};

} // namespace gordian::ui
