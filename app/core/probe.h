// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One read-only question to a node. Probes are data from the knowledge packs (resources/docs/knowledge.md);
// collect/ turns many of them into one script. A plain value, any thread.

#include "core/localtext.h"

#include <QString>
#include <QStringList>

namespace gordian {

enum class Keep { Head, Tail }; ///< which end of an output over the cap is kept
enum class Rights { Any, Root }; ///< Root: without it the answer would be partial or wrong

struct Probe {
    QString id; ///< "kubelet.journal"; [a-z0-9.-]
    QString component; ///< the vertex of the graph it asks about
    int wave = 1; ///< 1 triage, 2 depth
    QString run; ///< POSIX sh; see "What a probe may call" in resources/docs/knowledge.md
    int seconds = 5; ///< time limit on the node
    qint64 bytes = 256 * 1024; ///< cap applied on the node
    Keep keep = Keep::Head;
    Rights rights = Rights::Any;
    QStringList anyOf; ///< it runs if one of these programs exists; none exists: CommandMissing
    QString syntax; ///< for the evidence viewer: "journal", "klog", "yaml", "toml", "json", "ini", "crictl"
    LocalText title;
    /// Globs of files that hold what it would have printed, as other tools' bundles keep them: "/etc/hosts".
    QStringList paths;
    QString recognise; ///< regular expression for a line of pasted text that this probe would have printed

    friend bool operator==(const Probe &, const Probe &) = default;
};

} // namespace gordian
