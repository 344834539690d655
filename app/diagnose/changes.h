// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What became of a cluster between two examinations: causes that went, came and stayed, components whose
// health is another one. A pure function of two diagnoses; any thread.

#include "core/diagnosis.h"

namespace gordian {

struct CauseChange {
    QString id;
    QString node;
    LocalText sentence;
    friend bool operator==(const CauseChange &, const CauseChange &) = default;
};

struct HealthChange {
    QString vertex;
    QString node;
    QString component;
    LocalText name;
    Health before = Health::Unknown;
    Health after = Health::Unknown;
    friend bool operator==(const HealthChange &, const HealthChange &) = default;
};

struct Changes {
    QDateTime since; ///< UTC: when the former examination ended
    QVector<CauseChange> gone;
    QVector<CauseChange> untold; ///< no longer named, but what it sat in could not be judged this time
    QVector<CauseChange> came;
    QVector<CauseChange> stayed;
    QVector<HealthChange> health; ///< in the order of the diagnosis; of components that both know

    bool any() const { return !gone.isEmpty() || !untold.isEmpty() || !came.isEmpty() || !health.isEmpty(); }
    friend bool operator==(const Changes &, const Changes &) = default;
};

Changes changesBetween(const Diagnosis &before, const Diagnosis &after);

} // namespace gordian
