// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/hostpattern.h"

#include "core/glob.h"

namespace gordian {

bool matchesPatternList(const QString &text, const QStringList &patterns)
{
    bool matched = false;
    for (const QString &pattern : patterns) {
        if (pattern.startsWith(QLatin1Char('!'))) {
            if (globMatches(QStringView(pattern).sliced(1), text)) {
                return false;
            }
        } else if (globMatches(pattern, text)) {
            matched = true;
        }
    }
    return matched;
}

} // namespace gordian
