// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Plans, applies and undoes on a node that is a folder, with a real shell; and breaks the link at every call.

#include "mendingscene.h"

#include <QtTest>

#include <unistd.h>

using namespace gordian;
using Way = MendingScene::Way;

class TestMending : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aPlanShowsEverythingAndChangesNothing();
    void aPlanSaysWhatStandsAgainstIt();
    void theHashIsOfWhatWillBeDone();
    void itIsAppliedAndUndoneToTheByte();
    void aCutLinkIsResumedAnywhere();
    void aCutLinkIsUndoneAnywhere();
    void aCutWhileUndoingIsUndoneAnywhere();
    void anotherLaptopTakesItOver();
    void twoStepsMayEditOneFile();
    void aFileThatChangedSinceThePlanIsNotTouched();
    void aFileThatChangedSinceIsNotOverwrittenByUndoing();
    void whatDoesNotHelpIsUndone();
    void aCommandThatFailsIsUndone();
    void twoMendingsDoNotMix();
    void withoutRoomNothingIsChanged();
    void aClaimedNodeIsCalledThat();
    void aTornJournalIsReadUpToThere();
};

void TestMending::initTestCase()
{
    if (geteuid() != 0) {
        QSKIP("files are given back to their owners, which only root may");
    }
}

void TestMending::aPlanShowsEverythingAndChangesNothing()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(scene.remedy());
    QVERIFY2(plan.isAllowed(), plan.isAllowed() ? "" : qPrintable(plan.refusals.first().detail));
    QCOMPARE(scene.changedSince(before), QByteArray());
    QVERIFY2(plan.actions.at(0).diff.contains("-  SystemdCgroup = false\n+  SystemdCgroup = true\n"),
             plan.actions.at(0).diff.constData());
    QVERIFY(plan.actions.at(1).diff.contains("+ARGS=\"--a=1\"\n"));
    QCOMPARE(plan.actions.at(4).was, QStringLiteral("0"));
    QCOMPARE(plan.actions.at(6).unitState, QStringLiteral("active enabled"));
    const auto read = planFromJson(planToJson(plan));
    QVERIFY(read);
    QCOMPARE(hashOf(*read), hashOf(plan));
    QCOMPARE(read->actions, plan.actions);
}

void TestMending::aPlanSaysWhatStandsAgainstIt()
{
    MendingScene scene;
    Remedy remedy = scene.remedy();
    scene.put(QStringLiteral("etc/modules"), "overlay\n");
    scene.put(QStringLiteral("etc/config.toml"), "[runc\n");
    QFile::remove(scene.path(QStringLiteral("etc/flags")));
    remedy.actions[4].check = QStringLiteral("false");
    const Plan plan = scene.plan(remedy);
    QVector<Objection> objections;
    for (const Refusal &refusal : plan.refusals) {
        objections.append(refusal.objection);
    }
    QCOMPARE(objections,
             (QVector<Objection>{Objection::CannotEdit, Objection::NoSuchFile, Objection::FileInTheWay,
                                 Objection::CheckFailed}));
}

void TestMending::theHashIsOfWhatWillBeDone()
{
    MendingScene scene;
    const Plan plan = scene.plan(scene.remedy());
    const Plan again = scene.plan(scene.remedy());
    QVERIFY(plan.id != again.id);
    QCOMPARE(hashOf(again), hashOf(plan));
    scene.put(QStringLiteral("etc/flags"), "ARGS=\"--a=2 --gone=2\"\n");
    QVERIFY(hashOf(scene.plan(scene.remedy())) != hashOf(plan));
}

