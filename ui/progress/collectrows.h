// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows and columns of the Collect table, read from the investigation. Pure functions but for the clocks
// handed in; GUI thread.

#include "progress/collectmodel.h"

#include <QHash>

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class Language;

QVector<CollectColumn> collectColumns(const Investigation &investigation, const Language &language);

/// `milliseconds`: how long each machine has been at it.
QVector<CollectRow> collectRows(const Investigation &investigation, const Language &language,
                                const QVector<CollectColumn> &columns,
                                const QHash<QString, qint64> &milliseconds);

} // namespace gordian::ui
