// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/remedies.h"

#include <algorithm>
#include <optional>

namespace gordian {

namespace {

/// Fills one remedy; remembers whether anything was missing.
class Filling {
public:
    Filling(const Wording &wording, QString node, QString component, const Grounds &grounds)
        : m_wording(wording),
          m_node(std::move(node)),
          m_component(std::move(component)),
          m_grounds(grounds)
    {
    }

    bool isWhole() const { return m_whole; }

    LocalText text(const LocalText &sentence)
    {
        LocalText filled = m_wording.fill(sentence, m_node, m_component, m_grounds);
        m_whole = m_whole && !filled.values.values().contains(Wording::nothing());
        return filled;
    }

    QString command(const QString &pattern)
    {
        check(pattern);
        return m_wording.fillCommand(pattern, m_node, m_component, m_grounds);
    }

    /// As it is, without quotes: for names of files and values in them.
    QString plain(const QString &pattern)
    {
        check(pattern);
        return m_wording.fillPlain(pattern, m_node, m_component, m_grounds).value_or(QString());
    }

    /// What was found stands for itself in a pattern.
    QString linePattern(const QString &pattern)
    {
        check(pattern);
        return m_wording.fillPlain(pattern, m_node, m_component, m_grounds, Wording::Quoting::Pattern)
            .value_or(QString());
    }

    Action action(const Action &from)
    {
        Action made = from;
        made.text = text(from.text);
        made.risk = text(from.risk);
        made.check = command(from.check);
        made.file = plain(from.file);
        made.unit = plain(from.unit);
        made.command = command(from.command);
        made.undo = command(from.undo);
        made.was = command(from.was);
        for (QString &touched : made.touches) {
            touched = plain(touched);
        }
        for (TextChange &change : made.changes) {
            for (QString &key : change.path) {
                key = plain(key);
            }
            change.to = plain(QString::fromUtf8(change.to)).toUtf8();
            change.flag = plain(change.flag);
            change.pattern = linePattern(change.pattern);
        }
        return made;
    }

private:
    void check(const QString &pattern)
    {
        m_whole = m_whole && m_wording.fillPlain(pattern, m_node, m_component, m_grounds).has_value();
    }

    const Wording &m_wording;
    QString m_node;
    QString m_component;
    Grounds m_grounds;
    bool m_whole = true;
};

QString nodeOf(const QString &node, const Grounds &grounds)
{
    return node.isEmpty() && !grounds.facts.isEmpty() ? grounds.facts.first()->source.node : node;
}

/// A null condition holds, for no reason.
Answered answerTo(Judge &judge, const ExpressionPtr &condition, const QString &node)
{
    return condition ? judge.evaluator().evaluate(condition, node) : Answered{Truth::True, {}};
}

/// What a remedy's own condition found goes before what its cause found.
Grounds before(Grounds own, const Grounds &others)
{
    const QVector<const Fact *> facts = own.facts;
    for (const Fact *fact : others.facts) {
        const bool isNamed = std::any_of(facts.cbegin(), facts.cend(),
                                         [fact](const Fact *each) { return each->key == fact->key; });
        if (!isNamed) {
            own.facts.append(fact);
        }
    }
    own.others += others.others;
    own.seen += others.seen;
    own.findings += others.findings;
    return own;
}

std::optional<Remedy> filled(Judge &judge, const RemedyRule &rule, const QString &node,
                             const QString &component, const Grounds &grounds)
{
    Filling filling(judge.wording(), node, component, grounds);
    Remedy made = rule.remedy;
    made.node = node;
    made.title = filling.text(made.title);
    made.effect = filling.text(made.effect);
    made.verification.command = filling.command(made.verification.command);
    made.verification.says = filling.text(made.verification.says);
    bool isWhole = filling.isWhole();
    made.actions.clear();
    for (qsizetype i = 0; i < rule.remedy.actions.size(); ++i) {
        const Answered answered = answerTo(judge, rule.actionConditions.at(i), node);
        if (answered.truth == Truth::Unknown) {
            return std::nullopt;
        }
        if (answered.truth == Truth::True) {
            Filling own(judge.wording(), node, component, before(answered.grounds, grounds));
            made.actions.append(own.action(rule.remedy.actions.at(i)));
            isWhole = isWhole && own.isWhole();
        }
    }
    return isWhole && !made.actions.isEmpty() ? std::optional<Remedy>(made) : std::nullopt;
}

} // namespace

QVector<Remedy> remediesFor(Judge &judge, const CauseRule &rule, const QString &node, const Grounds &grounds)
{
    QVector<Remedy> found;
    const QString where = nodeOf(node, grounds);
    if (where.isEmpty()) {
        return found;
    }
    for (const RemedyRule &remedy : judge.facts().knowledge().remedies()) {
        if (!remedy.causes.contains(rule.id)) {
            continue;
        }
        const Answered answered = answerTo(judge, remedy.condition, where);
        if (answered.truth == Truth::True) {
            if (const auto made =
                    filled(judge, remedy, where, rule.component, before(answered.grounds, grounds))) {
                found.append(*made);
            }
        }
    }
    return found;
}

} // namespace gordian
