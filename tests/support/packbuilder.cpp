// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "support/packbuilder.h"

#include "core/utc.h"

namespace gordian::test {

namespace {

QString quoted(const QString &text)
{
    QString made = text;
    made.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + made + QLatin1Char('"');
}

QString joined(const QString &first, const QString &more)
{
    return QLatin1Char('{') + first + (more.isEmpty() ? QString() : QStringLiteral(", ") + more)
        + QLatin1Char('}');
}

} // namespace

QString both(const QString &text)
{
    return QStringLiteral("{\"en\": %1, \"ru\": %1}").arg(quoted(text));
}

QString outcome(const QString &condition, const QString &health, const QString &says)
{
    return QStringLiteral("{\"if\": %1, \"health\": \"%2\", \"says\": %3}")
        .arg(condition, health, both(says));
}

QString otherwise(const QString &health, const QString &says)
{
    return QStringLiteral("{\"health\": \"%1\", \"says\": %2}").arg(health, both(says));
}

PackBuilder &PackBuilder::raw(const QString &list, const QString &object)
{
    m_lists[list].append(object);
    return *this;
}

PackBuilder &PackBuilder::component(const QString &id, int layer, const QStringList &needs,
                                    const QString &more)
{
    QStringList objects;
    for (const QString &need : needs) {
        const bool others = need.startsWith(QLatin1Char('*'));
        objects.append(QStringLiteral("{\"component\": \"%1\", \"otherNodes\": %2, \"why\": %3}")
                           .arg(others ? need.mid(1) : need,
                                others ? QStringLiteral("true") : QStringLiteral("false"),
                                both(QStringLiteral("because"))));
    }
    return raw(QStringLiteral("components"),
               joined(QStringLiteral(
                          "\"id\": \"%1\", \"letter\": \"X\", \"layer\": %2, \"name\": %3, \"needs\": [%4]")
                          .arg(id, QString::number(layer), both(id), objects.join(QStringLiteral(", "))),
                      more));
}

PackBuilder &PackBuilder::probe(const QString &id, const QString &component, const QString &more)
{
    return raw(
        QStringLiteral("probes"),
        joined(QStringLiteral("\"id\": \"%1\", \"component\": \"%2\", \"run\": \"true\", \"title\": %3")
                   .arg(id, component, both(id)),
               more));
}

PackBuilder &PackBuilder::fact(const QString &key, const QString &type, const QString &probe,
                               const QString &more)
{
    const QString word = key.mid(key.lastIndexOf(QLatin1Char('.')) + 1);
    const QString pattern =
        QStringLiteral("\"pattern\": \"^(?:(?P<subject>\\\\S+) )?%1=(?P<value>.*)$\"").arg(word);
    return raw(
        QStringLiteral("facts"),
        joined(QStringLiteral("\"key\": \"%1\", \"type\": \"%2\", \"from\": [\"%3\"]").arg(key, type, probe),
               more.isEmpty() ? pattern : more));
}

PackBuilder &PackBuilder::signature(const QString &id, const QString &component, const QString &pattern,
                                    const QString &more)
{
    return raw(QStringLiteral("signatures"),
               joined(QStringLiteral("\"id\": \"%1\", \"component\": \"%2\", \"pattern\": %3, \"title\": %4")
                          .arg(id, component, quoted(pattern), both(id)),
                      more));
}

PackBuilder &PackBuilder::check(const QString &id, const QString &component, const QString &outcomes,
                                const QString &otherwise, const QString &more)
{
    return raw(
        QStringLiteral("checks"),
        joined(
            QStringLiteral(
                "\"id\": \"%1\", \"component\": \"%2\", \"title\": %3, \"outcomes\": [%4], \"otherwise\": %5")
                .arg(id, component, both(id), outcomes, otherwise),
            more));
}

PackBuilder &PackBuilder::cause(const QString &id, const QString &component, const QString &more)
{
    const QString words = both(id);
    return raw(
        QStringLiteral("causes"),
        joined(QStringLiteral(
                   "\"id\": \"%1\", \"component\": \"%2\", \"title\": %3, \"sentence\": %3, \"why\": %3, "
                   "\"steps\": [{\"text\": %3}], \"sources\": [\"https://kubernetes.io/\"]")
                   .arg(id, component, words),
               more));
}

QByteArray PackBuilder::json() const
{
    QString made = QStringLiteral("{\"schema\": 1, \"pack\": \"test\"");
    for (auto list = m_lists.cbegin(); list != m_lists.cend(); ++list) {
        made += QStringLiteral(", \"%1\": [%2]").arg(list.key(), list->join(QStringLiteral(",\n")));
    }
    return (made + QLatin1Char('}')).toUtf8();
}

QVector<PackSource> PackBuilder::sources() const
{
    return {{QStringLiteral("test"), QStringLiteral("test.json"), json()}};
}

KnowledgeBase PackBuilder::load() const
{
    auto loaded = KnowledgeBase::load(sources());
    if (!loaded) {
        qFatal("%s", qPrintable(loaded.error().detail));
    }
    return std::move(*loaded);
}

QDateTime collectionTime()
{
    return QDateTime(QDate(2024, 3, 16), QTime(12, 0), Utc);
}

CaseBuilder::CaseBuilder(const QString &first)
{
    m_case.createdAt = collectionTime();
    node(first);
}

CaseBuilder &CaseBuilder::node(const QString &id)
{
    m_node = id;
    if (!m_case.node(id)) {
        NodeRecord record;
        record.node.id = id;
        record.node.name = id;
        record.state = ConnectState::Closed;
        m_case.nodes.append(record);
    }
    return *this;
}

CaseBuilder &CaseBuilder::answer(const QString &probe, const QByteArray &output)
{
    Artifact made;
    made.node = m_node;
    made.probe = probe;
    made.command = QStringLiteral("run ") + probe;
    made.state = ArtifactState::Collected;
    made.collectedAt = collectionTime();
    made.output = output;
    made.outputBytes = output.size();
    m_case.put(made);
    return *this;
}

CaseBuilder &CaseBuilder::silence(const QString &probe, ArtifactState state)
{
    Artifact made;
    made.node = m_node;
    made.probe = probe;
    made.state = state;
    made.collectedAt = collectionTime();
    m_case.put(made);
    return *this;
}

CaseBuilder &CaseBuilder::section(const QString &probe, const QString &name, const QByteArray &output)
{
    const Artifact *known = m_case.artifact(m_node, probe);
    Artifact made = known ? *known : Artifact();
    const qsizetype start = made.output.size();
    answer(probe, made.output + output);
    Artifact changed = *m_case.artifact(m_node, probe);
    changed.sections = made.sections;
    changed.sections.append({name, start, output.size()});
    m_case.put(changed);
    return *this;
}

} // namespace gordian::test
