// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/knownhosts.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace gordian;
using Kind = HostKeyVerdict::Kind;

namespace {

QByteArray field(const QByteArray &bytes)
{
    QByteArray length(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(bytes.size()), length.data());
    return length + bytes;
}

HostKey key(const QByteArray &type, char fill)
{
    return hostKeyFromBlob(field(type) + field(QByteArray(32, fill)));
}

QByteArray line(const QByteArray &names, const HostKey &known)
{
    return names + ' ' + known.type.toLatin1() + ' ' + known.blob.toBase64() + " a comment\n";
}

} // namespace

class TestKnownHosts : public QObject {
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void saysWhichLineAChangedKeyIsOn();
    void readsSeveralFilesAndPassesOverMissingOnes();
    void prefersTheKindsOfKeyAHostIsKnownBy();
    void remembersAKey_data();
    void remembersAKey();
    void startsANewLineWhenTheLastOneWasNotEnded();
    void sshKeygenFindsWhatWasRemembered();
    void readsHashesThatSshKeygenMade();
    void refusesWhatIsNotAKey();
};

void TestKnownHosts::judges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<Kind>("expected");
    const HostKey good = key("ssh-ed25519", 'g');
    const HostKey other = key("ssh-ed25519", 'o');
    const HostKey otherType = key("ecdsa-sha2-nistp256", 'e');
    const HostKey ancient = key("ssh-dss", 'd');
    const auto add = [](const char *name, const QByteArray &text, const char *host, Kind kind) {
        QTest::newRow(name) << text << QString::fromLatin1(host) << kind;
    };
    add("an empty file knows nobody", "", "cp1", Kind::Unknown);
    add("a plain line", line("cp1", good), "cp1", Kind::Trusted);
    add("letters' case does not matter", line("CP1.Example.org", good), "cp1.example.ORG", Kind::Trusted);
    add("one of several names", line("cp1,10.0.0.1", good), "10.0.0.1", Kind::Trusted);
    add("a port of its own", line("[cp1]:2222", good), "[cp1]:2222", Kind::Trusted);
    add("another port is another host", line("[cp1]:2222", good), "cp1", Kind::Unknown);
    add("a wildcard", line("*.lab", good), "cp1.lab", Kind::Trusted);
    add("a wildcard with an exception", line("*.lab,!cp1.lab", good), "cp1.lab", Kind::Unknown);
    add("another key of the same kind", line("cp1", other), "cp1", Kind::Changed);
    add("only a key of another kind", line("cp1", otherType), "cp1", Kind::Changed);
    add("only a kind of key that nobody offers any more", line("cp1", ancient), "cp1", Kind::Unknown);
    add("an old key and the right one", line("cp1", other) + line("cp1", good), "cp1", Kind::Trusted);
    add("the right one and an old key", line("cp1", good) + line("cp1", other), "cp1", Kind::Trusted);
    add("a revoked key", line("@revoked cp1", good), "cp1", Kind::Revoked);
    add("a revoked key that is also trusted", line("cp1", good) + line("@revoked *", good), "cp1",
        Kind::Revoked);
    add("another key is revoked", line("@revoked *", other) + line("cp1", good), "cp1", Kind::Trusted);
    add("a certificate authority alone", line("@cert-authority cp1", other), "cp1", Kind::CertificateOnly);
    add("a certificate authority's own key", line("@cert-authority cp1", good), "cp1", Kind::CertificateOnly);
    add("a certificate authority and the key", line("@cert-authority *", other) + line("cp1", good), "cp1",
        Kind::Trusted);
    add("a certificate authority and an old key", line("@cert-authority *", other) + line("cp1", other),
        "cp1", Kind::Changed);
    add("a marker that nobody knows", line("@surprise cp1", good), "cp1", Kind::Unknown);
    add("a comment", "# " + line("cp1", good), "cp1", Kind::Unknown);
    add("a line without a key", "cp1 ssh-ed25519\n" + line("cp1", good), "cp1", Kind::Trusted);
    add("a line that names another kind than its key", "cp1 ssh-rsa " + good.blob.toBase64() + '\n', "cp1",
        Kind::Unknown);
    add("tabs and a carriage return", "cp1\tssh-ed25519\t" + good.blob.toBase64() + "\r\n", "cp1",
        Kind::Trusted);
}

void TestKnownHosts::judges()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, host);
    const auto hosts = KnownHosts::parse(text, QStringLiteral("known_hosts"));
    QTEST(hosts.check(host, key("ssh-ed25519", 'g')).kind, "expected");
}

