// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "network/firewallparser.h"

#include "network/packetrules.h"
#include "sdk/lines.h"

#include <QMap>

namespace gordian {
namespace {

// https://kubernetes.io/docs/reference/networking/ports-and-protocols/ and the ports of the common CNIs.
const QVector<int> kWatched = {6443, 2379, 2380, 10250, 10257, 10259, 179, 4789, 8472, 5473};

/// One section: the rules of one tool, or one ruleset of nft.
struct Ruleset {
    QString name;
    QVector<ArtifactLine> lines;
};

QVector<Ruleset> rulesetsOf(const Artifact &artifact)
{
    QVector<Ruleset> sets;
    int section = -2;
    for (const ArtifactLine &line : linesOf(artifact)) {
        if (line.section != section) {
            section = line.section;
            sets.append({sectionName(artifact, line), {}});
        }
        sets.last().lines.append(line);
    }
    return sets;
}

class Judge {
public:
    Judge(const Artifact &artifact, FactSink &sink) : m_artifact(artifact), m_sink(sink) { }

    void judge(const Ruleset &set)
    {
        const bool six = set.name.startsWith(QLatin1String("ip6"));
        const PacketRules rules =
            set.name == QLatin1String("nft") ? readNft(set.lines) : readIptables(set.lines);
        if (rules.chains.isEmpty() || six) {
            return; // the ports are watched on IPv4; IPv6 rules stay in the evidence
        }
        for (const int port : kWatched) {
            report(rules, QStringLiteral("INPUT"), port, QStringLiteral("firewall.blocks"));
            report(rules, QStringLiteral("OUTPUT"), port, QStringLiteral("firewall.blocks-outgoing"));
        }
        policies(rules);
        services(set, rules);
        if (const auto dropped = rules.dropsForwarded(); dropped && set.name != QLatin1String("nft")) {
            m_sink.add(factAt(sourceAt(m_artifact, dropped->line, dropped->line),
                              QStringLiteral("firewall.forward-drops"), dropped->text));
        }
    }

private:
    void report(const PacketRules &rules, const QString &chain, int port, const QString &key)
    {
        const auto blocked = rules.blocks(chain, port);
        if (blocked) {
            m_sink.add(factAt(sourceAt(m_artifact, blocked->line, blocked->line), key, blocked->text,
                              QString::number(port)));
        }
    }

    void policies(const PacketRules &rules)
    {
        for (auto it = rules.policies.cbegin(); it != rules.policies.cend(); ++it) {
            m_sink.add(factAt(sourceAt(m_artifact, it->line, it->line), QStringLiteral("firewall.policy"),
                              it->text, it.key()));
        }
    }

    void services(const Ruleset &set, const PacketRules &rules)
    {
        bool kubernetes = false;
        for (auto it = rules.chains.cbegin(); it != rules.chains.cend(); ++it) {
            kubernetes = kubernetes || it.key().startsWith(QLatin1String("KUBE-SERVICES"))
                || it.key().startsWith(QLatin1String("cali-"));
        }
        if (kubernetes) {
            m_sink.add(factAt(sourceAt(m_artifact, set.lines.first(), set.lines.last()),
                              QStringLiteral("firewall.cluster-rules-in"), set.name));
        }
    }

    const Artifact &m_artifact;
    FactSink &m_sink;
};

} // namespace

QStringList FirewallParser::probes() const
{
    return {QStringLiteral("firewall.rules")};
}

void FirewallParser::parse(const Artifact &artifact, FactSink &sink) const
{
    Judge judge(artifact, sink);
    for (const Ruleset &set : rulesetsOf(artifact)) {
        judge.judge(set);
    }
}

} // namespace gordian