void TestMending::itIsAppliedAndUndoneToTheByte()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(scene.remedy());
    const auto applied = scene.begin(plan);
    QVERIFY(applied.end);
    QVERIFY2(!applied.end->trouble, applied.end->trouble ? qPrintable(applied.end->trouble->detail) : "");
    QCOMPARE(applied.end->state, MendingState::Applied);
    QCOMPARE(scene.text(QStringLiteral("etc/config.toml")), "[runc] # as packaged\n  SystemdCgroup = true\n");
    QCOMPARE(scene.text(QStringLiteral("etc/modules")), "br_netfilter\n");
    QCOMPARE(scene.text(QStringLiteral("proc/forward")), "1\n");
    QCOMPARE(scene.text(QStringLiteral("etc/pki/extra")), "more\n");
    QVERIFY(!QFile::exists(scene.path(QStringLiteral("etc/manifests/second.yaml"))));
    QCOMPARE(scene.unitCalls(), "restart kubelet\n");
    QVERIFY(applied.printed.contains("renewed"));

    const auto undone = scene.goOn(plan.id, Way::Undo);
    QVERIFY(undone.end);
    QCOMPARE(undone.end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
    QCOMPARE(scene.unitCalls(), "restart kubelet\nrestart kubelet\n");
}

void TestMending::aCutLinkIsResumedAnywhere()
{
    MendingScene measured;
    const int calls = measured.begin(measured.plan(measured.remedy())).calls;
    QVERIFY(calls > 20);
    for (const Cut::When when : {Cut::When::BeforeTheCall, Cut::When::AfterTheCall}) {
        for (int call = 1; call <= calls; ++call) {
            MendingScene scene;
            const QByteArray before = scene.everything();
            const Plan plan = scene.plan(scene.remedy());
            QVERIFY(!scene.begin(plan, {when, call}).end);
            const auto resumed = scene.goOn(plan.id, Way::Apply);
            const QByteArray where = "call " + QByteArray::number(call);
            QVERIFY2(resumed.end && resumed.end->state == MendingState::Applied, where.constData());
            QVERIFY2(scene.text(QStringLiteral("proc/forward")) == "1\n", where.constData());
            const auto undone = scene.goOn(plan.id, Way::Undo);
            QVERIFY2(undone.end && undone.end->state == MendingState::Undone, where.constData());
            QCOMPARE(scene.changedSince(before), QByteArray());
        }
    }
}

void TestMending::aCutLinkIsUndoneAnywhere()
{
    MendingScene measured;
    const int calls = measured.begin(measured.plan(measured.remedy())).calls;
    for (const Cut::When when : {Cut::When::BeforeTheCall, Cut::When::AfterTheCall}) {
        for (int call = 1; call <= calls; ++call) {
            MendingScene scene;
            const QByteArray before = scene.everything();
            const Plan plan = scene.plan(scene.remedy());
            QVERIFY(!scene.begin(plan, {when, call}).end);
            const auto undone = scene.goOn(plan.id, Way::Undo);
            QVERIFY2(undone.end && undone.end->state == MendingState::Undone,
                     ("call " + QByteArray::number(call)).constData());
            QCOMPARE(scene.changedSince(before), QByteArray());
        }
    }
}

void TestMending::aCutWhileUndoingIsUndoneAnywhere()
{
    MendingScene measured;
    const Plan measuredPlan = measured.plan(measured.remedy());
    measured.begin(measuredPlan);
    const int calls = measured.goOn(measuredPlan.id, Way::Undo).calls;
    for (const Cut::When when : {Cut::When::BeforeTheCall, Cut::When::AfterTheCall}) {
        for (int call = 1; call <= calls; ++call) {
            MendingScene scene;
            const QByteArray before = scene.everything();
            const Plan plan = scene.plan(scene.remedy());
            QVERIFY(scene.begin(plan).end);
            QVERIFY(!scene.goOn(plan.id, Way::Undo, {when, call}).end);
            const auto undone = scene.goOn(plan.id, Way::Undo);
            QVERIFY2(undone.end && undone.end->state == MendingState::Undone,
                     ("call " + QByteArray::number(call)).constData());
            QCOMPARE(scene.changedSince(before), QByteArray());
        }
    }
}

