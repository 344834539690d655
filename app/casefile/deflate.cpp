// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/deflate.h"

#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <limits>

#include <zlib.h>

namespace gordian {

namespace {

constexpr qsizetype PieceSize = 256 * 1024;
// zlib counts its input in 32 bits.
constexpr qsizetype LargestInput = std::numeric_limits<uInt>::max() / 2;

Error streamError(const char *words)
{
    return Error{ErrorCode::Malformed, QString::fromLatin1(words ? words : "zlib"), {}};
}

} // namespace

QByteArray deflated(const QByteArray &bytes, int level)
{
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    QByteArray stream(static_cast<qsizetype>(size), Qt::Uninitialized);
    const int code = compress2(reinterpret_cast<Bytef *>(stream.data()), &size,
                               reinterpret_cast<const Bytef *>(bytes.constData()),
                               static_cast<uLong>(bytes.size()), level);
    Q_ASSERT(code == Z_OK);
    stream.truncate(code == Z_OK ? static_cast<qsizetype>(size) : 0);
    stream.squeeze();
    return stream;
}

Result<void> inflateInPieces(const QByteArray &stream, qint64 limit, const TakePiece &take)
{
    z_stream zlib = {};
    if (inflateInit(&zlib) != Z_OK) {
        return tl::unexpected(streamError(zlib.msg));
    }
    const auto cleanUp = qScopeGuard([&] { inflateEnd(&zlib); });
    std::array<char, PieceSize> piece{};
    qsizetype fed = 0;
    qint64 total = 0;
    int code = Z_OK;
    while (code != Z_STREAM_END) {
        if (zlib.avail_in == 0) {
            const qsizetype chunk = std::min(stream.size() - fed, LargestInput);
            zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(stream.constData() + fed));
            zlib.avail_in = static_cast<uInt>(chunk);
            fed += chunk;
        }
        zlib.next_out = reinterpret_cast<Bytef *>(piece.data());
        zlib.avail_out = static_cast<uInt>(piece.size());
        code = inflate(&zlib, Z_NO_FLUSH);
        const qsizetype got = PieceSize - static_cast<qsizetype>(zlib.avail_out);
        if (code != Z_OK && code != Z_STREAM_END) {
            return tl::unexpected(streamError(zlib.msg));
        }
        total += got;
        if (total > limit) {
            return failure(ErrorCode::TooLarge, QString::number(limit));
        }
        if (auto taken = take(piece.data(), got); !taken) {
            return taken;
        }
    }
    const bool leftOver = zlib.avail_in > 0 || fed < stream.size();
    return leftOver ? failure(ErrorCode::Malformed, QStringLiteral("bytes after the stream"))
                    : Result<void>();
}

Result<QByteArray> inflated(const QByteArray &stream, qint64 limit)
{
    QByteArray bytes;
    const auto done = inflateInPieces(stream, limit, [&](const char *piece, qsizetype size) -> Result<void> {
        bytes.append(piece, size);
        return {};
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return bytes;
}

} // namespace gordian
