// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/diffparts.h"

#include <algorithm>

namespace gordian::ui {

namespace {

constexpr qsizetype Sign = 1;
constexpr qsizetype EnoughInCommon = 2; ///< lines that share less are two lines, not one that was changed

bool partsWords(QChar character)
{
    return !character.isLetterOrNumber() && character != u'_' && character != u'-' && character != u'.';
}

/// Whole words: half of a changed number says nothing.
bool isInsideWord(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && !partsWords(text[at - 1]) && !partsWords(text[at]);
}

qsizetype sameAtTheStart(QStringView one, QStringView other)
{
    const qsizetype shorter = std::min(one.size(), other.size());
    qsizetype same = 0;
    while (same < shorter && one[same] == other[same]) {
        ++same;
    }
    while (isInsideWord(one, same) || isInsideWord(other, same)) {
        --same;
    }
    return same;
}

qsizetype sameAtTheEnd(QStringView one, QStringView other, qsizetype start)
{
    const qsizetype most = std::min(one.size(), other.size()) - start;
    qsizetype same = 0;
    while (same < most && one[one.size() - 1 - same] == other[other.size() - 1 - same]) {
        ++same;
    }
    while (isInsideWord(one, one.size() - same) || isInsideWord(other, other.size() - same)) {
        --same;
    }
    return same;
}

void compare(const QStringList &lines, DiffPart &removed, DiffPart &added)
{
    const QStringView before = QStringView(lines.at(removed.line)).sliced(Sign);
    const QStringView after = QStringView(lines.at(added.line)).sliced(Sign);
    const qsizetype start = sameAtTheStart(before, after);
    const qsizetype end = sameAtTheEnd(before, after, start);
    if (before.first(start).trimmed().size() + end < EnoughInCommon) {
        return;
    }
    for (const auto &[part, text] : {std::pair{&removed, before}, std::pair{&added, after}}) {
        part->from = Sign + start;
        part->length = text.size() - start - end;
    }
}

} // namespace

QVector<DiffPart> diffParts(const QStringList &lines)
{
    QVector<DiffPart> parts;
    qsizetype block = 0; // of the parts: where the removed lines of this place begin
    bool isInHunk = false; // before that stand the names of the file
    const auto pairUp = [&] {
        const auto middle = std::find_if(parts.begin() + block, parts.end(),
                                         [](const DiffPart &part) { return part.isAdded; });
        if (middle - (parts.begin() + block) == parts.end() - middle) {
            for (auto removed = parts.begin() + block, added = middle; added != parts.end();
                 ++removed, ++added) {
                compare(lines, *removed, *added);
            }
        }
        block = parts.size();
    };
    for (int line = 0; line < lines.size(); ++line) {
        const QString &text = lines.at(line);
        const bool isAdded = text.startsWith(u'+');
        if (text.startsWith(u"@@")) {
            isInHunk = true;
        }
        if (!isInHunk || !(isAdded || text.startsWith(u'-'))) {
            pairUp();
            continue;
        }
        if (!isAdded && parts.size() > block && parts.last().isAdded) {
            pairUp();
        }
        parts.append({line, isAdded, 0, 0});
    }
    pairUp();
    return parts;
}

} // namespace gordian::ui
