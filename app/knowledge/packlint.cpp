// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/packlint.h"

#include "core/glob.h"
#include "knowledge/expressions.h"
#include "knowledge/forbidden.h"
#include "knowledge/pattern.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <functional>
#include <utility>

namespace gordian {

namespace {

Place placeOf(const PackNotes &notes, const QString &name)
{
    return notes.places.value(name);
}

bool probeExists(const KnowledgeBase &knowledge, const QString &glob)
{
    return std::any_of(knowledge.probes().cbegin(), knowledge.probes().cend(),
                       [&](const Probe &probe) { return globMatches(glob, probe.id); });
}

template <typename Rules> bool anyId(const Rules &rules, const QString &glob)
{
    return std::any_of(rules.cbegin(), rules.cend(),
                       [&](const auto &rule) { return globMatches(glob, rule.id); });
}

QString unresolved(const KnowledgeBase &knowledge, const Reference &reference)
{
    const QString &id = reference.id;
    switch (reference.kind) {
    case Reference::Kind::Component:
        return knowledge.component(id) ? QString() : QStringLiteral("no component \"%1\"").arg(id);
    case Reference::Kind::Probe:
        return probeExists(knowledge, id) ? QString() : QStringLiteral("no probe \"%1\"").arg(id);
    case Reference::Kind::Fact:
        return knowledge.fact(id) ? QString() : QStringLiteral("no pack declares the fact \"%1\"").arg(id);
    case Reference::Kind::Signature:
        return knowledge.signature(id) ? QString() : QStringLiteral("no signature \"%1\"").arg(id);
    case Reference::Kind::Check:
        return knowledge.check(id) ? QString() : QStringLiteral("no check \"%1\"").arg(id);
    case Reference::Kind::Cause:
        return knowledge.cause(id) ? QString() : QStringLiteral("no cause \"%1\"").arg(id);
    case Reference::Kind::Explained:
        return anyId(knowledge.checks(), id) || anyId(knowledge.signatures(), id)
                || anyId(knowledge.components(), id)
            ? QString()
            : QStringLiteral("\"%1\" is no check, signature or component").arg(id);
    }
    return {};
}

/// Finds circles by depth-first search; each is reported once, at the first of it that is looked at.
class CircleFinder {
public:
    using Next = std::function<QStringList(const QString &id)>; ///< what `id` waits for
    using Report = std::function<void(const QString &id, const QString &circle)>;
    CircleFinder(Next next, Report report) : m_next(std::move(next)), m_report(std::move(report)) { }

