// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Real sudo and real accounts. Needs root to make throw-away ones; without it, or without sudo, there is
// nothing to test.

#include "sshscene.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace gordian;

namespace {

const QString Account = QStringLiteral("gordian-test-%1").arg(getpid());
constexpr auto Password = "pass-4711-word";

} // namespace

class TestSudo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void getsTheRightsThatAreThere_data();
    void getsTheRightsThatAreThere();
    void asksAgainAfterAWrongPassword();
    void goesOnAsTheAccountWhenDeclined();
    void neverShowsThePassword();
    void leavesNoNoteOfThePassword();
    void goesOnWithoutSudo_data();
    void goesOnWithoutSudo();
    void worksUnderEveryLoginShell_data();
    void worksUnderEveryLoginShell();
    void explainsAnAccountWithoutAShell();

private:
    bool allow(const QByteArray &rule);
    std::unique_ptr<TransportProbe> opened();
    std::unique_ptr<SshScene> m_scene;
    QString m_rules = QStringLiteral("/etc/sudoers.d/") + Account;
};

void TestSudo::initTestCase()
{
    if (::getuid() != 0 || QStandardPaths::findExecutable(QStringLiteral("sudo")).isEmpty()) {
        QSKIP("needs root and sudo");
    }
    SshdFixture::run(QStringLiteral("useradd"),
                     {QStringLiteral("-m"), QStringLiteral("-s"), QStringLiteral("/bin/sh"), Account});
    SshdFixture::run(QStringLiteral("chpasswd"), {}, Account.toUtf8() + ':' + Password + '\n');
    m_scene = std::make_unique<SshScene>();
    QVERIFY(m_scene->start());
    m_scene->settings.identityFiles = QStringList{m_scene->server.makeKey(QStringLiteral("key"))};
    // The account's sshd must reach the list of keys.
    QFile::setPermissions(m_scene->server.folder(), QFile::Permissions(0x7755));
    QFile::setPermissions(m_scene->server.path(QStringLiteral("authorized_keys")),
                          QFile::Permissions(0x6644));
}

void TestSudo::cleanupTestCase()
{
    if (m_scene) {
        m_scene.reset();
        QFile::remove(m_rules);
        SshdFixture::run(QStringLiteral("userdel"), {QStringLiteral("-f"), QStringLiteral("-r"), Account});
    }
}

void TestSudo::cleanup()
{
    QFile::remove(m_rules);
}

bool TestSudo::allow(const QByteArray &rule)
{
    QFile file(m_rules);
    // "@" stands for the account.
    QByteArray line = rule.isEmpty() ? QByteArray() : Account.toUtf8() + ' ' + rule + '\n';
    line.replace("@", Account.toUtf8());
    return file.open(QIODevice::WriteOnly) && file.write(line) == line.size();
}

std::unique_ptr<TransportProbe> TestSudo::opened()
{
    Node node = m_scene->node();
    node.endpoint.user = Account;
    auto probe = m_scene->probe(node);
    if (!probe->openAndWait()) {
        qWarning("%s", (probe->why() + m_scene->server.log().toUtf8()).constData());
    }
    return probe;
}

