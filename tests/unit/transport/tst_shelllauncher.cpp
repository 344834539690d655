// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/shelllauncher.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace gordian;
using Event = ShellLauncher::Event;

class TestShellLauncher : public QObject {
    Q_OBJECT

private slots:
    void everyLoginShellPassesItOn_data();
    void everyLoginShellPassesItOn();
    void isOneLineThatNoShellReadsInItsOwnWay_data();
    void isOneLineThatNoShellReadsInItsOwnWay();
    void findsItsMarkerInPieces();
    void dropsChatterBeforeTheMarker();
    void hearsSudoAskInPieces();
    void tellsWhyThereIsNoShell_data();
    void tellsWhyThereIsNoShell();
    void cannotBeFooledByAnotherRunsMarker();
};

void TestShellLauncher::everyLoginShellPassesItOn_data()
{
    QTest::addColumn<QStringList>("shell");
    QTest::newRow("dash") << QStringList{QStringLiteral("dash")};
    QTest::newRow("bash") << QStringList{QStringLiteral("bash")};
    QTest::newRow("busybox ash") << QStringList{QStringLiteral("busybox"), QStringLiteral("ash")};
    QTest::newRow("zsh") << QStringList{QStringLiteral("zsh")};
    QTest::newRow("csh") << QStringList{QStringLiteral("csh")};
    QTest::newRow("tcsh") << QStringList{QStringLiteral("tcsh")};
    QTest::newRow("fish") << QStringList{QStringLiteral("fish")};
}

void TestShellLauncher::everyLoginShellPassesItOn()
{
    QFETCH(QStringList, shell);
    if (QStandardPaths::findExecutable(shell.first()).isEmpty()) {
        QSKIP("this shell is not installed here");
    }
    ShellLauncher launcher(ShellRights::SudoIfFree);
    QProcess process;
    process.start(shell.first(),
                  shell.mid(1) + QStringList{QStringLiteral("-c"), QString::fromLatin1(launcher.command())});
    process.write("echo \"got $((20 + 22))\"\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QByteArray bytes = process.readAllStandardOutput();
    QCOMPARE(launcher.takeOutput(bytes), Event::Ready);
    QCOMPARE(bytes, QByteArray("got 42\n"));
}

void TestShellLauncher::isOneLineThatNoShellReadsInItsOwnWay_data()
{
    QTest::addColumn<ShellRights>("rights");
    QTest::newRow("as the account") << ShellRights::Account;
    QTest::newRow("with sudo if it is free") << ShellRights::SudoIfFree;
    QTest::newRow("with sudo's password") << ShellRights::SudoPassword;
}

void TestShellLauncher::isOneLineThatNoShellReadsInItsOwnWay()
{
    QFETCH(ShellRights, rights);
    const QByteArray script = ShellLauncher(rights).script();
    for (const char c : {'\'', '\\', '!', '\n', '\r', '`'}) {
        QVERIFY2(!script.contains(c), script.constData());
    }
}

void TestShellLauncher::findsItsMarkerInPieces()
{
    ShellLauncher launcher(ShellRights::Account);
    const QByteArray script = launcher.script();
    const QByteArray mark = QRegularExpression(QStringLiteral("gordian-[0-9a-f]+"))
                                .match(QString::fromLatin1(script))
                                .captured()
                                .toLatin1();
    const QByteArray all = mark + " root\nrest";
    for (qsizetype i = 0; i < all.size() - 5; ++i) {
        QByteArray piece = all.mid(i, 1);
        QCOMPARE(launcher.takeOutput(piece), Event::Nothing);
    }
    QByteArray last = all.right(5);
    QCOMPARE(launcher.takeOutput(last), Event::Ready);
    QCOMPARE(last, QByteArray("rest"));
    QCOMPARE(launcher.privilege(), Privilege::Root);
}

void TestShellLauncher::dropsChatterBeforeTheMarker()
{
    ShellLauncher launcher(ShellRights::Account);
    QProcess process;
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"),
                   QStringLiteral("echo Welcome to the node; ") + QString::fromLatin1(launcher.command())});
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QByteArray bytes = process.readAllStandardOutput();
    QVERIFY(bytes.startsWith("Welcome"));
    QCOMPARE(launcher.takeOutput(bytes), Event::Ready);
    QVERIFY(bytes.isEmpty());
}

void TestShellLauncher::hearsSudoAskInPieces()
{
    ShellLauncher launcher(ShellRights::SudoPassword);
    const QByteArray prompt = QRegularExpression(QStringLiteral("gordian-[0-9a-f]+-password"))
                                  .match(QString::fromLatin1(launcher.script()))
                                  .captured()
                                  .toLatin1();
    QVERIFY(!prompt.isEmpty());
    QCOMPARE(launcher.takeErrors(prompt.left(10)), Event::Nothing);
    QCOMPARE(launcher.takeErrors(prompt.mid(10)), Event::PasswordWanted);
    QCOMPARE(launcher.takeErrors("\nSorry, try again.\n"), Event::Nothing);
    QCOMPARE(launcher.takeErrors(prompt), Event::PasswordWanted);
    QCOMPARE(launcher.failureLayer(), ConnectLayer::Sudo);
    QVERIFY(launcher.failureDetail().contains(QLatin1String("Sorry")));
}

void TestShellLauncher::tellsWhyThereIsNoShell_data()
{
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<ConnectLayer>("layer");
    QTest::newRow("the account may not sign in")
        << QByteArray("This account is currently not available.\n") << ConnectLayer::Shell;
    QTest::newRow("the disk is full")
        << QByteArray("sh: cannot create temp file: No space left on device\n") << ConnectLayer::DiskFull;
}

void TestShellLauncher::tellsWhyThereIsNoShell()
{
    QFETCH(QByteArray, errors);
    ShellLauncher launcher(ShellRights::SudoIfFree);
    QCOMPARE(launcher.takeErrors(errors), Event::Nothing);
    QTEST(launcher.failureLayer(), "layer");
    QCOMPARE(launcher.failureDetail(), QString::fromLatin1(errors).trimmed());
}

void TestShellLauncher::cannotBeFooledByAnotherRunsMarker()
{
    ShellLauncher launcher(ShellRights::Account);
    QByteArray bytes = "gordian-0123456789abcdef0123456789abcdef root\n";
    QCOMPARE(launcher.takeOutput(bytes), Event::Nothing);
}

QTEST_GUILESS_MAIN(TestShellLauncher)
#include "tst_shelllauncher.moc"
