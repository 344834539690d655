// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// A mending as a person sees it, on a node in a folder: from the preview to the end and back, refused, cut
// off, and found again at the next start.

#include "fixes/mendingaside.h"
#include "fixes/mendingcard.h"
#include "mendingdesk.h"
#include "shared/flowtext.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace gordian;
using namespace gordian::ui;
using Phase = MendingPresenter::Phase;

class TestMendingPanel : public QObject {
    Q_OBJECT

private slots:
    void aPreviewShowsAllAndChangesNothing();
    void appliedAndUndoneByTwoClicks();
    void aRefusalLeavesNothingToApply();
    void whatDoesNotHelpIsUndoneAndSaid();
    void aLostLinkIsSaidAndGoneOnFrom();
    void whatStandsHalfWayIsFoundAtTheNextStart();
    void aStopLeavesItHalfWayWithBothWaysOpen();
    void aCancelledLookIsForgotten();
    void theDemoNodeIsNeverTouched();
    void saysItInRussianToo();
    void whatIsPrintedIsSeenAtOnce();
    void whatIsSoAlreadyIsNotWaitedFor();
    void whatWasDoneBeforeAStopStaysDone();
    void theStepUnderWayIsInSight();
    void aLookIsRepeatedByAClick();
    void besideItStandsWhereTheBackupIs();
    void aFileOfSomebodyElseIsSaidWithWhatToDo();
    void aLongCommandUnfolds();
    void aNodeThatCannotBeLookedAtIsNamed();
};

void TestMendingPanel::aPreviewShowsAllAndChangesNothing()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    Desk desk(scene);
    QVERIFY(desk.previews());
    QCOMPARE(scene.changedSince(before), QByteArray());
    QVERIFY(desk.offers("applyMending") && desk.offers("closeMending"));
    QVERIFY(!desk.offers("undoMending") && !desk.offers("stopMending"));
    QCOMPARE(desk.button("applyMending")->accessibleName(), QStringLiteral("Apply 7 steps on cp-1"));
    const MendingSheet sheet = desk.presenter.sheet();
    QCOMPARE(sheet.actions.size(), 7);
    QVERIFY(sheet.actions.first().isDiff);
    QVERIFY(sheet.actions.first().deed.contains(QStringLiteral("+  SystemdCgroup = true")));
    QVERIFY(sheet.actions.first().kept.first().endsWith(QStringLiteral("config.toml")));
    QVERIFY(sheet.actions.at(4).undo.startsWith(QStringLiteral("WAS='0'; echo")));
    QVERIFY(sheet.actions.last().deed.startsWith(QStringLiteral("systemctl restart kubelet")));
    desk.button("closeMending")->click();
    QCOMPARE(desk.presenter.phase(), Phase::None);
    QVERIFY(desk.mender.remembered().isEmpty());
}

void TestMendingPanel::appliedAndUndoneByTwoClicks()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    Desk desk(scene);
    QSignalSpy wanted(&desk.presenter, &MendingPresenter::examinationWanted);
    QVERIFY(desk.previews());
    desk.button("applyMending")->click();
    QCOMPARE(desk.presenter.phase(), Phase::Working);
    QVERIFY(desk.offers("stopMending"));
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("Applied on cp-1, and found well."));
    QCOMPARE(desk.presenter.stateText(0), QStringLiteral("done"));
    QCOMPARE(desk.presenter.tone(), Health::Healthy);
    QVERIFY(scene.text(QStringLiteral("etc/config.toml")).contains("SystemdCgroup = true"));
    QVERIFY(desk.presenter.log().contains(QStringLiteral("renewed")));
    QVERIFY(!desk.presenter.log().contains(QStringLiteral("absent"))); // no digests
    QCOMPARE(wanted.size(), 1);
    desk.button("undoMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("Undone: cp-1 is as it was before."));
    QCOMPARE(scene.changedSince(before), QByteArray());
    QCOMPARE(desk.presenter.stateText(0), QStringLiteral("undone"));
    QVERIFY(!desk.offers("undoMending") && desk.offers("closeMending"));
    QCOMPARE(wanted.size(), 2);
}

