// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "network/packetrules.h"

#include <QRegularExpression>

#include <algorithm>

namespace gordian {
namespace {

using Verdict = PacketRule::Verdict;

constexpr int kDeepestJump = 12;
constexpr qsizetype kLongestRule = 4000;

QString textOf(const ArtifactLine &line)
{
    return QString::fromUtf8(line.text.first(qMin(line.text.size(), kLongestRule)));
}

/// Chains that Kubernetes and its CNIs fill: they drop marked and invalid packets only, never a port of the
/// cluster.
bool isClusters(const QString &chain)
{
    return chain.startsWith(QLatin1String("KUBE-")) || chain.startsWith(QLatin1String("cali-"))
        || chain.startsWith(QLatin1String("CILIUM_")) || chain.startsWith(QLatin1String("FLANNEL-"))
        || chain.startsWith(QLatin1String("DOCKER"));
}

/// Chains of FORWARD that let no pod through of themselves: kube-proxy's accept marked packets and replies
/// only, Docker's are for its own bridge, the others are the firewall's.
bool isHostsOwn(const QString &chain)
{
    static const QRegularExpression own(QStringLiteral(
        "^(KUBE-(?!ROUTER)|DOCKER|ufw6?-|FORWARD_|FWD[IO]?_|FINAL_|LIBVIRT_|filter_|RH-Firewall|LOG)"));
    return own.match(chain).hasMatch();
}

/// "-A FORWARD -i docker0 ! -o docker0 -j ACCEPT" and the like.
bool isBridgesOwn(const QString &rule)
{
    static const QRegularExpression own(QStringLiteral("-[io] (docker|br-|virbr|lxdbr|podman|lo\\b)"));
    return own.match(rule).hasMatch();
}

void addPorts(PacketRule &rule, const QString &list, QChar rangeMark)
{
    const QStringList parts = list.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString first = part.trimmed().section(rangeMark, 0, 0);
        const QString last = part.trimmed().section(rangeMark, -1);
        bool numbers = false;
        const int from = first.toInt(&numbers);
        const int to = numbers ? last.toInt(&numbers) : 0;
        rule.ports.append(numbers ? qMakePair(from, to)
                                  : qMakePair(-1, -1)); // a named service is no port of ours
    }
}

std::optional<PacketRules::Block> walk(const PacketRules &rules, const QString &chain, int port, int depth,
                                       bool &decided)
{
    for (const PacketRule &rule : rules.chains.value(chain)) {
        const bool jumps = rule.verdict == Verdict::Jump;
        const bool named = rule.namesPort(port);
        const bool matches = !rule.never && (named || (rule.ports.isEmpty() && (jumps || !rule.conditional)));
        if (!matches) {
            continue;
        }
        if (rule.verdict == Verdict::Accept) {
            decided = true;
            return std::nullopt;
        }
        if (rule.verdict == Verdict::Block) {
            decided = true;
            return PacketRules::Block{rule.text, rule.line};
        }
        if (rule.verdict == Verdict::Return) {
            return std::nullopt;
        }
        if (jumps && depth < kDeepestJump && !isClusters(rule.target)) {
            auto blocked = walk(rules, rule.target, port, depth + 1, decided);
            // What a chain blocks that only some packets enter is not blocked for all.
            decided = decided && (!blocked || named || !rule.conditional);
            if (decided) {
                return blocked;
            }
        }
    }
    return std::nullopt;
}

bool isVerdict(PacketRule &rule, const QString &target)
{
    if (target == QLatin1String("ACCEPT")) {
        rule.verdict = Verdict::Accept;
    } else if (target == QLatin1String("DROP") || target == QLatin1String("REJECT")) {
        rule.verdict = Verdict::Block;
    } else if (target == QLatin1String("RETURN")) {
        rule.verdict = Verdict::Return;
    } else {
        return false;
    }
    return true;
}

/// Interfaces that traffic between machines does not come through.
bool isInner(const QString &interface)
{
    return interface == QLatin1String("lo") || interface.startsWith(QLatin1String("cni"))
        || interface.startsWith(QLatin1String("cali")) || interface.startsWith(QLatin1String("docker"));
}

class IptablesRule {
public:
    explicit IptablesRule(const QString &text) : m_words(text.split(u' ', Qt::SkipEmptyParts))
    {
        m_rule.text = text;
    }

