// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/outputs.h"

#include "casefile/casestore.h"

namespace gordian {

QVector<Error> writeOutputs(const Outputs &wanted, const ReportInput &input, Terminal &terminal,
                            const QString &language)
{
    const ReportOptions options{language, true};
    ReportInput shared = input;
    if (wanted.jsonToStandardOutput || !wanted.html.isEmpty() || !wanted.json.isEmpty()) {
        shared.packed = packCase(input.investigated);
    }
    QVector<Error> errors;
    const auto write = [&](const QString &path, auto render) {
        if (path.isEmpty()) {
            return;
        }
        if (auto written = writeFile(path, render(shared, options)); !written) {
            errors.append(written.error());
        }
    };
    if (wanted.jsonToStandardOutput) {
        terminal.print(QString::fromUtf8(renderJson(shared, options)));
    }
    write(wanted.html, renderHtml);
    write(wanted.json, renderJson);
    write(wanted.markdown, renderMarkdown);
    write(wanted.pdf, renderPdf);
    return errors;
}

} // namespace gordian
