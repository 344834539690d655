// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Writes the sample reports in every form into the folder given, for the test in Chromium and for a person to
// look at.

#include "report/report.h"
#include "support/samplecase.h"

#include <QDir>
#include <QGuiApplication>

using namespace gordian;

namespace {

bool writeAll(const QDir &folder, const QString &name, const Case &investigated, const Diagnosis &diagnosis)
{
    const KnowledgeBase knowledge;
    const ReportInput input{investigated, diagnosis, knowledge};
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ru")}) {
        ReportOptions options;
        options.language = language;
        const QString base = folder.filePath(QStringLiteral("%1-%2.").arg(name, language));
        const bool written = writeFile(base + QStringLiteral("html"), renderHtml(input, options))
            && writeFile(base + QStringLiteral("json"), renderJson(input, options))
            && writeFile(base + QStringLiteral("md"), renderMarkdown(input, options))
            && writeFile(base + QStringLiteral("pdf"), renderPdf(input, options));
        if (!written) {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    const QDir folder(app.arguments().value(1));
    const bool written = QDir().mkpath(folder.path())
        && writeAll(folder, QStringLiteral("story"), test::sampleCase(), test::sampleDiagnosis())
        && writeAll(folder, QStringLiteral("healthy"), test::sampleCase(), test::healthyDiagnosis())
        && writeAll(folder, QStringLiteral("unreached"), test::unreachedCase(), Diagnosis{});
    return written ? 0 : 1;
}
