// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A typed value parsed from an artifact, with the lines it came from. A plain value, any thread.

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <variant>

namespace gordian {

/// Where in the case something can be read. Lines are 1-based in Artifact::output; 0 means the artifact as a
/// whole.
struct SourceRef {
    QString node;
    QString probe;
    QString section;
    int firstLine = 0;
    int lastLine = 0;

    bool isNull() const { return probe.isEmpty(); }
    friend bool operator==(const SourceRef &, const SourceRef &) = default;
};

/// Integers are int64, moments are ISO 8601 strings in UTC, sizes are bytes, durations are seconds unless the
/// key says otherwise ("...-ms").
using FactValue = std::variant<bool, qint64, double, QString, QStringList>;

struct Fact {
    QString key; ///< "kubelet.cgroup-driver"; declared by a pack
    QString
        subject; ///< which one where there are several ("kube-system/etcd-cp1", a path, a port); else empty
    FactValue value;
    SourceRef source;
    QDateTime time; ///< when it was true on the node's clock, if the artifact says so; else invalid

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// The value as text, for sentences and comparison by eye: lists joined by ", ", booleans "true"/"false".
QString displayValue(const FactValue &value);

} // namespace gordian
