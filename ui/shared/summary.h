// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the rail, the banners and the rows say about nodes: read from a case and its diagnosis. Pure
// functions; any thread.

#include "core/case.h"
#include "core/diagnosis.h"

#include <QHash>

namespace gordian::ui {

/// The worst thing known of a node; unknown while nothing is judged.
Health nodeHealth(const Diagnosis &diagnosis, const QString &node);
/// The same of all nodes at once, for tables of hundreds.
QHash<QString, Health> nodeHealths(const Diagnosis &diagnosis);
/// By "node/component"; what is not in it was not judged.
QHash<QString, Health> componentHealths(const Diagnosis &diagnosis);
/// What the verdict as a whole looks like.
Health overallHealth(const Diagnosis &diagnosis);

/// For ordering: what needs the eye first is greatest.
int severity(Health health);

/// Those that were examined over SSH by an account that was not root: with sudo more of them could be read.
QStringList nodesWithoutRoot(const Case &shown);

QString nodeName(const Case &shown, const QString &node);

} // namespace gordian::ui
