// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/linetime.h"

#include "core/utc.h"

#include <QTest>

using namespace gordian;

class TestLineTime : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void findsNone_data();
    void findsNone();
    void momentsOfPrograms();
};

void TestLineTime::reads_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("zone");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *line, const char *expected, int zone = 0) {
        QTest::newRow(name) << QByteArray(line) << zone << QString::fromLatin1(expected);
    };
    row("klog has no year and takes that of the collection", "I0316 01:48:44.801833    1720 kubelet.go:1] x",
        "2024-03-16T01:48:44.801Z");
    row("klog of December, collected in March, is of last year", "E1231 23:59:59.999999       1 a.go:1] x",
        "2023-12-31T23:59:59.999Z");
    row("a line half a day ahead of the collection is a clock, not last year",
        "W0317 00:30:00.000000 1 a.go:1] x", "2024-03-17T00:30:00.000Z");
    row("29 February is of a leap year", "I0229 10:00:00.000000 1 a.go:1] x", "2024-02-29T10:00:00.000Z");
    row("journald short", "Mar 16 01:48:44 k8s kubelet[1720]: E0316 01:48:44.801833 x",
        "2024-03-16T01:48:44.000Z");
    row("journald short in a zone east of UTC", "Mar 16 01:48:44 k8s kubelet[1720]: x",
        "2024-03-15T22:48:44.000Z", 3 * 3600);
    row("journald short-precise", "Mar 16 01:48:44.123456 k8s kubelet[1]: x", "2024-03-16T01:48:44.123Z");
    row("journald short, day below ten", "Mar  6 01:48:44 k8s kubelet[1]: x", "2024-03-06T01:48:44.000Z");
    row("journald short-iso carries its zone", "2024-03-16T04:48:44+0300 k8s kubelet[1]: x",
        "2024-03-16T01:48:44.000Z", 7200);
    row("journald short-iso-precise", "2024-03-16T01:48:44.801833+00:00 k8s kubelet[1]: x",
        "2024-03-16T01:48:44.801Z");
    row("the CRI prefix", "2024-03-16T01:48:44.123456789Z stdout F E0315 00:00:00.0 x",
        "2024-03-16T01:48:44.123Z");
    row("logfmt of containerd", "time=\"2024-03-16T01:48:44.5Z\" level=error msg=x",
        "2024-03-16T01:48:44.500Z");
    row("logfmt without quotes", "time=2024-03-16T01:48:44Z level=error", "2024-03-16T01:48:44.000Z");
    row("zap JSON of etcd", "{\"level\":\"warn\",\"ts\":\"2024-03-16T01:48:44.801Z\",\"msg\":\"x\"}",
        "2024-03-16T01:48:44.801Z");
    row("zap JSON with seconds since the epoch", "{\"level\":\"info\",\"ts\":1710553724.25,\"msg\":\"x\"}",
        "2024-03-16T01:48:44.250Z");
    row("Kubernetes' JSON log with milliseconds since the epoch",
        "{\"ts\":1710553724801.25,\"caller\":\"a.go:1\",\"msg\":\"x\"}", "2024-03-16T01:48:44.801Z");
    row("journald's JSON, its time anywhere among the fields",
        "{\"_COMM\":\"kubelet\",\"__REALTIME_TIMESTAMP\":\"1710553724801833\",\"MESSAGE\":\"x\"}",
        "2024-03-16T01:48:44.801Z");
    row("etcd 3.4's own format", "2024-03-16 01:48:44.801833 I | etcdserver: x", "2024-03-16T01:48:44.801Z");
}

void TestLineTime::reads()
{
    QFETCH(QByteArray, line);
    QFETCH(int, zone);
    QFETCH(QString, expected);
    const qint64 collected = QDateTime(QDate(2024, 3, 16), QTime(12, 0), Utc).toMSecsSinceEpoch();
    const auto raw = lineTime(line);
    QVERIFY(raw.has_value());
    const auto time = resolveTime(*raw, collected, zone);
    QVERIFY(time.has_value());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(*time, Utc).toString(Qt::ISODateWithMs), expected);
}

void TestLineTime::findsNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("an empty line") << QByteArray();
    QTest::newRow("a stack trace") << QByteArray("goroutine 1 [running]:");
    QTest::newRow("a month that is not one") << QByteArray("E1399 01:48:44.801833 x");
    QTest::newRow("an hour that is not one") << QByteArray("Mar 16 31:48:44 k8s x");
    QTest::newRow("cut in the middle") << QByteArray("2024-03-16T01:4");
    QTest::newRow("NUL bytes") << QByteArray("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
    QTest::newRow("invalid UTF-8") << QByteArray("\xff\xfe Mar 16 01:48:44");
    QTest::newRow("an epoch of tomorrow's universe") << QByteArray("{\"ts\":99999999999999}");
}

void TestLineTime::findsNone()
{
    QFETCH(QByteArray, line);
    QVERIFY(!lineTime(line).has_value());
}

void TestLineTime::momentsOfPrograms()
{
    const qint64 expected = QDateTime(QDate(2024, 3, 16), QTime(1, 48, 44), Utc).toMSecsSinceEpoch();
    QCOMPARE(parseMoment(QStringLiteral("Sat 2024-03-16 01:48:44 UTC")).value_or(0), expected);
    QCOMPARE(parseMoment(QStringLiteral("2024-03-16T01:48:44Z")).value_or(0), expected);
    QCOMPARE(parseMoment(QStringLiteral("2024-03-16T04:48:44+03:00")).value_or(0), expected);
    QVERIFY(!parseMoment(QStringLiteral("n/a")).has_value());
}

QTEST_GUILESS_MAIN(TestLineTime)
#include "tst_linetime.moc"
