// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "support/transportprobe.h"
#include "transport/transportfactory.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace gordian;

namespace {

// Acts as sudo does towards the launcher: -k uses no ticket and leaves none, -n works or not, -S asks on
// stderr and reads a line, three times.
constexpr auto FakeSudo = R"(#!/bin/sh
[ "$1" = -k ] || exit 2
shift
if [ "$1" = -n ]; then
    shift
    [ "$FAKE_SUDO" = free ] && exec "$@"
    echo "sudo: a password is required" >&2
    exit 1
fi
[ "$1" = -S ] && [ "$2" = -p ] || exit 2
prompt=$3
shift 3
for try in 1 2 3; do
    printf %s "$prompt" >&2
    IFS= read -r answer || exit 1
    [ "$answer" = "$FAKE_SUDO" ] && exec "$@"
    echo "Sorry, try again." >&2
done
echo "sudo: 3 incorrect password attempts" >&2
exit 1
)";

} // namespace

class TestLocalTransport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runsAScript();
    void runsTwoShellsOneAfterTheOther();
    void tellsASignal();
    void stopsReadingWhilePaused();
    void endsEverythingWhenClosed();
    void getsTheRightsThatAreThere_data();
    void getsTheRightsThatAreThere();
    void asksForSudosPasswordUntilItIsRight();
    void endsWhenSudoRefuses();
    void goesOnWithoutSudoWhenDeclined();

private:
    std::unique_ptr<TransportProbe> opened();
    void becomeAccount(const QByteArray &sudo);
    QTemporaryDir m_folder;
    QByteArray m_path;
};

void TestLocalTransport::initTestCase()
{
    m_path = qgetenv("PATH");
    for (const auto &[name, text] :
         {std::pair<const char *, const char *>{"sudo", FakeSudo}, {"id", "#!/bin/sh\necho 1000\n"}}) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

// The launcher sees an account and a sudo of our making; the test itself may run as root.
void TestLocalTransport::becomeAccount(const QByteArray &sudo)
{
    qputenv("PATH", m_folder.path().toLocal8Bit() + ':' + m_path);
    qputenv("FAKE_SUDO", sudo);
}

std::unique_ptr<TransportProbe> TestLocalTransport::opened()
{
    Node node;
    node.id = QStringLiteral("here");
    node.via = Via::Local;
    auto probe = std::make_unique<TransportProbe>(DefaultTransportFactory(SshSettings()).create(node));
    probe->openAndWait();
    return probe;
}

void TestLocalTransport::runsAScript()
{
    const auto probe = opened();
    QVERIFY2(probe->runScript("echo hello; echo problem >&2; exit 4\n"), probe->why());
    QCOMPARE(probe->output, QByteArray("hello\n"));
    QCOMPARE(probe->ended->errorOutput, QByteArray("problem\n"));
    QCOMPARE(probe->ended->exitCode, 4);
}

void TestLocalTransport::runsTwoShellsOneAfterTheOther()
{
    const auto probe = opened();
    QVERIFY2(probe->runScript("echo one\n"), probe->why());
    QVERIFY2(probe->runScript("echo two\n", ShellRights::SudoIfFree), probe->why());
    QCOMPARE(probe->output, QByteArray("two\n"));
    if (::getuid() == 0) {
        QCOMPARE(probe->rights, std::optional(Privilege::Root));
    }
}

void TestLocalTransport::tellsASignal()
{
    const auto probe = opened();
    QVERIFY2(probe->runScript("kill -TERM $$\n"), probe->why());
    QCOMPARE(probe->ended->signal, QStringLiteral("TERM"));
}

void TestLocalTransport::stopsReadingWhilePaused()
{
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    QTRY_VERIFY(probe->rights.has_value());
    probe->transport().setReadingPaused(true);
    const QByteArray mark = m_folder.filePath(QStringLiteral("mark")).toUtf8();
    probe->transport().write("head -c 5000000 /dev/zero; echo done >" + mark + "\n");
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(timer.elapsed() > 1000, 3000);
    QVERIFY(!QFile::exists(QString::fromUtf8(mark)));
    QVERIFY(probe->output.isEmpty());
    probe->transport().setReadingPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(probe->output.size(), 5000000, 20000);
}

void TestLocalTransport::endsEverythingWhenClosed()
{
    const auto probe = opened();
    probe->transport().startShell(ShellRights::Account);
    probe->transport().write("sleep 47113 & echo $!; wait\n");
    QTRY_VERIFY(probe->output.endsWith('\n'));
    const QString process = QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(probe->output.trimmed()));
    QVERIFY(QFile::exists(process));
    QElapsedTimer timer;
    timer.start();
    probe->transport().close();
    QVERIFY(timer.elapsed() < 200);
    QCOMPARE(probe->closedCount, 1);
    QTRY_VERIFY([&] {
        QFile file(process); // gone, or a zombie that nobody has collected yet
        return !file.open(QIODevice::ReadOnly) || file.readAll().contains(") Z ");
    }());
    QVERIFY(!probe->failure.has_value() && !probe->ended.has_value());
}