void TestSudo::getsTheRightsThatAreThere_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<ShellRights>("wanted");
    QTest::addColumn<Privilege>("expected");
    QTest::addColumn<QByteArray>("uid");
    const auto add = [](const char *name, const char *rule, ShellRights wanted, Privilege expected) {
        const bool root = expected != Privilege::None;
        QTest::newRow(name) << QByteArray(rule) << wanted << expected << QByteArray(root ? "0" : "");
    };
    add("free sudo", "ALL=(ALL) NOPASSWD: ALL", ShellRights::SudoIfFree, Privilege::Sudo);
    add("free sudo for this very command", "ALL=(root) NOPASSWD: /bin/sh -s, /usr/bin/sh -s",
        ShellRights::SudoIfFree, Privilege::Sudo);
    add("free sudo for another command", "ALL=(root) NOPASSWD: /bin/true", ShellRights::SudoIfFree,
        Privilege::None);
    add("sudo with a password, not to be asked", "ALL=(ALL) ALL", ShellRights::SudoIfFree, Privilege::None);
    add("sudo with a password", "ALL=(ALL) ALL", ShellRights::SudoPassword, Privilege::SudoPassword);
    add("no sudo", "", ShellRights::SudoIfFree, Privilege::None);
    const char *tty = "ALL=(ALL) ALL\nDefaults:@ requiretty";
    add("sudo for terminals only", tty, ShellRights::SudoIfFree, Privilege::None);
    add("sudo for terminals only, and a password at hand", tty, ShellRights::SudoPassword, Privilege::None);
    add("free sudo for terminals only", "ALL=(ALL) NOPASSWD: ALL\nDefaults:@ requiretty",
        ShellRights::SudoIfFree, Privilege::None);
    const char *lecture = "ALL=(ALL) ALL\nDefaults:@ lecture=always";
    add("sudo that lectures", lecture, ShellRights::SudoPassword, Privilege::SudoPassword);
    add("sudo that lectures, not to be asked", lecture, ShellRights::SudoIfFree, Privilege::None);
}

void TestSudo::getsTheRightsThatAreThere()
{
    QFETCH(QByteArray, rule);
    QFETCH(ShellRights, wanted);
    QFETCH(QByteArray, uid);
    QVERIFY(allow(rule));
    const auto probe = opened();
    probe->answers = {{Password}};
    QVERIFY2(probe->runScript("id -u\n", wanted), probe->why());
    QTEST(*probe->rights, "expected");
    QCOMPARE(probe->output.trimmed() == "0", !uid.isEmpty());
}

void TestSudo::asksAgainAfterAWrongPassword()
{
    QVERIFY(allow("ALL=(ALL) ALL"));
    const auto probe = opened();
    probe->answers = {{"wrong"}, {Password}};
    QVERIFY2(probe->runScript("id -u\n", ShellRights::SudoPassword), probe->why());
    QCOMPARE(probe->output, QByteArray("0\n"));
    QCOMPARE(probe->questions.last().attempt, 2);
}

void TestSudo::goesOnAsTheAccountWhenDeclined()
{
    QVERIFY(allow("ALL=(ALL) ALL"));
    const auto probe = opened();
    QVERIFY2(probe->runScript("id -un\n", ShellRights::SudoPassword), probe->why());
    QCOMPARE(probe->output.trimmed(), Account.toUtf8());
    QCOMPARE(probe->rights, std::optional(Privilege::None));
}

void TestSudo::goesOnWithoutSudo_data()
{
    QTest::addColumn<ShellRights>("wanted");
    QTest::newRow("not to be asked") << ShellRights::SudoIfFree;
    QTest::newRow("a password at hand") << ShellRights::SudoPassword;
}

// A node where it is not installed: a PATH of what a shell needs and no more.
void TestSudo::goesOnWithoutSudo()
{
    QFETCH(ShellRights, wanted);
    SshScene scene;
    const QDir bin(scene.server.path(QStringLiteral("bin")));
    QVERIFY(bin.mkpath(QStringLiteral(".")));
    for (const QString &program : {QStringLiteral("sh"), QStringLiteral("id")}) {
        QVERIFY(QFile::link(QStandardPaths::findExecutable(program), bin.filePath(program)));
    }
    QVERIFY(scene.start({QStringLiteral("SetEnv PATH=") + bin.path()}));
    scene.settings.identityFiles = QStringList{scene.server.makeKey(QStringLiteral("key"))};
    QFile::setPermissions(scene.server.folder(), QFile::Permissions(0x7755));
    QFile::setPermissions(scene.server.path(QStringLiteral("authorized_keys")), QFile::Permissions(0x6644));
    QVERIFY(allow("ALL=(ALL) NOPASSWD: ALL"));
    Node node = scene.node();
    node.endpoint.user = Account;
    const auto probe = scene.probe(node);
    probe->answers = {{Password}};
    QVERIFY2(probe->openAndWait(), probe->why());
    QVERIFY2(probe->runScript("id -un\n", wanted), probe->why());
    QCOMPARE(probe->rights, std::optional(Privilege::None));
    QCOMPARE(probe->output.trimmed(), Account.toUtf8());
    QVERIFY(probe->questions.isEmpty());
}

