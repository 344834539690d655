// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What a node hands over of mendings is hostile: it becomes a file on the laptop and commands on a node.

#include "remedy/heldmendings.h"

#include <QTest>

using namespace gordian;

namespace {

const auto Id = QStringLiteral("20261130-120000-0123abcd");

Node asked()
{
    Node node;
    node.id = QStringLiteral("n1");
    node.endpoint.host = QStringLiteral("cp1");
    return node;
}

Plan planOf(const QString &id, const QString &host = QStringLiteral("cp1"))
{
    Plan plan;
    plan.id = id;
    plan.at = QDateTime::fromString(QStringLiteral("2026-11-30T12:00:00Z"), Qt::ISODate);
    plan.node.id = QStringLiteral("n7");
    plan.node.endpoint.host = host;
    plan.actions.resize(2);
    return plan;
}

QByteArray line(const QByteArray &plan, const QByteArray &notes)
{
    return plan.toBase64() + ' ' + notes.toBase64() + '\n';
}

} // namespace

class TestHeldMendings : public QObject {
    Q_OBJECT

private slots:
    void knowsHowFarItCame_data();
    void knowsHowFarItCame();
    void isOfTheNodeThatWasAsked();
    void leavesOutWhatCannotBe_data();
    void leavesOutWhatCannotBe();
    void theNewestComesFirst();
};

void TestHeldMendings::knowsHowFarItCame_data()
{
    QTest::addColumn<QByteArray>("notes");
    QTest::addColumn<MendingState>("state");
    QTest::addColumn<bool>("secondBegun");
    QTest::newRow("claimed") << QByteArray() << MendingState::Applying << false;
    QTest::newRow("in the second step") << QByteArray(
        "2026-11-30T12:00:01Z begin 0\n2026-11-30T12:00:02Z done 0\n2026-11-30T12:00:03Z begin 1\n")
                                        << MendingState::Applying << true;
    QTest::newRow("applied") << QByteArray("2026-11-30T12:00:03Z begin 1\n2026-11-30T12:01:00Z applied\n")
                             << MendingState::Applied << true;
    QTest::newRow("on its way back") << QByteArray(
        "2026-11-30T12:01:00Z applied\n2026-11-30T12:02:00Z undoing\n")
                                     << MendingState::Undoing << false;
    QTest::newRow("steps that there are not, and noise")
        << QByteArray("2026-11-30T12:00:01Z begin 2\nx begin -1\nbegin\n\xff\xfe\n") << MendingState::Applying
        << false;
}

void TestHeldMendings::knowsHowFarItCame()
{
    QFETCH(QByteArray, notes);
    QFETCH(bool, secondBegun);
    const auto held = heldMendings(line(planToJson(planOf(Id)), notes), asked());
    QCOMPARE(held.size(), 1);
    QTEST(held.first().state, "state");
    const auto &entries = held.first().entries;
    QCOMPARE(std::any_of(entries.cbegin(), entries.cend(),
                         [](const JournalEntry &each) {
                             return each.what == QLatin1String("begin") && each.action == 1;
                         }),
             secondBegun);
    QVERIFY(std::all_of(entries.cbegin(), entries.cend(),
                        [](const JournalEntry &each) { return each.action >= -1 && each.action < 2; }));
}

void TestHeldMendings::isOfTheNodeThatWasAsked()
{
    const auto held = heldMendings(line(planToJson(planOf(Id, QStringLiteral("elsewhere"))), {}), asked());
    QCOMPARE(held.size(), 1);
    QCOMPARE(held.first().plan.node.endpoint.host, QStringLiteral("cp1"));
    QCOMPARE(held.first().plan.node.id, QStringLiteral("n1"));
}

void TestHeldMendings::leavesOutWhatCannotBe_data()
{
    QTest::addColumn<QByteArray>("printed");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << QByteArray("command not found\n\n \n");
    QTest::newRow("a plan that was altered")
        << line(planToJson(planOf(Id)).replace("\"isDone\":false", "\"isDone\":true"), {});
    QTest::newRow("an id that leads out of the folder")
        << line(planToJson(planOf(QStringLiteral("../../.ssh/authorized_keys"))), {});
    QTest::newRow("an id with a line's end") << line(planToJson(planOf(Id + QLatin1Char('\n'))), {});
}

void TestHeldMendings::leavesOutWhatCannotBe()
{
    QFETCH(QByteArray, printed);
    QVERIFY(heldMendings(printed, asked()).isEmpty());
}

void TestHeldMendings::theNewestComesFirst()
{
    const QString later = QStringLiteral("20261130-130000-00000000");
    const auto held =
        heldMendings(line(planToJson(planOf(Id)), {}) + line(planToJson(planOf(later)), {}), asked());
    QCOMPARE(held.size(), 2);
    QCOMPARE(held.first().plan.id, later);
}

QTEST_APPLESS_MAIN(TestHeldMendings)
#include "tst_heldmendings.moc"
