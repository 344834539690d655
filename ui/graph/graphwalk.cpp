// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphwalk.h"

#include <cmath>
#include <limits>

namespace gordian::ui {

namespace {

// Ahead counts once, aside twice: a box straight ahead but farther beats a near one off the way.
qreal cost(const QPointF &delta, Toward direction)
{
    const bool level = direction == Toward::Left || direction == Toward::Right;
    const bool back = direction == Toward::Left || direction == Toward::Up;
    const qreal ahead = (back ? -1 : 1) * (level ? delta.x() : delta.y());
    const qreal aside = std::abs(level ? delta.y() : delta.x());
    const qreal none = std::numeric_limits<qreal>::infinity();
    // Beyond 60 degrees off it is not that direction any more.
    return ahead <= 0.5 || aside > ahead * (level ? 0.6 : 8) ? none : ahead + 2 * aside * (level ? 1 : 0.25);
}

} // namespace

QString stepToward(const QHash<QString, QRectF> &boxes, const QString &from, Toward direction)
{
    const auto here = boxes.constFind(from);
    if (here == boxes.constEnd()) {
        return {};
    }
    QString best;
    qreal bestCost = std::numeric_limits<qreal>::infinity();
    for (auto box = boxes.cbegin(); box != boxes.cend(); ++box) {
        const qreal found = cost(box->center() - here->center(), direction);
        if (found < bestCost || (found == bestCost && std::isfinite(found) && box.key() < best)) {
            best = box.key();
            bestCost = found;
        }
    }
    return best;
}

} // namespace gordian::ui
