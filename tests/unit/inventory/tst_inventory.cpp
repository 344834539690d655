// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "inventory/inventory.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gordian;

namespace {

QString summary(const QVector<Node> &nodes)
{
    QStringList parts;
    for (const Node &node : nodes) {
        parts.append(node.name + QLatin1Char('=') + node.endpoint.display());
    }
    return parts.join(QLatin1Char(' '));
}

Artifact artifactOf(const QString &probe, const QByteArray &output, const QString &section = {})
{
    Artifact artifact;
    artifact.node = QStringLiteral("cp1");
    artifact.probe = probe;
    artifact.state = ArtifactState::Collected;
    artifact.output = output;
    if (!section.isEmpty()) {
        artifact.sections = {{section, 0, output.size()}};
    }
    return artifact;
}

} // namespace

class TestInventory : public QObject {
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void ansible_data();
    void ansible();
    void rolesFollowTheGroups();
    void kubeconfigGivesTheServer();
    void filesAreToldApart_data();
    void filesAreToldApart();
    void otherNodesAreFoundWithoutTheApi();
    void idsAreUnique();
};

void TestInventory::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("nodes");
    QTest::addColumn<QString>("badLine");
    QTest::newRow("several lines, comments and blanks") << "root@a\n\n# no\nb:2222 # yes\n"
                                                        << "a=root@a b=b:2222"
                                                        << "";
    QTest::newRow("a copied ssh command") << "ssh root@a"
                                          << "a=root@a"
                                          << "";
    QTest::newRow("commas part nodes too") << "a, b;c"
                                           << "a=a b=b c=c"
                                           << "";
    QTest::newRow("a line that is no node is named") << "a\n-oX=y\n"
                                                     << ""
                                                     << "2";
}

void TestInventory::lines()
{
    QFETCH(QString, text);
    QFETCH(QString, badLine);
    const auto nodes = nodesFromLines(text);
    if (badLine.isEmpty()) {
        QVERIFY(nodes.has_value());
        QTEST(summary(*nodes), "nodes");
    } else {
        QVERIFY(!nodes.has_value());
        QCOMPARE(nodes.error().context.value(QStringLiteral("line")), badLine);
    }
}

void TestInventory::ansible_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("nodes");
    QTest::newRow("hosts with variables")
        << QByteArray("cp1 ansible_host=10.0.0.1 ansible_user=lab ansible_port=2222\nw1\n") << "hosts"
        << "cp1=lab@10.0.0.1:2222 w1=w1";
    QTest::newRow("ranges keep their zeros")
        << QByteArray("[workers]\nw[08:10].example\n") << "hosts.ini"
        << "w08.example=w08.example w09.example=w09.example w10.example=w10.example";
    QTest::newRow("group variables reach children's hosts")
        << QByteArray("[cp]\na\n[k8s:children]\ncp\n[k8s:vars]\nansible_user = \"lab\"\n") << "x.ini"
        << "a=lab@a";
    QTest::newRow("a host's own variable wins")
        << QByteArray("[g]\na ansible_user=me\n[g:vars]\nansible_user=lab\n") << "x.ini"
        << "a=me@a";
    QTest::newRow("YAML with children")
        << QByteArray("all:\n  vars:\n    ansible_user: lab\n  children:\n    kube_control_plane:\n      "
                      "hosts:\n        cp1:\n"
                      "          ansible_host: 10.0.0.1\n    kube_node:\n      hosts:\n        w1:\n")
        << "inventory.yaml"
        << "cp1=lab@10.0.0.1 w1=lab@w1";
    QTest::newRow("local connections are no nodes to sign in to")
        << QByteArray("localhost ansible_connection=local\na\n") << "h.ini"
        << "a=a";
}

void TestInventory::ansible()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, file);
    const auto nodes = nodesFromAnsible(text, file);
    QVERIFY(nodes.has_value());
    QTEST(summary(*nodes), "nodes");
}

