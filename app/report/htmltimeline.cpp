// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/htmlsections.h"

#include "report/timelinepicture.h"
#include "report/visibletext.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr double LabelWidth = 210;
constexpr double Width = 1000;
constexpr double LaneHeight = 34;
constexpr double AxisHeight = 30;
constexpr int Ticks = 5;
constexpr qsizetype MostRows = 300;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

double across(double position)
{
    constexpr double margin = 32;
    return LabelWidth + margin + position * (Width - LabelWidth - 2 * margin);
}

Html textAt(double x, double y, const char *classes, const QString &text, const char *anchor = "start")
{
    return element("text",
                   {{"class", QLatin1String(classes)},
                    {"x", number(x)},
                    {"y", number(y)},
                    {"text-anchor", QLatin1String(anchor)}},
                   Html::text(text));
}

Html line(double x1, double y1, double x2, double y2, const char *classes)
{
    return element("line",
                   {{"class", QLatin1String(classes)},
                    {"x1", number(x1)},
                    {"y1", number(y1)},
                    {"x2", number(x2)},
                    {"y2", number(y2)}});
}

/// Told apart by shape as well as colour: started a disc, ended a cross, restarted a triangle, the rest a
/// square.
Html marker(const TimelineEvent &event, double x, double y)
{
    const auto at = [&](double dx, double dy) { return number(x + dx) + QLatin1Char(' ') + number(y + dy); };
    switch (event.kind) {
    case TimelineKind::Started:
    case TimelineKind::Boot:
        return element("circle",
                       {{"class", QStringLiteral("event started")},
                        {"cx", number(x)},
                        {"cy", number(y)},
                        {"r", QStringLiteral("5.5")}});
    case TimelineKind::Restarted:
        return element("path",
                       {{"class", QStringLiteral("event restarted")},
                        {"d", QStringLiteral("M%1L%2L%3Z").arg(at(0, -7), at(7, 5.5), at(-7, 5.5))}});
    case TimelineKind::Stopped:
    case TimelineKind::Killed:
        return element(
            "path",
            {{"class", QStringLiteral("event ended")},
             {"d", QStringLiteral("M%1L%2M%3L%4").arg(at(-5, -5), at(5, 5), at(-5, 5), at(5, -5))}});
    default:
        return element("rect",
                       {{"class", QStringLiteral("event other")},
                        {"x", number(x - 5)},
                        {"y", number(y - 5)},
                        {"width", QStringLiteral("10")},
                        {"height", QStringLiteral("10")}});
    }
}

Html eventDrawing(const ReportContext &context, const TimelineEvent &event, double x, double y)
{
    QStringList words{context.phrases.moment(event.time), event.subject,
                      context.phrases.timelineKind(event.kind)};
    if (event.attempt >= 0) {
        words << context.say(QT_TRANSLATE_NOOP("report", "attempt %1")).arg(event.attempt);
    }
    Html inner = element("title", {}, Html::text(words.join(QStringLiteral(" · "))));
    inner << marker(event, x, y);
    return element("g", {}, inner);
}

/// What tells paths and pods apart stands at both ends.
QString shortened(const QString &title)
{
    constexpr qsizetype longest = 27;
    return title.size() <= longest ? title
                                   : title.left(longest / 2) + QChar(0x2026) + title.right(longest / 2);
}

Html axis(const TimelinePicture &picture, double bottom)
{
    Html drawn;
    const bool days = picture.from.daysTo(picture.to) > 0;
    for (int tick = 0; tick < Ticks; ++tick) {
        const double share = double(tick) / (Ticks - 1);
        const QDateTime time =
            picture.from.addMSecs(static_cast<qint64>(share * double(picture.from.msecsTo(picture.to))));
        const double x = across(share);
        drawn << line(x, AxisHeight - 6, x, bottom, "grid")
              << textAt(
                     x, 16, "tick",
                     time.toUTC().toString(days ? QStringLiteral("MM-dd HH:mm") : QStringLiteral("HH:mm:ss")),
                     "middle");
    }
    return drawn;
}

Html lanes(const ReportContext &context, const TimelinePicture &picture)
{
    Html drawn;
    double y = AxisHeight + LaneHeight / 2;
    for (const TimelineLane &lane : picture.lanes) {
        drawn << line(LabelWidth, y, Width - 4, y, "lane")
              << textAt(0, y, "lane-title", shortened(visibleLine(lane.title)))
              << textAt(0, y + 13, "lane-node", context.nodeName(lane.node));
        for (const TimelineEvent *event : lane.events) {
            drawn << eventDrawing(context, *event, across(picture.position(event->time)), y);
        }
        y += LaneHeight;
    }
    return drawn;
}