void TestMendingPanel::aRefusalLeavesNothingToApply()
{
    MendingScene scene;
    scene.put(QStringLiteral("etc/modules"), "somebody's\n");
    Desk desk(scene);
    QVERIFY(desk.previews());
    QVERIFY(!desk.offers("applyMending") && desk.offers("closeMending"));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("Refused. Nothing was changed on cp-1."));
    const auto *refusal = desk.panel.findChild<QLabel *>(QStringLiteral("refusal"));
    QVERIFY(refusal != nullptr && refusal->text().contains(QStringLiteral("is there already")));
    desk.presenter.apply();
    QCOMPARE(desk.presenter.phase(), Phase::Preview);
}

void TestMendingPanel::whatDoesNotHelpIsUndoneAndSaid()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    Desk desk(scene);
    desk.remedy.verification.command = QStringLiteral("false");
    QVERIFY(desk.previews());
    desk.button("applyMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("It was undone: cp-1 is as it was before."));
    QVERIFY(desk.presenter.detail().startsWith(QStringLiteral("It did not get well in time")));
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingPanel::aLostLinkIsSaidAndGoneOnFrom()
{
    MendingScene scene;
    Desk desk(scene);
    QVERIFY(desk.previews());
    constexpr int someCall = 8;
    desk.transports.next = {Cut::When::AfterTheCall, someCall};
    desk.button("applyMending")->click();
    QVERIFY(desk.reaches(Phase::Lost));
    QVERIFY(desk.presenter.headline().startsWith(QStringLiteral("The connection to cp-1 broke.")));
    QVERIFY(desk.presenter.detail().startsWith(QStringLiteral("Gordian can find out")));
    QVERIFY(desk.offers("goOnMending") && desk.offers("undoMending") && !desk.offers("closeMending"));
    desk.button("goOnMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("Applied on cp-1, and found well."));
}

void TestMendingPanel::whatStandsHalfWayIsFoundAtTheNextStart()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    {
        Desk killed(scene);
        QVERIFY(killed.previews());
        constexpr int someCall = 10;
        killed.transports.next = {Cut::When::BeforeTheCall, someCall};
        killed.button("applyMending")->click();
        QVERIFY(killed.reaches(Phase::Lost));
        QVERIFY(killed.presenter.unfinished().isEmpty()); // it is the one shown
    }
    Desk desk(scene);
    QCOMPARE(desk.presenter.unfinished().size(), 1);
    QVERIFY(!desk.bar.isHidden());
    auto *undo = desk.bar.findChild<QPushButton *>(QStringLiteral("undoRemembered"));
    QVERIFY(undo != nullptr);
    undo->click();
    QVERIFY(desk.bar.isHidden());
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("Undone: cp-1 is as it was before."));
    QCOMPARE(scene.changedSince(before), QByteArray());
    desk.presenter.close();
    QVERIFY(desk.presenter.unfinished().isEmpty());
}

