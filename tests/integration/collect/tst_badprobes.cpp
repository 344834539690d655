// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The script in the shells that nodes have, with probes that behave badly: none may harm another, the node,
// or the session.

#include "scriptrun.h"

#include <QTest>

using namespace gordian;

class TestBadProbes : public QObject {
    Q_OBJECT

private slots:
    void badManners_data() { addShells(); }
    void badManners()
    {
        const QString slow = QStringLiteral("echo part; sleep 50");
        const QString stubborn = QStringLiteral("trap '' TERM; echo part; sleep 50; sleep 50; sleep 50");
        const Run run = collect(
            shellOfRow(),
            {{
                probe(QStringLiteral("slow"), slow, 1),
                probe(QStringLiteral("stubborn"), stubborn, 1),
                probe(QStringLiteral("daemon"), QStringLiteral("echo mine; echo err >&2; sleep 51 & exit 4"),
                      8),
                probe(QStringLiteral("setsid"), QStringLiteral("echo mine; setsid sleep 52 & true"), 8),
                probe(QStringLiteral("pipeline"), QStringLiteral("echo part; sleep 53 | sleep 53 | cat"), 1),
                probe(QStringLiteral("quick"), QStringLiteral("echo quick")),
            }});
        QVERIFY(run.ended);
        for (const char *id : {"slow", "stubborn", "pipeline"}) {
            QCOMPARE(run[id].state, ArtifactState::TimedOut);
            QCOMPARE(run[id].output, QByteArray("part\n"));
        }
        QCOMPARE(run["daemon"].state, ArtifactState::Collected);
        QCOMPARE(run["daemon"].output, QByteArray("mine\n"));
        QCOMPARE(run["daemon"].errors, QByteArray("err"));
        QCOMPARE(run["daemon"].exitCode, 4);
        QCOMPARE(run["setsid"].output, QByteArray("mine\n"));
        QCOMPARE(run["quick"].state, ArtifactState::Collected);
        QVERIFY2(run.milliseconds < 20000, QByteArray::number(run.milliseconds).constData());
        // Nothing of it lives on.
        QProcess ps;
        ps.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\000' ' '")});
        QVERIFY(ps.waitForFinished());
        const QByteArray all = ps.readAllStandardOutput();
        for (const char *left : {"sleep 50", "sleep 51", "sleep 52", "sleep 53"}) {
            QVERIFY2(!all.contains(left), left);
        }
    }

    void muchOutput_data() { addShells(); }
    void muchOutput()
    {
        Probe head =
            probe(QStringLiteral("head"), QStringLiteral("head -c 100000000 /dev/zero | tr '\\000' x"), 30);
        Probe tail = head;
        tail.id = QStringLiteral("tail");
        tail.keep = Keep::Tail;
        tail.run += QStringLiteral("; echo end");
        Probe errors = probe(QStringLiteral("errors"),
                             QStringLiteral("head -c 3000000 /dev/zero | tr '\\000' e >&2; exit 5"), 30);
        Probe exact = probe(QStringLiteral("exact"), QStringLiteral("printf 12345"));
        exact.bytes = 5;
        Probe endless = probe(QStringLiteral("endless"), QStringLiteral("yes"), 30);
        const Run run = collect(shellOfRow(), {{head, tail, errors, exact, endless}});
        QVERIFY(run.ended);
        QCOMPARE(run["head"].output.size(), 256 * 1024);
        QVERIFY(run["head"].truncated);
        QCOMPARE(run["head"].outputBytes, -1);
        QCOMPARE(run["tail"].output.size(), 256 * 1024);
        QVERIFY(run["tail"].output.endsWith("xxend\n"));
        QVERIFY(run["errors"].errors.size() > 4000 && run["errors"].errors.size() <= 4096);
        QCOMPARE(run["errors"].exitCode, 5);
        QVERIFY(!run["exact"].truncated);
        QVERIFY(run["endless"].truncated);
        QCOMPARE(run["endless"].output.size(), 256 * 1024);
    }

    void manyAtOnce_data() { addShells(); }
    void manyAtOnce()
    {
        QVector<Probe> probes;
        for (int i = 0; i < 60; ++i) {
            // Long lines of one letter each: any mixing would show.
            const QString letter(QChar(u'a' + i % 26));
            probes.append(probe(QStringLiteral("p%1").arg(i),
                                QStringLiteral("head -c %1 /dev/zero | tr '\\000' %2; sleep 0")
                                    .arg(20000 + i * 1000)
                                    .arg(letter)));
        }
        ScriptLimits limits = limitsOfRow();
        limits.parallel = 60;
        const Run run = collect(shellOfRow(), {probes}, limits);
        QVERIFY(run.ended);
        QCOMPARE(run.artifacts.size(), 60);
        for (int i = 0; i < 60; ++i) {
            const Artifact artifact = run.artifacts.value(QStringLiteral("p%1").arg(i));
            QCOMPARE(artifact.state, ArtifactState::Collected);
            QCOMPARE(artifact.output, QByteArray(20000 + i * 1000, static_cast<char>('a' + i % 26)));
        }
    }

