// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/wording.h"

#include "core/utc.h"

#include <QRegularExpression>

#include <algorithm>

namespace gordian {

namespace {

constexpr int kMostLines = 12;
constexpr qsizetype kLongestLine = 2'000;
constexpr qsizetype kMostEvidence = 12;
constexpr qsizetype kMostValues = 5;
constexpr qsizetype kLongestValue = 300;
const auto kOther = QStringLiteral("other.");

const QRegularExpression &placeholders()
{
    static const QRegularExpression form(QStringLiteral("\\{([A-Za-z0-9._-]+)\\}"));
    return form;
}

QString shortened(QString text)
{
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return text.size() > kLongestValue ? text.left(kLongestValue) + QStringLiteral("…") : text;
}

QString listed(QStringList values)
{
    values.removeDuplicates();
    const bool more = values.size() > kMostValues;
    values = values.mid(0, kMostValues);
    return values.join(QStringLiteral(", ")) + (more ? QStringLiteral(", …") : QString());
}

/// A value from a node goes into a command that a person pastes into a shell.
QString shellQuoted(const QString &value)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    if (plain.match(value).hasMatch() && !value.startsWith(QLatin1Char('-'))) {
        return value;
    }
    QString quoted = value;
    quoted.removeIf([](QChar c) { return c < u' ' || c == u'\x7f'; });
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace

/// "{other.node}", "{other.KEY}": of what the facts were compared with.
QString Wording::otherValue(const QString &name, const Grounds &grounds) const
{
    QStringList values;
    for (const Fact *fact : grounds.others) {
        if (name == QLatin1String("node")) {
            values.append(nodeName(fact->source.node));
        } else if (fact->key == name) {
            values.append(displayValue(fact->value));
        }
    }
    return listed(values);
}

QString Wording::nodeName(const QString &node) const
{
    const NodeRecord *record = m_facts.record(node);
    return record && !record->node.name.isEmpty() ? record->node.name : node;
}

QString Wording::factValue(const QString &key, const QString &node, const Grounds &grounds) const
{
    QStringList values;
    QStringList subjects;
    for (const Fact *fact : grounds.facts) {
        if (fact->key == key) {
            values.append(displayValue(fact->value));
        } else if (!fact->subject.isEmpty()) {
            subjects.append(fact->subject);
        }
    }
    if (!values.isEmpty()) {
        return listed(values);
    }
    const QStringList nodes = node.isEmpty() ? m_facts.nodes() : QStringList{node};
    QStringList ofSubject;
    for (const QString &each : nodes) {
        for (const Fact *fact : m_facts.facts(each, key)) {
            values.append(displayValue(fact->value));
            if (subjects.contains(fact->subject)) {
                ofSubject.append(values.last());
            }
        }
    }
    return ofSubject.isEmpty() ? listed(values) : listed(ofSubject);
}

QString Wording::value(const QString &placeholder, const QString &node, const QString &component,
                       const Grounds &grounds) const
{
    if (placeholder == QLatin1String("node")) {
        return nodeName(node);
    }
    if (placeholder.startsWith(kOther)) {
        return otherValue(placeholder.mid(kOther.size()), grounds);
    }
    if (placeholder == QLatin1String("component")) {
        const Component *declared = m_facts.knowledge().component(component);
        return declared ? declared->name.in(QStringLiteral("en")) : component;
    }
    if (placeholder == QLatin1String("subject")) {
        QStringList subjects;
        for (const Fact *fact : grounds.facts) {
            if (!fact->subject.isEmpty()) {
                subjects.append(fact->subject);
            }
        }
        return listed(subjects);
    }
    if (placeholder.startsWith(QLatin1String("seen."))) {
        for (const SeenGround &seen : grounds.seen) {
            QString captured =
                m_log.captures(seen.signature->id, seen.lines.last()).value(placeholder.mid(5));
            if (!captured.isEmpty()) {
                return captured;
            }
        }
        return {};
    }
    return factValue(placeholder, node, grounds);
}

LocalText Wording::fill(const LocalText &text, const QString &node, const QString &component,
                        const Grounds &grounds) const
{
    LocalText filled = text;
    for (const QString &sentence : text.byLanguage) {
        for (auto match = placeholders().globalMatch(sentence); match.hasNext();) {
            const QString name = match.next().captured(1);
            if (!filled.values.contains(name)) {
                const QString found = shortened(value(name, node, component, grounds));
                filled.values.insert(name, found.isEmpty() ? nothing() : found);
            }
        }
    }
    return filled;
}

bool Wording::isPlaceholder(const QString &name) const
{
    return name == QLatin1String("node") || name == QLatin1String("component")
        || name == QLatin1String("subject") || name.startsWith(QLatin1String("seen."))
        || name.startsWith(kOther) || m_facts.knowledge().fact(name);
}

std::optional<QString> Wording::fillPlain(const QString &text, const QString &node, const QString &component,
                                          const Grounds &grounds, Quoting quoting) const
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:./-]+$"));
    QString filled;
    qsizetype at = 0;
    for (auto match = placeholders().globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        if (!isPlaceholder(found.captured(1))) {
            continue;
        }
        const QString inside = value(found.captured(1), node, component, grounds);
        if (!plain.match(inside).hasMatch()) {
            return std::nullopt;
        }
        filled += QStringView(text).mid(at, found.capturedStart() - at);
        filled += quoting == Quoting::Pattern ? QRegularExpression::escape(inside) : inside;
        at = found.capturedEnd();
    }
    return filled + text.mid(at);
}

