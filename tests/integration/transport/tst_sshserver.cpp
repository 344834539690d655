// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "support/transportprobe.h"
#include "transport/sshserver.h"
#include "transport/transportfactory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gordian;

class TestSshServer : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void signsInWithAPassword();
    void asksAgainAfterAWrongPassword();
    void goesOnWithTheNextMethodWhenDeclined();
    void answersTwoPromptsAndASecondRound();
    void takesASingleHiddenPromptForThePassword();
    void signsInWithAKeyAndThenACode();
    void carriesMuchOutput();
    void carriesInputAndErrorsAndTheExitCode();
    void servesSeveralAtOnce();
    void refusesACommandThatTheHandlerRefuses();
    void aDropIsALostLink();
    void neverShowsAPassword();

private:
    void listen(const SshServer::Account &account);
    std::unique_ptr<TransportProbe> probe();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SshServer> m_server;
    SshSettings m_settings;
};

void TestSshServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<SshServer>();
    m_settings = {};
    m_settings.sshConfigFile = QStringLiteral("none");
    m_settings.useAgent = false;
    m_settings.knownHostsFile = m_folder->filePath(QStringLiteral("known_hosts"));
    m_settings.identityFiles = QStringList{m_folder->filePath(QStringLiteral("key"))};
}

void TestSshServer::cleanup()
{
    m_server.reset();
}

void TestSshServer::listen(const SshServer::Account &account)
{
    SshServer::Options options;
    options.accounts.insert(QStringLiteral("lab"), account);
    options.exec = [](const QString &command) {
        SshServer::Command run;
        if (!command.contains(QLatin1String("refused"))) {
            run.program = QStringLiteral("sh");
            run.arguments = QStringList{QStringLiteral("-c"), command};
            run.environment = QProcessEnvironment::systemEnvironment();
        }
        return run;
    };
    QVERIFY(m_server->listen(options).has_value());
    QFile file(m_settings.knownHostsFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_server->knownHostsLine() + '\n');
}

std::unique_ptr<TransportProbe> TestSshServer::probe()
{
    Node node;
    node.id = QStringLiteral("n1");
    node.endpoint = {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), m_server->port()};
    return std::make_unique<TransportProbe>(DefaultTransportFactory(m_settings).create(node));
}

void TestSshServer::signsInWithAPassword()
{
    listen({"secret", {}, {}, 1});
    const auto client = probe();
    client->answers = {{"secret"}};
    QVERIFY2(client->openAndWait(), client->why());
    QCOMPARE(client->opened->authMethod, QStringLiteral("password"));
    QCOMPARE(client->questions.size(), 1);
    QCOMPARE(client->questions.first().kind, SecretKind::Password);
    QCOMPARE(client->questions.first().identity, QStringLiteral("lab@127.0.0.1:%1").arg(m_server->port()));
    QCOMPARE(client->questions.first().node, QStringLiteral("n1"));
    QCOMPARE(m_server->connectionCount(), 1);
}

void TestSshServer::asksAgainAfterAWrongPassword()
{
    listen({"secret", {}, {}, 1});
    const auto client = probe();
    client->answers = {{"wrong"}, {"secret"}};
    QVERIFY2(client->openAndWait(), client->why());
    QCOMPARE(client->questions.last().attempt, 2);
}

void TestSshServer::goesOnWithTheNextMethodWhenDeclined()
{
    listen({"secret", {}, {{{"Code: ", true, "1234"}}}, 1});
    const auto client = probe();
    QVERIFY(!client->openAndWait());
    QCOMPARE(client->failure->layer, ConnectLayer::Authentication);
    QCOMPARE(client->questions.size(), 2);
    QCOMPARE(client->questions.first().kind, SecretKind::KeyboardInteractive);
    QCOMPARE(client->questions.last().kind, SecretKind::Password);
    QCOMPARE(client->failure->methods,
             (QStringList{QStringLiteral("keyboard-interactive"), QStringLiteral("password")}));
}

void TestSshServer::answersTwoPromptsAndASecondRound()
{
    listen({{}, {}, {{{"PIN: ", false, "11"}, {"Token: ", true, "22"}}, {{"Again: ", false, "33"}}}, 1});
    const auto client = probe();
    client->answers = {{"11", "22"}, {"33"}};
    QVERIFY2(client->openAndWait(), client->why());
    QCOMPARE(client->opened->authMethod, QStringLiteral("keyboard-interactive"));
    QCOMPARE(client->questions.first().prompts.size(), 2);
    QCOMPARE(client->questions.first().prompts.last().text, QStringLiteral("Token: "));
    QVERIFY(client->questions.first().prompts.last().echo);
    QVERIFY(!client->questions.first().prompts.first().echo);
    QCOMPARE(client->questions.size(), 2);
}

void TestSshServer::takesASingleHiddenPromptForThePassword()
{
    listen({{}, {}, {{{"lab@node's password: ", false, "secret"}}}, 1});
    const auto client = probe();
    client->answers = {{"secret"}};
    QVERIFY2(client->openAndWait(), client->why());
    QCOMPARE(client->questions.first().kind, SecretKind::Password);
}

