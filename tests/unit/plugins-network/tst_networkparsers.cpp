// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "network/connectionsparser.h"
#include "network/firewallparser.h"
#include "network/listenersparser.h"
#include "network/rangesparser.h"
#include "support/collectedfacts.h"

#include <QTest>

using namespace gordian;
using namespace gordian::test;

class TestNetworkParsers : public QObject {
    Q_OBJECT

private slots:
    void listeners_data();
    void listeners();
    void connections_data();
    void connections();
    void blockedPorts_data();
    void blockedPorts();
    void blockingRuleIsQuotedWithItsLine();
    void rulesOfBothBackendsAreSeen();
    void forwardedPackets_data();
    void forwardedPackets();
    void overlappingRanges_data();
    void overlappingRanges();
    void hostileInputIsSurvived();
};

void TestNetworkParsers::listeners_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("addresses");
    QTest::addColumn<QString>("owner");
    QTest::newRow("ss with the Netid column names the process") << QByteArray(
        "Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess\n"
        "tcp   LISTEN 0      4096       127.0.0.1:2379       0.0.0.0:*    users:((\"etcd\",pid=503,fd=9))\n"
        "tcp   LISTEN 0      4096     10.77.77.11:2379       0.0.0.0:*    users:((\"etcd\",pid=503,fd=8))\n")
                                                                << "2379"
                                                                << "127.0.0.1, 10.77.77.11"
                                                                << "etcd";
    QTest::newRow("ss without it as well")
        << QByteArray("LISTEN 0 4096 *:6443 *:* users:((\"haproxy\",pid=7,fd=7))\n") << "6443"
        << "*"
        << "haproxy";
    QTest::newRow("ss without rights shows no process")
        << QByteArray("tcp LISTEN 0 4096 [::]:22 [::]:*\n") << "22"
        << "::" << QString();
    QTest::newRow("a UDP port is no listener of TCP")
        << QByteArray("udp UNCONN 0 0 0.0.0.0:123 0.0.0.0:* users:((\"chronyd\",pid=140,fd=7))\n") << "123"
        << QString() << QString();
    QTest::newRow("netstat names pid and program") << QByteArray(
        "tcp6       0      0 :::10250                :::*                    LISTEN      811/kubelet\n")
                                                   << "10250"
                                                   << "::"
                                                   << "kubelet";
    QTest::newRow("the kernel's own table is hexadecimal") << QByteArray(
        "  sl  local_address rem_address   st tx_queue rx_queue\n"
        "   0: 0100007F:094B 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1\n")
                                                           << "2379"
                                                           << "127.0.0.1" << QString();
    QTest::newRow("an open connection is no listener") << QByteArray(
        "   1: 0100007F:094B 0100007F:CAFE 01 00000000:00000000 00:00000000 00000000     0        0 1 1\n")
                                                       << "2379" << QString() << QString();
}

void TestNetworkParsers::listeners()
{
    QFETCH(QByteArray, output);
    QFETCH(QString, port);
    CollectedFacts facts;
    ListenersParser().parse(artifactOf(QStringLiteral("network.listeners"), {{{}, output}}), facts);
    QTEST(facts.text(QStringLiteral("network.port-listening"), port), "addresses");
    QTEST(facts.text(QStringLiteral("network.port-owner"), port), "owner");
}

