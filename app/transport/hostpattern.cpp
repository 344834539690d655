// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/hostpattern.h"

namespace gordian {

// Linear in both: on a mismatch only the latest '*' is widened, so a hostile pattern costs no more than n
// times m.
bool matchesPattern(const QString &text, const QString &pattern)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern.at(in) == QLatin1Char('*')) {
            star = in++;
            resume = at;
        } else if (in < pattern.size()
                   && (pattern.at(in) == QLatin1Char('?') || pattern.at(in) == text.at(at))) {
            ++in;
            ++at;
        } else if (star >= 0) {
            in = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern.at(in) == QLatin1Char('*')) {
        ++in;
    }
    return in == pattern.size();
}

bool matchesPatternList(const QString &text, const QStringList &patterns)
{
    bool matched = false;
    for (const QString &pattern : patterns) {
        if (pattern.startsWith(QLatin1Char('!'))) {
            if (matchesPattern(text, pattern.mid(1))) {
                return false;
            }
        } else if (matchesPattern(text, pattern)) {
            matched = true;
        }
    }
    return matched;
}

} // namespace gordian
