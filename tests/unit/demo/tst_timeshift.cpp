// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "demo/timeshift.h"

#include "core/utc.h"

#include <QTest>

using namespace gordian;

class TestTimeShift : public QObject {
    Q_OBJECT

private slots:
    void moments_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        // Recorded on Monday 2026-03-16 at 01:48:50, played one day and one hour later.
        QTest::newRow("RFC 3339 keeps its fraction")
            << QByteArray("2026-03-16T01:48:44.801833512Z stderr F x")
            << QByteArray("2026-03-17T02:48:44.801833512Z stderr F x");
        QTest::newRow("klog") << QByteArray("E0316 01:48:44.801833 1720 kubelet.go:3002]")
                              << QByteArray("E0317 02:48:44.801833 1720 kubelet.go:3002]");
        QTest::newRow("systemd, with its weekday")
            << QByteArray("ActiveEnterTimestamp=Mon 2026-03-16 01:03:40 UTC")
            << QByteArray("ActiveEnterTimestamp=Tue 2026-03-17 02:03:40 UTC");
        QTest::newRow("with strokes")
            << QByteArray("2026/03/16 01:48:00 [INFO]") << QByteArray("2026/03/17 02:48:00 [INFO]");
        QTest::newRow("nanoseconds") << QByteArray("\"createdAt\": \"1773625701801833512\"")
                                     << QByteArray("\"createdAt\": \"1773715701801833512\"");
        QTest::newRow("seconds") << QByteArray("btime 1773621125\n") << QByteArray("btime 1773711125\n");
        QTest::newRow("another year stays")
            << QByteArray("notAfter 2036-03-16T01:00:00Z") << QByteArray("notAfter 2036-03-16T01:00:00Z");
        QTest::newRow("other numbers stay")
            << QByteArray("1234567890 10.96.0.1 1999999999") << QByteArray("1234567890 10.96.0.1 1999999999");
        QTest::newRow("every byte stays") << QByteArray("a\0b\xff\xfe", 5) << QByteArray("a\0b\xff\xfe", 5);
    }

    void moments()
    {
        QFETCH(QByteArray, before);
        const QDateTime recorded(QDate(2026, 3, 16), QTime(1, 48, 50), Utc);
        QTEST(shifted(before, recorded, 25 * 3600), "after");
    }

    void latest()
    {
        QCOMPARE(latestMoment("2026-03-16T01:00:00Z a\n2026-03-16T02:00:00Z b\nx\n"),
                 QDateTime(QDate(2026, 3, 16), QTime(2, 0), Utc));
        QVERIFY(!latestMoment("nothing").isValid());
    }
};

QTEST_GUILESS_MAIN(TestTimeShift)
#include "tst_timeshift.moc"
