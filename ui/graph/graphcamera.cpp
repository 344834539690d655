// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphcamera.h"

#include <algorithm>

namespace gordian::ui {

QTransform GraphCamera::transform() const
{
    return {m_scale, 0, 0, m_scale, m_offset.x(), m_offset.y()};
}

void GraphCamera::zoomAt(const QPointF &screen, qreal factor)
{
    const QPointF scene = toScene(screen);
    m_scale = std::clamp(m_scale * factor, MinScale, MaxScale);
    anchor(scene, screen);
}

void GraphCamera::fit(const QRectF &scene, const QRectF &room)
{
    if (scene.isEmpty() || room.isEmpty()) {
        return;
    }
    const qreal wanted = std::min(room.width() / scene.width(), room.height() / scene.height());
    m_scale = std::clamp<qreal>(wanted, MinScale, 1);
    anchor(scene.center(), room.center());
}

void GraphCamera::reveal(const QRectF &box, const QSizeF &view, qreal margin)
{
    const QRectF shown = toScreen(box).adjusted(-margin, -margin, margin, margin);
    const auto shift = [](qreal low, qreal high, qreal end) {
        if (low < 0 || high - low > end) {
            return -low;
        }
        return high > end ? end - high : 0.0;
    };
    panBy({shift(shown.left(), shown.right(), view.width()),
           shift(shown.top(), shown.bottom(), view.height())});
}

void GraphCamera::fill(const QRectF &scene, const QRectF &room)
{
    const QRectF shown = toScreen(scene);
    const auto shift = [](qreal low, qreal high, qreal start, qreal end) {
        if (high - low <= end - start) {
            return (start + end - low - high) / 2;
        }
        return low > start ? start - low : std::max(0.0, end - high);
    };
    panBy({shift(shown.left(), shown.right(), room.left(), room.right()),
           shift(shown.top(), shown.bottom(), room.top(), room.bottom())});
}

void GraphCamera::keepInReach(const QRectF &scene, const QSizeF &view)
{
    const QRectF shown = toScreen(scene);
    const qreal rim = std::min({64.0, view.width() / 4, view.height() / 4});
    const auto back = [rim](qreal low, qreal high, qreal end) {
        if (high < rim) {
            return rim - high;
        }
        return low > end - rim ? end - rim - low : 0.0;
    };
    panBy(
        {back(shown.left(), shown.right(), view.width()), back(shown.top(), shown.bottom(), view.height())});
}

} // namespace gordian::ui
