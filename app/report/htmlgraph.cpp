// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/htmlsections.h"

#include "report/graphpicture.h"

#include <cmath>

namespace gordian {

namespace {

constexpr double Margin = 8;

QString number(double value)
{
    return QString::number(std::round(value * 10) / 10);
}

QString pathOf(const QVector<QPointF> &spline)
{
    QString path;
    for (qsizetype i = 0; i < spline.size(); ++i) {
        const char *letter = i == 0 ? "M" : i % 3 == 1 ? "C" : " ";
        path +=
            QLatin1String(letter) + number(spline.at(i).x()) + QLatin1Char(' ') + number(spline.at(i).y());
    }
    return path;
}

Html rectangle(const QRectF &box, double radius, const QString &classes)
{
    return element("rect",
                   {{"class", classes},
                    {"x", number(box.x())},
                    {"y", number(box.y())},
                    {"width", number(box.width())},
                    {"height", number(box.height())},
                    {"rx", number(radius)}});
}

Html label(QPointF at, const QString &classes, const QString &text)
{
    return element("text", {{"class", classes}, {"x", number(at.x())}, {"y", number(at.y())}},
                   Html::text(text));
}

Html edgePath(const PictureEdge &edge, int &marked)
{
    if (edge.spline.isEmpty()) {
        return {};
    }
    const bool isCircular = edge.kind == EdgeKind::Circular;
    const QString classes = edge.kind == EdgeKind::Apparent ? QStringLiteral("edge apparent")
        : isCircular                                        ? QStringLiteral("edge circular")
        : edge.carriesFault                                 ? QStringLiteral("edge fault")
                                                            : QStringLiteral("edge");
    const QString head = edge.kind == EdgeKind::Apparent ? QStringLiteral("url(#arrow-apparent)")
        : edge.carriesFault || isCircular                ? QStringLiteral("url(#arrow-fault)")
                                                         : QStringLiteral("url(#arrow)");
    Html drawn = element("path", {{"class", classes}, {"d", pathOf(edge.spline)}, {"marker-end", head}});
    if (edge.kind != EdgeKind::Needs) {
        const QPointF middle = middleOf(edge.spline);
        Html mark = element("circle",
                            {{"class", isCircular ? QStringLiteral("mark circular") : QStringLiteral("mark")},
                             {"cx", number(middle.x())},
                             {"cy", number(middle.y())},
                             {"r", QStringLiteral("9")}});
        mark << label(middle + QPointF(0, 4),
                      isCircular ? QStringLiteral("mark-number circular") : QStringLiteral("mark-number"),
                      QString::number(++marked));
        drawn << mark;
    }
    return drawn;
}

Html shapeOf(Health health, QPointF c)
{
    const auto at = [&](double dx, double dy) {
        return number(c.x() + dx) + QLatin1Char(' ') + number(c.y() + dy);
    };
    const QString classes = QStringLiteral("shape ") + healthClass(health);
    switch (health) {
    case Health::Degraded:
        return element("path",
                       {{"class", classes},
                        {"d", QStringLiteral("M%1L%2L%3Z").arg(at(0, -13), at(14, 11), at(-14, 11))}});
    case Health::Failed:
        return rectangle({c.x() - 12, c.y() - 12, 24, 24}, 2, classes);
    case Health::Blocked:
        return element(
            "path",
            {{"class", classes},
             {"d", QStringLiteral("M%1L%2L%3L%4Z").arg(at(0, -15), at(15, 0), at(0, 15), at(-15, 0))}});
    default:
        return element(
            "circle",
            {{"class", classes}, {"cx", number(c.x())}, {"cy", number(c.y())}, {"r", QStringLiteral("12")}});
    }
}

Html vertexDrawing(const PictureVertex &vertex)
{
    const QString health = healthClass(vertex.health);
    Html drawn;
    if (vertex.isCause) {
        drawn << rectangle(vertex.box.adjusted(-5, -5, 5, 5), 11, QStringLiteral("ring"));
    }
    const QPointF centre(vertex.box.left() + 22, vertex.box.center().y());
    drawn << rectangle(vertex.box, 7, QStringLiteral("vertex ") + health) << shapeOf(vertex.health, centre)
          << label(centre + QPointF(0, vertex.health == Health::Degraded ? 7 : 4.5),
                   QStringLiteral("letter ") + health, vertex.letter)
          << label({vertex.box.left() + 42, vertex.box.center().y() - 2}, QStringLiteral("name"), vertex.name)
          << label({vertex.box.left() + 42, vertex.box.center().y() + 13}, QStringLiteral("word"),
                   vertex.word);
    return drawn;
}

Html arrowHeads()
{
    return Html::markup(
        "<defs>"
        "<marker id=\"arrow\" class=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" "
        "markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8Z\"/></marker>"
        "<marker id=\"arrow-fault\" class=\"head fault\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" "
        "markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8Z\"/></marker>"
        "<marker id=\"arrow-apparent\" class=\"head apparent\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" "
        "markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8Z\"/></marker>"
        "</defs>");
}

Html drawing(const ReportContext &context, const GraphPicture &picture)
{
    Html inner = element("title", {{"id", QStringLiteral("graph-name")}},
                         Html::text(context.say(QT_TRANSLATE_NOOP("report", "Dependency graph"))));
    inner << element(
        "desc", {{"id", QStringLiteral("graph-description")}},
        Html::text(context.say(QT_TRANSLATE_NOOP("report",
                                                 "Each component of each node with its health; arrows lead "
                                                 "to what it needs. The table below says the same."))))
          << arrowHeads();
    for (const PictureGroup &group : picture.groups) {
        if (!group.box.isNull()) {
            inner << rectangle(group.box, 10, QStringLiteral("node"))
                  << label(group.box.topLeft() + QPointF(14, 22), QStringLiteral("node-name"), group.title);
        }
    }
    int marked = 0;
    for (const PictureEdge &edge : picture.edges) {
        inner << edgePath(edge, marked);
    }
    for (const PictureVertex &vertex : picture.vertices) {
        inner << vertexDrawing(vertex);
    }
    const QString box = QStringLiteral("%1 %1 %2 %3")
                            .arg(number(-Margin), number(picture.size.width() + 2 * Margin),
                                 number(picture.size.height() + 2 * Margin));
    return element("svg",
                   {{"class", QStringLiteral("graph")},
                    {"role", QStringLiteral("img")},
                    {"viewBox", box},
                    {"width", number(picture.size.width() + 2 * Margin)},
                    {"height", number(picture.size.height() + 2 * Margin)},
                    {"aria-labelledby", QStringLiteral("graph-name graph-description")}},
                   inner);
}

Html legend(const ReportContext &context, const GraphPicture &picture)
{
    Html items;
    for (const Health health :
         {Health::Healthy, Health::Degraded, Health::Failed, Health::Blocked, Health::Unknown}) {
        items << element("li", {}, healthBadge(context, health));
    }
    items << element("li", {},
                     withClass("span", "ring-sample", context.say(QT_TRANSLATE_NOOP("report", "cause"))));
    Html all = element("ul",
                       {{"class", QStringLiteral("legend")},
                        {"aria-label", context.say(QT_TRANSLATE_NOOP("report", "Legend"))}},
                       items);
    Html marked;
    bool anyApparent = false;
    bool anyCircular = false;
    for (const PictureEdge &edge : picture.edges) {
        if (edge.kind != EdgeKind::Needs && !edge.spline.isEmpty()) {
            marked << element("li", {}, Html::text(edge.why));
            anyApparent = anyApparent || edge.kind == EdgeKind::Apparent;
            anyCircular = anyCircular || edge.kind == EdgeKind::Circular;
        }
    }
    if (anyApparent) {
        all << withClass("p", "label",
                         context.say(QT_TRANSLATE_NOOP(
                             "report", "Dashed: the symptoms suggest it, but it does not exist")));
    }
    if (anyCircular) {
        all << withClass("p", "label",
                         context.say(QT_TRANSLATE_NOOP(
                             "report", "Heavy: it is real and closes a circle; here it is cut")));
    }
    if (!marked.isEmpty()) {
        all << withClass("ol", "apparent-list", marked);
    }
    return all;
}

Html asTable(const ReportContext &context)
{
    QVector<QVector<Html>> rows;
    for (const GraphVertex &vertex : context.diagnosis().vertices) {
        QStringList needs;
        for (const GraphEdge &edge : context.diagnosis().edges) {
            if (edge.kind != EdgeKind::Apparent && edge.from == vertex.id) {
                needs << context.vertexName(edge.to);
            }
        }
        const QString waits = vertex.blockedBy.isEmpty() ? context.phrases.reason(vertex.reason)
                                                         : context.vertexName(vertex.blockedBy);
        rows.append({Html::text(context.nodeName(vertex.node)), Html::text(context.in(vertex.name)),
                     healthBadge(context, vertex.health), Html::text(waits),
                     Html::text(needs.join(QStringLiteral(", ")))});
    }
    return table(context.say(QT_TRANSLATE_NOOP("report", "The graph as a table")),
                 {context.say(QT_TRANSLATE_NOOP("report", "Node")),
                  context.say(QT_TRANSLATE_NOOP("report", "Component")),
                  context.say(QT_TRANSLATE_NOOP("report", "Health")),
                  context.say(QT_TRANSLATE_NOOP("report", "Blocked by, or why unknown")),
                  context.say(QT_TRANSLATE_NOOP("report", "Needs"))},
                 rows);
}

} // namespace

Html graphSection(const ReportContext &context)
{
    if (context.diagnosis().vertices.isEmpty()) {
        return {};
    }
    const GraphPicture picture = graphPicture(context);
    Html inner = element("div",
                         {{"class", QStringLiteral("scroller card")},
                          {"tabindex", QStringLiteral("0")},
                          {"role", QStringLiteral("group")},
                          {"aria-label", context.say(QT_TRANSLATE_NOOP("report", "Dependency graph"))}},
                         drawing(context, picture));
    inner << legend(context, picture)
          << folded(context.say(QT_TRANSLATE_NOOP("report", "The graph as a table")), asTable(context));
    return section("graph", context.say(QT_TRANSLATE_NOOP("report", "What needs what")), inner);
}

} // namespace gordian