void TestSudo::neverShowsThePassword()
{
    QVERIFY(allow("ALL=(ALL) ALL"));
    const auto probe = opened();
    probe->answers = {{Password}};
    probe->transport().startShell(ShellRights::SudoPassword);
    probe->transport().write("echo started; sleep 60\n");
    QTRY_COMPARE_WITH_TIMEOUT(probe->output, QByteArray("started\n"), 20000);
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        for (const auto *name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(pid, QLatin1String(name)));
            if (pid.toInt() > 0 && file.open(QIODevice::ReadOnly)) {
                QVERIFY(!file.readAll().contains(Password));
            }
        }
    }
}

// What sudo keeps of a password that was typed: when, and that its lecture was read (sudoers(5), timestampdir
// and lecture_status_dir).
void TestSudo::leavesNoNoteOfThePassword()
{
    QVERIFY(allow("ALL=(ALL) ALL\nDefaults:@ lecture=never"));
    const QStringList notes = {QStringLiteral("/run/sudo/ts/") + Account,
                               QStringLiteral("/var/lib/sudo/ts/") + Account};
    for (const QString &note : notes) {
        QFile::remove(note);
    }
    const auto probe = opened();
    probe->answers = {{Password}};
    QVERIFY2(probe->runScript("id -u\n", ShellRights::SudoPassword), probe->why());
    QCOMPARE(probe->output, QByteArray("0\n"));
    for (const QString &note : notes) {
        QVERIFY2(!QFile::exists(note), qPrintable(note));
    }
}

void TestSudo::worksUnderEveryLoginShell_data()
{
    QTest::addColumn<QString>("shell");
    for (const auto *shell :
         {"/bin/dash", "/bin/bash", "/bin/csh", "/bin/tcsh", "/usr/bin/fish", "/usr/bin/zsh"}) {
        QTest::newRow(shell) << QString::fromLatin1(shell);
    }
}

void TestSudo::worksUnderEveryLoginShell()
{
    QFETCH(QString, shell);
    if (!QFile::exists(shell)) {
        QSKIP("this shell is not installed here");
    }
    SshdFixture::run(QStringLiteral("usermod"), {QStringLiteral("-s"), shell, Account});
    // What people have in the files that these shells read even without a terminal.
    const QByteArray noise = "echo Welcome back; sh -c 'echo mind the gap >&2; head -c 20000 /dev/urandom'\n";
    for (const auto *name : {".bashrc", ".cshrc", ".zshenv", ".config/fish/config.fish"}) {
        QFile file(QStringLiteral("/home/%1/%2").arg(Account, QLatin1String(name)));
        QVERIFY(QFileInfo(file).dir().mkpath(QStringLiteral(".")) && file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(noise) == noise.size());
    }
    QVERIFY(allow("ALL=(ALL) NOPASSWD: ALL"));
    const auto probe = opened();
    QVERIFY2(probe->runScript("echo \"uid $(id -u)\"\n", ShellRights::SudoIfFree), probe->why());
    QCOMPARE(probe->output, QByteArray("uid 0\n"));
}

void TestSudo::explainsAnAccountWithoutAShell()
{
    SshdFixture::run(QStringLiteral("usermod"),
                     {QStringLiteral("-s"), QStringLiteral("/usr/sbin/nologin"), Account});
    const auto probe = opened();
    QVERIFY(!probe->runScript("echo never\n"));
    QCOMPARE(probe->failure->layer, ConnectLayer::Shell);
}

QTEST_GUILESS_MAIN(TestSudo)
#include "tst_sudo.moc"
