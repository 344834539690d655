// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// gordianctl against real SSH servers: nodes that do not answer, host keys, passwords.

#include "gordianctlrun.h"
#include "support/sshdfixture.h"
#include "transport/sshserver.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gordian;

namespace {

const auto kPassword = QByteArrayLiteral("s3cret-horse-battery");

/// A port of 127.0.0.1 that is bound for as long as this lives: it listens and never answers, or refuses.
class DeadPort {
public:
    explicit DeadPort(bool listens) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        if (listens) {
            ::listen(m_socket, 8);
        }
    }
    ~DeadPort() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(DeadPort)
    QString target() const { return QStringLiteral("root@127.0.0.1:%1").arg(m_port); }

private:
    int m_socket;
    quint16 m_port = 0;
};

QByteArray fileAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestGordianctlSsh : public QObject {
    Q_OBJECT

private slots:
    void init();
    void signsInAndExamines();
    void aDeadNodeCostsTheGoodOneNothing_data();
    void aDeadNodeCostsTheGoodOneNothing();
    void noNodeAtAllIsTwo();
    void anUnknownHostKeyIsRefusedWithoutATerminal();
    void aPersonMayTrustAHostKey();
    void aPersonMayRefuseAHostKey();
    void aChangedHostKeyStopsAndNamesItsLine();
    void aPasswordComesFromADescriptorAndStaysNowhere();
    void aWrongPasswordIsSaidOnce();
    void aRealServerRefusesAWrongPassword();
    void aPersonTypesAPasswordUnseen();
    void sudosPasswordIsAskedForWhenTold();
    void ctrlCAtAQuestionEndsTheRun();

private:
    /// `as`: the program and options that give a command the account of somebody else.
    /// `as`: the program that makes a command somebody else's, with its options.
    void listen(const QByteArray &password = {}, const QStringList &as = {});
    QString target() const { return QStringLiteral("lab@127.0.0.1:%1").arg(m_server->port()); }
    QStringList diagnose(const QStringList &targets, const QStringList &more = {}) const;

    std::unique_ptr<Gordianctl> m_home;
    std::unique_ptr<SshServer> m_server;
};

void TestGordianctlSsh::init()
{
    m_home = std::make_unique<Gordianctl>();
    listen();
}

void TestGordianctlSsh::listen(const QByteArray &password, const QStringList &as)
{
    m_server = std::make_unique<SshServer>();
    SshServer::Options options;
    SshServer::Account account;
    account.password = password;
    if (password.isEmpty()) {
        QFile::remove(m_home->path(QStringLiteral("key")));
        account.authorizedKeys = {*SshServer::generateKeyPair(m_home->path(QStringLiteral("key")))};
    }
    options.accounts.insert(QStringLiteral("lab"), account);
    options.exec = [as](const QString &command) {
        QStringList words = as + QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"), command};
        const QString program = words.takeFirst();
        return SshServer::Command{program, words, QProcessEnvironment::systemEnvironment()};
    };
    QVERIFY(m_server->listen(options).has_value());
    m_home->write(QStringLiteral("known_hosts"), m_server->knownHostsLine().trimmed() + '\n');
}

QStringList TestGordianctlSsh::diagnose(const QStringList &targets, const QStringList &more) const
{
    return QStringList{QStringLiteral("diagnose")} + targets
        + QStringList{QStringLiteral("--ssh-config=none"), QStringLiteral("--known-hosts=known_hosts"),
                      QStringLiteral("--identity=key"), QStringLiteral("--no-sudo")}
    + more;
}

void TestGordianctlSsh::signsInAndExamines()
{
    const RunResult run = m_home->run(diagnose({target()}));
    QVERIFY2(run.code == 0 || run.code >= 3, run.all());
    QVERIFY2(run.out.contains("on 1 of 1 nodes"), run.all());
    QCOMPARE(run.err, QByteArray());
}

void TestGordianctlSsh::aDeadNodeCostsTheGoodOneNothing_data()
{
    QTest::addColumn<bool>("listens");
    QTest::addColumn<QByteArray>("explained");
    QTest::newRow("a port that refuses") << false << QByteArray("refused the connection");
    QTest::newRow("a port that never answers") << true << QByteArray("is not an SSH server");
}