QString Wording::fillCommand(const QString &command, const QString &node, const QString &component,
                             const Grounds &grounds) const
{
    QString filled;
    qsizetype at = 0;
    for (auto match = placeholders().globalMatch(command); match.hasNext();) {
        const auto found = match.next();
        const QString name = found.captured(1);
        filled += QStringView(command).mid(at, found.capturedStart() - at);
        // The shell has braces of its own: {a,b} and ${name} stay as they are.
        filled += isPlaceholder(name) ? shellQuoted(shortened(value(name, node, component, grounds)))
                                      : found.captured(0);
        at = found.capturedEnd();
    }
    return filled + command.mid(at);
}

QStringList Wording::lines(const Artifact &artifact, int first, int last) const
{
    QStringList found;
    if (first <= 0) {
        return found;
    }
    for (const QByteArray &line :
         artifact.lines(first, std::min(std::max(first, last), first + kMostLines - 1))) {
        found.append(QString::fromUtf8(line.left(4 * kLongestLine)).left(kLongestLine));
    }
    return found;
}

Evidence Wording::evidence(const Fact &fact) const
{
    Evidence made;
    made.source = fact.source;
    made.time = fact.time;
    if (const Reading *reading = m_facts.reading(fact.source.node, fact.source.probe)) {
        made.command = reading->artifact.command;
        made.lines = lines(reading->artifact, fact.source.firstLine, fact.source.lastLine);
    }
    return made;
}

Evidence Wording::evidence(const SeenGround &seen) const
{
    const LogLine &latest = seen.lines.last();
    const Artifact &artifact = latest.reading->artifact;
    Evidence made;
    made.source = m_log.source(latest);
    made.command = artifact.command;
    made.lines = {QString::fromUtf8(artifact.output.constData() + latest.hit.offset,
                                    std::min(latest.hit.length, 4 * kLongestLine))
                      .left(kLongestLine)};
    made.occurrences = int(seen.lines.size());
    if (latest.time) {
        made.time = QDateTime::fromMSecsSinceEpoch(*latest.time, Utc);
    }
    return made;
}

QVector<Evidence> Wording::evidence(const Grounds &grounds) const
{
    QVector<Evidence> found;
    const auto add = [&](const Evidence &piece) {
        const bool known = std::any_of(found.cbegin(), found.cend(),
                                       [&](const Evidence &other) { return other.source == piece.source; });
        if (!known && found.size() < kMostEvidence && !piece.source.isNull()) {
            found.append(piece);
        }
    };
    for (const Fact *fact : grounds.facts) {
        add(evidence(*fact));
    }
    for (const Fact *fact : grounds.others) {
        add(evidence(*fact));
    }
    for (const SeenGround &seen : grounds.seen) {
        add(evidence(seen));
    }
    for (const Finding *finding : grounds.findings) {
        for (const Evidence &piece : finding->evidence) {
            add(piece);
        }
    }
    // What has no line of its own only fills the page when something else can be read.
    const auto hasLines = [](const Evidence &piece) { return !piece.lines.isEmpty(); };
    if (std::any_of(found.cbegin(), found.cend(), hasLines)) {
        found.removeIf([&](const Evidence &piece) { return !hasLines(piece); });
    }
    return found;
}

} // namespace gordian