    PacketRule read()
    {
        for (m_at = 2; m_at < m_words.size(); ++m_at) {
            word(m_words.at(m_at));
        }
        return m_rule;
    }

private:
    QString next() { return m_words.value(++m_at); }

    void word(const QString &option)
    {
        if (option == QLatin1String("-p")) {
            const QString protocol = next();
            m_rule.never =
                m_rule.never || (protocol != QLatin1String("tcp") && protocol != QLatin1String("all"));
        } else if (option == QLatin1String("--dport") || option == QLatin1String("--dports")) {
            m_negated ? void(m_rule.conditional = true) : addPorts(m_rule, next(), u':');
        } else if (option == QLatin1String("-j") || option == QLatin1String("-g")) {
            target(next());
        } else if (option == QLatin1String("-i")) {
            const QString interface = next();
            m_rule.never = m_rule.never || (!m_negated && isInner(interface));
        } else if (option == QLatin1String("--ctstate") || option == QLatin1String("--state")) {
            const QString states = next();
            m_rule.never = m_rule.never || (states.contains(QLatin1String("NEW")) == m_negated);
        } else if (option == QLatin1String("--comment")) {
            comment();
        } else if (option == QLatin1String("-m")) {
            next();
        } else if (option == QLatin1String("!")) {
            m_negated = true;
            return;
        } else if (option.startsWith(u'-') && m_rule.verdict == Verdict::None) {
            m_rule.conditional = true;
        }
        m_negated = false;
    }

    void target(const QString &name)
    {
        if (!isVerdict(m_rule, name)) {
            m_rule.verdict =
                name == QLatin1String("LOG") || name == QLatin1String("MARK") ? Verdict::None : Verdict::Jump;
            m_rule.target = name;
        }
    }

    void comment()
    {
        QString word = next();
        while (word.startsWith(u'"') && !(word.size() > 1 && m_words.value(m_at).endsWith(u'"'))
               && m_at < m_words.size()) {
            ++m_at;
        }
    }

    QStringList m_words;
    qsizetype m_at = 0;
    PacketRule m_rule;
    bool m_negated = false;
};

QString withoutCounters(const QString &line)
{
    static const QRegularExpression counters(QStringLiteral("^\\[\\d+:\\d+\\] "));
    QString text = line;
    return text.remove(counters);
}

PacketRule nftRule(const QString &text)
{
    static const QRegularExpression dport(QStringLiteral("\\b(?:tcp|th) dport (?:\\{ *([^}]*)\\}|(\\S+))"));
    static const QRegularExpression verdict(
        QStringLiteral("\\b(accept|drop|reject|return|jump|goto)\\b(?: (\\S+))?"));
    static const QRegularExpression plain(
        QStringLiteral("^(counter( packets \\d+ bytes \\d+)? )?(accept|drop|reject.*|return|(jump|goto) "
                       "\\S+)( comment .*)?$"));
    PacketRule rule;
    rule.text = text;
    if (const auto match = dport.match(text); match.hasMatch()) {
        addPorts(rule, match.captured(1) + match.captured(2), u'-');
    }
    static const QRegularExpression interface(QStringLiteral("^iifname (?:\\{[^}]*\\}|\\S+) "));
    rule.conditional = !plain.match(QString(text).remove(interface)).hasMatch();
    rule.never = text.contains(QLatin1String("udp ")) || text.contains(QLatin1String("iifname \"lo\""))
        || text.contains(QLatin1String("icmp"))
        || (text.contains(QLatin1String("ct state")) && !text.contains(QLatin1String("new")))
        || text.contains(QLatin1String("dport !="));
    const auto what = verdict.match(text);
    const QString word = what.captured(1);
    if (word == QLatin1String("jump") || word == QLatin1String("goto")) {
        rule.verdict = Verdict::Jump;
        rule.target = what.captured(2);
    } else if (!word.isEmpty()) {
        isVerdict(rule, word.toUpper());
    }
    return rule;
}

} // namespace