Html drawing(const ReportContext &context, const TimelinePicture &picture)
{
    const double height = AxisHeight + LaneHeight * double(picture.lanes.size()) + 6;
    Html inner = element("title", {{"id", QStringLiteral("timeline-name")}},
                         Html::text(context.say(QT_TRANSLATE_NOOP("report", "Timeline of restarts"))));
    inner << axis(picture, height) << lanes(context, picture);
    return element("svg",
                   {{"class", QStringLiteral("timeline")},
                    {"role", QStringLiteral("img")},
                    {"aria-labelledby", QStringLiteral("timeline-name")},
                    {"viewBox", QStringLiteral("0 0 %1 %2").arg(number(Width), number(height))}},
                   inner);
}

Html legend(const ReportContext &context)
{
    static const TimelineKind kinds[] = {TimelineKind::Started, TimelineKind::Restarted, TimelineKind::Killed,
                                         TimelineKind::FirstError};
    static const char *const words[] = {QT_TRANSLATE_NOOP("report", "started"),
                                        QT_TRANSLATE_NOOP("report", "restarted"),
                                        QT_TRANSLATE_NOOP("report", "stopped or killed"),
                                        QT_TRANSLATE_NOOP("report", "first error or change")};
    Html items;
    for (int i = 0; i < 4; ++i) {
        TimelineEvent sample;
        sample.kind = kinds[i];
        Html item = element("svg",
                            {{"class", QStringLiteral("icon timeline")},
                             {"viewBox", QStringLiteral("0 0 16 16")},
                             {"aria-hidden", QStringLiteral("true")}},
                            marker(sample, 8, 8));
        item << Html::text(context.say(words[i]));
        items << element("li", {}, element("span", {{"class", QStringLiteral("badge")}}, item));
    }
    return element("ul",
                   {{"class", QStringLiteral("legend")},
                    {"aria-label", context.say(QT_TRANSLATE_NOOP("report", "Legend"))}},
                   items);
}

Html asTable(const ReportContext &context)
{
    QVector<QVector<Html>> rows;
    const auto &timeline = context.diagnosis().timeline;
    const qsizetype first = std::max<qsizetype>(0, timeline.size() - MostRows);
    for (qsizetype i = first; i < timeline.size(); ++i) {
        const TimelineEvent &event = timeline.at(i);
        Html what = Html::text(context.phrases.timelineKind(event.kind));
        if (event.attempt >= 0) {
            what << Html::text(QStringLiteral(" · ")
                               + context.say(QT_TRANSLATE_NOOP("report", "attempt %1")).arg(event.attempt));
        }
        if (!event.line.isEmpty()) {
            what << withClass("code", "below", event.line);
        }
        rows.append(
            {element("time", {{"datetime", event.time.toUTC().toString(Qt::ISODate)}},
                     Html::text(context.phrases.moment(event.time))),
             Html::text(context.nodeName(event.node)),
             Html::text(event.subject.isEmpty() ? context.componentName(event.component) : event.subject),
             what});
    }
    Html all;
    if (first > 0) {
        all << element(
            "p", {},
            Html::text(context.say(QT_TRANSLATE_NOOP("report", "Earlier events left out: %1.")).arg(first)));
    }
    all << table(context.say(QT_TRANSLATE_NOOP("report", "Timeline of restarts")),
                 {context.say(QT_TRANSLATE_NOOP("report", "When")),
                  context.say(QT_TRANSLATE_NOOP("report", "Node")),
                  context.say(QT_TRANSLATE_NOOP("report", "Thing")),
                  context.say(QT_TRANSLATE_NOOP("report", "What happened"))},
                 rows);
    return all;
}

} // namespace

Html timelineSection(const ReportContext &context)
{
    if (context.diagnosis().timeline.isEmpty()) {
        return {};
    }
    const TimelinePicture picture = timelinePicture(context);
    Html inner;
    if (!picture.lanes.isEmpty()) {
        inner << element("div",
                         {{"class", QStringLiteral("scroller card")},
                          {"tabindex", QStringLiteral("0")},
                          {"role", QStringLiteral("group")},
                          {"aria-label", context.say(QT_TRANSLATE_NOOP("report", "Timeline of restarts"))}},
                         drawing(context, picture))
              << legend(context);
    }
    inner << withClass(
        "p", "muted",
        context.say(QT_TRANSLATE_NOOP(
            "report", "One clock for all nodes: UTC, corrected by each node's measured offset.")))
          << folded(context.say(QT_TRANSLATE_NOOP("report", "All events as a table")), asTable(context));
    return section("timeline", context.say(QT_TRANSLATE_NOOP("report", "Timeline")), inner);
}

} // namespace gordian
