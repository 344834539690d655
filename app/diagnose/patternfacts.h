// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Facts that packs declare by a regular expression. Each compiled when it is first needed;
// const and thread-safe.

#include "core/artifact.h"
#include "core/fact.h"
#include "knowledge/knowledgebase.h"

#include <memory>
#include <optional>

namespace gordian {

class PatternFacts {
public:
    explicit PatternFacts(const KnowledgeBase &knowledge);
    ~PatternFacts();

    QVector<Fact> read(const Artifact &artifact) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// `text` as a value of the pack's `type`; nothing if it does not fit.
std::optional<FactValue> valueOf(const QString &text, const QString &type);

} // namespace gordian