void TestNetworkParsers::connections_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("outcome");
    const QString own = QStringLiteral("own 10.0.0.1:6443");
    QTest::newRow("an answer is open")
        << QByteArray("connect own 10.0.0.1:6443 curl=0 403 0.014870") << own << "open";
    QTest::newRow("refused by the kernel")
        << QByteArray("connect own 10.0.0.1:6443 curl=7 curl: (7) Failed to connect to 10.0.0.1 port 6443 "
                      "after 0 ms: Couldn't connect to server 000 0.000000")
        << own << "refused";
    QTest::newRow("rejected with no route")
        << QByteArray("connect own 10.0.0.1:6443 curl=7 curl: (7) Failed to connect to 10.0.0.1 port 6443: "
                      "No route to host 000 0.000000")
        << own << "no-route";
    QTest::newRow("dropped") << QByteArray("connect own 10.0.0.1:6443 curl=28 curl: (28) Connection timed "
                                           "out after 2001 milliseconds 000 0.000000")
                             << own << "timed-out";
    QTest::newRow("connected, then silence")
        << QByteArray("connect own 10.0.0.1:6443 curl=28 curl: (28) Operation timed out 000 0.000412") << own
        << "silent";
    QTest::newRow("etcd closes on who has no certificate") << QByteArray(
        "connect etcd-peer 10.0.0.1:2380 curl=55 curl: (55) getpeername() failed with errno 107 000 0.000268")
                                                           << "etcd-peer 10.0.0.1:2380"
                                                           << "open";
    QTest::newRow("openssl connected")
        << QByteArray("connect own 10.0.0.1:6443 openssl CONNECTED(00000003)") << own << "open";
    QTest::newRow("openssl said nothing")
        << QByteArray("connect own 10.0.0.1:6443 openssl ") << own << QString();
}

void TestNetworkParsers::connections()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, subject);
    CollectedFacts facts;
    ConnectionsParser().parse(artifactOf(QStringLiteral("network.connect"), {{{}, line + '\n'}}), facts);
    QTEST(facts.text(QStringLiteral("network.connection"), subject), "outcome");
}

void TestNetworkParsers::blockedPorts_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<bool>("blocked");
    const QString iptables = QStringLiteral("iptables-save");
    const QByteArray head = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n";
    const QByteArray closed = "*filter\n:INPUT DROP [0:0]\n";
    QTest::newRow("a drop of the port")
        << iptables << head + "[3:180] -A INPUT -p tcp -m tcp --dport 6443 -j DROP\n"
        << true;
    QTest::newRow("a reject of a range") << iptables
                                         << head
            + "-A INPUT -p tcp -m multiport --dports 6000:7000,22 -j REJECT --reject-with "
              "icmp-port-unreachable\n" << true;
    QTest::newRow("another port") << iptables << head + "-A INPUT -p tcp -m tcp --dport 8443 -j DROP\n"
                                  << false;
    QTest::newRow("UDP of the same number")
        << iptables << head + "-A INPUT -p udp -m udp --dport 6443 -j DROP\n"
        << false;
    QTest::newRow("an accept before the drop") << iptables
                                               << head
            + "-A INPUT -p tcp -m tcp --dport 6443 -j ACCEPT\n-A INPUT -p tcp -m tcp --dport 6443 -j DROP\n"
                                               << false;
    QTest::newRow("a closing reject of everything") << iptables
                                                    << head
            + "-A INPUT -i lo -j ACCEPT\n-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n-A "
              "INPUT -p tcp -m tcp --dport 22 -j ACCEPT\n-A INPUT -j REJECT --reject-with "
              "icmp-host-prohibited\n" << true;
    QTest::newRow("a policy of DROP with nothing that opens the port")
        << iptables << closed + "-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\n"
        << true;
    QTest::newRow("a policy of DROP and a chain that opens it") << iptables
                                                                << closed
            + ":ufw-user-input - [0:0]\n-A INPUT -j ufw-user-input\n-A ufw-user-input -p tcp -m tcp --dport "
              "6443 -j ACCEPT\n" << false;
    QTest::newRow("a policy of DROP and an accept for some sources")
        << iptables << closed + "-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 6443 -j ACCEPT\n"
        << false;
    QTest::newRow("invalid packets are dropped everywhere")
        << iptables << head + "-A INPUT -m conntrack --ctstate INVALID -j DROP\n"
        << false;
    QTest::newRow("Kubernetes' own drops of marked packets") << iptables
                                                             << head
            + "-A INPUT -j KUBE-FIREWALL\n-A KUBE-FIREWALL -m comment --comment \"kubernetes firewall for "
              "dropping marked packets\" -m mark --mark 0x8000/0x8000 -j DROP\n"
                                                             << false;
    QTest::newRow("a list of banned sources")
        << iptables << head + "-A INPUT -m set --match-set banned src -j BANNED\n-A BANNED -j DROP\n"
        << false;
    QTest::newRow("a circle of chains ends") << iptables << head + "-A INPUT -j A\n-A A -j B\n-A B -j A\n"
                                             << false;
    QTest::newRow("nft: a drop of the port")
        << "nft"
        << QByteArray("table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; "
                      "policy accept;\n\t\ttcp dport { 2379, 6443 } drop\n\t}\n}\n")
        << true;
    QTest::newRow("nft: a policy with an accept")
        << "nft"
        << QByteArray(
               "table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy "
               "drop;\n\t\tct state established,related accept\n\t\ttcp dport 6443 accept\n\t}\n}\n")
        << false;
    QTest::newRow("nft: a policy without one")
        << "nft"
        << QByteArray("table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; "
                      "policy drop;\n\t\ttcp dport 22 accept\n\t}\n}\n")
        << true;
    QTest::newRow("nft: firewalld's zone opens it")
        << "nft"
        << QByteArray(
               "table inet firewalld {\n\tchain filter_INPUT {\n\t\ttype filter hook input priority filter + "
               "10; policy accept;\n\t\tct state { established, related } accept\n\t\tiifname \"lo\" "
               "accept\n\t\tjump filter_INPUT_ZONES\n\t\treject with icmpx admin-prohibited\n\t}\n\tchain "
               "filter_INPUT_ZONES {\n\t\tiifname \"eth0\" goto filter_IN_public\n\t}\n\tchain "
               "filter_IN_public {\n\t\ttcp dport 6443 accept\n\t}\n}\n")
        << false;
}

