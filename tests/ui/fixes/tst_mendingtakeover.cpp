// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What another laptop began on a node, and how this one takes it over, as a person sees it.

#include "mendingdesk.h"

using namespace gordian;
using namespace gordian::ui;
using Phase = MendingPresenter::Phase;

class TestMendingTakeover : public QObject {
    Q_OBJECT

private slots:
    void anotherLaptopsIsTakenOverAndUndone();
    void whatTheOtherLaptopEndsMeanwhileIsSaid();
    void takingOverIsCancelledAndSurvivesALostLink();
};

void TestMendingTakeover::anotherLaptopsIsTakenOverAndUndone()
{
    MendingScene scene;
    const QByteArray before = Desk::leaveToOthers(scene);
    Desk desk(scene);
    QVERIFY(desk.bar.isHidden());
    QVERIFY(desk.previews());
    QVERIFY(desk.offers("takeOverMending") && desk.offers("lookAgain") && !desk.offers("applyMending"));
    QVERIFY(desk.presenter.detail().contains(QStringLiteral("take the mending over")));
    desk.button("takeOverMending")->click();
    QCOMPARE(desk.presenter.phase(), Phase::Looking);
    QVERIFY(desk.presenter.headline().startsWith(QStringLiteral("Asking cp-1")));
    QVERIFY(desk.reaches(Phase::None));
    QCOMPARE(desk.presenter.unfinished().size(), 1);
    QVERIFY(!desk.bar.isHidden());
    // It is known now: the bar has it, and it is not taken over twice.
    QVERIFY(desk.previews());
    QVERIFY(!desk.offers("takeOverMending") && desk.offers("lookAgain"));
    desk.presenter.close();
    desk.bar.findChild<QPushButton *>(QStringLiteral("undoRemembered"))->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("Undone: cp-1 is as it was before."));
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingTakeover::whatTheOtherLaptopEndsMeanwhileIsSaid()
{
    MendingScene scene;
    Desk::leaveToOthers(scene);
    Desk desk(scene);
    QVERIFY(desk.previews());
    QVERIFY(desk.offers("takeOverMending"));
    QVERIFY(QDir(scene.nodeFolder()).removeRecursively());
    desk.button("takeOverMending")->click();
    QVERIFY(desk.reaches(Phase::Ended));
    QCOMPARE(desk.presenter.headline(), QStringLiteral("Nothing was changed on cp-1."));
    QVERIFY(desk.presenter.detail().startsWith(QStringLiteral("Nothing of another laptop's")));
    QVERIFY(desk.offers("lookAgain") && desk.offers("closeMending") && !desk.offers("goOnMending"));
}

void TestMendingTakeover::takingOverIsCancelledAndSurvivesALostLink()
{
    MendingScene scene;
    Desk::leaveToOthers(scene);
    Desk desk(scene);
    QVERIFY(desk.previews());
    desk.transports.next = {Cut::When::BeforeTheCall, 1};
    desk.button("takeOverMending")->click();
    QVERIFY(desk.reaches(Phase::Lost));
    QVERIFY(desk.offers("lookAgain") && desk.offers("closeMending") && !desk.offers("undoMending"));
    desk.button("lookAgain")->click();
    QVERIFY(desk.reaches(Phase::Preview));
    desk.button("takeOverMending")->click();
    desk.button("closeMending")->click();
    QCOMPARE(desk.presenter.phase(), Phase::None);
    QVERIFY(!desk.mender.isBusy());
    QVERIFY(desk.mender.remembered().isEmpty());
}

QTEST_MAIN(TestMendingTakeover)
#include "tst_mendingtakeover.moc"
