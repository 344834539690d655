// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "support/casefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace gordian::test {

namespace {

constexpr int kDeepestBase = 8;
const auto kDefaultTime = QStringLiteral("2024-03-16T12:00:00Z");

class FixtureReader {
public:
    explicit FixtureReader(QString path, int depth) : m_path(std::move(path)), m_depth(depth) { }

    Result<Case> read()
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::FileNotReadable, m_path);
        }
        return read(file.readAll(), 0);
    }

    /// `number`: how many lines of the file stand before `text`.
    Result<Case> read(const QByteArray &text, int number)
    {
        m_time = QDateTime::fromString(kDefaultTime, Qt::ISODate);
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype newline = text.indexOf('\n', at);
            const qsizetype end = newline < 0 ? text.size() : newline;
            const QByteArray line = text.mid(at, end - at);
            ++number;
            if (line.startsWith("=== ")) {
                if (const QString mistake = directive(QString::fromUtf8(line.mid(4)).trimmed());
                    !mistake.isEmpty()) {
                    return failure(ErrorCode::Malformed,
                                   QStringLiteral("%1:%2: %3").arg(m_path).arg(number).arg(mistake));
                }
            } else if (m_artifact) {
                m_artifact->output += line + '\n';
            }
            at = end + 1;
        }
        finishProbe();
        m_case.createdAt = m_time;
        return m_case;
    }

private:
    QString directive(const QString &line)
    {
        const QString word = line.section(QLatin1Char(' '), 0, 0);
        const QString rest = line.section(QLatin1Char(' '), 1).trimmed();
        if (word == QLatin1String("section")) {
            return section(rest);
        }
        if (word == QLatin1String("file")) {
            return file(rest);
        }
        finishProbe();
        if (word == QLatin1String("base")) {
            return base(rest);
        }
        if (word == QLatin1String("node")) {
            setNode(rest);
            return {};
        }
        if (word == QLatin1String("collected")) {
            m_time = QDateTime::fromString(rest, Qt::ISODate).toUTC();
            return m_time.isValid() ? QString() : QStringLiteral("not a moment: ") + rest;
        }
        if (word == QLatin1String("probe")) {
            return probe(rest);
        }
        if (word == QLatin1String("drop")) {
            m_case.artifacts.removeIf(
                [&](const Artifact &a) { return a.node == node().node.id && a.probe == rest; });
            return {};
        }
        if (word == QLatin1String("clock")) {
            node().clockOffsetMs = rest.toLongLong();
            return {};
        }
        if (word == QLatin1String("unreachable")) {
            node().state = ConnectState::Failed;
            node().failure = ConnectFailure{};
            return {};
        }
        return QStringLiteral("unknown directive: ") + word;
    }

    NodeRecord &node()
    {
        if (m_node.isEmpty()) {
            setNode(QStringLiteral("cp1 control-plane"));
        }
        return *m_case.node(m_node);
    }

    void setNode(const QString &rest)
    {
        m_node = rest.section(QLatin1Char(' '), 0, 0);
        if (!m_case.node(m_node)) {
            NodeRecord record;
            record.node.id = m_node;
            record.node.name = m_node;
            record.node.origin = NodeOrigin::Recorded;
            record.state = ConnectState::Closed;
            record.privilege = Privilege::Root;
            m_case.nodes.append(record);
        }
        const QString role = rest.section(QLatin1Char(' '), 1).trimmed();
        m_case.node(m_node)->node.role = role == QLatin1String("control-plane") ? NodeRole::ControlPlane
            : role == QLatin1String("worker")                                   ? NodeRole::Worker
                                                                                : NodeRole::Unknown;
    }

    QString base(const QString &relative)
    {
        if (m_depth >= kDeepestBase) {
            return QStringLiteral("bases go in a circle");
        }
        const auto read = FixtureReader(QFileInfo(m_path).dir().filePath(relative), m_depth + 1).read();
        if (!read) {
            return read.error().detail;
        }
        m_case = *read;
        m_node = m_case.nodes.isEmpty() ? QString() : m_case.nodes.first().node.id;
        return {};
    }

    QString probe(const QString &rest)
    {
        static const QHash<QString, ArtifactState> states{
            {QStringLiteral("collected"), ArtifactState::Collected},
            {QStringLiteral("timed-out"), ArtifactState::TimedOut},
            {QStringLiteral("command-missing"), ArtifactState::CommandMissing},
            {QStringLiteral("not-applicable"), ArtifactState::NotApplicable},
            {QStringLiteral("not-permitted"), ArtifactState::NotPermitted},
            {QStringLiteral("not-collected"), ArtifactState::NotCollected}};
        const QStringList words = rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        Artifact made;
        made.node = node().node.id;
        made.probe = words.value(0);
        made.command = made.probe;
        made.state = ArtifactState::Collected;
        made.collectedAt = m_time;
        for (qsizetype i = 1; i + 1 < words.size(); i += 2) {
            const QString &value = words.at(i + 1);
            if (words.at(i) == QLatin1String("exit")) {
                made.exitCode = value.toInt();
            } else if (words.at(i) == QLatin1String("note")) {
                made.note = value;
            } else if (words.at(i) == QLatin1String("state") && states.contains(value)) {
                made.state = states.value(value);
            } else {
                return QStringLiteral("not understood: %1 %2").arg(words.at(i), value);
            }
        }
        m_artifact = made;
        return words.isEmpty() ? QStringLiteral("which probe?") : QString();
    }

    QString section(const QString &name)
    {
        if (!m_artifact) {
            return QStringLiteral("a section before any probe");
        }
        endSection();
        m_artifact->sections.append({name, m_artifact->output.size(), 0});
        return {};
    }

    QString file(const QString &relative)
    {
        QFile recorded(QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/") + relative);
        if (!m_artifact || !recorded.open(QIODevice::ReadOnly)) {
            return QStringLiteral("cannot read ") + recorded.fileName();
        }
        m_artifact->output += recorded.readAll();
        return {};
    }

    void endSection()
    {
        if (m_artifact && !m_artifact->sections.isEmpty()) {
            Section &last = m_artifact->sections.last();
            last.length = m_artifact->output.size() - last.offset;
        }
    }

    void finishProbe()
    {
        if (m_artifact) {
            endSection();
            m_artifact->outputBytes = m_artifact->output.size();
            m_case.put(*m_artifact);
            m_artifact.reset();
        }
    }

    QString m_path;
    int m_depth = 0;
    Case m_case;
    QString m_node;
    QDateTime m_time;
    std::optional<Artifact> m_artifact;
};

} // namespace

