// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "etcd/etcdmetricsparser.h"
#include "etcd/etcdstatusparser.h"
#include "support/collectedfacts.h"

#include <QTest>

using namespace gordian;
using namespace gordian::test;

namespace {

// As etcdctl 3.5.16 and 3.4.23 print it on real nodes.
const QByteArray kHealthy =
    R"([{"Endpoint":"https://127.0.0.1:2379","Status":{"header":{"cluster_id":7414334711979628156,"member_id":7155129441784635402,"revision":608,"raft_term":3},"version":"3.4.23","dbSize":1060864,"leader":7155129441784635402,"raftIndex":644,"raftTerm":3,"raftAppliedIndex":644,"dbSizeInUse":1048576}}])";
const QByteArray kNoSpace =
    R"([{"Endpoint":"https://127.0.0.1:2379","Status":{"header":{"cluster_id":964881889969849100,"member_id":2324424261523975944},"version":"3.5.16","dbSize":3502080,"leader":2324424261523975944,"errors":["memberID:2324424261523975944 alarm:NOSPACE "],"dbSizeInUse":1949696}}])";
const QByteArray kThree =
    R"({"header":{"cluster_id":1},"members":[{"ID":1,"name":"cp1","peerURLs":["https://10.0.0.1:2380"]},{"ID":2,"name":"cp2","peerURLs":["https://10.0.0.2:2380"]},{"ID":3,"peerURLs":["https://10.0.0.3:2380"]}]})";

CollectedFacts status(const QVector<NamedText> &parts)
{
    CollectedFacts facts;
    EtcdStatusParser().parse(artifactOf(QStringLiteral("etcd.status"), parts), facts);
    return facts;
}

QString text(const CollectedFacts &facts, const char *key)
{
    return facts.text(QLatin1String(key));
}

} // namespace

class TestEtcdParsers : public QObject {
    Q_OBJECT

private slots:
    void aHealthyMemberHasNoAlarm();
    void theAlarmIsRead();
    void etcdctlsOwnComplaintsAreNoAnswers();
    void quorumIsCounted_data();
    void quorumIsCounted();
    void latencyIsTheBoundOf99Percent();
    void fewObservationsTellNothing();
    void hostileInputIsSurvived();
};

void TestEtcdParsers::aHealthyMemberHasNoAlarm()
{
    const auto facts =
        status({{QStringLiteral("status"), kHealthy + '\n'},
                {QStringLiteral("health"),
                 "[{\"endpoint\":\"https://127.0.0.1:2379\",\"health\":true,\"took\":\"6ms\"}]\n"}});
    QCOMPARE(text(facts, "etcd.version"), QStringLiteral("3.4.23"));
    QCOMPARE(text(facts, "etcd.has-leader"), QStringLiteral("true"));
    QCOMPARE(text(facts, "etcd.endpoint-healthy"), QStringLiteral("true"));
    QVERIFY(facts.find(QStringLiteral("etcd.alarms")));
    QCOMPARE(text(facts, "etcd.alarms"), QString());
}

void TestEtcdParsers::theAlarmIsRead()
{
    const auto facts = status({{QStringLiteral("status"), kNoSpace + '\n'},
                               {QStringLiteral("alarms"), "memberID:2324424261523975944 alarm:NOSPACE \n"}});
    QCOMPARE(text(facts, "etcd.alarms"), QStringLiteral("NOSPACE"));
    QCOMPARE(text(facts, "etcd.errors"), QStringLiteral("memberID:2324424261523975944 alarm:NOSPACE"));
    QCOMPARE(facts.find(QStringLiteral("etcd.alarms"))->source.firstLine, 2);
}

void TestEtcdParsers::etcdctlsOwnComplaintsAreNoAnswers()
{
    const auto facts = status({{QStringLiteral("status"),
                                "{\"level\":\"warn\",\"msg\":\"retrying of unary invoker failed\"}\nFailed "
                                "to get the status of endpoint\n[]\n"},
                               {QStringLiteral("alarms"), "Error: context deadline exceeded\n"}});
    QVERIFY(!facts.find(QStringLiteral("etcd.alarms")));
    QVERIFY(facts.complaints().isEmpty());
}