void TestKnownHosts::saysWhichLineAChangedKeyIsOn()
{
    const QByteArray text = "# a comment\n\n" + line("cp1", key("ecdsa-sha2-nistp256", 'e'))
        + line("cp1", key("ssh-ed25519", 'o'));
    const auto verdict =
        KnownHosts::parse(text, QStringLiteral("file")).check(QStringLiteral("cp1"), key("ssh-ed25519", 'g'));
    QCOMPARE(verdict.kind, Kind::Changed);
    QCOMPARE(verdict.entry.line, 4); // of the same kind, not the first that differs
    QCOMPARE(verdict.entry.file, QStringLiteral("file"));
    QCOMPARE(verdict.entry.key, key("ssh-ed25519", 'o'));
}

void TestKnownHosts::readsSeveralFilesAndPassesOverMissingOnes()
{
    QTemporaryDir folder;
    const QString second = folder.filePath(QStringLiteral("second"));
    QFile file(second);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(line("cp1", key("ssh-ed25519", 'g')));
    file.close();
    const auto hosts = KnownHosts::read({folder.filePath(QStringLiteral("absent")), second});
    QVERIFY(hosts.has_value());
    QCOMPARE(hosts->check(QStringLiteral("cp1"), key("ssh-ed25519", 'g')).entry.file, second);
}

void TestKnownHosts::prefersTheKindsOfKeyAHostIsKnownBy()
{
    const auto hosts = KnownHosts::parse(line("cp1", key("ssh-rsa", 'r')) + line("*", key("ssh-ed25519", 'g'))
                                             + line("@revoked cp1", key("ecdsa-sha2-nistp256", 'e')),
                                         {});
    QCOMPARE(hosts.keyTypes(QStringLiteral("cp1")),
             (QStringList{QStringLiteral("ssh-rsa"), QStringLiteral("ssh-ed25519")}));
}

void TestKnownHosts::remembersAKey_data()
{
    QTest::addColumn<HostNames>("names");
    QTest::newRow("with its name in clear") << HostNames::Plain;
    QTest::newRow("with its name hashed") << HostNames::Hashed;
}

void TestKnownHosts::remembersAKey()
{
    QFETCH(HostNames, names);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral(".ssh/known_hosts"));
    QVERIFY(rememberHostKey(path, QStringLiteral("[cp1]:2222"), key("ssh-ed25519", 'g'), names).has_value());
    const auto hosts = KnownHosts::read({path});
    QCOMPARE(hosts->check(QStringLiteral("[cp1]:2222"), key("ssh-ed25519", 'g')).kind, Kind::Trusted);
    QCOMPARE(hosts->entries().first().patterns.isEmpty(), names == HostNames::Hashed);
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    QVERIFY(!(QFileInfo(folder.filePath(QStringLiteral(".ssh"))).permissions() & others));
}

void TestKnownHosts::startsANewLineWhenTheLastOneWasNotEnded()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known_hosts"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(line("w1", key("ssh-ed25519", 'w')).trimmed());
    file.close();
    QVERIFY(
        rememberHostKey(path, QStringLiteral("cp1"), key("ssh-ed25519", 'g'), HostNames::Plain).has_value());
    QCOMPARE(KnownHosts::read({path})->entries().size(), 2);
}

void TestKnownHosts::sshKeygenFindsWhatWasRemembered()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known_hosts"));
    QVERIFY(
        rememberHostKey(path, QStringLiteral("cp1"), key("ssh-ed25519", 'g'), HostNames::Hashed).has_value());
    QProcess keygen;
    keygen.start(QStringLiteral("ssh-keygen"),
                 {QStringLiteral("-F"), QStringLiteral("cp1"), QStringLiteral("-f"), path});
    QVERIFY(keygen.waitForFinished());
    QCOMPARE(keygen.exitCode(), 0);
}

void TestKnownHosts::readsHashesThatSshKeygenMade()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known_hosts"));
    QVERIFY(rememberHostKey(path, QStringLiteral("[cp1]:2222"), key("ssh-ed25519", 'g'), HostNames::Plain)
                .has_value());
    QCOMPARE(
        QProcess::execute(QStringLiteral("ssh-keygen"), {QStringLiteral("-H"), QStringLiteral("-f"), path}),
        0);
    const auto hosts = KnownHosts::read({path});
    QVERIFY(hosts->entries().first().patterns.isEmpty());
    QCOMPARE(hosts->check(QStringLiteral("[cp1]:2222"), key("ssh-ed25519", 'g')).kind, Kind::Trusted);
    QCOMPARE(hosts->check(QStringLiteral("cp1"), key("ssh-ed25519", 'g')).kind, Kind::Unknown);
}

void TestKnownHosts::refusesWhatIsNotAKey()
{
    QVERIFY(hostKeyFromBlob({}).type.isEmpty());
    QVERIFY(hostKeyFromBlob(QByteArray(100, '\xff')).type.isEmpty());
    QVERIFY(hostKeyFromBlob(field("ssh-ed25519").left(10)).type.isEmpty());
}

QTEST_GUILESS_MAIN(TestKnownHosts)
#include "tst_knownhosts.moc"
