// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/evidencepage.h"

#include "shared/visibletext.h"

#include <algorithm>

namespace gordian::ui {

namespace {

QString shownLine(const LineIndex &index, int number, qsizetype cut, bool *wasCut)
{
    const qsizetype whole = index.length(number);
    QByteArray bytes = index.line(number, cut);
    if (whole <= cut && bytes.endsWith('\r')) {
        bytes.chop(1); // a Windows line end, not a carriage return that overwrites
    }
    QString text = visibleText(bytes);
    *wasCut = whole > cut;
    if (*wasCut) {
        text += QStringLiteral(" … (+%1)").arg(whole - cut);
    }
    return text;
}

} // namespace

EvidencePage pageFrom(const LineIndex &index, const LineRange &within, int from, const PageLimits &limits)
{
    EvidencePage page;
    page.range.first = std::clamp(from, within.first, std::max(within.first, within.last));
    page.range.last = page.range.first - 1;
    qsizetype bytes = 0;
    for (int line = page.range.first; line <= within.last && page.lines.size() < limits.lines; ++line) {
        bytes += std::min(index.length(line), limits.lineBytes);
        if (bytes > limits.bytes && !page.lines.isEmpty()) {
            break;
        }
        bool wasCut = false;
        page.lines << shownLine(index, line, limits.lineBytes, &wasCut);
        page.cutLines += wasCut ? 1 : 0;
        page.range.last = line;
    }
    return page;
}

EvidencePage pageUpTo(const LineIndex &index, const LineRange &within, int last, const PageLimits &limits)
{
    int first = std::min(last, within.last);
    qsizetype bytes = 0;
    while (first > within.first && last - first + 1 < limits.lines) {
        bytes += std::min(index.length(first - 1), limits.lineBytes);
        if (bytes > limits.bytes * 3 / 4) {
            break;
        }
        --first;
    }
    return pageFrom(index, within, first, limits);
}

EvidencePage pageAround(const LineIndex &index, const LineRange &within, int line, const PageLimits &limits)
{
    EvidencePage fromStart = pageFrom(index, within, within.first, limits);
    if (fromStart.range.contains(line)) {
        return fromStart;
    }
    PageLimits before = limits;
    before.lines = limits.lines / 4;
    before.bytes = limits.bytes / 4;
    return pageFrom(index, within, pageUpTo(index, within, line, before).range.first, limits);
}

} // namespace gordian::ui
