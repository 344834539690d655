// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casestore.h"

#include "casefile/casepack.h"
#include "casefile/caserecords.h"
#include "casefile/deflate.h"
#include "casefile/mendingrecords.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace gordian {

namespace {

// Layout of the outer frame: magic, version, length of the contents, SHA-256 of the contents, zlib stream.
constexpr qsizetype VersionAt = 8;
constexpr qsizetype LengthAt = 12;
constexpr qsizetype HashAt = 20;
constexpr qsizetype StreamAt = 52;
constexpr quint32 PackVersion = 1;
constexpr qint64 LargestContents = qint64(512) * 1024 * 1024;
constexpr qint64 LargestRecord = qint64(128) * 1024 * 1024;
constexpr qsizetype MostRecords = 1'000'000;
constexpr qsizetype RecordHeader = 12; // four letters and a length

template <typename Integer> void appendBigEndian(QByteArray &to, Integer value)
{
    const Integer swapped = qToBigEndian(value);
    to.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

void appendRecord(QByteArray &to, const char (&tag)[5], const QByteArray &bytes)
{
    to.append(tag, 4);
    appendBigEndian<quint64>(to, static_cast<quint64>(bytes.size()));
    to.append(bytes);
}

void appendArtifact(QByteArray &to, Artifact artifact)
{
    if (to.size() + artifact.output.size() > LargestContents - LargestRecord / 2) {
        artifact.output.clear();
        artifact.sections.clear();
        artifact.state = ArtifactState::NotCollected;
        artifact.note = QStringLiteral("too-large-to-embed");
    }
    // The bytes come before what describes them, so that a reader can check sections as soon as it meets
    // them.
    appendRecord(to, "OUTP", artifact.output);
    appendRecord(to, "ERRS", artifact.errors);
    appendRecord(to, "ARTI", compactJson(artifactToJson(artifact)));
}

/// Cuts a stream of pieces into records and builds the case from them.
class RecordReader {
public:
    Result<void> take(const char *bytes, qsizetype size)
    {
        m_hash.addData(QByteArrayView(bytes, size));
        m_buffer.append(bytes, size);
        while (m_buffer.size() - m_at >= RecordHeader) {
            const QByteArray tag = m_buffer.mid(m_at, 4);
            const auto length = qFromBigEndian<quint64>(m_buffer.constData() + m_at + 4);
            if (length > quint64(LargestRecord) || ++m_records > MostRecords + 1) {
                return failure(ErrorCode::TooLarge, QString::fromLatin1(tag));
            }
            const auto whole = RecordHeader + static_cast<qsizetype>(length);
            if (m_buffer.size() - m_at < whole) {
                --m_records;
                break;
            }
            auto taken = record(tag, m_buffer.mid(m_at + RecordHeader, static_cast<qsizetype>(length)));
            if (!taken) {
                return taken;
            }
            m_at += whole;
        }
        m_buffer.remove(0, m_at);
        m_at = 0;
        return {};
    }

    bool isComplete() const { return m_buffer.isEmpty() && m_hasHead; }
    QByteArray hash() const { return m_hash.result(); }
    Case &result() { return m_case; }

private:
    Result<void> record(const QByteArray &tag, const QByteArray &bytes)
    {
        if (tag == "OUTP") {
            m_output = bytes;
            return {};
        }
        if (tag == "ERRS") {
            m_errors = bytes;
            return {};
        }
        if (tag != "HEAD" && tag != "NODE" && tag != "RUNE" && tag != "MEND" && tag != "ARTI") {
            return {}; // of a later minor version: what is known is still worth reading
        }
        const auto json = parseJsonObject(bytes);
        return json ? described(tag, *json) : tl::unexpected(json.error());
    }

    Result<void> described(const QByteArray &tag, const QJsonObject &json)
    {
        if (tag == "HEAD") {
            headFromJson(json, m_case);
            m_hasHead = true;
        } else if (tag == "RUNE") {
            m_case.runs.append(runFromJson(json));
        } else if (tag == "MEND") {
            auto mending = mendingFromJson(json);
            if (!mending) {
                return tl::unexpected(mending.error());
            }
            m_case.mendings.append(*std::move(mending));
        } else if (tag == "NODE") {
            auto node = nodeFromJson(json);
            if (!node) {
                return tl::unexpected(node.error());
            }
            m_case.nodes.append(*std::move(node));
        } else {
            auto artifact = artifactFromJson(json, std::exchange(m_output, {}), std::exchange(m_errors, {}));
            if (!artifact) {
                return tl::unexpected(artifact.error());
            }
            m_case.artifacts.append(*std::move(artifact));
        }
        return {};
    }

    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_buffer;
    QByteArray m_output;
    QByteArray m_errors;
    Case m_case;
    qsizetype m_at = 0;
    qsizetype m_records = 0;
    bool m_hasHead = false;
};

} // namespace

bool isPackedCase(const QByteArray &start)
{
    return start.startsWith(PackMagic);
}

QByteArray packCase(const Case &whole)
{
    QByteArray contents;
    appendRecord(contents, "HEAD", compactJson(headToJson(whole)));
    for (const NodeRecord &node : whole.nodes) {
        appendRecord(contents, "NODE", compactJson(nodeToJson(node)));
    }
    for (const RunEntry &entry : whole.runs) {
        appendRecord(contents, "RUNE", compactJson(runToJson(entry)));
    }
    for (const MendingRecord &record : whole.mendings) {
        appendRecord(contents, "MEND", compactJson(mendingToJson(record)));
    }
    for (const Artifact &artifact : whole.artifacts) {
        appendArtifact(contents, artifact);
    }
    QByteArray packed(PackMagic);
    appendBigEndian<quint32>(packed, PackVersion);
    appendBigEndian<quint64>(packed, static_cast<quint64>(contents.size()));
    packed += QCryptographicHash::hash(contents, QCryptographicHash::Sha256);
    // Level 9 takes twice as long for 2 % less.
    return packed + deflated(contents, 6);
}

Result<Case> unpackCase(const QByteArray &bytes)
{
    if (!isPackedCase(bytes) || bytes.size() < StreamAt) {
        return failure(ErrorCode::NotAGordianFile);
    }
    const auto version = qFromBigEndian<quint32>(bytes.constData() + VersionAt);
    if (version > PackVersion) {
        return failure(ErrorCode::NewerFormat, {}, {{QStringLiteral("version"), QString::number(version)}});
    }
    const auto length = qFromBigEndian<quint64>(bytes.constData() + LengthAt);
    if (length > quint64(LargestContents)) {
        return failure(ErrorCode::TooLarge, QString::number(length));
    }
    RecordReader reader;
    const auto done =
        inflateInPieces(bytes.mid(StreamAt), static_cast<qint64>(length),
                        [&](const char *piece, qsizetype size) { return reader.take(piece, size); });
    if (!done) {
        return tl::unexpected(done.error());
    }
    if (!reader.isComplete() || reader.hash() != bytes.mid(HashAt, StreamAt - HashAt)) {
        return failure(ErrorCode::Malformed, QStringLiteral("checksum"));
    }
    return std::move(reader.result());
}

} // namespace gordian
