// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns artifacts into facts where a regular expression cannot (YAML, TOML, JSON, X.509, tables). Owned by
// its plugin. parse() is const, keeps nothing and is called from several threads at once.

#include "core/artifact.h"
#include "core/fact.h"

#include <QStringList>
#include <QVector>

namespace gordian {

/// Collects the facts of one artifact. `source` says where each came from; node and probe are filled in by
/// the caller.
class FactSink {
public:
    virtual ~FactSink() = default;
    virtual void add(Fact fact) = 0;
    /// The artifact, or the part at `source`, is not what the parser expects: the facts it would have given
    /// stay unknown (NotUnderstood). `detail` is for a log.
    virtual void notUnderstood(const SourceRef &source, const QString &detail) = 0;

protected:
    FactSink() = default;
    FactSink(const FactSink &) = default; // for whole collectors only: nobody copies the sink in one
    FactSink &operator=(const FactSink &) = default;
};

class Parser {
    Q_DISABLE_COPY_MOVE(Parser)

public:
    Parser() = default;
    virtual ~Parser() = default;
    /// The probes whose artifacts it reads.
    virtual QStringList probes() const = 0;
    /// Only called with artifacts that answered (Collected or TimedOut). Input is hostile: any bytes, any
    /// size up to the probe's cap. Must not throw.
    virtual void parse(const Artifact &artifact, FactSink &sink) const = 0;
};

} // namespace gordian