void TestGordianctlSsh::aDeadNodeCostsTheGoodOneNothing()
{
    QFETCH(bool, listens);
    QFETCH(QByteArray, explained);
    const DeadPort dead(listens);
    const QStringList words =
        diagnose({dead.target(), target()},
                 {QStringLiteral("--connect-timeout=2"), QStringLiteral("--case=two.gordian"),
                  QStringLiteral("--json=two.json")});
    const RunResult run = m_home->run(words);
    QVERIFY2(run.code >= 3 && run.code <= 5, run.all());
    QVERIFY2(run.out.contains("on 1 of 2 nodes"), run.all());
    QVERIFY2(run.out.contains(explained), run.all());
    const auto report = QJsonDocument::fromJson(m_home->contents(QStringLiteral("two.json"))).object();
    QCOMPARE(report.value(QLatin1String("coverage"))[QLatin1String("nodesExamined")].toInt(), 1);
}

void TestGordianctlSsh::noNodeAtAllIsTwo()
{
    const DeadPort refusing(false);
    const DeadPort silent(true);
    const RunResult run =
        m_home->run(diagnose({refusing.target(), silent.target()}, {QStringLiteral("--connect-timeout=2")}));
    QVERIFY2(run.code == 2, run.all());
    QVERIFY2(run.out.contains("No node could be examined"), run.all());
    QVERIFY2(run.milliseconds < 20000, run.all());
}

void TestGordianctlSsh::anUnknownHostKeyIsRefusedWithoutATerminal()
{
    m_home->write(QStringLiteral("known_hosts"), "");
    const RunResult run = m_home->run(diagnose({target()}));
    QVERIFY2(run.code == 2, run.all());
    QVERIFY2(run.out.contains("host key of lab@127.0.0.1") && run.out.contains("is not known"), run.all());
    QVERIFY2(run.out.contains("SHA256:"), run.all());
    QCOMPARE(m_home->contents(QStringLiteral("known_hosts")), QByteArray());
}

void TestGordianctlSsh::aPersonMayTrustAHostKey()
{
    m_home->write(QStringLiteral("known_hosts"), "");
    TerminalRun run(*m_home, diagnose({target()}));
    QVERIFY2(run.waitFor("(yes/no)"), run.shown());
    QVERIFY2(run.shown().contains("SHA256:"), run.shown());
    run.type("yes\n");
    const int code = run.finish();
    QVERIFY2(code == 0 || code >= 3, run.shown());
    QCOMPARE(m_home->contents(QStringLiteral("known_hosts")).trimmed(), m_server->knownHostsLine().trimmed());
}

void TestGordianctlSsh::aPersonMayRefuseAHostKey()
{
    m_home->write(QStringLiteral("known_hosts"), "");
    TerminalRun run(*m_home, diagnose({target()}));
    QVERIFY2(run.waitFor("(yes/no)"), run.shown());
    run.type("\n");
    QCOMPARE(run.finish(), 2);
    QCOMPARE(m_home->contents(QStringLiteral("known_hosts")), QByteArray());
}

void TestGordianctlSsh::aChangedHostKeyStopsAndNamesItsLine()
{
    const SshServer other;
    const auto publicKey = SshServer::generateKeyPair(m_home->path(QStringLiteral("other")));
    QVERIFY(publicKey.has_value());
    const QByteArray before =
        "# a remark\n[127.0.0.1]:" + QByteArray::number(m_server->port()) + ' ' + publicKey->trimmed() + '\n';
    m_home->write(QStringLiteral("known_hosts"), before);
    const RunResult run = m_home->run(diagnose({target()}));
    QVERIFY2(run.code == 2, run.all());
    QVERIFY2(run.out.contains("has changed") && run.out.contains("known_hosts, line 2"), run.all());
    QCOMPARE(m_home->contents(QStringLiteral("known_hosts")), before);
}

