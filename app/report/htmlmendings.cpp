// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/htmlsections.h"
#include "report/mendingtranscript.h"

namespace gordian {

namespace {

Html heading(const QString &text)
{
    return element("h4", {}, Html::text(text));
}

Html list(const QStringList &items)
{
    Html inner;
    for (const QString &item : items) {
        inner << element("li", {}, Html::text(item));
    }
    return withClass("ul", "plain", inner);
}

Html diffLines(const QString &diff)
{
    Html inner;
    const QStringList lines = diff.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const bool isHead = line.startsWith(QLatin1String("+++")) || line.startsWith(QLatin1String("---"));
        const bool isAdded = !isHead && line.startsWith(QLatin1Char('+'));
        const bool isRemoved = !isHead && line.startsWith(QLatin1Char('-'));
        const char *kind = isAdded ? "added" : isRemoved ? "removed" : isHead ? "muted" : "same";
        inner << withClass("span", kind, line) << Html::markup("\n");
    }
    return inner;
}

Html deedBlock(const ReportContext &context, const TranscriptStep &step)
{
    return element("pre",
                   {{"class", step.isDiff ? QStringLiteral("command diff") : QStringLiteral("command")},
                    {"tabindex", QStringLiteral("0")},
                    {"role", QStringLiteral("group")},
                    {"aria-label",
                     step.isDiff ? context.say(QT_TRANSLATE_NOOP("report", "Change"))
                                 : context.say(QT_TRANSLATE_NOOP("report", "Command"))}},
                   step.isDiff ? diffLines(step.deed) : Html::lines(step.deed));
}

Html placesTable(const ReportContext &context, const TranscriptStep &step)
{
    QVector<QVector<Html>> rows;
    for (const MendedPlace &place : step.places) {
        rows.append({withClass("code", "", place.path), withClass("code", "", place.before),
                     withClass("code", "", place.after)});
    }
    return table(context.say(QT_TRANSLATE_NOOP("report", "Hashes, modes and owners")),
                 {context.say(QT_TRANSLATE_NOOP("report", "Place")),
                  context.say(QT_TRANSLATE_NOOP("report", "Before")),
                  context.say(QT_TRANSLATE_NOOP("report", "After"))},
                 rows);
}

Html stepItem(const ReportContext &context, const TranscriptStep &step)
{
    Html item = element("p", {}, Html::text(step.title));
    if (!step.when.isEmpty()) {
        item << withClass("p", "muted", step.when);
    }
    if (!step.deed.isEmpty()) {
        item << deedBlock(context, step);
    }
    if (!step.undo.isEmpty()) {
        item << withClass("p", "muted",
                          context.say(QT_TRANSLATE_NOOP("report", "To undo it: %1")).arg(step.undo));
    }
    for (const QString &note : step.notes) {
        item << withClass("p", "risk", note);
    }
    if (!step.places.isEmpty()) {
        item << placesTable(context, step);
    }
    return element("li", {}, item);
}

Html foretoldBlock(const ReportContext &context, const Transcript &transcript)
{
    Html block;
    if (!transcript.outcome.isEmpty()) {
        block << heading(transcript.outcome);
    }
    const std::pair<QString, QStringList> lists[] = {
        {context.say(QT_TRANSLATE_NOOP("report", "Foretold to clear, and cleared")), transcript.cleared},
        {transcript.outcome.isEmpty()
             ? context.say(QT_TRANSLATE_NOOP("report", "Foretold to clear"))
             : context.say(QT_TRANSLATE_NOOP("report", "Foretold to clear, and not cleared yet")),
         transcript.notCleared},
        {context.say(QT_TRANSLATE_NOOP("report", "Foretold to stay")), transcript.stays}};
    for (const auto &[title, items] : lists) {
        if (!items.isEmpty()) {
            block << heading(title) << list(items);
        }
    }
    return block;
}

QVector<QVector<Html>> rowsOf(const QVector<std::pair<QString, QString>> &pairs)
{
    QVector<QVector<Html>> rows;
    for (const auto &[name, value] : pairs) {
        rows.append({Html::text(name), Html::text(value)});
    }
    return rows;
}

Html mendingCard(const ReportContext &context, const MendingRecord &record)
{
    const Transcript transcript = transcriptText(record, context.diagnosis(), context.phrases);
    Html steps;
    for (const TranscriptStep &step : transcript.steps) {
        steps << stepItem(context, step);
    }
    const QString what = context.say(QT_TRANSLATE_NOOP("report", "What"));
    Html inner = element("h3", {}, Html::text(transcript.title));
    inner << table(context.say(QT_TRANSLATE_NOOP("report", "Who, where and when")),
                   {what, context.say(QT_TRANSLATE_NOOP("report", "Value"))}, rowsOf(transcript.facts))
          << foretoldBlock(context, transcript)
          << heading(context.say(QT_TRANSLATE_NOOP("report", "What was done")))
          << withClass("ul", "plain", steps)
          << heading(context.say(QT_TRANSLATE_NOOP("report", "How it was verified")))
          << element("p", {}, Html::text(transcript.verification))
          << element("pre", {{"class", QStringLiteral("command")}},
                     Html::lines(transcript.verificationCommand))
          << folded(context.say(QT_TRANSLATE_NOOP("report", "Step by step")),
                    table(context.say(QT_TRANSLATE_NOOP("report", "Step by step")),
                          {context.say(QT_TRANSLATE_NOOP("report", "When")), what},
                          rowsOf(transcript.events)));
    return withClass("div", "card", inner);
}

} // namespace

Html mendingsSection(const ReportContext &context)
{
    Html inner;
    for (const MendingRecord &record : context.investigated().mendings) {
        inner << mendingCard(context, record);
    }
    return inner.isEmpty()
        ? Html()
        : section("mendings", context.say(QT_TRANSLATE_NOOP("report", "What was changed")), inner);
}

} // namespace gordian
