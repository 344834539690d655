// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/artifact.h"

#include <algorithm>

namespace gordian {

QByteArray Artifact::section(const QString &name) const
{
    const auto found =
        std::find_if(sections.cbegin(), sections.cend(), [&](const Section &s) { return s.name == name; });
    return found == sections.cend() ? QByteArray() : output.mid(found->offset, found->length);
}

int Artifact::lineAt(qsizetype offset) const
{
    const auto end = output.cbegin() + std::clamp<qsizetype>(offset, 0, output.size());
    return 1 + static_cast<int>(std::count(output.cbegin(), end, '\n'));
}

QVector<QByteArray> Artifact::lines(int first, int last) const
{
    QVector<QByteArray> wanted;
    qsizetype at = 0;
    for (int number = 1; at <= output.size() && number <= last; ++number) {
        qsizetype end = output.indexOf('\n', at);
        if (end < 0) {
            end = output.size();
            if (at == end) {
                break;
            }
        }
        if (number >= first) {
            wanted.append(output.mid(at, end - at));
        }
        at = end + 1;
    }
    return wanted;
}

} // namespace gordian
