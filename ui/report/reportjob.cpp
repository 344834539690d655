// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "report/reportjob.h"

#include "session/investigation.h"

#include <QtConcurrent>

namespace gordian::ui {

namespace {

constexpr int RowsAtOnce = 10;

QByteArray render(const ReportInput &input, const ReportOptions &options, ReportPage::Form form)
{
    switch (form) {
    case ReportPage::Form::Pdf:
        return renderPdf(input, options);
    case ReportPage::Form::Markdown:
        return renderMarkdown(input, options);
    case ReportPage::Form::Json:
        return renderJson(input, options);
    case ReportPage::Form::Html:
        break;
    }
    return renderHtml(input, options);
}

} // namespace

QFuture<QVector<DocumentPiece>> renderPreview(const Investigation &investigation,
                                              const ReportOptions &options)
{
    return QtConcurrent::run([shown = investigation.currentCase(), diagnosis = investigation.diagnosis(),
                              &knowledge = investigation.knowledge(), options] {
        return withTablesCut(documentPieces({shown, diagnosis, knowledge}, options), RowsAtOnce);
    });
}

QFuture<Result<void>> renderAndWrite(const Investigation &investigation, const ReportOptions &options,
                                     ReportPage::Form form, const QString &path)
{
    return QtConcurrent::run([shown = investigation.currentCase(), diagnosis = investigation.diagnosis(),
                              &knowledge = investigation.knowledge(), options, form, path]() -> Result<void> {
        return writeFile(path, render({shown, diagnosis, knowledge}, options, form));
    });
}

} // namespace gordian::ui
