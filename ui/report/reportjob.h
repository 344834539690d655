// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Renders and writes reports on a worker: takes copies of the case and the diagnosis (cheap, they share their
// data) and leaves the window free. The knowledge outlives every job.

#include "core/result.h"
#include "report/report.h"
#include "report/reportpage.h"

#include <QFuture>
#include <QTextDocument>

namespace gordian::ui {

/// The document belongs to the GUI thread once it is there.
QFuture<std::shared_ptr<QTextDocument>> renderPreview(const Investigation &investigation,
                                                      const ReportOptions &options);
QFuture<Result<void>> renderAndWrite(const Investigation &investigation, const ReportOptions &options,
                                     ReportPage::Form form, const QString &path);

} // namespace gordian::ui
