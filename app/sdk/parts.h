// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// An artifact part by part: what was asked of each file or container, its lines, and a way to add facts that
// know theirs. Values and pure functions; any thread.

#include "sdk/lines.h"

#include <exception>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace gordian {

/// A part of an output (a file, a container), with the place it has in the whole.
struct Part {
    QString name; ///< empty: the artifact has no sections
    QByteArray text;
    int firstLine = 1; ///< 1-based line of the artifact at which `text` begins
};

inline QVector<Part> partsOf(const Artifact &artifact)
{
    QVector<Part> parts;
    for (const Section &section : artifact.sections) {
        parts.append({section.name, artifact.output.mid(section.offset, section.length),
                      artifact.lineAt(section.offset)});
    }
    if (parts.isEmpty()) {
        parts.append({{}, artifact.output, 1});
    }
    return parts;
}

/// The lines of a part without their ends; longer ones are cut: no fact is that long, and some logs are.
inline QVector<QByteArray> linesOf(const Part &part)
{
    constexpr qsizetype longest = 64 * 1024;
    QVector<QByteArray> lines;
    forEachLine(part.text, [&](QByteArrayView line, qsizetype) {
        lines.append(line.first(qMin(line.size(), longest)).toByteArray());
    });
    return lines;
}

/// Adds facts of one part. Lines are 1-based within the part; 0 is the whole part.
class PartFacts {
public:
    PartFacts(const Artifact &artifact, const Part &part, FactSink &sink)
        : m_artifact(artifact),
          m_part(part),
          m_sink(sink)
    {
    }

    SourceRef source(int first, int last = 0) const
    {
        SourceRef ref{m_artifact.node, m_artifact.probe, m_part.name, 0, 0};
        if (first > 0) {
            ref.firstLine = m_part.firstLine + first - 1;
            ref.lastLine = m_part.firstLine + qMax(first, last) - 1;
        } else if (!m_part.name.isEmpty()) {
            ref.firstLine = m_part.firstLine;
            ref.lastLine = m_part.firstLine + qMax(1, static_cast<int>(m_part.text.count('\n'))) - 1;
        }
        return ref;
    }

    void add(const QString &key, FactValue value, int line = 0, const QString &subject = {},
             int lastLine = 0) const
    {
        m_sink.add(factAt(source(line, lastLine), key, std::move(value), subject));
    }

    void notUnderstood(const QString &detail, int line = 0) const
    {
        m_sink.notUnderstood(source(line), detail);
    }

private:
    const Artifact &m_artifact;
    const Part &m_part;
    FactSink &m_sink;
};

/// A parser that is a function. What a library throws at hostile input ends as "not understood".
class ProbeReader : public Parser {
public:
    using Read = void (*)(const Artifact &artifact, FactSink &sink);
    ProbeReader(QStringList probes, Read read) : m_probes(std::move(probes)), m_read(read) { }

    QStringList probes() const override { return m_probes; }
    void parse(const Artifact &artifact, FactSink &sink) const override
    {
        try {
            m_read(artifact, sink);
        } catch (const std::exception &error) {
            sink.notUnderstood({artifact.node, artifact.probe, {}, 0, 0}, QString::fromUtf8(error.what()));
        }
    }

private:
    QStringList m_probes;
    Read m_read;
};

/// One ProbeReader a row.
inline std::vector<std::unique_ptr<Parser>>
probeReaders(std::initializer_list<std::pair<const char *, ProbeReader::Read>> rows)
{
    std::vector<std::unique_ptr<Parser>> parsers;
    for (const auto &[probe, read] : rows) {
        parsers.push_back(std::make_unique<ProbeReader>(QStringList{QLatin1String(probe)}, read));
    }
    return parsers;
}

} // namespace gordian
