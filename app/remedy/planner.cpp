// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/planner.h"

#include "remedy/etcdsnapshot.h"
#include "remedy/textedit.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr int kLookSeconds = 20;
const auto kAbsent = QStringLiteral("absent");

struct Looked {
    QString digest;
    QString path;
};

/// One line of gr_look.
Looked lookedOf(const AgentReply &reply)
{
    const QList<QByteArray> words = reply.output.trimmed().split('\t');
    return {QString::fromUtf8(words.value(0)), QString::fromUtf8(words.value(2))};
}

bool isFile(const QString &digest)
{
    constexpr int kHexOfSha256 = 64;
    return digest.indexOf(QLatin1Char(':')) == kHexOfSha256;
}

/// A value of the node's goes into a command as one word.
QString wordOf(const QByteArray &output)
{
    return QString::fromUtf8(output).section(QLatin1Char('\n'), 0, 0).trimmed();
}

} // namespace

Planner::Planner(NodeShell &shell, Plan draft, QObject *parent)
    : QObject(parent),
      m_shell(shell),
      m_plan(std::move(draft))
{
}

void Planner::start()
{
    m_plan.actions.clear();
    if (needsEtcdSnapshot(m_plan.remedy)) {
        PlannedAction snapshot;
        snapshot.action = etcdSnapshot();
        m_plan.actions.append(snapshot);
    }
    for (const Action &action : std::as_const(m_plan.remedy.actions)) {
        PlannedAction made;
        made.action = action;
        m_plan.actions.append(made);
    }
    m_shell.ask(this, "gr_tools", {}, kLookSeconds, [this](const AgentReply &reply) {
        const QStringList missing =
            QString::fromUtf8(reply.output).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &each : missing) {
            const bool isRoot = each == QLatin1String("root");
            refuse(isRoot ? Objection::NotRoot : Objection::MissingProgram, -1, isRoot ? QString() : each);
        }
        missing.isEmpty() ? askOwner() : finish();
    });
}

/// One mending at a time on a node, also of another laptop's.
void Planner::askOwner()
{
    m_shell.ask(this, "gr_owner", {}, kLookSeconds, [this](const AgentReply &reply) {
        const QString owner = wordOf(reply.output);
        if (!owner.isEmpty()) {
            refuse(Objection::Busy, -1, owner);
        }
        lookAt(0);
    });
}

void Planner::refuse(Objection objection, int action, const QString &detail)
{
    m_plan.refusals.append({objection, action, detail});
}

void Planner::lookAt(int index)
{
    if (index >= m_plan.actions.size()) {
        finish();
        return;
    }
    const Action &action = at(index).action;
    switch (action.kind) {
    case Action::Kind::Edit:
    case Action::Kind::Place:
    case Action::Kind::SetAside:
        lookAtFile(index);
        break;
    case Action::Kind::Unit:
        m_shell.ask(this, "gr_unit", {action.unit.toUtf8()}, kLookSeconds,
                    [this, index](const AgentReply &reply) {
                        at(index).unitState = wordOf(reply.output);
                        askCheck(index);
                    });
        break;
    case Action::Kind::Command:
        lookAtTouched(index, action.touches);
        break;
    }
}

void Planner::lookAtFile(int index)
{
    m_shell.ask(this, "gr_look", {at(index).action.file.toUtf8()}, kLookSeconds,
                [this, index](const AgentReply &reply) { takeFile(index, reply); });
}

void Planner::takeFile(int index, const AgentReply &reply)
{
    const Looked looked = lookedOf(reply);
    PlannedAction &planned = at(index);
    planned.kept = {{looked.path, looked.digest}};
    const bool isAbsent = looked.digest == kAbsent;
    switch (planned.action.kind) {
    case Action::Kind::Place:
        planned.after = planned.action.content;
        planned.diff = unifiedDiff({}, planned.after, looked.path);
        planned.isDone = looked.digest == digestAfter(planned);
        if (!isAbsent && !planned.isDone) {
            refuse(Objection::FileInTheWay, index, looked.path);
        }
        break;
    case Action::Kind::SetAside:
        planned.isDone = isAbsent;
        break;
    default:
        if (const PlannedAction *earlier = earlierEdit(index, looked.path)) {
            planned.kept = {{looked.path, digestAfter(*earlier)}};
            planEdit(index, earlier->after);
            askCheck(index);
            return;
        }
        if (isAbsent && planned.action.isOptional) {
            planned.isDone = true;
            break;
        }
        if (!isFile(looked.digest)) {
            refuse(Objection::NoSuchFile, index, looked.path);
            break;
        }
        m_shell.ask(this, "gr_read", {looked.path.toUtf8()}, kLookSeconds,
                    [this, index](const AgentReply &text) { takeText(index, text); });
        return;
    }
    askCheck(index);
}