bool PacketRule::namesPort(int port) const
{
    return std::any_of(ports.cbegin(), ports.cend(),
                       [port](const auto &range) { return range.first <= port && port <= range.second; });
}

std::optional<PacketRules::Block> PacketRules::blocks(const QString &chain, int port) const
{
    bool decided = false;
    auto blocked = walk(*this, chain, port, 0, decided);
    const Policy policy = policies.value(chain);
    if (!decided && policy.text == QLatin1String("DROP")) {
        return Block{policy.said, policy.line};
    }
    return blocked;
}

std::optional<PacketRules::Block> PacketRules::dropsForwarded() const
{
    const QString forward = QStringLiteral("FORWARD");
    for (const PacketRule &rule : chains.value(forward)) {
        // Network plugins send the packets of pods to chains of their own, or accept their range by a rule.
        const bool plugins = rule.verdict == Verdict::Jump && !isHostsOwn(rule.target);
        const bool allows = rule.verdict == Verdict::Accept && !rule.never && !isBridgesOwn(rule.text);
        if (plugins || allows) {
            return std::nullopt;
        }
        if (rule.verdict == Verdict::Block && !rule.conditional && !rule.never) {
            return Block{rule.text, rule.line};
        }
    }
    const Policy policy = policies.value(forward);
    return policy.text == QLatin1String("DROP") ? std::optional(Block{policy.said, policy.line})
                                                : std::nullopt;
}

PacketRules readIptables(const QVector<ArtifactLine> &lines)
{
    PacketRules rules;
    bool filter = true;
    for (const ArtifactLine &line : lines) {
        if (line.text.startsWith('*')) {
            filter = line.text.startsWith("*filter");
            continue;
        }
        const QString text = withoutCounters(textOf(line));
        if (text.startsWith(u':')) {
            // Any table's chains are listed: their names say whose rules are here.
            const QString chain = text.section(u' ', 0, 0).mid(1);
            const QString policy = text.section(u' ', 1, 1);
            rules.chains[chain];
            if (filter && policy != QLatin1String("-")) {
                rules.policies.insert(chain, {policy, line, chain + QStringLiteral(" policy ") + policy});
            }
        } else if (filter && text.startsWith(QLatin1String("-A "))) {
            PacketRule rule = IptablesRule(text).read();
            rule.line = line;
            rules.chains[text.section(u' ', 1, 1)].append(rule);
        }
    }
    return rules;
}

PacketRules readNft(const QVector<ArtifactLine> &lines)
{
    static const QRegularExpression head(QStringLiteral("^\\s*chain (\\S+) \\{"));
    static const QRegularExpression base(
        QStringLiteral("^type filter hook (input|output|forward) .*?policy (accept|drop);"));
    PacketRules rules;
    QString chain;
    for (const ArtifactLine &line : lines) {
        const QString text = textOf(line).trimmed();
        if (const auto match = head.match(text); match.hasMatch()) {
            chain = match.captured(1);
            rules.chains[chain];
        } else if (const auto hook = base.match(text); hook.hasMatch()) {
            chain = hook.captured(1).toUpper();
            const QString policy = hook.captured(2).toUpper();
            if (rules.policies.value(chain).text != QLatin1String("DROP")) {
                rules.policies.insert(
                    chain,
                    {policy, line,
                     QStringLiteral("hook %1 policy %2").arg(hook.captured(1), hook.captured(2))});
            }
        } else if (text == QLatin1String("}")) {
            chain.clear();
        } else if (!chain.isEmpty() && !text.isEmpty()) {
            PacketRule rule = nftRule(text);
            rule.line = line;
            rules.chains[chain].append(rule);
        }
    }
    return rules;
}

} // namespace gordian
