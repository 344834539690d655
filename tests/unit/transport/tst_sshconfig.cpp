// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshconfig.h"
#include "transport/sshconfigreader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gordian;

class TestSshConfig : public QObject {
    Q_OBJECT

private slots:
    void splitsALine_data();
    void splitsALine();
    void takesTheFirstValue();
    void keepsEveryIdentity();
    void fillsInTokens();
    void understandsMatch_data();
    void understandsMatch();
    void saysWhatItPassesOver();
    void followsIncludes();
    void anIncludeInABlockIsBoundToIt();
    void stopsAtIncludesThatGoRound();
    void listsHosts();
    void refusesAFileThatIsNotThere();
    void theFirstOfJumpAndCommandCounts();
    void readsTimes();

private:
    SshConfig parse(const QByteArray &text);
    QString write(const QString &name, const QByteArray &text);
    QTemporaryDir m_folder;
};

QString TestSshConfig::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text);
    }
    return file.fileName();
}

SshConfig TestSshConfig::parse(const QByteArray &text)
{
    return SshConfig::read({write(QStringLiteral("config"), text)}).value_or(SshConfig());
}

void TestSshConfig::splitsALine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const char *line, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(expected);
    };
    add("words", "User lab", "User|lab");
    add("an equals sign", "User=lab", "User|lab");
    add("an equals sign with spaces", "User = lab", "User|lab");
    add("an equals sign within a value", "SetEnv A=b", "SetEnv|A=b");
    add("quotes hold words together", "IdentityFile \"/a b/c\"", "IdentityFile|/a b/c");
    add("quotes after an equals sign", "IdentityFile=\"/a b/c\"", "IdentityFile|/a b/c");
    add("a comment after a value", "User lab # of the lab", "User|lab");
    add("a hash within a word", "User la#b", "User|la#b");
    add("nothing but a comment", "# User lab", "");
    add("tabs", "\tUser\t\tlab", "User|lab");
}

void TestSshConfig::splitsALine()
{
    QFETCH(QString, line);
    QTEST(splitConfigLine(line).join(QLatin1Char('|')), "expected");
}

void TestSshConfig::takesTheFirstValue()
{
    const SshConfig config =
        parse("Host cp*\n User first\n Port 2201\nHost *\n User second\n HostKeyAlias alias\n");
    const SshHostConfig found = config.lookup(QStringLiteral("cp1"), {});
    QCOMPARE(found.user, QStringLiteral("first"));
    QCOMPARE(found.port, quint16(2201));
    QCOMPARE(found.hostKeyAlias, QStringLiteral("alias"));
    QCOMPARE(config.lookup(QStringLiteral("w1"), {}).user, QStringLiteral("second"));
}

void TestSshConfig::keepsEveryIdentity()
{
    const SshConfig config =
        parse("IdentityFile /one\nHost cp1\nIdentityFile /two\nIdentityFile none\nIdentitiesOnly yes\n"
              "CertificateFile /two-cert.pub\nHost cp2\nIdentityFile /three\n");
    const SshHostConfig found = config.lookup(QStringLiteral("cp1"), {});
    QCOMPARE(found.identityFiles, (QStringList{QStringLiteral("/one"), QStringLiteral("/two")}));
    QCOMPARE(found.certificateFiles, QStringList{QStringLiteral("/two-cert.pub")});
    QCOMPARE(found.identitiesOnly, std::optional<bool>(true));
}

void TestSshConfig::fillsInTokens()
{
    const SshConfig config =
        parse("Host cp1\nHostName %h.lab\nIdentityFile ~/.ssh/%r@%h\nIdentityFile %d/%u%%\n"
              "IdentityFile /${GORDIAN_TEST_WORD}/x\nUserKnownHostsFile ~/kh1 ~/kh2\n");
    qputenv("GORDIAN_TEST_WORD", "word");
    const SshHostConfig found = config.lookup(QStringLiteral("cp1"), QStringLiteral("lab"));
    QCOMPARE(found.hostName, QStringLiteral("cp1.lab"));
    const QString home = QDir::homePath();
    QCOMPARE(found.identityFiles,
             (QStringList{home + QStringLiteral("/.ssh/lab@cp1.lab"),
                          home + QLatin1Char('/') + localAccount() + QLatin1Char('%'),
                          QStringLiteral("/word/x")}));
    QCOMPARE(found.userKnownHostsFiles,
             (QStringList{home + QStringLiteral("/kh1"), home + QStringLiteral("/kh2")}));
}

void TestSshConfig::understandsMatch_data()
{
    QTest::addColumn<QByteArray>("match");
    QTest::addColumn<bool>("expected");
    const auto add = [](const char *name, const char *match, bool expected) {
        QTest::newRow(name) << QByteArray(match) << expected;
    };
    add("all", "all", true);
    add("the host", "host cp1.lab", true); // after HostName
    add("the host as given is not the host", "host cp1", false);
    add("the host as given", "originalhost cp1", true);
    add("the user", "user lab", true);
    add("another user", "user root", false);
    add("two that hold", "originalhost cp* user lab", true);
    add("two of which one does not hold", "originalhost cp* user root", false);
    add("a negated one", "!user root", true);
    add("a list", "user root,lab", true);
    add("a program is never run", "exec true", false);
    add("canonical names are not followed", "canonical", false);
}

