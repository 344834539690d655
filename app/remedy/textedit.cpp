// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/textedit.h"

namespace gordian {

namespace {

Result<QByteArray> editedBy(const QByteArray &before, TextFormat format, const TextChange &change)
{
    switch (format) {
    case TextFormat::Toml:
        return editedToml(before, change);
    case TextFormat::Yaml:
        return editedYaml(before, change);
    case TextFormat::Json:
        return editedJson(before, change);
    case TextFormat::Lines:
        break;
    }
    return editedLines(before, change);
}

} // namespace

Result<QByteArray> edited(const QByteArray &before, TextFormat format, const QVector<TextChange> &changes)
{
    QByteArray text = before;
    for (const TextChange &change : changes) {
        auto changed = editedBy(text, format, change);
        if (changed) {
            text = *std::move(changed);
        } else if (changed.error().code != ErrorCode::NothingToDo) {
            return changed;
        }
    }
    if (text == before) {
        return failure(ErrorCode::NothingToDo);
    }
    return text;
}

} // namespace gordian