void TestLocalTransport::getsTheRightsThatAreThere_data()
{
    QTest::addColumn<QByteArray>("sudo");
    QTest::addColumn<ShellRights>("wanted");
    QTest::addColumn<Privilege>("expected");
    QTest::addColumn<int>("questions");
    QTest::newRow("sudo is free") << QByteArray("free") << ShellRights::SudoIfFree << Privilege::Sudo << 0;
    QTest::newRow("sudo wants a password that is not to be asked")
        << QByteArray("pw") << ShellRights::SudoIfFree << Privilege::None << 0;
    QTest::newRow("sudo wants a password")
        << QByteArray("pw") << ShellRights::SudoPassword << Privilege::SudoPassword << 1;
    QTest::newRow("sudo is free although a password may be asked")
        << QByteArray("free") << ShellRights::SudoPassword << Privilege::Sudo << 0;
    QTest::newRow("sudo is not wanted") << QByteArray("free") << ShellRights::Account << Privilege::None << 0;
}

void TestLocalTransport::getsTheRightsThatAreThere()
{
    QFETCH(QByteArray, sudo);
    QFETCH(ShellRights, wanted);
    QFETCH(int, questions);
    becomeAccount(sudo);
    const auto probe = opened();
    probe->answers = {{"pw"}};
    QVERIFY2(probe->runScript("echo it runs\n", wanted), probe->why());
    QCOMPARE(probe->output, QByteArray("it runs\n"));
    QTEST(*probe->rights, "expected");
    QCOMPARE(probe->questions.size(), questions);
}

void TestLocalTransport::asksForSudosPasswordUntilItIsRight()
{
    becomeAccount("pw");
    const auto probe = opened();
    probe->answers = {{"wrong"}, {"wrong too"}, {"pw"}};
    QVERIFY2(probe->runScript("echo it runs\n", ShellRights::SudoPassword), probe->why());
    QCOMPARE(probe->output, QByteArray("it runs\n"));
    QCOMPARE(probe->questions.size(), 3);
    QCOMPARE(probe->questions.last().attempt, 3);
    QCOMPARE(probe->questions.last().kind, SecretKind::SudoPassword);
}

void TestLocalTransport::endsWhenSudoRefuses()
{
    becomeAccount("pw");
    const auto probe = opened();
    probe->answers = {{"a"}, {"b"}, {"c"}, {"d"}};
    QVERIFY(!probe->runScript("echo never\n", ShellRights::SudoPassword));
    QCOMPARE(probe->failure->layer, ConnectLayer::Sudo);
    QVERIFY(probe->failure->detail.contains(QLatin1String("3 incorrect")));
    QCOMPARE(probe->questions.size(), 3);
}

void TestLocalTransport::goesOnWithoutSudoWhenDeclined()
{
    becomeAccount("pw");
    const auto probe = opened();
    QVERIFY2(probe->runScript("echo it runs\n", ShellRights::SudoPassword), probe->why());
    QCOMPARE(probe->output, QByteArray("it runs\n"));
    QCOMPARE(probe->rights, std::optional(Privilege::None));
    QCOMPARE(probe->questions.size(), 1);
}

QTEST_GUILESS_MAIN(TestLocalTransport)
#include "tst_localtransport.moc"
