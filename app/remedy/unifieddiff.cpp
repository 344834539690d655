// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/textedit.h"

#include <dtl/dtl.hpp>

#include <sstream>

namespace gordian {

namespace {

/// The end of a last line that has none is said as `diff` says it.
std::vector<std::string> linesOf(const QByteArray &text)
{
    std::vector<std::string> lines;
    if (text.isEmpty()) {
        return lines;
    }
    const QList<QByteArray> parts = text.split('\n');
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        lines.push_back(parts.at(i).toStdString());
    }
    if (!parts.last().isEmpty()) {
        lines.push_back(parts.last().toStdString() + "\n\\ No newline at end of file");
    }
    return lines;
}

} // namespace

QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &path)
{
    if (before == after) {
        return {};
    }
    dtl::Diff<std::string> diff(linesOf(before), linesOf(after));
    diff.compose();
    diff.composeUnifiedHunks();
    std::ostringstream hunks;
    diff.printUnifiedFormat(hunks);
    const QByteArray name = path.toUtf8();
    return "--- " + name + "\n+++ " + name + '\n' + QByteArray::fromStdString(hunks.str());
}

} // namespace gordian
