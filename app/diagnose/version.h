// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Versions as programs print them ("v1.28.5+k3s1", "Kubernetes v1.28.5", "1.6.20~ds1"), and which of two is
// the newer. Plain values, any thread.

#include <QString>

#include <compare>
#include <optional>

namespace gordian {

struct Version {
    int major = 0;
    int minor = 0;
    std::optional<int> patch; ///< "1.28" leaves it open

    /// The first that stands in `text`; what follows the patch (a build, a pre-release) does not count.
    static std::optional<Version> in(const QString &text);

    /// Part by part, as far as both say something: 1.28.5 is neither newer nor older than 1.28.
    std::strong_ordering against(const Version &other) const;
    /// By how many minors it is newer; another major is further than any minor.
    int minorsAbove(const Version &other) const;
};

} // namespace gordian