void TestSshServer::signsInWithAKeyAndThenACode()
{
    const auto line = SshServer::generateKeyPair(m_settings.identityFiles.first());
    QVERIFY(line.has_value());
    QVERIFY(!(QFile::permissions(m_settings.identityFiles.first()) & (QFile::ReadGroup | QFile::ReadOther)));
    listen({{}, {*line}, {{{"Code: ", false, "1234"}}}, 2});
    const auto client = probe();
    client->answers = {{"1234"}};
    QVERIFY2(client->openAndWait(), client->why());
    QCOMPARE(client->questions.size(), 1);
}

void TestSshServer::carriesMuchOutput()
{
    listen({"secret", {}, {}, 1});
    const auto client = probe();
    client->answers = {{"secret"}};
    QVERIFY2(client->openAndWait(), client->why());
    QVERIFY2(client->runScript("head -c 20000000 /dev/zero\n", ShellRights::Account, 60000), client->why());
    QCOMPARE(client->output.size(), 20000000);
    QCOMPARE(client->ended->exitCode, 0);
}

void TestSshServer::carriesInputAndErrorsAndTheExitCode()
{
    listen({"secret", {}, {}, 1});
    const auto client = probe();
    client->answers = {{"secret"}};
    QVERIFY2(client->openAndWait(), client->why());
    // Three megabytes of script: more than any window.
    const QByteArray script = ": " + QByteArray(3000000, 'x') + "\necho out; echo problem >&2; exit 3\n";
    QVERIFY2(client->runScript(script, ShellRights::Account, 60000), client->why());
    QCOMPARE(client->output, QByteArray("out\n"));
    QCOMPARE(client->ended->errorOutput, QByteArray("problem\n"));
    QCOMPARE(client->ended->exitCode, 3);
    QVERIFY2(client->runScript("echo a second shell\n"), client->why());
    QCOMPARE(client->output, QByteArray("a second shell\n"));
}

void TestSshServer::servesSeveralAtOnce()
{
    listen({"secret", {}, {}, 1});
    std::vector<std::unique_ptr<TransportProbe>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(probe());
        clients.back()->answers = {{"secret"}};
        clients.back()->transport().open();
    }
    for (const auto &client : clients) {
        QTRY_VERIFY_WITH_TIMEOUT(client->opened.has_value(), 30000);
        client->transport().startShell(ShellRights::Account);
        client->transport().write("echo here; exit\n");
    }
    for (const auto &client : clients) {
        QTRY_VERIFY_WITH_TIMEOUT(client->ended.has_value(), 30000);
        QCOMPARE(client->output, QByteArray("here\n"));
    }
    clients.clear();
    QTRY_COMPARE(m_server->connectionCount(), 0);
}

void TestSshServer::refusesACommandThatTheHandlerRefuses()
{
    SshServer::Options options;
    options.accounts.insert(QStringLiteral("lab"), {"secret", {}, {}, 1});
    options.exec = [](const QString &) { return SshServer::Command(); };
    QVERIFY(m_server->listen(options).has_value());
    QFile file(m_settings.knownHostsFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_server->knownHostsLine() + '\n');
    file.close();
    const auto client = probe();
    client->answers = {{"secret"}};
    QVERIFY2(client->openAndWait(), client->why());
    QVERIFY(!client->runScript("echo never\n"));
    QCOMPARE(client->failure->layer, ConnectLayer::Shell);
}

void TestSshServer::aDropIsALostLink()
{
    listen({"secret", {}, {}, 1});
    const auto client = probe();
    client->answers = {{"secret"}};
    QVERIFY2(client->openAndWait(), client->why());
    client->transport().startShell(ShellRights::Account);
    client->transport().write("echo started; sleep 60\n");
    QTRY_COMPARE(client->output, QByteArray("started\n"));
    m_server->dropConnections();
    QTRY_VERIFY(client->failure.has_value());
    QCOMPARE(client->failure->layer, ConnectLayer::LinkLost);
    QVERIFY(client->ended.has_value() && client->ended->linkLost);
}

// Neither a command line nor an environment of any process may ever hold it.
void TestSshServer::neverShowsAPassword()
{
    const QByteArray secret = "unmistakable-7391-secret";
    listen({secret, {}, {}, 1});
    const auto client = probe();
    client->answers = {{secret}};
    QVERIFY2(client->openAndWait(), client->why());
    client->transport().startShell(ShellRights::SudoIfFree);
    client->transport().write("echo started; sleep 60\n");
    QTRY_COMPARE(client->output, QByteArray("started\n"));
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        for (const auto *name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(pid, QLatin1String(name)));
            if (pid.toInt() > 0 && file.open(QIODevice::ReadOnly)) {
                QVERIFY(!file.readAll().contains(secret));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestSshServer)
#include "tst_sshserver.moc"
