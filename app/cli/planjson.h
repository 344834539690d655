// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `remedy list|plan|status --json` print: for scripts and for tools that ask a person. Members are only
// added. Pure functions, any thread.

#include "core/diagnosis.h"
#include "remedy/journal.h"
#include "report/phrases.h"

#include <QByteArray>

namespace gordian {

/// {"schema": "gordian.remedies/1", "remedies": [...]}
QByteArray offersJson(const Diagnosis &diagnosis, const Phrases &phrases);
/// {"schema": "gordian.plan/1", "hash": ..., "allowed": ..., "steps": [...], ...}
QByteArray planJson(const Plan &plan, const Phrases &phrases);
/// {"schema": "gordian.mendings/1", "mendings": [...]}
QByteArray mendingsJson(const QVector<Mending> &mendings, const Phrases &phrases);

} // namespace gordian
