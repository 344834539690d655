// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/textedit.h"

#include <re2/re2.h>

namespace gordian {

namespace {

using Kind = TextChange::Kind;

std::string replaced(const QByteArray &line, const RE2 &pattern, const QByteArray &with)
{
    std::string text = line.toStdString();
    RE2::GlobalReplace(&text, pattern, with.toStdString());
    return text;
}

} // namespace

Result<QByteArray> editedLines(const QByteArray &before, const TextChange &change)
{
    RE2::Options quiet;
    quiet.set_log_errors(false);
    quiet.set_encoding(RE2::Options::EncodingLatin1);
    const RE2 pattern(change.pattern.toStdString(), quiet);
    if (!pattern.ok()) {
        return failure(ErrorCode::CannotEdit, QString::fromStdString(pattern.error()));
    }
    const bool endsLine = before.isEmpty() || before.endsWith('\n');
    QList<QByteArray> lines = before.split('\n');
    if (endsLine) {
        lines.removeLast();
    }
    QByteArrayList kept;
    bool isThere = false;
    for (const QByteArray &line : std::as_const(lines)) {
        if (change.kind == Kind::Append) {
            isThere = isThere || RE2::PartialMatch(line.toStdString(), pattern);
            kept.append(line);
            continue;
        }
        const QByteArray now = QByteArray::fromStdString(replaced(line, pattern, change.to));
        // A line that was all that was replaced goes as a whole.
        if (!now.isEmpty() || line.isEmpty()) {
            kept.append(now);
        }
    }
    if (change.kind == Kind::Append && !isThere) {
        kept.append(change.to);
    }
    QByteArray after = kept.join('\n');
    if (!kept.isEmpty() && (endsLine || change.kind == Kind::Append)) {
        after += '\n';
    }
    if (after == before) {
        return failure(ErrorCode::NothingToDo);
    }
    return after;
}

} // namespace gordian