void Planner::takeText(int index, const AgentReply &reply)
{
    PlannedAction &planned = at(index);
    const QString path = planned.kept.first().path;
    if (reply.exitCode != 0) {
        refuse(Objection::NotToBeRead, index, path);
    } else {
        planEdit(index, QByteArray::fromBase64(reply.output));
    }
    askCheck(index);
}

void Planner::planEdit(int index, const QByteArray &before)
{
    PlannedAction &planned = at(index);
    const QString path = planned.kept.first().path;
    planned.before = before;
    const auto after = edited(planned.before, planned.action.format, planned.action.changes);
    planned.isDone = !after && after.error().code == ErrorCode::NothingToDo;
    planned.after = after.value_or(planned.before);
    planned.diff = unifiedDiff(planned.before, planned.after, path);
    if (!after && !planned.isDone) {
        refuse(Objection::CannotEdit, index, path + QStringLiteral(": ") + after.error().detail);
    }
}

/// The action of this plan that will have changed the same file by then; null: none.
const PlannedAction *Planner::earlierEdit(int index, const QString &path) const
{
    for (int i = index - 1; i >= 0; --i) {
        const PlannedAction &earlier = m_plan.actions.at(i);
        if (earlier.action.kind == Action::Kind::Edit && !earlier.isDone && !earlier.kept.isEmpty()
            && earlier.kept.first().path == path) {
            return &earlier;
        }
    }
    return nullptr;
}

void Planner::lookAtTouched(int index, QStringList left)
{
    if (left.isEmpty()) {
        askWas(index);
        return;
    }
    const QString path = left.takeFirst();
    m_shell.ask(this, "gr_look", {path.toUtf8()}, kLookSeconds, [this, index, left](const AgentReply &reply) {
        const Looked looked = lookedOf(reply);
        at(index).kept.append({looked.path, looked.digest});
        lookAtTouched(index, left);
    });
}

void Planner::askWas(int index)
{
    const QString was = at(index).action.was;
    if (was.isEmpty()) {
        askCheck(index);
        return;
    }
    m_shell.ask(this, "gr_ask", {QByteArray::number(kLookSeconds), was.toUtf8()}, kLookSeconds,
                [this, index, was](const AgentReply &reply) {
                    at(index).was = wordOf(reply.output);
                    if (reply.exitCode != 0) {
                        refuse(Objection::WasFailed, index, was);
                    }
                    askCheck(index);
                });
}

void Planner::askCheck(int index)
{
    const QString check = at(index).action.check;
    if (check.isEmpty() || at(index).isDone) {
        lookAt(index + 1);
        return;
    }
    m_shell.ask(this, "gr_ask", {QByteArray::number(kLookSeconds), check.toUtf8()}, kLookSeconds,
                [this, index, check](const AgentReply &reply) {
                    if (reply.exitCode != 0) {
                        const QString said = wordOf(reply.output);
                        refuse(Objection::CheckFailed, index, said.isEmpty() ? check : said);
                    }
                    lookAt(index + 1);
                });
}

void Planner::finish()
{
    // A snapshot alone mends nothing.
    const int first = needsEtcdSnapshot(m_plan.remedy) ? 1 : 0;
    const bool isIdle = std::all_of(m_plan.actions.cbegin() + first, m_plan.actions.cend(),
                                    [](const PlannedAction &planned) { return planned.isDone; });
    if (m_plan.isAllowed() && isIdle) {
        refuse(Objection::NothingToDo, -1, {});
    }
    emit planned(m_plan);
}

} // namespace gordian
