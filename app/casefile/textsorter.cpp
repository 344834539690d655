// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/textsorter.h"

#include <algorithm>
#include <utility>

namespace gordian {

namespace {

constexpr qsizetype MatchedBytes = 4096; // of a line; what identifies it stands at its start
constexpr int SniffedLines = 40;

bool isStructuredSyntax(const QString &syntax)
{
    static const QStringList kinds{QStringLiteral("yaml"), QStringLiteral("toml"), QStringLiteral("json"),
                                   QStringLiteral("ini")};
    return kinds.contains(syntax);
}

/// "[preflight] Running ...", "Error: unknown flag", "server.go:261] ...": what programs say, though a key
/// and its value, or a list in flow style, could be written so. A section of an INI file stands alone on its
/// line.
bool isProgramOutput(const QByteArray &line)
{
    static const QRegularExpression form(QStringLiteral(
        R"re(^(?:[IWEF]\d{4} \d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\s*\[(?:ERROR|WARNING|INFO|FATAL) |\[[a-z][\w/.\-]*\] \S|[\w/.\-]+\.go:\d+\] ?|\{"(?:level|ts|time|log|caller)":|\[ *\d+\.\d+\] |[\w.\-]+\[\d+\]: |(?:[Ee]rror|ERROR|[Ff]atal|FATAL|[Ww]arning|WARNING|panic|curl|cp|mv|mkdir|ls|cat|rm|ssh|sh|bash|kubectl|kubeadm|kubelet|crictl|ctr|docker|nc|dial tcp|listen tcp)(?: \([^)]*\))?: \S))re"));
    return form.match(QString::fromUtf8(line.left(160))).hasMatch();
}

/// Could the line stand in a YAML, TOML, JSON or INI file? Prose, logs and tables could not.
bool looksStructured(const QByteArray &line)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^\s*([#;\-\[\]{}"']|[\w.\-/"']+\s*[:=](\s|$|\S))|^\s+\S)"));
    return form.match(QString::fromUtf8(line.left(MatchedBytes))).hasMatch() && !isProgramOutput(line);
}

bool isBlank(const QByteArray &line)
{
    return line.trimmed().isEmpty();
}

/// Groups have no names where many patterns are tried as one: two may use the same name.
QString withoutGroupNames(const QString &pattern)
{
    static const QRegularExpression name(QStringLiteral(R"(\(\?P?<[A-Za-z_]\w*>)"));
    return QString(pattern).replace(name, QStringLiteral("(?:"));
}

/// "2024-03-16T01:48:44.801833Z stderr F ...": what the kubelet keeps of a container's output.
bool isContainerOutput(const QByteArray &line)
{
    static const QRegularExpression form(QStringLiteral(R"(^\d{4}-\d\d-\d\dT\S+ std(?:out|err) [FP] )"));
    return form.match(QString::fromUtf8(line.left(80))).hasMatch();
}

/// The last words of a program, written without time or level: they stand right behind its log.
bool isLastWords(const QByteArray &line)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(panic: |fatal error: |runtime: |goroutine \d+ \[|\[signal |unexpected fault address|Error: |Flag --\S+ has been|flag provided but not defined|Usage of ))"));
    return form.match(QString::fromUtf8(line.left(80))).hasMatch();
}

bool isTableHeader(const QByteArray &line)
{
    static const QRegularExpression form(QStringLiteral(R"(^[A-Z][A-Z]+( +[A-Z][A-Z]*)+\s*$)"));
    return form.match(QString::fromUtf8(line.left(MatchedBytes))).hasMatch();
}

} // namespace

TextSorter::TextSorter(const QVector<Probe> &probes)
{
    for (const Probe &probe : probes) {
        if (!probe.recognise.isEmpty()) {
            m_recognisers.append(
                {probe.id, QRegularExpression(probe.recognise), isStructuredSyntax(probe.syntax), {}});
        }
    }
    joinPatterns();
    if (!m_any.isValid()) {
        m_recognisers.removeIf([](const Recogniser &each) { return !each.pattern.isValid(); });
        joinPatterns();
    }
}

/// Each alone is compiled when it is first tried, which most texts spare.
void TextSorter::joinPatterns()
{
    QStringList patterns;
    for (const Recogniser &each : std::as_const(m_recognisers)) {
        patterns.append(QStringLiteral("(?:%1)").arg(withoutGroupNames(each.pattern.pattern())));
    }
    m_any.setPattern(patterns.join(QLatin1Char('|')));
}

int TextSorter::recognise(const QByteArray &line)
{
    const QString text = QString::fromUtf8(line.left(MatchedBytes));
    if (m_last >= 0 && m_recognisers.at(m_last).pattern.match(text).hasMatch()) {
        return m_last;
    }
    if (m_any.isValid() && !m_any.match(text).hasMatch()) {
        return -1;
    }
    for (int i = 0; i < m_recognisers.size(); ++i) {
        if (m_recognisers.at(i).pattern.match(text).hasMatch()) {
            m_last = i;
            return i;
        }
    }
    return -1;
}

void TextSorter::add(const QByteArray &text)
{
    m_last = -1;
    QVector<Line> lines;
    const QList<QByteArray> all = text.split('\n');
    for (const QByteArray &raw : all) {
        Line line{raw.endsWith('\r') ? raw.chopped(1) : raw, -1};
        line.owner = isBlank(line.bytes) || m_recognisers.isEmpty() ? -1 : recognise(line.bytes);
        lines.append(line);
    }
    if (!lines.isEmpty() && lines.constLast().bytes.isEmpty()) {
        lines.removeLast();
    }
    if (const int owner = ownerOfWhole(lines); owner >= 0) {
        for (Line &line : lines) {
            line.owner = owner;
        }
    } else {
        spreadBlocks(lines);
        attachNeighbours(lines);
    }
    pile(lines);
}

/// A text that begins like a file of one syntax, without a log or a table in sight, is one file.
int TextSorter::ownerOfWhole(const QVector<Line> &lines) const
{
    int seen = 0;
    int owner = -1;
    for (const Line &line : lines) {
        if (isBlank(line.bytes)) {
            continue;
        }
        const bool foreign = line.owner >= 0 && !isStructured(line.owner);
        if (++seen <= SniffedLines && (foreign || (line.owner < 0 && !looksStructured(line.bytes)))) {
            return -1;
        }
        if (seen > SniffedLines
            && ((foreign && !line.bytes.startsWith(' ')) || isProgramOutput(line.bytes))) {
            return -1;
        }
        if (owner < 0 && isStructured(line.owner)) {
            owner = line.owner;
        }
    }
    return owner;
}

/// A structured line takes along what stands around it and looks like the same file.
void TextSorter::spreadBlocks(QVector<Line> &lines) const
{
    const auto belongs = [](const Line &line) {
        return line.owner < 0 && !isBlank(line.bytes) && looksStructured(line.bytes);
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const int owner = lines.at(i).owner;
        if (!isStructured(owner)) {
            continue;
        }
        for (qsizetype before = i - 1; before >= 0 && belongs(lines.at(before)); --before) {
            lines[before].owner = owner;
        }
        for (qsizetype after = i + 1; after < lines.size() && belongs(lines.at(after)); ++after) {
            lines[after].owner = owner;
        }
    }
}

/// The header of a table, the indented rest of a log record and the odd line of a container's log (a panic,
/// an unknown flag) belong to their neighbours.
void TextSorter::attachNeighbours(QVector<Line> &lines) const
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        Line &line = lines[i];
        if (line.owner >= 0 || isBlank(line.bytes)) {
            continue;
        }
        if (i + 1 < lines.size() && lines.at(i + 1).owner >= 0 && isTableHeader(line.bytes)) {
            line.owner = lines.at(i + 1).owner;
        } else if (i > 0 && lines.at(i - 1).owner >= 0
                   && (line.bytes.startsWith(' ') || line.bytes.startsWith('\t')
                       || isContainerOutput(line.bytes)
                       || (!isStructured(lines.at(i - 1).owner) && isLastWords(line.bytes)))) {
            line.owner = lines.at(i - 1).owner;
        }
    }
}

void TextSorter::pile(const QVector<Line> &lines)
{
    for (qsizetype i = 0; i < lines.size();) {
        const int owner = lines.at(i).owner;
        QByteArray run;
        for (; i < lines.size() && lines.at(i).owner == owner; ++i) {
            run += lines.at(i).bytes + '\n';
        }
        QVector<QByteArray> &pieces = owner < 0 ? m_rest : m_recognisers[owner].pieces;
        if (isStructured(owner) || pieces.isEmpty()) {
            pieces.append(run);
        } else {
            pieces.last() += run;
        }
    }
}

QVector<TextSorter::Pile> TextSorter::piles() const
{
    QVector<Pile> found;
    for (const Recogniser &recogniser : m_recognisers) {
        if (!recogniser.pieces.isEmpty()) {
            found.append({recogniser.probe, recogniser.pieces});
        }
    }
    const bool onlyBlank = std::all_of(m_rest.cbegin(), m_rest.cend(), isBlank);
    if (!onlyBlank) {
        found.append({QStringLiteral("pasted.text"), m_rest});
    }
    return found;
}

} // namespace gordian
