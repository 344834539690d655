// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/mendingadvice.h"

#include <QCoreApplication>

namespace gordian::ui {

namespace {

struct Advice {
    Q_DECLARE_TR_FUNCTIONS(MendingAdvice)
};

QString installIt()
{
    return Advice::tr("Install it on the node, then look again.");
}

QString becomeRoot()
{
    return Advice::tr(
        "See with “sudo -l” on the node what the account may do. Under Connect, remove the machine and "
        "add it again as root, or as an account that may use sudo.");
}

QString endTheOther()
{
    return Advice::tr(
        "Go on with that one or undo it, on the computer where it was begun; “gordianctl remedy status” "
        "names those of this computer.");
}

QString byHand()
{
    return Advice::tr("Do it by hand: the steps stand beside the cause.");
}

QString lookAgain()
{
    return Advice::tr("Look again: the new preview shows the node as it is now.");
}

} // namespace

QString adviceFor(const Refusal &refusal)
{
    switch (refusal.objection) {
    case Objection::MissingProgram:
        return installIt();
    case Objection::NotRoot:
        return becomeRoot();
    case Objection::Busy:
        return endTheOther();
    case Objection::NoSuchFile:
    case Objection::FileInTheWay:
    case Objection::CheckFailed:
        return Advice::tr("The node may have changed since it was examined: collect again.");
    case Objection::NotToBeRead:
    case Objection::CannotEdit:
    case Objection::WasFailed:
        return byHand();
    case Objection::QuorumAtRisk:
        return Advice::tr("Mend etcd's other members first, then look again.");
    case Objection::NothingToDo:
        return Advice::tr("What is shown is out of date: collect again.");
    case Objection::LastControlPlane:
    case Objection::OtherNode:
        break;
    }
    return {};
}

QString adviceFor(const MendingTrouble &trouble)
{
    switch (trouble.trouble) {
    case Trouble::ChangedMeanwhile:
    case Trouble::CheckFailed:
        return lookAgain();
    case Trouble::NoRoom:
        return Advice::tr("Free some room on the node (df -h, df -i), then look again.");
    case Trouble::Busy:
        return endTheOther();
    case Trouble::CommandFailed:
    case Trouble::TookTooLong:
        return Advice::tr(
            "What it printed stands below. Once the reason is gone, look again; or do it by hand: the "
            "steps stand beside the cause.");
    case Trouble::NotWellAfterwards:
        return Advice::tr(
            "Something else may be wrong as well: look at the findings once they are collected anew.");
    case Trouble::JournalFailed:
        return Advice::tr("Free some room on this computer, then go on or undo.");
    case Trouble::NotRoot:
        return becomeRoot();
    case Trouble::MissingProgram:
        return installIt();
    case Trouble::BackupBad:
        return Advice::tr(
            "Compare by hand what stands on the node with what was kept before anything is put back.");
    case Trouble::CutOff:
        return Advice::tr("See that the node stays up, then look again.");
    }
    return {};
}

} // namespace gordian::ui
