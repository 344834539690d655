// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Compares a fact's value with what a pack says. Compiles each regular expression once. One thread.

#include "core/fact.h"
#include "knowledge/expression.h"

#include <QHash>

#include <memory>
#include <optional>

namespace gordian {

class Comparison {
public:
    Comparison();
    ~Comparison();

    /// `now`: UTC ms on the node's clock, for moments that are compared with "now-10m". Nothing if a value
    /// cannot be read as what it is compared as.
    std::optional<bool> holds(const FactValue &value, const Expression &test, qint64 now);
    /// The same for a test that compares with another fact, whose value is `other`.
    static std::optional<bool> holdsBetween(const FactValue &value, const Expression &test,
                                            const FactValue &other);
    static bool same(const FactValue &one, const FactValue &other);

private:
    bool matches(const FactValue &value, const QString &pattern);

    struct Patterns;
    std::unique_ptr<Patterns> m_patterns;
};

} // namespace gordian