// The laptop is gone, wherever it was: the node has all that another one needs to take it back.
void TestMending::anotherLaptopTakesItOver()
{
    MendingScene measured;
    const int calls = measured.begin(measured.plan(measured.remedy())).calls;
    for (int call = 1; call <= calls; ++call) {
        MendingScene scene;
        const QByteArray before = scene.everything();
        const Plan plan = scene.plan(scene.remedy());
        scene.begin(plan, {Cut::When::AfterTheCall, call});
        QVERIFY(QDir(scene.journalFolder()).removeRecursively());
        const QVector<Mending> held = scene.held();
        const QByteArray where = "call " + QByteArray::number(call);
        if (held.isEmpty()) {
            // Nothing was begun, and the claim on the node is given up.
            QVERIFY2(scene.changedSince(before).isEmpty(), (where + scene.changedSince(before)).constData());
            continue;
        }
        QCOMPARE(held.size(), 1);
        QCOMPARE(held.first().plan.id, plan.id);
        if (held.first().state == MendingState::Applied) {
            QVERIFY2(!QFile::exists(scene.nodeFolder() + QStringLiteral("/lock")), where);
        }
        QVERIFY(Journal::adopt(scene.journalFolder(), held.first()).has_value());
        QVERIFY(!Journal::adopt(scene.journalFolder(), held.first()).has_value());
        const auto undone = scene.goOn(plan.id, Way::Undo);
        QVERIFY2(undone.end && undone.end->state == MendingState::Undone, where + MendingScene::told(undone));
        QVERIFY2(scene.changedSince(before).isEmpty(), (where + scene.changedSince(before)).constData());
    }
}

// The second is planned on what the first makes of the file.
void TestMending::twoStepsMayEditOneFile()
{
    constexpr int EnoughCalls = 30;
    for (int call = 0; call <= EnoughCalls; ++call) {
        MendingScene scene;
        const QByteArray before = scene.everything();
        Remedy remedy = scene.shortRemedy();
        Action more = remedy.actions.first();
        more.changes = {
            {TextChange::Kind::Set, {QStringLiteral("runc"), QStringLiteral("Root")}, "\"/run\"", {}, {}}};
        remedy.actions = {remedy.actions.at(0), more, remedy.actions.at(2)};
        const Plan plan = scene.plan(remedy);
        QVERIFY(plan.isAllowed());
        const auto applied = scene.begin(plan, call > 0 ? Cut{Cut::When::AfterTheCall, call} : Cut());
        if (applied.end) {
            QCOMPARE(applied.end->state, MendingState::Applied);
            const QByteArray text = scene.text(QStringLiteral("etc/config.toml"));
            QVERIFY2(text.contains("SystemdCgroup = true") && text.contains("Root = \"/run\""), text);
        }
        const auto undone = scene.goOn(plan.id, Way::Undo);
        QVERIFY2(undone.end && undone.end->state == MendingState::Undone, MendingScene::told(undone));
        QVERIFY2(scene.changedSince(before).isEmpty(), scene.changedSince(before));
        if (call > 0 && applied.end) {
            break; // it has no more calls
        }
    }
}