    // A lane shares one cap and one shell: whoever uses those up must not take the others with it.
    void neighboursOfABadProbe_data()
    {
        QTest::addColumn<QString>("bad");
        QTest::newRow("floods") << QStringLiteral("yes");
        QTest::newRow("floods standard error")
            << QStringLiteral("head -c 1000000 /dev/zero | tr '\\000' e >&2; echo x");
        QTest::newRow("kills the lane")
            << QStringLiteral("read -r a b c d e </proc/self/stat; kill -9 $d; sleep 1");
        QTest::newRow("hangs") << QStringLiteral("echo x; sleep 50");
        QTest::newRow("does not end on TERM") << QStringLiteral("trap '' TERM; echo x; sleep 50; sleep 50");
    }
    void neighboursOfABadProbe()
    {
        QFETCH(QString, bad);
        ScriptLimits limits;
        limits.parallel = 2; // one lane
        QVector<Probe> probes;
        for (int i = 0; i < 5; ++i) {
            const QString run = QStringLiteral("echo %1; echo e%1 >&2; exit %1").arg(i);
            probes.append(probe(QStringLiteral("p%1").arg(i), run, 3));
        }
        probes.insert(2, probe(QStringLiteral("bad"), bad, 3));
        const Run run = collect(plainShell(), {probes}, limits);
        QVERIFY(run.ended);
        QCOMPARE(run.order.size(), 6);
        for (int i = 0; i < 5; ++i) {
            const Artifact artifact = run.artifacts.value(QStringLiteral("p%1").arg(i));
            QCOMPARE(artifact.state, ArtifactState::Collected);
            QCOMPARE(artifact.output, QByteArray::number(i) + '\n');
            QCOMPARE(artifact.exitCode, i);
        }
        QVERIFY(run["bad"].state == ArtifactState::Collected || run["bad"].state == ArtifactState::TimedOut);
        QVERIFY(!run["bad"].output.isEmpty() || bad.contains(QStringLiteral("kill")));
    }

    void aSlowProbeHoldsNobodyUp()
    {
        ScriptLimits limits;
        limits.parallel = 4; // two lanes
        QVector<Probe> probes;
        for (int i = 0; i < 8; ++i) {
            const QString run = i < 2 ? QStringLiteral("sleep 4; echo slow") : QStringLiteral("echo quick");
            probes.append(probe(QStringLiteral("p%1").arg(i), run, 5));
        }
        const Run run = collect(plainShell(), {probes}, limits);
        QVERIFY(run.ended);
        QCOMPARE(run.order.size(), 8);
        const QStringList last = run.order.mid(6);
        QVERIFY2(last.contains(QStringLiteral("p0")) && last.contains(QStringLiteral("p1")),
                 qPrintable(run.order.join(QLatin1Char(' '))));
    }

    void forgery_data() { addShells(); }
    void forgery()
    {
        const Run run =
            collect(shellOfRow(),
                    {{
                        probe(QStringLiteral("env"), QStringLiteral("env; set; ps axww -o args 2>/dev/null")),
                        probe(QStringLiteral("guess"),
                              QStringLiteral(
                                  "echo \"$gn_n S 1 victim ran 0 0\"; echo \"$gn_n E 1 guess\"; echo rest")),
                        probe(QStringLiteral("script"),
                              QStringLiteral("cat \"%1/app/collect/script/engine.sh\"")
                                  .arg(QStringLiteral(GORDIAN_SOURCE_DIR))),
                        probe(QStringLiteral("victim"), QStringLiteral("sleep 1; echo true")),
                    }});
        QVERIFY(run.ended);
        QVERIFY(run["guess"].output.endsWith("rest\n"));
        QCOMPARE(run["victim"].output, QByteArray("true\n"));
        QVERIFY(run["script"].output.contains("gn_main"));
        QVERIFY(run["env"].output.contains("GORDIAN_PROBE"));
        QVERIFY(!run["env"].output.contains("gn_n="));
    }

    void timeIsUp_data() { addShells(); }
    void timeIsUp()
    {
        ScriptLimits limits = limitsOfRow();
        limits.parallel = 2;
        limits.totalSeconds = 2;
        QVector<Probe> probes;
        for (int i = 0; i < 6; ++i) {
            probes.append(probe(QStringLiteral("p%1").arg(i), QStringLiteral("echo began; sleep 40"), 30));
        }
        const Run run = collect(shellOfRow(), {probes}, limits);
        QVERIFY(run.ended);
        QVERIFY2(run.milliseconds < 12000, QByteArray::number(run.milliseconds).constData());
        QCOMPARE(run["p0"].state, ArtifactState::TimedOut);
        QCOMPARE(run["p0"].output, QByteArray("began\n"));
        QCOMPARE(run["p5"].state, ArtifactState::NotCollected);
        QCOMPARE(run["p5"].note, QStringLiteral("wave-time-limit"));
    }
};

QTEST_GUILESS_MAIN(TestBadProbes)
#include "tst_badprobes.moc"
