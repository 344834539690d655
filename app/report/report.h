// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The report in its forms: pure functions of a case and its diagnosis. Everything from a node is escaped. Any
// thread but the PDF, which needs a QGuiApplication.

#include "core/case.h"
#include "core/diagnosis.h"
#include "core/result.h"
#include "knowledge/knowledgebase.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QTextDocument;

namespace gordian {

struct ReportOptions {
    QString language = QStringLiteral("en");
    bool embedCase = true; ///< so that Gordian opens the HTML again
};

struct ReportInput {
    const Case &investigated;
    const Diagnosis &diagnosis;
    const KnowledgeBase &knowledge; ///< titles of probes, components, checks
    QByteArray packed = {}; ///< packCase() of the case: give it where several forms are written
};

/// One self-contained page: no network, no script needed.
QByteArray renderHtml(const ReportInput &input, const ReportOptions &options);
/// For a ticket.
QByteArray renderMarkdown(const ReportInput &input, const ReportOptions &options);
/// resources/schema/report.schema.json, versioned.
QByteArray renderJson(const ReportInput &input, const ReportOptions &options);
QByteArray renderPdf(const ReportInput &input, const ReportOptions &options);
/// The report as the PDF prints it: headings, tables, the graph as an image. In pieces: documentpieces.h.
std::unique_ptr<QTextDocument> renderDocument(const ReportInput &input, const ReportOptions &options);

/// Writes beside and renames, so that a full disk leaves the old file whole.
Result<void> writeFile(const QString &path, const QByteArray &bytes);

} // namespace gordian
