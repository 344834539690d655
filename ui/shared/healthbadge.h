// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A health's shape as a small widget. Owned by its parent; GUI thread.

#include "core/finding.h"

#include <QWidget>

namespace gordian::ui {

class HealthBadge : public QWidget {
    Q_OBJECT

public:
    explicit HealthBadge(int side, QWidget *parent = nullptr);
    Health health() const { return m_health; }
    void setHealth(Health health);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Health m_health = Health::Unknown;
};

} // namespace gordian::ui
