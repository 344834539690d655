// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The icons of the healths, painted once a palette: a view asks for one a row and a paint. Owned by the model
// that hands them out; GUI thread.

#include "shared/healthstyle.h"

#include <QHash>
#include <QIcon>
#include <QPalette>

namespace gordian::ui {

class HealthIcons {
public:
    QIcon of(Health health, const QPalette &palette)
    {
        if (m_palette != palette.cacheKey()) {
            m_palette = palette.cacheKey();
            m_icons.clear();
        }
        QIcon &icon = m_icons[int(health)];
        if (icon.isNull()) {
            icon = healthIcon(health, palette);
        }
        return icon;
    }

private:
    qint64 m_palette = 0;
    QHash<int, QIcon> m_icons;
};

} // namespace gordian::ui