void TestEtcdParsers::quorumIsCounted_data()
{
    QTest::addColumn<int>("answering");
    QTest::addColumn<QString>("quorum");
    QTest::newRow("one of three is no quorum") << 1 << "false";
    QTest::newRow("two of three are one") << 2 << "true";
}

void TestEtcdParsers::quorumIsCounted()
{
    QFETCH(int, answering);
    QByteArrayList answers(answering, R"({"Endpoint":"e","Status":{"version":"3.5.16","leader":1}})");
    const auto facts = status({{QStringLiteral("members"), kThree + '\n'},
                               {QStringLiteral("cluster"), '[' + answers.join(',') + "]\n"}});
    QCOMPARE(text(facts, "etcd.members"), QStringLiteral("3"));
    QCOMPARE(text(facts, "etcd.member-names"), QStringLiteral("cp1, cp2, (unstarted)"));
    QTEST(text(facts, "etcd.quorum"), "quorum");
}

void TestEtcdParsers::latencyIsTheBoundOf99Percent()
{
    CollectedFacts facts;
    EtcdMetricsParser().parse(
        artifactOf(QStringLiteral("etcd.health"),
                   {{QStringLiteral("metrics"),
                     "etcd_disk_wal_fsync_duration_seconds_bucket{le=\"0.001\"} "
                     "900\netcd_disk_wal_fsync_duration_seconds_bucket{le=\"0.004\"} 980\n"
                     "etcd_disk_wal_fsync_duration_seconds_bucket{le=\"0.128\"} "
                     "995\netcd_disk_wal_fsync_duration_seconds_bucket{le=\"+Inf\"} 1000\n"
                     "etcd_mvcc_db_total_size_in_bytes 1.67936e+06\netcd_server_quota_backend_bytes "
                     "2.147483648e+09\n"}}),
        facts);
    QCOMPARE(text(facts, "etcd.fsync-p99-ms"), QStringLiteral("128"));
    QCOMPARE(text(facts, "etcd.quota-used-percent"), QStringLiteral("0"));
    QCOMPARE(text(facts, "etcd.db-size"), QStringLiteral("1679360"));
}

void TestEtcdParsers::fewObservationsTellNothing()
{
    CollectedFacts facts;
    EtcdMetricsParser().parse(
        artifactOf(QStringLiteral("etcd.health"),
                   {{QStringLiteral("metrics"),
                     "etcd_disk_wal_fsync_duration_seconds_bucket{le=\"0.001\"} "
                     "1\netcd_disk_wal_fsync_duration_seconds_bucket{le=\"+Inf\"} 3\n"}}),
        facts);
    QVERIFY(facts.all().isEmpty());
}

void TestEtcdParsers::hostileInputIsSurvived()
{
    const QVector<QByteArray> twists = {"[null]",
                                        "{\"members\":{}}",
                                        "{\"members\":[1,null]}",
                                        "[{\"Status\":7}]",
                                        "[{\"Status\":{\"errors\":{\"a\":1}}}]",
                                        "{\"health\":[]}"};
    for (const QByteArray &bytes : hostileBytes() + twists) {
        status({{QStringLiteral("cluster"), bytes + '\n'}});
        status({{{}, bytes}});
        CollectedFacts facts;
        EtcdMetricsParser().parse(artifactOf(QStringLiteral("etcd.health"),
                                             {{QStringLiteral("metrics"),
                                               "etcd_disk_wal_fsync_duration_seconds_bucket{le=\"" + bytes}}),
                                  facts);
    }
    for (qsizetype size = 0; size < kNoSpace.size(); size += 5) {
        status({{QStringLiteral("status"), kNoSpace.left(size)}});
    }
}

QTEST_GUILESS_MAIN(TestEtcdParsers)
#include "tst_etcdparsers.moc"
