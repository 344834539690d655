// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/planmarkdown.h"

#include "shared/labels.h"

namespace gordian::ui {

namespace {

// A fence longer than any run of backticks inside: a command must not be able to end its own block.
QString fenced(const QString &command)
{
    QString fence = QStringLiteral("```");
    while (command.contains(fence)) {
        fence += QLatin1Char('`');
    }
    return fence + QStringLiteral("sh\n") + command + QLatin1Char('\n') + fence;
}

} // namespace

QString planMarkdown(const CauseVerdict &cause, const QString &language)
{
    QString text = QStringLiteral("## ") + safeText(cause.sentence.in(language)) + QStringLiteral("\n\n");
    if (!cause.why.isEmpty()) {
        text += safeText(cause.why.in(language)) + QStringLiteral("\n\n");
    }
    int number = 0;
    for (const RemedyStep &step : cause.steps) {
        text += QString::number(++number) + QStringLiteral(". ") + safeText(step.text.in(language))
            + QLatin1Char('\n');
        if (!step.command.isEmpty()) {
            text += QLatin1Char('\n') + fenced(safeText(step.command)) + QLatin1Char('\n');
        }
        if (!step.risk.isEmpty()) {
            text += QStringLiteral("\n   _") + safeText(step.risk.in(language)) + QStringLiteral("_\n");
        }
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace gordian::ui
