// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The part of the loader for what remedies share. It is put in its place while packs are read: a plan shows
// what will be done in full, and depends on no name.

#include "knowledge/packloader.h"

#include <QRegularExpression>

namespace gordian {

namespace {

const auto kKebab = QStringLiteral("[a-z][a-z0-9]*(-[a-z0-9]+)*");
constexpr int kLongestWait = 1800; // seconds

/// "{use:NAME}" in a shell text.
const QRegularExpression &uses()
{
    static const QRegularExpression form(QStringLiteral("\\{use:([^}]*)\\}"));
    return form;
}

} // namespace

Verification PackLoader::readVerification(const Cursor &at, const QVector<ExpressionPtr> &conditions)
{
    Verification made;
    if (at.require("command")) {
        made.command = at.lines("command");
    }
    made.says = sentence(at, "says", Presence::Required, conditions);
    made.stableSeconds = at.integer("stable", made.stableSeconds, 1, 600);
    made.withinSeconds = at.integer("within", made.withinSeconds, 1, kLongestWait);
    return made;
}

void PackLoader::readSharedCommand(const Cursor &at)
{
    if (!at.object({"id", "run"})) {
        return;
    }
    const QString name = id(at, "id", QStringLiteral("command"), kKebab);
    QString run = at.lines("run");
    if (run.contains(uses())) {
        at.child("run").error(QStringLiteral("a shared command may not use another"));
        run.clear();
    }
    m_shared.commands.insert(name, run);
}

void PackLoader::readSharedAction(const Cursor &at)
{
    if (!isAction(at)) {
        return;
    }
    const QString name = id(at, "id", QStringLiteral("action"), kKebab);
    const ExpressionPtr condition = expression(at, "if");
    m_shared.actions.insert(name, {readAction(at, {condition}), condition});
}

void PackLoader::readSharedVerification(const Cursor &at)
{
    if (at.object({"id", "command", "says", "stable", "within"})) {
        const QString name = id(at, "id", QStringLiteral("verification"), kKebab);
        m_shared.verifications.insert(name, readVerification(at, {}));
    }
}

void PackLoader::putSharedParts()
{
    for (const SharedUse &use : std::as_const(m_shared.actionUses)) {
        const auto found = m_shared.actions.constFind(use.id);
        if (found == m_shared.actions.cend()) {
            m_problems.error(use.place, QStringLiteral("no pack declares the action \"%1\"").arg(use.id));
            continue;
        }
        RemedyRule &rule = m_knowledge.m_remedies[use.remedy];
        rule.remedy.actions[use.action] = found->action;
        rule.actionConditions[use.action] = found->condition;
    }
    for (const SharedUse &use : std::as_const(m_shared.verificationUses)) {
        const auto found = m_shared.verifications.constFind(use.id);
        if (found == m_shared.verifications.cend()) {
            m_problems.error(use.place,
                             QStringLiteral("no pack declares the verification \"%1\"").arg(use.id));
            continue;
        }
        m_knowledge.m_remedies[use.remedy].remedy.verification = *found;
    }
    for (RemedyRule &rule : m_knowledge.m_remedies) {
        putSharedCommands(rule);
    }
}

void PackLoader::putSharedCommands(RemedyRule &rule)
{
    const auto put = [this, &rule](QString &text) {
        for (auto match = uses().match(text); match.hasMatch(); match = uses().match(text)) {
            const QString name = match.captured(1);
            if (!m_shared.commands.contains(name)) {
                m_problems.error(m_notes.places.value(QStringLiteral("remedy ") + rule.remedy.id),
                                 QStringLiteral("no pack declares the command \"%1\"").arg(name));
            }
            text.replace(match.captured(0), m_shared.commands.value(name));
        }
    };
    for (Action &action : rule.remedy.actions) {
        put(action.check);
        put(action.command);
        put(action.undo);
        put(action.was);
    }
    put(rule.remedy.verification.command);
}

} // namespace gordian