void TestGordianctlSsh::aPasswordComesFromADescriptorAndStaysNowhere()
{
    listen(kPassword);
    const QStringList words = diagnose({target()},
                                       {QStringLiteral("--password-fd=0"), QStringLiteral("--case=p.gordian"),
                                        QStringLiteral("--html=p.html"), QStringLiteral("--json=p.json"),
                                        QStringLiteral("--markdown=p.md")});
    const auto process = m_home->start({}, words);
    process->write(kPassword + '\n');
    QVERIFY(QTest::qWaitFor([&] { return m_server->connectionCount() > 0; }, 10000));
    const QString about = QStringLiteral("/proc/%1/").arg(process->processId());
    QVERIFY(!fileAt(about + QStringLiteral("cmdline")).contains(kPassword));
    QVERIFY(!fileAt(about + QStringLiteral("environ")).contains(kPassword));
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60000);
    const QByteArray said = process->readAllStandardOutput() + process->readAllStandardError();
    QVERIFY2(process->exitCode() == 0 || process->exitCode() >= 3, said);
    QVERIFY(!said.contains(kPassword));
    int files = 0;
    for (QDirIterator it(m_home->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         it.hasNext();) {
        const QString file = it.next();
        QVERIFY2(!fileAt(file).contains(kPassword), qPrintable(file));
        ++files;
    }
    QVERIFY(files >= 4);
}

void TestGordianctlSsh::aWrongPasswordIsSaidOnce()
{
    listen(kPassword);
    const RunResult run = m_home->run(diagnose({target()}, {QStringLiteral("--password-fd=0")}), "wrong\n");
    QVERIFY2(run.code == 2, run.all());
    QVERIFY2(run.out.contains("accepted none of the ways to sign in"), run.all());
    QVERIFY2(!run.all().contains("wrong"), run.all());
    QVERIFY2(run.milliseconds < 20000, run.all());
}

void TestGordianctlSsh::aRealServerRefusesAWrongPassword()
{
    SshdFixture sshd;
    QVERIFY(sshd.start({QStringLiteral("PasswordAuthentication yes")}));
    m_home->write(QStringLiteral("known_hosts"), sshd.knownHostsLine());
    const QString target = QStringLiteral("%1@127.0.0.1:%2").arg(SshdFixture::account()).arg(sshd.port());
    const RunResult run = m_home->run(diagnose({target}, {QStringLiteral("--password-fd=0")}), "wrong-one\n");
    QVERIFY2(run.code == 2, run.all());
    QVERIFY2(run.out.contains("accepted none of the ways to sign in"), run.all());
    QVERIFY2(run.out.contains("password"), run.all());
}

void TestGordianctlSsh::aPersonTypesAPasswordUnseen()
{
    listen(kPassword);
    TerminalRun run(*m_home, diagnose({target()}));
    QVERIFY2(run.waitFor("Password of lab@"), run.shown());
    run.type("not-this\n");
    QVERIFY2(run.waitFor("refused"), run.shown());
    QVERIFY2(run.waitFor("Password of lab@"), run.shown());
    run.type(kPassword + '\n');
    const int code = run.finish();
    QVERIFY2(code == 0 || code >= 3, run.shown());
    QVERIFY(!run.shown().contains(kPassword) && !run.shown().contains("not-this"));
}

/// By default nobody is asked: a node where sudo wants a password is examined with the account's own rights.
void TestGordianctlSsh::sudosPasswordIsAskedForWhenTold()
{
    if (::geteuid() != 0 || QStandardPaths::findExecutable(QStringLiteral("sudo")).isEmpty()) {
        QSKIP("needs root to be somebody else, and a sudo");
    }
    listen({},
           {QStringLiteral("/usr/bin/setpriv"), QStringLiteral("--reuid=65534"),
            QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")});
    TerminalRun run(*m_home, diagnose({target()}, {QStringLiteral("--ask-sudo")}));
    QVERIFY2(run.waitFor("Password for sudo on lab@"), run.shown());
    run.type("\x04"); // none: without root, then
    const int code = run.finish();
    QVERIFY2(code == 0 || code >= 3, run.shown());
    QVERIFY2(run.shown().contains("without root"), run.shown());
    QVERIFY2(run.shown().contains("--ask-sudo"), run.shown());
}

void TestGordianctlSsh::ctrlCAtAQuestionEndsTheRun()
{
    m_home->write(QStringLiteral("known_hosts"), "");
    TerminalRun run(*m_home, diagnose({target()}, {QStringLiteral("--json=after.json")}));
    QVERIFY2(run.waitFor("(yes/no)"), run.shown());
    run.type("ye\x03");
    QCOMPARE(run.finish(), 2);
    QCOMPARE(m_home->contents(QStringLiteral("known_hosts")), QByteArray());
    QVERIFY(!m_home->contents(QStringLiteral("after.json")).isEmpty());
}

QTEST_GUILESS_MAIN(TestGordianctlSsh)
#include "tst_gordianctlssh.moc"
