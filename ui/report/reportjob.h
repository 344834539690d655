// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Renders and writes reports on a worker: takes copies of the case and the diagnosis (cheap, they share their
// data) and leaves the window free. The knowledge outlives every job.

#include "core/result.h"
#include "report/documentpieces.h"
#include "report/reportpage.h"

#include <QFuture>

namespace gordian::ui {

/// In pieces none of which holds the window for long.
QFuture<QVector<DocumentPiece>> renderPreview(const Investigation &investigation,
                                              const ReportOptions &options);
QFuture<Result<void>> renderAndWrite(const Investigation &investigation, const ReportOptions &options,
                                     ReportPage::Form form, const QString &path);

} // namespace gordian::ui