Result<Case> readCaseFixture(const QString &path)
{
    return FixtureReader(path, 0).read();
}

Result<QVector<CheckFixture>> readCheckFixtures(const QString &path)
{
    static const QByteArray opening = QByteArrayLiteral("=== case ");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileNotReadable, path);
    }
    QByteArrayList parts{QByteArray()};
    QByteArrayList lines = file.readAll().split('\n');
    if (lines.last().isEmpty()) {
        lines.removeLast(); // a file ends with a newline: there is no line after it
    }
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.startsWith(opening)) {
            parts.append(QByteArray());
        }
        parts.last() += line + '\n';
    }
    const QByteArray common = parts.takeFirst();
    int number = 1;
    QVector<CheckFixture> fixtures;
    for (const QByteArray &part : std::as_const(parts)) {
        const qsizetype end = part.indexOf('\n');
        const QString heading = QString::fromUtf8(part.mid(opening.size(), end - opening.size())).trimmed();
        const auto read = FixtureReader(path, 0).read(common + part.mid(end + 1), number);
        if (!read) {
            return tl::unexpected<Error>(read.error());
        }
        number += int(part.count('\n'));
        fixtures.append(
            {heading.section(QLatin1Char(' '), 1).trimmed(), heading.section(QLatin1Char(' '), 0, 0), *read});
    }
    return fixtures;
}

} // namespace gordian::test
