// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The filter rules of a node, as far as it takes to say whether a new TCP connection to a port gets through.
// Conditions that cannot be judged from here (sources, marks, sets) never count as blocking unless the rule
// names the port. Borrows the lines; any thread.

#include "sdk/lines.h"

#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace gordian {

struct PacketRule {
    enum class Verdict { None, Accept, Block, Return, Jump };
    ArtifactLine line;
    QString text; ///< without counters
    QVector<QPair<int, int>> ports; ///< ranges of destination ports; empty: any
    bool conditional = false; ///< other conditions than the port
    bool never = false; ///< cannot match a new connection from outside (loopback, established, UDP)
    Verdict verdict = Verdict::None;
    QString target; ///< Jump: the chain

    bool namesPort(int port) const;
};

struct PacketRules {
    struct Policy {
        QString text; ///< "ACCEPT", "DROP"
        ArtifactLine line;
        QString said; ///< for people: "INPUT policy DROP", or nft's "hook input policy drop"
    };
    QMap<QString, QVector<PacketRule>> chains;
    QMap<QString, Policy> policies; ///< built-in chains of the filter table

    struct Block {
        QString text;
        ArtifactLine line;
    };
    /// What keeps a new connection to `port` from passing `chain`, if anything does.
    std::optional<Block> blocks(const QString &chain, int port) const;
    /// What drops the forwarded packets of pods, if nothing allows them: neither a rule nor the chain of a
    /// network plugin.
    std::optional<Block> dropsForwarded() const;
};

/// `iptables-save [-c]`: man 8 iptables-save. Only the filter table is read.
PacketRules readIptables(const QVector<ArtifactLine> &lines);
/// `nft list ruleset`: man 8 nft. Base chains are named by their hook: INPUT, OUTPUT, FORWARD.
PacketRules readNft(const QVector<ArtifactLine> &lines);

} // namespace gordian