void TestInventory::rolesFollowTheGroups()
{
    const auto nodes =
        nodesFromAnsible("[kube_control_plane]\na\n[kube_node]\nb\n[other]\nc\n", QStringLiteral("x.ini"));
    QVERIFY(nodes.has_value());
    QCOMPARE(nodes->at(0).role, NodeRole::ControlPlane);
    QCOMPARE(nodes->at(1).role, NodeRole::Worker);
    QCOMPARE(nodes->at(2).role, NodeRole::Unknown);
}

void TestInventory::kubeconfigGivesTheServer()
{
    const auto nodes = nodesFromKubeconfig(
        "kind: Config\nclusters:\n- name: k\n  cluster:\n    server: https://10.0.0.1:6443\n");
    QVERIFY(nodes.has_value());
    QCOMPARE(summary(*nodes), QStringLiteral("10.0.0.1=10.0.0.1"));
    const auto broken = nodesFromKubeconfig("kind: Config\nclusters: [\n");
    QVERIFY(!broken.has_value());
    QVERIFY(!broken.error().context.value(QStringLiteral("line")).isEmpty());
}

void TestInventory::filesAreToldApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("nodes");
    QTest::newRow("an ssh config") << QByteArray("Host cp1\n  HostName 10.0.0.1\nHost *\n  User lab\n")
                                   << "cp1=cp1";
    QTest::newRow("a kubeconfig") << QByteArray(
        "apiVersion: v1\nkind: Config\nclusters:\n- cluster:\n    server: https://h:6443\n")
                                  << "h=h";
    QTest::newRow("an inventory without a suffix")
        << QByteArray("[all]\na ansible_host=10.1.1.1\n") << "a=10.1.1.1";
    QTest::newRow("lines") << QByteArray("root@a\nroot@b\n") << "a=root@a b=root@b";
}

void TestInventory::filesAreToldApart()
{
    QFETCH(QByteArray, text);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("given")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto nodes = nodesFromFile(file.fileName());
    QVERIFY(nodes.has_value());
    QTEST(summary(*nodes), "nodes");
}

void TestInventory::otherNodesAreFoundWithoutTheApi()
{
    Case examined = newCase({});
    NodeRecord record;
    record.node.id = QStringLiteral("cp1");
    record.node.name = QStringLiteral("cp1");
    record.node.endpoint.host = QStringLiteral("10.0.0.1");
    examined.nodes = {record};
    examined.put(artifactOf(QStringLiteral("etcd.manifest"),
                            "    - --initial-cluster=cp1=https://10.0.0.1:2380,cp2=https://10.0.0.2:2380\n"));
    examined.put(artifactOf(QStringLiteral("network.hosts"),
                            "127.0.0.1 localhost\n10.0.0.9 w9 w9.example\n::1 ip6-localhost\n",
                            QStringLiteral("/etc/hosts")));
    examined.put(artifactOf(QStringLiteral("kubelet.journal"),
                            "dial tcp 10.0.0.3:6443: connect: connection refused\ndial tcp 10.96.0.1:443\n"
                            "Get \"https://127.0.0.1:6443/healthz\"\n"));
    examined.put(artifactOf(QStringLiteral("kubelet.kubeconfig"), "    server: https://vip.example:6443\n"));
    const auto finds = discoverNodes(examined);
    QStringList hosts;
    for (const InventoryFind &find : finds) {
        hosts.append(find.node.name + QLatin1Char('@') + find.node.endpoint.host
                     + (find.already ? QStringLiteral("!") : QString()));
    }
    hosts.sort();
    QCOMPARE(hosts,
             QStringList({QStringLiteral("10.0.0.3@10.0.0.3"), QStringLiteral("cp1@10.0.0.1!"),
                          QStringLiteral("cp2@10.0.0.2"), QStringLiteral("vip.example@vip.example"),
                          QStringLiteral("w9@10.0.0.9")}));
}

void TestInventory::idsAreUnique()
{
    QVector<Node> nodes(3);
    for (Node &node : nodes) {
        node.name = QStringLiteral("a");
    }
    assignIds(nodes, {QStringLiteral("a-2")});
    QCOMPARE(nodes[0].id, QStringLiteral("a"));
    QCOMPARE(nodes[1].id, QStringLiteral("a-3"));
    QCOMPARE(nodes[2].id, QStringLiteral("a-4"));
}

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
