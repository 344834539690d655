// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/glob.h"

#include <algorithm>

namespace gordian {

// One point to come back to: on a mismatch only the latest star is widened. Neither a hostile glob nor a
// hostile text can make that cost more than the product of their lengths.
bool globMatches(QStringView glob, QStringView text)
{
    qsizetype g = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (g < glob.size() && glob[g] == QLatin1Char('*')) {
            star = g++;
            resume = t;
        } else if (g < glob.size() && (glob[g] == QLatin1Char('?') || glob[g] == text[t])) {
            ++g;
            ++t;
        } else if (star >= 0) {
            g = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == QLatin1Char('*')) {
        ++g;
    }
    return g == glob.size();
}

bool isGlob(QStringView text)
{
    return text.contains(QLatin1Char('*')) || text.contains(QLatin1Char('?'));
}

bool anyGlobMatches(const QStringList &globs, QStringView text)
{
    return std::any_of(globs.cbegin(), globs.cend(),
                       [&](const QString &glob) { return globMatches(glob, text); });
}

} // namespace gordian
