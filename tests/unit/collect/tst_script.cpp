// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/forbidden.h"
#include "collect/script.h"

#include <QTest>

using namespace gordian;

namespace {

Probe probe(const QString &id, const QString &run, qint64 bytes = 1024)
{
    Probe made;
    made.id = id;
    made.run = run;
    made.bytes = bytes;
    return made;
}

} // namespace

class TestScript : public QObject {
    Q_OBJECT

private slots:
    void noncesDiffer()
    {
        QCOMPARE(freshNonce().size(), 32);
        QVERIFY(freshNonce() != freshNonce());
    }

    void nonceStandsOnceInAVariableOfTheShell()
    {
        const QByteArray nonce = freshNonce();
        const QByteArray text = scriptPrologue(nonce);
        QVERIFY(text.startsWith("gn_n=" + nonce + '\n'));
        QCOMPARE(text.count(nonce), 1);
        QVERIFY(!text.contains("export gn_n"));
        // A wave does not name it at all: sections have marks of their own.
        QVERIFY(!scriptWave(nonce, {probe(QStringLiteral("a"), QStringLiteral("true"))}, {}).contains(nonce));
    }

    void marksArePrintedByABuiltinOnly()
    {
        const QList<QByteArray> lines = scriptPrologue(freshNonce()).split('\n');
        for (const QByteArray &line : lines) {
            if (line.contains("$gn_n ")) {
                QVERIFY2(line.contains("echo \"$gn_n "), line.constData());
            }
        }
    }

    void textIsSlimAndWhole()
    {
        const QByteArray text = scriptPrologue(freshNonce());
        QVERIFY(!text.contains("\n#"));
        QVERIFY(!text.contains("@FORBIDDEN@"));
        QVERIFY(!text.contains("<<"));
        QVERIFY2(text.size() < 16 * 1024, QByteArray::number(text.size()).constData());
        QVERIFY(text.contains("*secrets/kubernetes.io/*") || text.contains("*/secrets/kubernetes.io/*"));
    }

    void sameQuestionsMakeTheSameScript()
    {
        const QVector<Probe> probes{probe(QStringLiteral("a"), QStringLiteral("echo 'x'"))};
        QCOMPARE(scriptWave("n", probes, {}), scriptWave("n", probes, {}));
        QVERIFY(scriptWave("n", probes, {}).contains("gn_run='echo '\\''x'\\'''\n"));
    }

    void quickProbesShareLanes()
    {
        QVector<Probe> probes;
        for (int i = 0; i < 9; ++i) {
            probes.append(probe(QStringLiteral("p%1").arg(i), QStringLiteral("true")));
        }
        probes[3].seconds = 6;
        probes[5].keep = Keep::Tail;
        probes[7].bytes = 1024 * 1024;
        ScriptLimits limits;
        limits.parallel = 4;
        using Lane = QVector<qsizetype>;
        QCOMPARE(lanesOf(probes, limits), (QVector<Lane>{{0, 2, 6}, {1, 4, 8}}));
        QVERIFY(scriptWave("n", probes, limits).endsWith("gn_wave 4 60 1,3,7 2,5,9 4 6 8\n"));
        QVERIFY(lanesOf(probes.mid(0, 1), limits).isEmpty());
        limits.laneSeconds = 0;
        QVERIFY(scriptWave("n", probes, limits).endsWith("gn_wave 4 60 1 2 3 4 5 6 7 8 9\n"));
    }

    void caps_data()
    {
        QTest::addColumn<QVector<qint64>>("wanted");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QVector<qint64>>("got");
        using Sizes = QVector<qint64>;
        QTest::newRow("what fits is left alone") << Sizes{10, 20, 30} << qint64(60) << Sizes{10, 20, 30};
        QTest::newRow("only the largest is cut") << Sizes{10, 20, 300} << qint64(60) << Sizes{10, 20, 30};
        QTest::newRow("the large ones get the same")
            << Sizes{10, 200, 300} << qint64(110) << Sizes{10, 50, 50};
        QTest::newRow("nobody gets nothing") << Sizes{10, 10} << qint64(0) << Sizes{1, 1};
        QTest::newRow("no probes") << Sizes{} << qint64(10) << Sizes{};
    }

    void caps()
    {
        QFETCH(QVector<qint64>, wanted);
        QFETCH(qint64, total);
        QVector<Probe> probes;
        for (const qint64 bytes : wanted) {
            probes.append(probe(QStringLiteral("p"), QStringLiteral("true"), bytes));
        }
        QTEST(fairCaps(probes, total), "got");
    }

    void everyForbiddenPathSaysWhy()
    {
        const QStringList paths = forbiddenPaths();
        for (const QString &entry : paths) {
            QVERIFY2(entry.contains(QStringLiteral(" # ")), qPrintable(entry));
        }
    }
};

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"
