// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/pattern.h"

#include <re2/re2.h>

namespace gordian {

namespace {

RE2::Options options()
{
    RE2::Options made;
    made.set_log_errors(false);
    made.set_encoding(RE2::Options::EncodingLatin1);
    return made;
}

QString mistakeOf(const RE2 &compiled)
{
    return compiled.ok() ? QString()
                         : QStringLiteral("invalid regular expression (RE2): %1")
                               .arg(QString::fromStdString(compiled.error()));
}

} // namespace

QString patternMistake(const QString &pattern)
{
    return mistakeOf(RE2(pattern.toStdString(), options()));
}

QString linePatternMistake(const QString &pattern)
{
    const RE2 compiled(pattern.toStdString(), options());
    const QString mistake = mistakeOf(compiled);
    if (mistake.isEmpty() && RE2::PartialMatch("", compiled)) {
        return QStringLiteral("the regular expression matches an empty line, and so every line");
    }
    return mistake;
}

QStringList patternGroups(const QString &pattern)
{
    QStringList names;
    const RE2 compiled(pattern.toStdString(), options());
    for (const auto &[index, name] : compiled.CapturingGroupNames()) {
        names.append(QString::fromStdString(name));
    }
    return names;
}

} // namespace gordian
