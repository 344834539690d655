// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The words for mending: what stands against it, what it goes through, how it ends.

#include "report/phrases.h"

#include <cstddef>

namespace gordian {

namespace {

// In the order of their enumerations. %1 is the detail.
const char *const Objections[] = {
    QT_TRANSLATE_NOOP("report", "The node lacks a program that is needed: %1"),
    QT_TRANSLATE_NOOP("report",
                      "This needs root's rights on the node; sign in as an account that may use sudo"),
    QT_TRANSLATE_NOOP("report", "Another mending has not ended there yet: %1"),
    QT_TRANSLATE_NOOP("report", "There is no such file: %1"),
    QT_TRANSLATE_NOOP("report", "What would be made is there already: %1"),
    QT_TRANSLATE_NOOP("report", "The file holds secrets or is too large, and is not read: %1"),
    QT_TRANSLATE_NOOP("report", "The file cannot be changed without touching more; change it by hand: %1"),
    QT_TRANSLATE_NOOP("report", "What must be so before this is not so: %1"),
    QT_TRANSLATE_NOOP("report", "How to undo it cannot be found out: %1"),
    QT_TRANSLATE_NOOP("report", "etcd would lose its quorum meanwhile: %1 of its members would be left"),
    QT_TRANSLATE_NOOP("report", "All of it is so already; nothing is to be done"),
    QT_TRANSLATE_NOOP(
        "report",
        "No other API server is known to answer (%1): mend the other control-plane nodes first, "
        "or examine them too"),
    QT_TRANSLATE_NOOP("report",
                      "Another node's mending stands half-way: %1. One node at a time: end that one first")};
const char *const Troubles[] = {
    QT_TRANSLATE_NOOP("report", "Somebody changed it since the plan was made; it was not touched"),
    QT_TRANSLATE_NOOP("report", "The node has no room for a backup or a file: %1"),
    QT_TRANSLATE_NOOP("report", "Another mending has not ended there yet: %1"),
    QT_TRANSLATE_NOOP("report", "What must be so before this is not so any more: %1"),
    QT_TRANSLATE_NOOP("report", "The command failed: %1"),
    QT_TRANSLATE_NOOP("report", "It did not get well in time: %1"),
    QT_TRANSLATE_NOOP("report", "This machine cannot write its journal, so nothing more is changed"),
    QT_TRANSLATE_NOOP("report", "The account has no root's rights on the node now, so nothing more was done"),
    QT_TRANSLATE_NOOP("report", "The node lacks a program that is needed: %1"),
    QT_TRANSLATE_NOOP("report", "What was kept is gone or was altered; nothing was overwritten with it: %1"),
    QT_TRANSLATE_NOOP("report", "The command took longer than it may and was ended: %1"),
    QT_TRANSLATE_NOOP("report", "The command was cut off from outside, as by a restart of the node: %1")};
const char *const States[] = {QT_TRANSLATE_NOOP("report", "not begun"),
                              QT_TRANSLATE_NOOP("report", "begun; nothing was changed yet"),
                              QT_TRANSLATE_NOOP("report", "being applied"),
                              QT_TRANSLATE_NOOP("report", "being verified"),
                              QT_TRANSLATE_NOOP("report", "applied and well"),
                              QT_TRANSLATE_NOOP("report", "being undone"),
                              QT_TRANSLATE_NOOP("report", "undone"),
                              QT_TRANSLATE_NOOP("report", "partly undone: somebody must decide"),
                              QT_TRANSLATE_NOOP("report", "left as it stood")};
const char *const ActionStates[] = {
    QT_TRANSLATE_NOOP("report", "waiting"),   QT_TRANSLATE_NOOP("report", "running"),
    QT_TRANSLATE_NOOP("report", "done"),      QT_TRANSLATE_NOOP("report", "nothing to do"),
    QT_TRANSLATE_NOOP("report", "failed"),    QT_TRANSLATE_NOOP("report", "undone"),
    QT_TRANSLATE_NOOP("report", "left alone")};
const char *const Risks[] = {
    QT_TRANSLATE_NOOP("report", "low (nothing that runs is interrupted)"),
    QT_TRANSLATE_NOOP("report", "moderate (something is restarted)"),
    QT_TRANSLATE_NOOP("report", "high (something is away for a while, or data is touched)")};

template <typename Code, std::size_t N> const char *wordsOf(const char *const (&table)[N], Code code)
{
    return table[static_cast<std::size_t>(code)];
}

/// Without a detail what would introduce it goes too.
QString with(const QString &sentence, const QString &detail)
{
    if (detail.isEmpty() && sentence.endsWith(QLatin1String(": %1"))) {
        return sentence.chopped(4);
    }
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(detail) : sentence;
}

} // namespace

QString Phrases::refusal(const Refusal &refusal) const
{
    return with(translate(wordsOf(Objections, refusal.objection)), refusal.detail);
}

QString Phrases::trouble(const MendingTrouble &trouble) const
{
    return with(translate(wordsOf(Troubles, trouble.trouble)), trouble.detail);
}

QString Phrases::mendingState(MendingState code) const
{
    return translate(wordsOf(States, code));
}

QString Phrases::actionState(ActionState code) const
{
    return translate(wordsOf(ActionStates, code));
}

QString Phrases::risk(RemedyRisk code) const
{
    return translate(wordsOf(Risks, code));
}

} // namespace gordian
