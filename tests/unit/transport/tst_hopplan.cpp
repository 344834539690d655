// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/hopplan.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gordian;

class TestHopPlan : public QObject {
    Q_OBJECT

private slots:
    void plansAChain_data();
    void plansAChain();
    void refusesWhatCannotBeDone_data();
    void refusesWhatCannotBeDone();
    void whatThePersonGaveBeatsTheConfig();
    void aNodesKeyIsForTheNodeAlone();
    void onlyTheNodesOwnHopCompresses();
    void asksKnownHostsForTheRightName_data();
    void asksKnownHostsForTheRightName();

private:
    tl::expected<QVector<HopPlan>, ConnectFailure> plan(const QByteArray &config, const QString &target);
    QTemporaryDir m_folder;
    SshSettings m_settings;
};

tl::expected<QVector<HopPlan>, ConnectFailure> TestHopPlan::plan(const QByteArray &config,
                                                                 const QString &target)
{
    QFile file(m_folder.filePath(QStringLiteral("config")));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(config);
    }
    file.close();
    m_settings.sshConfigFile = file.fileName();
    Node node;
    node.endpoint = parseEndpoint(target);
    node.identityFile = QStringLiteral("/node-key");
    return planHops(node, m_settings);
}

void TestHopPlan::plansAChain_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const char *config, const char *expected) {
        QTest::newRow(name) << QByteArray(config) << QString::fromLatin1(expected);
    };
    add("no jump", "User u\n", "u@cp1:22");
    add("one jump", "User u\nHost cp1\nProxyJump a\n", "u@a:22 u@cp1:22");
    add("two jumps", "User u\nHost cp1\nProxyJump x@a:1,b\n", "x@a:1 u@b:22 u@cp1:22");
    add("a jump host that has one itself", "User u\nHost cp1\nProxyJump b\nHost b\nProxyJump a\n",
        "u@a:22 u@b:22 u@cp1:22");
    add("only the first may bring its own", "User u\nHost cp1\nProxyJump a,b\nHost b\nProxyJump never\n",
        "u@a:22 u@b:22 u@cp1:22");
    add("a jump host's own entry",
        "Host cp1\nProxyJump b\nUser me\nHost b\nHostName 10.0.0.9\nPort 99\nUser jump\n",
        "jump@b:99 me@cp1:22");
    add("none ends the search", "Host cp1\nProxyJump none\nHost *\nUser u\nProxyJump a\n", "u@cp1:22");
}

void TestHopPlan::plansAChain()
{
    QFETCH(QByteArray, config);
    const auto hops = plan(config, QStringLiteral("cp1"));
    QVERIFY(hops.has_value());
    QStringList shown;
    for (const HopPlan &hop : *hops) {
        shown.append(hop.endpoint.display());
    }
    QTEST(shown.join(QLatin1Char(' ')), "expected");
}

void TestHopPlan::refusesWhatCannotBeDone_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("detail");
    QTest::newRow("a command in between")
        << QByteArray("ProxyCommand nc %h %p\n") << QStringLiteral("ProxyCommand nc %h %p");
    QTest::newRow("a jump that is no host")
        << QByteArray("Host cp1\nProxyJump -x\n") << QStringLiteral("ProxyJump -x");
    QTest::newRow("jumps that go round") << QByteArray("Host a\nProxyJump cp1\nHost cp1\nProxyJump a\n")
                                         << QStringLiteral("ProxyJump: more than 8 hops");
}

void TestHopPlan::refusesWhatCannotBeDone()
{
    QFETCH(QByteArray, config);
    const auto hops = plan(config, QStringLiteral("cp1"));
    QVERIFY(!hops.has_value());
    QCOMPARE(hops.error().layer, ConnectLayer::Config);
    QTEST(hops.error().detail, "detail");
}

void TestHopPlan::whatThePersonGaveBeatsTheConfig()
{
    const auto hops =
        plan("User u\nPort 99\nConnectTimeout 3\nServerAliveInterval 4\n", QStringLiteral("me@cp1:2222"));
    QCOMPARE(hops->first().endpoint.display(), QStringLiteral("me@cp1:2222"));
    QCOMPARE(hops->first().connectSeconds, 3);
    QCOMPARE(hops->first().keepAliveSeconds, 4);
}

void TestHopPlan::aNodesKeyIsForTheNodeAlone()
{
    const auto hops = plan("IdentityFile /usual\nHost cp1\nProxyJump a\n", QStringLiteral("cp1"));
    QCOMPARE(hops->first().identityFiles, QStringList{QStringLiteral("/usual")});
    QCOMPARE(hops->last().identityFiles,
             (QStringList{QStringLiteral("/node-key"), QStringLiteral("/usual")}));
}

void TestHopPlan::onlyTheNodesOwnHopCompresses()
{
    const auto hops = plan("Host cp1\nProxyJump a,b\n", QStringLiteral("cp1"));
    QCOMPARE(hops->size(), 3);
    QVERIFY(!hops->at(0).compresses && !hops->at(1).compresses && hops->at(2).compresses);
}

void TestHopPlan::asksKnownHostsForTheRightName_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the name") << QByteArray() << QStringLiteral("cp1") << QStringLiteral("cp1");
    QTest::newRow("the name with its port")
        << QByteArray() << QStringLiteral("cp1:2222") << QStringLiteral("[cp1]:2222");
    QTest::newRow("the name behind the name")
        << QByteArray("HostName 10.0.0.1\n") << QStringLiteral("cp1") << QStringLiteral("10.0.0.1");
    QTest::newRow("an alias, whatever the port")
        << QByteArray("HostKeyAlias node\n") << QStringLiteral("cp1:2222") << QStringLiteral("node");
}

void TestHopPlan::asksKnownHostsForTheRightName()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, target);
    const auto hops = plan(config, target);
    QTEST(hops->first().hostId, "expected");
}

QTEST_GUILESS_MAIN(TestHopPlan)
#include "tst_hopplan.moc"