void TestMendingPanel::aStopLeavesItHalfWayWithBothWaysOpen()
{
    MendingScene scene;
    Desk desk(scene);
    QVERIFY(desk.previews());
    connect(&desk.mender, &Mender::actionChanged, &desk.panel, [&desk](int action, ActionState state) {
        if (action == 0 && state == ActionState::Done) {
            desk.button("stopMending")->click();
        }
    });
    desk.button("applyMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QVERIFY(desk.presenter.headline().startsWith(QStringLiteral("It stands half-way on cp-1")));
    QVERIFY(desk.offers("goOnMending") && desk.offers("undoMending"));
    desk.mender.disconnect(&desk.panel);
    desk.button("goOnMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("Applied on cp-1, and found well."));
}

void TestMendingPanel::aCancelledLookIsForgotten()
{
    MendingScene scene;
    Desk desk(scene);
    QSignalSpy planned(&desk.mender, &Mender::planned);
    desk.presenter.look(desk.cause, desk.remedy);
    QVERIFY(desk.offers("closeMending"));
    desk.button("closeMending")->click();
    QCOMPARE(desk.presenter.phase(), Phase::None);
    QVERIFY(!desk.mender.isBusy());
    QVERIFY(desk.previews());
    QCOMPARE(planned.size(), 1);
}

void TestMendingPanel::theDemoNodeIsNeverTouched()
{
    MendingScene scene;
    Desk desk(scene, NodeOrigin::Recorded);
    desk.presenter.look(desk.cause, desk.remedy);
    QCOMPARE(desk.presenter.phase(), Phase::None);
    QVERIFY(!desk.mender.isBusy());
    QVERIFY(!whyNotMended(desk.investigation.currentCase().nodes.first().node).isEmpty());
}

void TestMendingPanel::saysItInRussianToo()
{
    MendingScene scene;
    Desk desk(scene);
    QVERIFY(desk.previews());
    desk.language.setCode(QStringLiteral("ru"));
    QCoreApplication::processEvents();
    QCOMPARE(desk.button("applyMending")->accessibleName(), QStringLiteral("Применить 7 шагов на cp-1"));
}

void TestMendingPanel::whatIsPrintedIsSeenAtOnce()
{
    MendingScene scene;
    Desk desk(scene);
    desk.remedy = scene.shortRemedy();
    desk.remedy.node = desk.investigation.currentCase().nodes.first().node.id;
    desk.remedy.actions[1].command =
        QStringLiteral(
            "printf 'ждём \\033[1m'; until [ -e '%1' ]; do sleep 0.1; done; printf '\\r 100 %%\\n'")
            .arg(scene.path(QStringLiteral("go")));
    QVERIFY(desk.previews());
    desk.button("applyMending")->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.presenter.log().endsWith(QStringLiteral("ждём ␛[1m")), Desk::kPatience);
    QVERIFY(desk.presenter.log().startsWith(QStringLiteral("── 2. ")));
    scene.put(QStringLiteral("go"), {});
    QVERIFY(desk.reaches(Phase::Ended));
    QVERIFY(desk.presenter.log().contains(QStringLiteral("ждём ␛[1m\n 100 %\n")));
    const auto *log = desk.panel.findChild<QPlainTextEdit *>(QStringLiteral("mendingLog"));
    QCOMPARE(log->toPlainText(), desk.presenter.log());
}

void TestMendingPanel::whatIsSoAlreadyIsNotWaitedFor()
{
    MendingScene scene;
    Desk desk(scene);
    QVERIFY(desk.previews());
    desk.button("applyMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    desk.presenter.close();
    desk.remedy.actions.removeAt(2); // what was set aside is gone, which would be refused
    QVERIFY(desk.previews());
    QCOMPARE(desk.presenter.stateOf(0), ActionState::Skipped);
    QCOMPARE(desk.presenter.stateText(0), QStringLiteral("nothing to do"));
}

void TestMendingPanel::whatWasDoneBeforeAStopStaysDone()
{
    MendingScene scene;
    Desk desk(scene);
    QVERIFY(desk.previews());
    connect(&desk.mender, &Mender::actionChanged, &desk.panel, [&desk](int action, ActionState state) {
        if (action == 1 && state == ActionState::Done) {
            desk.presenter.stop();
        }
    });
    desk.button("applyMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QVERIFY(desk.presenter.detail().startsWith(QStringLiteral("2 of 7 steps are done.")));
    for (int action = 2; action < desk.presenter.plan().actions.size(); ++action) {
        QCOMPARE(desk.presenter.stateText(action), QStringLiteral("waiting")); // nothing runs any more
    }
    desk.mender.disconnect(&desk.panel);
    desk.button("goOnMending")->click();
    QCOMPARE(desk.presenter.stateOf(0), ActionState::Done);
    QCOMPARE(desk.presenter.stateOf(1), ActionState::Done);
    QVERIFY(desk.reaches(Phase::Ended));
    for (int action = 0; action < desk.presenter.plan().actions.size(); ++action) {
        QCOMPARE(desk.presenter.stateText(action), QStringLiteral("done"));
    }
}

void TestMendingPanel::theStepUnderWayIsInSight()
{
    MendingScene scene;
    Desk desk(scene);
    desk.panel.resize(500, 300);
    QVERIFY(desk.previews());
    const auto *steps = desk.panel.findChild<QScrollArea *>(QStringLiteral("mendingSteps"));
    int furthest = 0;
    connect(&desk.presenter, &MendingPresenter::actionChanged, &desk.panel,
            [&] { furthest = std::max(furthest, steps->verticalScrollBar()->value()); });
    QCOMPARE(steps->verticalScrollBar()->value(), 0);
    desk.button("applyMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QVERIFY(furthest > 0);
}

void TestMendingPanel::aLookIsRepeatedByAClick()
{
    MendingScene scene;
    scene.put(QStringLiteral("etc/modules"), "somebody's\n");
    Desk desk(scene);
    QVERIFY(desk.previews());
    QVERIFY(desk.offers("lookAgain") && !desk.offers("applyMending"));
    QVERIFY(!desk.presenter.detail().isEmpty());
    QVERIFY(QFile::remove(scene.path(QStringLiteral("etc/modules"))));
    desk.button("lookAgain")->click();
    QCOMPARE(desk.presenter.phase(), Phase::Looking);
    QVERIFY(desk.reaches(Phase::Preview));
    QVERIFY(!desk.offers("lookAgain") && desk.offers("applyMending"));
    QVERIFY(desk.presenter.detail().isEmpty());
}

void TestMendingPanel::besideItStandsWhereTheBackupIs()
{
    MendingScene scene;
    Desk desk(scene);
    MendingAside aside(desk.presenter);
    const auto text = [&aside](const char *name) {
        return aside.findChild<QLabel *>(QString::fromUtf8(name))->text();
    };
    QVERIFY(desk.previews());
    const QString folder = scene.path(QStringLiteral("var/gordian/mendings/")) + desk.presenter.plan().id;
    QVERIFY(text("mendingBackup").contains(folder));
    QVERIFY(text("mendingUndo").contains(desk.presenter.plan().id));
    QVERIFY(text("mendingRisk").startsWith(QStringLiteral("Risk: ")));
    desk.button("applyMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QVERIFY(QFile::exists(folder));
    desk.button("undoMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QVERIFY(!QFile::exists(folder));
    QVERIFY(!text("mendingBackup").contains(folder));
}

void TestMendingPanel::aFileOfSomebodyElseIsSaidWithWhatToDo()
{
    MendingScene scene;
    Desk desk(scene);
    QVERIFY(desk.previews());
    scene.put(QStringLiteral("etc/config.toml"), "somebody's\n");
    desk.button("applyMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(scene.text(QStringLiteral("etc/config.toml")), QByteArray("somebody's\n"));
    QVERIFY(desk.presenter.detail().startsWith(QStringLiteral("Step 1: Somebody changed it")));
    QVERIFY(desk.presenter.detail().contains(QStringLiteral("Look again")));
    QCOMPARE(desk.presenter.stateText(1), QString()); // nothing waits any more
    QVERIFY(desk.offers("lookAgain"));
}

void TestMendingPanel::aLongCommandUnfolds()
{
    QWidget page;
    const QString command = QStringLiteral("one\n").repeated(20) + QStringLiteral("last");
    const std::unique_ptr<QWidget> box(makeDeedBox(command, false, &page));
    auto *text = box->findChild<FlowText *>(QStringLiteral("command"));
    auto *unfold = box->findChild<QPushButton *>(QStringLiteral("unfold"));
    QVERIFY(unfold != nullptr && !text->text().contains(QStringLiteral("last")));
    QVERIFY(text->accessibleName().contains(QStringLiteral("last")));
    unfold->click();
    QCOMPARE(text->text(), command);
    QVERIFY(unfold->isHidden());
    const std::unique_ptr<QWidget> brief(makeDeedBox(QStringLiteral("one\ntwo"), false, &page));
    QVERIFY(brief->findChild<QPushButton *>(QStringLiteral("unfold")) == nullptr);
}

void TestMendingPanel::aNodeThatCannotBeLookedAtIsNamed()
{
    MendingScene scene;
    Desk desk(scene);
    desk.transports.next = {Cut::When::BeforeTheCall, 1};
    desk.presenter.look(desk.cause, desk.remedy);
    QVERIFY(desk.reaches(Phase::Lost));
    QVERIFY(desk.presenter.detail().contains(QStringLiteral("cp-1")));
    QVERIFY(!desk.presenter.detail().contains(u'?'));
    QVERIFY(desk.offers("lookAgain") && desk.offers("closeMending") && !desk.offers("undoMending"));
}

QTEST_MAIN(TestMendingPanel)
#include "tst_mendingpanel.moc"