void TestSshConfig::understandsMatch()
{
    QFETCH(QByteArray, match);
    const SshConfig config = parse("Host cp1\nHostName cp1.lab\nMatch " + match + "\nHostKeyAlias hit\n");
    QTEST(config.lookup(QStringLiteral("cp1"), QStringLiteral("lab")).hostKeyAlias == QLatin1String("hit"),
          "expected");
}

void TestSshConfig::saysWhatItPassesOver()
{
    const SshConfig config = parse("User lab\nMatch exec \"touch /tmp/never\"\nPort 1\n");
    QCOMPARE(config.notes().size(), 1);
    QCOMPARE(config.notes().first().line, 2);
    QCOMPARE(config.notes().first().text, QStringLiteral("Match exec"));
}

void TestSshConfig::followsIncludes()
{
    write(QStringLiteral("part1.conf"), "Host cp1\nUser one\n");
    write(QStringLiteral("part2.conf"), "Host cp2\nUser two\n");
    const SshConfig config =
        parse("Include " + m_folder.filePath(QStringLiteral("part*.conf")).toUtf8() + "\nUser all\n");
    QCOMPARE(config.lookup(QStringLiteral("cp1"), {}).user, QStringLiteral("one"));
    QCOMPARE(config.lookup(QStringLiteral("cp2"), {}).user, QStringLiteral("two"));
    QCOMPARE(config.lookup(QStringLiteral("cp3"), {}).user, QStringLiteral("all"));
}

void TestSshConfig::anIncludeInABlockIsBoundToIt()
{
    write(QStringLiteral("inner.conf"), "Port 2201\nHost *\nUser inner\n");
    const SshConfig config =
        parse("Host cp1\nInclude " + m_folder.filePath(QStringLiteral("inner.conf")).toUtf8()
              + "\nHostKeyAlias after\nHost *\nUser outer\n");
    const SshHostConfig bound = config.lookup(QStringLiteral("cp1"), {});
    QCOMPARE(bound.user, QStringLiteral("inner"));
    QCOMPARE(bound.hostKeyAlias, QStringLiteral("after"));
    const SshHostConfig free = config.lookup(QStringLiteral("w1"), {});
    QCOMPARE(free.user, QStringLiteral("outer"));
    QCOMPARE(free.port, quint16(0));
    QVERIFY(free.hostKeyAlias.isEmpty());
}

void TestSshConfig::stopsAtIncludesThatGoRound()
{
    const QString path = m_folder.filePath(QStringLiteral("config"));
    const SshConfig config = parse("User lab\nInclude " + path.toUtf8() + '\n');
    QCOMPARE(config.lookup(QStringLiteral("cp1"), {}).user, QStringLiteral("lab"));
    QVERIFY(!config.notes().isEmpty());
}

void TestSshConfig::listsHosts()
{
    write(QStringLiteral("more.conf"), "Host w1 w2\n");
    write(QStringLiteral("hosts"),
          "Host cp1 *.lab !no cp?\nInclude " + m_folder.filePath(QStringLiteral("more.conf")).toUtf8()
              + "\nMatch host hidden\nHost cp1 cp2\n");
    QCOMPARE(configuredHosts(m_folder.filePath(QStringLiteral("hosts"))).join(QLatin1Char(' ')),
             QStringLiteral("cp1 w1 w2 cp2"));
}

void TestSshConfig::refusesAFileThatIsNotThere()
{
    const auto config = SshConfig::read({m_folder.filePath(QStringLiteral("absent"))});
    QVERIFY(!config.has_value());
    QCOMPARE(config.error().code, ErrorCode::FileNotFound);
}

void TestSshConfig::theFirstOfJumpAndCommandCounts()
{
    const SshConfig config =
        parse("Host a\nProxyJump bastion\nHost b\nProxyCommand nc %h %p\nHost *\nProxyJump other\n"
              "ProxyCommand never\n");
    QCOMPARE(config.lookup(QStringLiteral("a"), {}).proxyJump, QStringLiteral("bastion"));
    QVERIFY(config.lookup(QStringLiteral("a"), {}).proxyCommand.isEmpty());
    QCOMPARE(config.lookup(QStringLiteral("b"), {}).proxyCommand, QStringLiteral("nc %h %p"));
    QVERIFY(config.lookup(QStringLiteral("b"), {}).proxyJump.isEmpty());
}

void TestSshConfig::readsTimes()
{
    const SshConfig config = parse("ConnectTimeout 1m30\nServerAliveInterval 15s\n");
    QCOMPARE(config.lookup(QStringLiteral("a"), {}).connectTimeout, 90);
    QCOMPARE(config.lookup(QStringLiteral("a"), {}).serverAliveInterval, 15);
}

QTEST_GUILESS_MAIN(TestSshConfig)
#include "tst_sshconfig.moc"
