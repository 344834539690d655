// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/version.h"

#include <QRegularExpression>

namespace gordian {

namespace {

constexpr int kMajorInMinors = 100'000;

} // namespace

std::optional<Version> Version::in(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("(?<![0-9.])([0-9]{1,4})\\.([0-9]{1,5})(?:\\.([0-9]{1,8}))?"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    Version found{match.captured(1).toInt(), match.captured(2).toInt(), std::nullopt};
    if (match.hasCaptured(3)) {
        found.patch = match.captured(3).toInt();
    }
    return found;
}

std::strong_ordering Version::against(const Version &other) const
{
    if (major != other.major) {
        return major <=> other.major;
    }
    if (minor != other.minor || !patch || !other.patch) {
        return minor <=> other.minor;
    }
    return *patch <=> *other.patch;
}

int Version::minorsAbove(const Version &other) const
{
    return (major - other.major) * kMajorInMinors + (minor - other.minor);
}

} // namespace gordian
