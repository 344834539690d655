// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Commands that hang, are killed, fail in their undoing or are at work yet; and who else may be at a mending.

#include "mendingscene.h"

#include <QtTest>

#include <unistd.h>

using namespace gordian;
using Way = MendingScene::Way;

namespace {

/// The calls of a mending that goes well.
struct Asked {
    Asked()
    {
        MendingScene scene;
        const Plan plan = scene.plan(scene.shortRemedy());
        applying = scene.begin(plan).asked;
        undoing = scene.goOn(plan.id, Way::Undo).asked;
    }
    QByteArrayList applying;
    QByteArrayList undoing;
};

} // namespace

class TestMendingCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aCommandThatHangsIsEndedAndTakenBack();
    void aCommandKilledByARestartIsTakenBack();
    void anUndoingThatFailedIsTriedAnew();
    void aCommandStillRunningIsNotUndoneFromUnderIt();
    void aLockThatWasCutOffIsNobodys();
    void anotherProgramCannotTakeUpTheSame();
    void theConditionIsAskedAgainRightBefore();
    void rightsThatAreGoneLeaveItWhereItStands_data();
    void rightsThatAreGoneLeaveItWhereItStands();
};

void TestMendingCommands::initTestCase()
{
    if (geteuid() != 0) {
        QSKIP("files are given back to their owners, which only root may");
    }
}