void TestNetworkParsers::blockedPorts()
{
    QFETCH(QString, section);
    QFETCH(QByteArray, rules);
    CollectedFacts facts;
    FirewallParser().parse(artifactOf(QStringLiteral("firewall.rules"), {{section, rules}}), facts);
    QTEST(facts.find(QStringLiteral("firewall.blocks"), QStringLiteral("6443")) != nullptr, "blocked");
}

void TestNetworkParsers::blockingRuleIsQuotedWithItsLine()
{
    CollectedFacts facts;
    FirewallParser().parse(artifactOf(QStringLiteral("firewall.rules"),
                                      {{QStringLiteral("iptables-save"),
                                        "*filter\n:INPUT ACCEPT [0:0]\n[9:540] -A INPUT -p tcp -m tcp "
                                        "--dport 6443 -j DROP\nCOMMIT\n"}}),
                           facts);
    const Fact *rule = facts.find(QStringLiteral("firewall.blocks"), QStringLiteral("6443"));
    QVERIFY(rule);
    QCOMPARE(displayValue(rule->value), QStringLiteral("-A INPUT -p tcp -m tcp --dport 6443 -j DROP"));
    QCOMPARE(rule->source.firstLine, 3);
    QCOMPARE(rule->source.section, QStringLiteral("iptables-save"));
}

void TestNetworkParsers::rulesOfBothBackendsAreSeen()
{
    CollectedFacts facts;
    const QByteArray rules = "*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-SERVICES - [0:0]\n";
    FirewallParser().parse(artifactOf(QStringLiteral("firewall.rules"),
                                      {{QStringLiteral("iptables-save"), rules},
                                       {QStringLiteral("iptables-legacy-save"), rules}}),
                           facts);
    QStringList where;
    for (const Fact &fact : facts.all()) {
        if (fact.key == QLatin1String("firewall.cluster-rules-in")) {
            where.append(displayValue(fact.value));
        }
    }
    QCOMPARE(where, QStringList({QStringLiteral("iptables-save"), QStringLiteral("iptables-legacy-save")}));
}

void TestNetworkParsers::forwardedPackets_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<bool>("dropped");
    const QByteArray drop = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [9:540]\n";
    QTest::newRow("a policy of DROP and nothing else") << drop << true;
    QTest::newRow("an open policy") << QByteArray("*filter\n:FORWARD ACCEPT [0:0]\n") << false;
    QTest::newRow("chains of Docker and of kube-proxy let no pod through") << drop
            + "-A FORWARD -j DOCKER-USER\n-A FORWARD -j KUBE-FORWARD\n" << true;
    QTest::newRow("Docker accepts for its own bridge only")
        << drop + "-A FORWARD -i docker0 ! -o docker0 -j ACCEPT\n"
        << true;
    QTest::newRow("a network plugin has its chain")
        << drop + "-A FORWARD -m comment --comment \"cali:x\" -j cali-FORWARD\n"
        << false;
    QTest::newRow("the range of pods is accepted") << drop + "-A FORWARD -s 10.244.0.0/16 -j ACCEPT\n"
                                                   << false;
    QTest::newRow("firewalld rejects what is left")
        << QByteArray("*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED "
                      "-j ACCEPT\n-A FORWARD -j REJECT --reject-with icmp-host-prohibited\n")
        << true;
}

