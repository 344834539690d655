// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Log records that a window, a mail or a screenshot broke into lines of one width. Pure functions; any
// thread.

#include <QByteArray>
#include <QList>

namespace gordian {

/// Joins the pieces of each record. Only where the widths show that lines were broken: what stands below a
/// record and fitted on its line is left alone.
void joinWrapped(QList<QByteArray> &lines);

} // namespace gordian