    void visit(const QString &id)
    {
        if (m_done.contains(id)) {
            return;
        }
        if (const qsizetype start = m_path.indexOf(id); start >= 0) {
            m_report(id, (m_path.mid(start) + QStringList{id}).join(QStringLiteral(" -> ")));
            return;
        }
        m_path.append(id);
        const QStringList others = m_next(id);
        for (const QString &other : others) {
            visit(other);
        }
        m_path.removeLast();
        m_done.insert(id);
    }

private:
    Next m_next;
    Report m_report;
    QStringList m_path;
    QSet<QString> m_done;
};

/// Within one node: on another the same component is another one.
QStringList needsOf(const KnowledgeBase &knowledge, const QString &id)
{
    QStringList needs;
    if (const Component *component = knowledge.component(id)) {
        for (const Need &need : component->needs) {
            if (!need.otherNodes) {
                needs.append(need.component);
            }
        }
    }
    return needs;
}

/// The checks whose findings are conditions of `id`.
QStringList checksBefore(const KnowledgeBase &knowledge, const QString &id)
{
    QStringList before;
    if (const Check *check = knowledge.check(id)) {
        for (const Outcome &outcome : check->outcomes) {
            forEachLeaf(outcome.condition, [&before](const Expression &leaf) {
                if (leaf.kind == Expression::Kind::Finding) {
                    before.append(leaf.id);
                }
            });
        }
    }
    return before;
}

/// Of {other.node} and {other.KEY}: some condition must compare with that key on other nodes.
QString otherMistake(const QString &name, const TextUse &use)
{
    const QString key = name.mid(6);
    bool filled = false;
    for (const ExpressionPtr &condition : use.conditions) {
        forEachLeaf(condition, [&](const Expression &leaf) {
            const bool compares = !leaf.otherKey.isEmpty() && leaf.of != Expression::Where::SameNode;
            filled = filled || (compares && (key == QLatin1String("node") || key == leaf.otherKey));
        });
    }
    return filled
        ? QString()
        : QStringLiteral("nothing fills {%1}: no condition compares with it on other nodes").arg(name);
}

bool isNumeric(const QString &type)
{
    return type == QLatin1String("int") || type == QLatin1String("real") || type == QLatin1String("moment");
}

} // namespace

QString placeholderMistake(const KnowledgeBase &knowledge, const QString &name, const TextUse &use)
{
    if (name == QLatin1String("node") || name == QLatin1String("component")
        || name == QLatin1String("subject")) {
        return {};
    }
    if (name.startsWith(QLatin1String("other."))) {
        return otherMistake(name, use);
    }
    if (!name.startsWith(QLatin1String("seen."))) {
        return knowledge.fact(name)
            ? QString()
            : QStringLiteral("nothing fills {%1}: no pack declares such a fact").arg(name);
    }
    const QString group = name.mid(5);
    bool filled = false;
    for (const ExpressionPtr &condition : use.conditions) {
        forEachLeaf(condition, [&](const Expression &leaf) {
            const Signature *signature =
                leaf.kind == Expression::Kind::Seen ? knowledge.signature(leaf.id) : nullptr;
            filled = filled || (signature && patternGroups(signature->pattern).contains(group));
        });
    }
    return filled ? QString()
                  : QStringLiteral("nothing fills {%1}: no signature in the condition has a group \"%2\"")
                        .arg(name, group);
}

void lintReferences(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
{
    for (const Reference &reference : notes.references) {
        const QString mistake = unresolved(knowledge, reference);
        if (!mistake.isEmpty() && !reference.id.isEmpty()) {
            problems.error(reference.place, mistake);
        }
    }
}

void lintCircles(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
{
    CircleFinder components([&](const QString &id) { return needsOf(knowledge, id); },
                            [&](const QString &id, const QString &circle) {
                                problems.error(placeOf(notes, QStringLiteral("component ") + id),
                                               QStringLiteral("\"needs\" goes in a circle: %1").arg(circle));
                            });
    for (const Component &component : knowledge.components()) {
        components.visit(component.id);
    }
    CircleFinder checks([&](const QString &id) { return checksBefore(knowledge, id); },
                        [&](const QString &id, const QString &circle) {
                            problems.error(
                                placeOf(notes, QStringLiteral("check ") + id),
                                QStringLiteral("checks depend on each other in a circle: %1").arg(circle));
                        });
    for (const Check &check : knowledge.checks()) {
        checks.visit(check.id);
    }
}

void lintOutcomes(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
{
    for (const Check &check : knowledge.checks()) {
        const Place place =
            placeOf(notes, QStringLiteral("check ") + check.id).at(QStringLiteral("outcomes"));
        QSet<QString> earlier;
        bool always = false;
        for (qsizetype i = 0; i < check.outcomes.size(); ++i) {
            const ExpressionPtr &condition = check.outcomes.at(i).condition;
            if (!condition) {
                continue;
            }
            const QString spelt = describe(*condition);
            if (always || earlier.contains(spelt)) {
                problems.error(
                    place.at(i),
                    always ? QStringLiteral("never reached: an earlier outcome is always true")
                           : QStringLiteral("never reached: an earlier outcome has the same condition"));
            }
            always = always || condition->kind == Expression::Kind::Always;
            earlier.insert(spelt);
        }
        if (always) {
            problems.question(place, QStringLiteral("\"true\" as a condition: say it in \"otherwise\""));
        }
    }
}

void lintPlaceholders(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{([A-Za-z0-9._-]+)\\}"));
    for (const TextUse &use : notes.texts) {
        QMap<QString, QSet<QString>> names;
        for (auto text = use.text.byLanguage.cbegin(); text != use.text.byLanguage.cend(); ++text) {
            for (auto match = placeholder.globalMatch(*text); match.hasNext();) {
                names[text.key()].insert(match.next().captured(1));
            }
        }
        const bool translated = use.text.byLanguage.size() == 2;
        if (translated && names.value(QStringLiteral("en")) != names.value(QStringLiteral("ru"))) {
            problems.question(use.place, QStringLiteral("\"en\" and \"ru\" name different placeholders"));
        }
        QStringList all;
        for (const QSet<QString> &found : std::as_const(names)) {
            all.append(found.values());
        }
        all.sort();
        all.removeDuplicates();
        for (const QString &name : std::as_const(all)) {
            if (const QString mistake = placeholderMistake(knowledge, name, use); !mistake.isEmpty()) {
                problems.error(use.place, mistake);
            }
        }
    }
}

void lintTypes(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
{
    const auto judge = [&](const ExpressionPtr &condition, const QString &owner) {
        forEachLeaf(condition, [&](const Expression &leaf) {
            const FactDeclaration *fact =
                leaf.kind == Expression::Kind::Fact ? knowledge.fact(leaf.id) : nullptr;
            const bool ordered = leaf.test == Expression::Test::AtLeast
                || leaf.test == Expression::Test::AtMost || leaf.test == Expression::Test::Above
                || leaf.test == Expression::Test::Below;
            if (fact && ordered && !isNumeric(fact->type)) {
                problems.question(
                    placeOf(notes, owner),
                    QStringLiteral("\"%1\" is a %2: it has no order").arg(fact->key, fact->type));
            }
            const bool ofVersions =
                leaf.test == Expression::Test::NewerThan || leaf.test == Expression::Test::OlderThan;
            if (fact && ofVersions && fact->type != QLatin1String("text")) {
                problems.question(placeOf(notes, owner),
                                  QStringLiteral("\"%1\" is a %2: only a text can be a version")
                                      .arg(fact->key, fact->type));
            }
            const bool equal = leaf.test == Expression::Test::Is || leaf.test == Expression::Test::IsNot;
            if (fact && equal && !leaf.values.isEmpty() && fact->type == QLatin1String("bool")
                && !std::holds_alternative<bool>(leaf.values.first())) {
                problems.question(
                    placeOf(notes, owner),
                    QStringLiteral("\"%1\" is a bool: compare it with true or false").arg(fact->key));
            }
        });
    };
    for (const Check &check : knowledge.checks()) {
        for (const Outcome &outcome : check.outcomes) {
            judge(outcome.condition, QStringLiteral("check ") + check.id);
        }
    }
    for (const CauseRule &cause : knowledge.causes()) {
        for (const ExpressionPtr &condition : conditionsOf(cause)) {
            judge(condition, QStringLiteral("cause ") + cause.id);
        }
    }
}

void lintProbes(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
{
    for (const Probe &probe : knowledge.probes()) {
        const Place place = placeOf(notes, QStringLiteral("probe ") + probe.id).at(QStringLiteral("run"));
        for (const QString &mistake :
             forbiddenReads(probe.run) + forbiddenWrites(probe.run) + vainSizes(probe.run)) {
            problems.error(place, mistake);
        }
    }
}

void lintCauses(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
{
    for (const CauseRule &cause : knowledge.causes()) {
        const Place place = placeOf(notes, QStringLiteral("cause ") + cause.id);
        if (cause.explains.isEmpty()) {
            problems.question(place.at(QStringLiteral("explains")), QStringLiteral("explains nothing"));
        }
        if (cause.steps.isEmpty()) {
            problems.question(place.at(QStringLiteral("steps")),
                              QStringLiteral("no steps: what is to be done?"));
        }
        if (cause.sources.isEmpty()) {
            problems.question(place.at(QStringLiteral("sources")),
                              QStringLiteral("no sources: where is this known from?"));
        }
        if (!cause.supports.isEmpty() && cause.tell.isEmpty()) {
            problems.question(place,
                              QStringLiteral("can be likely without being proved: \"tell\" must name the "
                                             "probes that would settle it"));
        }
    }
}

} // namespace gordian