void TestMendingCommands::aCommandThatHangsIsEndedAndTakenBack()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {scene.path(QStringLiteral("laptop-never"))}), 0);
    Remedy remedy = scene.shortRemedy();
    remedy.actions[1].command +=
        QStringLiteral("; read x <%1").arg(scene.path(QStringLiteral("laptop-never")));
    remedy.actions[1].seconds = 1;
    const auto outcome = scene.begin(scene.plan(remedy));
    QVERIFY2(outcome.end && outcome.end->trouble, MendingScene::told(outcome).constData());
    QCOMPARE(outcome.end->trouble->trouble, Trouble::TookTooLong);
    QCOMPARE(outcome.end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

/// As a restart of the node leaves it: the command was begun, is no more, and nobody knows how it ended.
void TestMendingCommands::aCommandKilledByARestartIsTakenBack()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    Remedy remedy = scene.shortRemedy();
    // Whoever waits for it there, and would write down how it ended: the leader of its session.
    remedy.actions[1].command += QStringLiteral("; kill -9 $(cut -d ' ' -f 6 /proc/self/stat)");
    const auto outcome = scene.begin(scene.plan(remedy));
    QVERIFY2(outcome.end && outcome.end->trouble, MendingScene::told(outcome).constData());
    QCOMPARE(outcome.end->trouble->trouble, Trouble::CutOff);
    QCOMPARE(outcome.end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingCommands::anUndoingThatFailedIsTriedAnew()
{
    MendingScene scene;
    Remedy remedy = scene.remedy();
    remedy.actions = {remedy.actions.at(4)};
    remedy.verification.command = QStringLiteral("true");
    remedy.actions[0].undo = QStringLiteral("[ -e %1 ] && %2")
                                 .arg(scene.path(QStringLiteral("laptop-well")), remedy.actions[0].undo);
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(remedy);
    QCOMPARE(scene.begin(plan).end->state, MendingState::Applied);
    const auto failed = scene.goOn(plan.id, Way::Undo);
    QVERIFY2(failed.end->trouble, MendingScene::told(failed).constData());
    QCOMPARE(failed.end->state, MendingState::Undoing);
    QVERIFY(mendingsIn(scene.journalFolder()).first().isUnfinished());
    scene.put(QStringLiteral("laptop-well"), "yes");
    QCOMPARE(scene.goOn(plan.id, Way::Undo).end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingCommands::aCommandStillRunningIsNotUndoneFromUnderIt()
{
    MendingScene scene;
    const QString gate = scene.path(QStringLiteral("laptop-gate"));
    QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {gate}), 0);
    const QByteArray before = scene.everything();
    Remedy remedy = scene.shortRemedy();
    remedy.actions[1].command = QStringLiteral("read x <%1; ").arg(gate) + remedy.actions[1].command;
    const Plan plan = scene.plan(remedy);
    const Asked measured;
    const int run = int(measured.applying.indexOf("gr_run")) + 1;
    // The link breaks while the command waits; it goes on when the undoing is under way.
    const QString begun = scene.nodeFolder() + QLatin1Char('/') + plan.id + QStringLiteral("/run.a1.pid");
    QVERIFY(
        !scene.begin(plan, {Cut::When::DuringTheCall, run, [&begun] { return QFile::exists(begun); }}).end);
    const int ran = int(measured.undoing.indexOf("gr_ran")) + 1;
    const auto undone = scene.goOn(plan.id, Way::Undo,
                                   {Cut::When::OnlyTheDeed, ran, [&gate] {
                                        QProcess::startDetached(
                                            QStringLiteral("sh"),
                                            {QStringLiteral("-c"), QStringLiteral("echo go >%1").arg(gate)});
                                        return true;
                                    }});
    QVERIFY2(undone.end && undone.end->state == MendingState::Undone, MendingScene::told(undone).constData());
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingCommands::aLockThatWasCutOffIsNobodys()
{
    MendingScene scene;
    const Plan plan = scene.plan(scene.shortRemedy());
    QVERIFY(QDir().mkpath(scene.nodeFolder() + QStringLiteral("/lock")));
    QCOMPARE(scene.begin(plan).end->state, MendingState::Applied);
}

void TestMendingCommands::anotherProgramCannotTakeUpTheSame()
{
    MendingScene scene;
    const Plan plan = scene.plan(scene.shortRemedy());
    auto first = Journal::begin(scene.journalFolder(), plan);
    QVERIFY(first);
    const auto second = Journal::resume(scene.journalFolder(), plan.id);
    QVERIFY(!second && second.error().context.contains(QStringLiteral("inUse")));
    first->close();
    QVERIFY(Journal::resume(scene.journalFolder(), plan.id));
}

void TestMendingCommands::theConditionIsAskedAgainRightBefore()
{
    MendingScene scene;
    Remedy remedy = scene.shortRemedy();
    const QString mark = scene.path(QStringLiteral("laptop-mark"));
    scene.put(QStringLiteral("laptop-mark"), "");
    remedy.actions[1].check = QStringLiteral("[ -e %1 ]").arg(mark);
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(remedy);
    QVERIFY(plan.isAllowed());
    QFile::remove(mark);
    const auto outcome = scene.begin(plan);
    QVERIFY(outcome.end && outcome.end->trouble);
    QCOMPARE(outcome.end->trouble->trouble, Trouble::CheckFailed);
    QCOMPARE(outcome.end->trouble->action, 1);
    QCOMPARE(outcome.end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingCommands::rightsThatAreGoneLeaveItWhereItStands_data()
{
    QTest::addColumn<int>("call");
    const Asked measured;
    for (int call = 2; call <= measured.applying.size(); ++call) {
        QTest::addRow("broken off at call %d: %s", call, measured.applying.at(call - 1).constData()) << call;
    }
}

/// As when sudo is refused the next time: the shell is there, and is not root's.
void TestMendingCommands::rightsThatAreGoneLeaveItWhereItStands()
{
    QFETCH(int, call);
    MendingScene scene;
    scene.put(QStringLiteral("bin/id"),
              "#!/bin/sh\n[ ! -e \"$(dirname \"$0\")/../laptop-refused\" ] || { echo 1000; exit; }\n"
              "exec /usr/bin/id \"$@\"\n");
    QFile::setPermissions(scene.path(QStringLiteral("bin/id")), QFile::Permissions(0x7755));
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(scene.shortRemedy());
    QVERIFY(!scene.begin(plan, {Cut::When::AfterTheCall, call}).end);
    const Mending stood = mendingsIn(scene.journalFolder()).first();
    scene.put(QStringLiteral("laptop-refused"), "yes");
    for (const Way way : {Way::Apply, Way::Undo}) {
        const auto refused = scene.goOn(plan.id, way);
        QVERIFY2(refused.end && refused.end->trouble, MendingScene::told(refused).constData());
        QCOMPARE(refused.end->trouble->trouble, Trouble::NotRoot);
        const Mending now = mendingsIn(scene.journalFolder()).first();
        QCOMPARE(now.state, stood.state);
        QVERIFY(now.isUnfinished());
    }
    QFile::remove(scene.path(QStringLiteral("laptop-refused")));
    QCOMPARE(scene.goOn(plan.id, Way::Undo).end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

QTEST_GUILESS_MAIN(TestMendingCommands)
#include "tst_mendingcommands.moc"