void TestNetworkParsers::forwardedPackets()
{
    QFETCH(QByteArray, rules);
    CollectedFacts facts;
    FirewallParser().parse(
        artifactOf(QStringLiteral("firewall.rules"), {{QStringLiteral("iptables-save"), rules}}), facts);
    QTEST(facts.find(QStringLiteral("firewall.forward-drops"), QString()) != nullptr, "dropped");
}

void TestNetworkParsers::overlappingRanges_data()
{
    QTest::addColumn<QString>("probe");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("range"); // empty: none overlaps
    const QString asked = QStringLiteral("network.managers");
    const QString pasted = QStringLiteral("pasted.text");
    QTest::newRow("the node lies in the range of pods")
        << asked << QByteArray("pod-range 192.168.0.0/16\nhost-address 192.168.1.5/24 eth0\n")
        << QStringLiteral("192.168.0.0/16");
    QTest::newRow("the range of services lies in the node's network")
        << asked << QByteArray("service-range 10.96.0.0/12\nhost-address 10.1.2.3/8 eth0\n")
        << QStringLiteral("10.96.0.0/12");
    QTest::newRow("dual stack, and they are apart")
        << asked << QByteArray("pod-range 10.244.0.0/16,fd00::/48\nhost-address 192.168.1.5/24 eth0\n")
        << QString();
    QTest::newRow("kubeadm's option and the API server's address")
        << pasted
        << QByteArray("kubeadm init --pod-network-cidr=192.168.0.0/16\ndial tcp 192.168.56.10:6443: i/o\n")
        << QStringLiteral("192.168.0.0/16");
    QTest::newRow("Calico's pool on the line below its name")
        << pasted
        << QByteArray("- name: CALICO_IPV4POOL_CIDR\n  value: \"10.0.0.0/8\"\nkubeadm join 10.1.1.1:6443\n")
        << QStringLiteral("10.0.0.0/8");
    QTest::newRow("loopback is nobody's network")
        << pasted << QByteArray("--pod-network-cidr=127.0.0.0/8 https://127.0.0.1:2379\n") << QString();
}

void TestNetworkParsers::overlappingRanges()
{
    QFETCH(QString, probe);
    QFETCH(QByteArray, text);
    QFETCH(QString, range);
    CollectedFacts facts;
    RangesParser().parse(artifactOf(probe, {{{}, text}}), facts);
    QCOMPARE(facts.all().size(), range.isEmpty() ? 0 : 1);
    if (!range.isEmpty()) {
        QCOMPARE(facts.all().first().subject, range);
    }
}

void TestNetworkParsers::hostileInputIsSurvived()
{
    for (const QByteArray &bytes : hostileBytes()) {
        for (const QByteArray &output :
             {bytes, "connect own " + bytes, "-A INPUT " + bytes, "tcp LISTEN 0 0 " + bytes}) {
            CollectedFacts facts;
            ListenersParser().parse(artifactOf(QStringLiteral("network.listeners"), {{{}, output}}), facts);
            ConnectionsParser().parse(artifactOf(QStringLiteral("network.connect"), {{{}, output}}), facts);
            RangesParser().parse(artifactOf(QStringLiteral("pasted.text"), {{{}, output}}), facts);
            FirewallParser().parse(
                artifactOf(QStringLiteral("firewall.rules"), {{QStringLiteral("nft"), output}}), facts);
            FirewallParser().parse(artifactOf(QStringLiteral("firewall.rules"),
                                              {{QStringLiteral("iptables-save"), "*filter\n" + output}}),
                                   facts);
        }
    }
}

QTEST_GUILESS_MAIN(TestNetworkParsers)
#include "tst_networkparsers.moc"