void TestMending::aFileThatChangedSinceThePlanIsNotTouched()
{
    MendingScene scene;
    const Plan plan = scene.plan(scene.remedy());
    const QByteArray mine = "[runc] # mine\n  SystemdCgroup = false\n";
    scene.put(QStringLiteral("etc/config.toml"), mine);
    const QByteArray before = scene.everything();
    const auto refused = scene.begin(plan);
    QVERIFY(refused.end && refused.end->trouble);
    QCOMPARE(refused.end->trouble->trouble, Trouble::ChangedMeanwhile);
    QCOMPARE(refused.end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMending::aFileThatChangedSinceIsNotOverwrittenByUndoing()
{
    MendingScene scene;
    const Plan plan = scene.plan(scene.remedy());
    QVERIFY(scene.begin(plan).end);
    const QByteArray mine = "[runc] # mine\n";
    scene.put(QStringLiteral("etc/config.toml"), mine);
    const auto undone = scene.goOn(plan.id, Way::Undo);
    QVERIFY(undone.end);
    QCOMPARE(undone.end->state, MendingState::Stuck);
    QCOMPARE(undone.end->leftAlone, QStringList{scene.path(QStringLiteral("etc/config.toml"))});
    QCOMPARE(scene.text(QStringLiteral("etc/config.toml")), mine);
    QCOMPARE(scene.text(QStringLiteral("etc/flags")), "ARGS=\"--a=1 --gone=2\"\n");
    // With the file as we left it, it can be undone after all.
    scene.put(QStringLiteral("etc/config.toml"), plan.actions.at(0).after);
    QCOMPARE(scene.goOn(plan.id, Way::Undo).end->state, MendingState::Undone);
}

void TestMending::whatDoesNotHelpIsUndone()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    Remedy remedy = scene.remedy();
    remedy.verification.command = QStringLiteral("echo the kubelet is dead; false");
    const auto ended = scene.begin(scene.plan(remedy));
    QVERIFY(ended.end && ended.end->trouble);
    QCOMPARE(ended.end->trouble->trouble, Trouble::NotWellAfterwards);
    QCOMPARE(ended.end->trouble->detail, QStringLiteral("the kubelet is dead"));
    QCOMPARE(ended.end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMending::aCommandThatFailsIsUndone()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    Remedy remedy = scene.remedy();
    remedy.actions[5].command += QStringLiteral("; echo half; exit 9");
    const auto ended = scene.begin(scene.plan(remedy));
    QVERIFY(ended.end && ended.end->trouble);
    QCOMPARE(ended.end->trouble->trouble, Trouble::CommandFailed);
    QCOMPARE(ended.end->trouble->action, 5);
    QCOMPARE(ended.end->trouble->exitCode, 9);
    QCOMPARE(scene.changedSince(before), QByteArray());
    QVERIFY(scene.unitCalls().isEmpty());
}

void TestMending::twoMendingsDoNotMix()
{
    MendingScene scene;
    const Plan first = scene.plan(scene.remedy());
    const Plan second = scene.plan(scene.remedy());
    QVERIFY(!scene.begin(first, {Cut::When::AfterTheCall, 12}).end);
    const auto refused = scene.begin(second);
    QVERIFY(refused.end && refused.end->trouble);
    QCOMPARE(refused.end->trouble->trouble, Trouble::Busy);
    QCOMPARE(refused.end->trouble->detail, first.id);
    QCOMPARE(refused.end->state, MendingState::Planned);
    QCOMPARE(scene.goOn(first.id, Way::Apply).end->state, MendingState::Applied);
}

void TestMending::withoutRoomNothingIsChanged()
{
    MendingScene scene;
    const QString full = scene.path(QStringLiteral("var"));
    if (QProcess::execute(QStringLiteral("mount"),
                          {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                           QStringLiteral("size=16k"), QStringLiteral("tmpfs"), full})
        != 0) {
        QSKIP("a small file system cannot be mounted here");
    }
    const QByteArray before = scene.text(QStringLiteral("etc/config.toml"));
    const auto ended = scene.begin(scene.plan(scene.remedy()));
    QProcess::execute(QStringLiteral("umount"), {full});
    QVERIFY(ended.end && ended.end->trouble);
    QCOMPARE(ended.end->trouble->trouble, Trouble::NoRoom);
    QCOMPARE(scene.text(QStringLiteral("etc/config.toml")), before);
}

/// Nothing was changed, but nobody else may begin there before it is ended.
void TestMending::aClaimedNodeIsCalledThat()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(scene.remedy());
    constexpr int kOpening = 2; // it asks for the node's programs first
    QVERIFY(!scene.begin(plan, {Cut::When::AfterTheCall, kOpening}).end);
    const QVector<Mending> found = mendingsIn(scene.journalFolder());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().state, MendingState::Claimed);
    QVERIFY(found.first().isUnfinished());
    QVERIFY(!scene.changedSince(before).isEmpty()); // the lock
    QCOMPARE(scene.goOn(plan.id, Way::Undo).end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMending::aTornJournalIsReadUpToThere()
{
    MendingScene scene;
    const Plan plan = scene.plan(scene.remedy());
    QVERIFY(!scene.begin(plan, {Cut::When::AfterTheCall, 12}).end);
    QFile file(scene.journalFolder() + QLatin1Char('/') + plan.id + QStringLiteral(".journal"));
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"what\":\"do");
    file.close();
    const QVector<Mending> found = mendingsIn(scene.journalFolder());
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().isUnfinished());
    QCOMPARE(scene.goOn(plan.id, Way::Apply).end->state, MendingState::Applied);
    QVERIFY(!mendingsIn(scene.journalFolder()).first().isUnfinished());
}

QTEST_GUILESS_MAIN(TestMending)
#include "tst_mending.moc"
