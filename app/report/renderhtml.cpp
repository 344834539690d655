// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include "casefile/casestore.h"
#include "report/htmlsections.h"

#include <QFile>

#include <algorithm>

namespace gordian {

namespace {

QByteArray styleSheet()
{
    QFile file(QStringLiteral(":/report/report.css"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "renderHtml", "report.css is not embedded");
    return opened ? file.readAll() : QByteArray();
}

Html head(const ReportContext &context)
{
    // Styles are inline, nothing else may load or run: also if some escaping were wrong.
    Html inner =
        Html::markup("<meta charset=\"utf-8\"/>"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                     "'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\"/>"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
                     "<meta name=\"color-scheme\" content=\"light dark\"/>"
                     "<meta name=\"referrer\" content=\"no-referrer\"/>");
    inner << element("meta",
                     {{"name", QStringLiteral("generator")},
                      {"content", QStringLiteral("Gordian ") + QStringLiteral(GORDIAN_VERSION)}})
          << element("title", {}, Html::text(context.headline()))
          << Html::verbatim("style", {}, styleSheet());
    return element("head", {}, inner);
}

Html banner(const ReportContext &context)
{
    Html inner = withClass("span", "brand", QStringLiteral("Gordian"));
    inner << withClass("span", "case-title", context.investigated().title)
          << element("time",
                     {{"class", QStringLiteral("muted")},
                      {"datetime", context.investigated().createdAt.toUTC().toString(Qt::ISODate)}},
                     Html::text(context.phrases.moment(context.investigated().createdAt)));
    return element("header", {{"class", QStringLiteral("banner")}}, inner);
}

struct Part {
    const char *id;
    const char *title;
    Html contents;
};

QVector<Part> parts(const ReportContext &context)
{
    return {
        {"causes", QT_TRANSLATE_NOOP("report", "Cause and remedy"), causesSection(context)},
        {"mendings", QT_TRANSLATE_NOOP("report", "What was changed"), mendingsSection(context)},
        {"graph", QT_TRANSLATE_NOOP("report", "What needs what"), graphSection(context)},
        {"cycles", QT_TRANSLATE_NOOP("report", "The knot"), cyclesSection(context)},
        {"findings", QT_TRANSLATE_NOOP("report", "Findings"), findingsSection(context)},
        {"alibis", QT_TRANSLATE_NOOP("report", "Cleared of suspicion"), alibisSection(context)},
        {"considered", QT_TRANSLATE_NOOP("report", "Considered and not named"), dismissedSection(context)},
        {"timeline", QT_TRANSLATE_NOOP("report", "Timeline"), timelineSection(context)},
        {"coverage", QT_TRANSLATE_NOOP("report", "What was and was not seen"), coverageSection(context)},
        {"runs", QT_TRANSLATE_NOOP("report", "What was run"), runsSection(context)},
        {"versions", QT_TRANSLATE_NOOP("report", "Nodes and versions"), versionsSection(context)}};
}

Html contentsList(const ReportContext &context, const QVector<Part> &all)
{
    Html items;
    for (const Part &part : all) {
        if (!part.contents.isEmpty()) {
            items << element("li", {},
                             element("a", {{"href", QLatin1Char('#') + QLatin1String(part.id)}},
                                     Html::text(context.say(part.title))));
        }
    }
    return element("nav",
                   {{"class", QStringLiteral("contents")},
                    {"aria-label", context.say(QT_TRANSLATE_NOOP("report", "Contents"))}},
                   element("ul", {}, items));
}

/// A data block: its type is no script's, so nothing runs it and no policy applies to it. Bytes, since base64
/// of many megabytes is not to be copied as text through every element around it.
QByteArray embedded(const ReportContext &context)
{
    constexpr qsizetype lineLength = 1000;
    const QByteArray base64 = context.embeddedCase();
    QByteArray block = QByteArrayLiteral(R"(<script type=")") + EmbeddedCaseType + R"(" id="gordian-case">)";
    block.reserve(block.size() + base64.size() + base64.size() / lineLength + lineLength);
    for (qsizetype at = 0; at < base64.size(); at += lineLength) {
        block.append(base64.constData() + at, std::min(lineLength, base64.size() - at)).append('\n');
    }
    return block + "</script>";
}

Html footer(const ReportContext &context)
{
    const QString words = context.options.embedCase
        ? context.say(QT_TRANSLATE_NOOP(
            "report", "Written by Gordian %1. The whole case is inside this file: Gordian opens it again."))
        : context.say(QT_TRANSLATE_NOOP("report", "Written by Gordian %1."));
    return element("footer", {}, element("p", {}, Html::text(words.arg(QStringLiteral(GORDIAN_VERSION)))));
}

} // namespace

QByteArray renderHtml(const ReportInput &input, const ReportOptions &options)
{
    const ReportContext context(input, options);
    const QVector<Part> all = parts(context);
    Html main = verdictSection(context);
    main << contentsList(context, all);
    for (const Part &part : all) {
        main << part.contents << Html::markup("\n");
    }
    Html body = banner(context);
    body << element("main", {}, main) << footer(context);
    Html page = Html::markup("<!DOCTYPE html>\n");
    Html root = head(context);
    root << element("body", {}, body);
    page << element("html", {{"lang", context.phrases.language()}}, root) << Html::markup("\n");
    QByteArray bytes = page.toUtf8();
    if (options.embedCase) {
        bytes.insert(bytes.lastIndexOf("</body>"), embedded(context));
    }
    return bytes;
}

} // namespace gordian
