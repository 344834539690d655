// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/healthbadge.h"

#include "shared/healthstyle.h"

#include <QPainter>

namespace gordian::ui {

HealthBadge::HealthBadge(int side, QWidget *parent) : QWidget(parent)
{
    setFixedSize(side, side);
    setAccessibleName(healthLetter(m_health));
}

void HealthBadge::setHealth(Health health)
{
    m_health = health;
    setAccessibleName(healthLetter(health));
    update();
}

void HealthBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHealth(painter, rect(), m_health, palette());
}

} // namespace gordian::ui
