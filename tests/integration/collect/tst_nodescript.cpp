// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The script in the shells that nodes have, with probes that behave badly.

#include "collect/collector.h"
#include "shelltransport.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gordian;

namespace {

Probe probe(const QString &id, const QString &run, int seconds = 10)
{
    Probe made;
    made.id = id;
    made.run = run;
    made.seconds = seconds;
    return made;
}

// A folder of links to programs: a node that has these and nothing else.
void linkPrograms(const QString &folder, const QStringList &programs)
{
    QVERIFY(QDir().mkpath(folder));
    for (const QString &program : programs) {
        const QString path = QStandardPaths::findExecutable(program);
        if (!path.isEmpty()) {
            QVERIFY(QFile::link(path, folder + QLatin1Char('/') + program));
        }
    }
}

QByteArray snapshot(const QString &folder)
{
    QByteArrayList lines;
    QDirIterator walk(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        const QFileInfo info = walk.fileInfo();
        lines.append(info.filePath().toUtf8() + ' ' + QByteArray::number(info.size()) + ' '
                     + info.lastModified().toString(Qt::ISODateWithMs).toUtf8());
    }
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

struct Run {
    QHash<QString, Artifact> artifacts;
    QStringList order; ///< in which they came
    NodeRecord record;
    qint64 milliseconds = 0;
    bool ended = false;

    const Artifact operator[](const char *id) const { return artifacts.value(QLatin1String(id)); }
};

// Each shell twice: every probe under a guard of its own, and all that may in lanes.
void addShell(const QByteArray &name, const QString &program, const QStringList &arguments)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (!path.isEmpty()) {
        QTest::newRow(name.constData()) << path << arguments << 0;
        QTest::newRow((name + ", in lanes").constData()) << path << arguments << 60;
    }
}

void addShells()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("laneSeconds");
    const QString s = QStringLiteral("-s");
    addShell("dash", QStringLiteral("dash"), {s});
    addShell("busybox ash", QStringLiteral("busybox"), {QStringLiteral("sh"), s});
    addShell("bash in POSIX mode", QStringLiteral("bash"), {QStringLiteral("--posix"), s});
}

ScriptLimits limitsOfRow()
{
    QFETCH(int, laneSeconds);
    ScriptLimits limits;
    limits.laneSeconds = laneSeconds;
    return limits;
}

Run collect(const ShellSetup &setup, const QVector<QVector<Probe>> &waves,
            const ScriptLimits &limits = limitsOfRow())
{
    Run run;
    ShellFactory factory(setup);
    Collector collector(factory, [&](const NodeRecord &, int wave, const QVector<Artifact> &) {
        return waves.value(wave - 1);
    });
    QObject::connect(&collector, &Collector::artifactCollected, &collector,
                     [&](const Artifact &a) {
                         run.artifacts.insert(a.probe, a);
                         run.order.append(a.probe);
                     });
    QObject::connect(&collector, &Collector::nodeChanged, &collector,
                     [&](const NodeRecord &r) { run.record = r; });
    QSignalSpy finished(&collector, &Collector::finished);
    CollectOptions options;
    options.limits = limits;
    Node node;
    node.id = QStringLiteral("n");
    node.via = Via::Local;
    QElapsedTimer timer;
    timer.start();
    collector.start({node}, options);
    run.ended = !finished.isEmpty() || finished.wait(60000);
    run.milliseconds = timer.elapsed();
    return run;
}

ShellSetup shellOfRow()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    ShellSetup setup;
    setup.program = program;
    setup.arguments = arguments;
    return setup;
}

} // namespace

class TestNodeScript : public QObject {
    Q_OBJECT

private slots:
    void answers_data() { addShells(); }
    void answers()
    {
        Probe any = probe(QStringLiteral("missing"), QStringLiteral("no-such-program"));
        any.anyOf = QStringList{QStringLiteral("no-such-program"), QStringLiteral("nor-this")};
        Probe either = probe(QStringLiteral("either"), QStringLiteral("echo here"));
        either.anyOf = QStringList{QStringLiteral("no-such-program"), QStringLiteral("cat")};
        const Run run = collect(
            shellOfRow(),
            {{
                probe(QStringLiteral("plain"),
                      QStringLiteral("echo 'it''s \"$HOME\"'; echo why >&2; exit 3")),
                probe(QStringLiteral("binary"), QStringLiteral("printf 'a\\000b\\377\\n\\000'")),
                probe(QStringLiteral("stdin"), QStringLiteral("cat; echo end")),
                probe(QStringLiteral("locale"),
                      QStringLiteral("echo \"$LC_ALL\"; command -v sysctl >/dev/null; case :$PATH: in "
                                     "*:/usr/sbin:*) echo sbin;; esac")),
                probe(QStringLiteral("na"), QStringLiteral("echo before; na no-such-unit; echo after")),
                probe(QStringLiteral("sections"),
                      QStringLiteral("section one; echo 1; section 'two words'; printf 2")),
                probe(QStringLiteral("broken"), QStringLiteral("if true; then echo never")),
                probe(QStringLiteral("killed"), QStringLiteral("echo x; kill -9 $(exec sh -c 'echo $PPID')")),
                any,
                either,
            }});
        QVERIFY(run.ended);
        QCOMPARE(run["plain"].output, QByteArray("its \"$HOME\"\n"));
        QCOMPARE(run["plain"].exitCode, 3);
        QCOMPARE(run["plain"].errors, QByteArray("why"));
        QCOMPARE(run["plain"].outputBytes, run["plain"].output.size());
        QCOMPARE(run["binary"].output, QByteArray("a\0b\xff\n\0", 6));
        QCOMPARE(run["stdin"].output, QByteArray("end\n"));
        QCOMPARE(run["locale"].output, QByteArray("C\nsbin\n"));
        QCOMPARE(run["na"].state, ArtifactState::NotApplicable);
        QCOMPARE(run["na"].note, QStringLiteral("no-such-unit"));
        QCOMPARE(run["na"].output, QByteArray("before\n"));
        QCOMPARE(run["sections"].section(QStringLiteral("two words")), QByteArray("2"));
        QCOMPARE(run["broken"].state, ArtifactState::Collected);
        QVERIFY(run["broken"].exitCode != 0);
        QCOMPARE(run["missing"].state, ArtifactState::CommandMissing);
        QCOMPARE(run["either"].output, QByteArray("here\n"));
        QCOMPARE(run.artifacts.size(), 10);
        QVERIFY(run.record.clockOffsetMs.has_value());
        QVERIFY2(qAbs(*run.record.clockOffsetMs) < 2000,
                 QByteArray::number(*run.record.clockOffsetMs).constData());
    }

    void secondWave_data() { addShells(); }
    void secondWave()
    {
        const Run run = collect(shellOfRow(),
                                {{probe(QStringLiteral("a"), QStringLiteral("echo 1"))},
                                 {probe(QStringLiteral("b"), QStringLiteral("echo 2"))}});
        QVERIFY(run.ended);
        QCOMPARE(run["a"].output, QByteArray("1\n"));
        QCOMPARE(run["b"].output, QByteArray("2\n"));
        QCOMPARE(run.record.state, ConnectState::Closed);
    }

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
        ShellSetup setup;
        setup.program = QStringLiteral("/bin/sh");
        setup.arguments = QStringList{QStringLiteral("-s")};
        ScriptLimits limits;
        limits.parallel = 2; // one lane
        QVector<Probe> probes;
        for (int i = 0; i < 5; ++i) {
            const QString run = QStringLiteral("echo %1; echo e%1 >&2; exit %1").arg(i);
            probes.append(probe(QStringLiteral("p%1").arg(i), run, 3));
        }
        probes.insert(2, probe(QStringLiteral("bad"), bad, 3));
        const Run run = collect(setup, {probes}, limits);
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
        ShellSetup setup;
        setup.program = QStringLiteral("/bin/sh");
        setup.arguments = QStringList{QStringLiteral("-s")};
        ScriptLimits limits;
        limits.parallel = 4; // two lanes
        QVector<Probe> probes;
        for (int i = 0; i < 8; ++i) {
            const QString run = i < 2 ? QStringLiteral("sleep 4; echo slow") : QStringLiteral("echo quick");
            probes.append(probe(QStringLiteral("p%1").arg(i), run, 5));
        }
        const Run run = collect(setup, {probes}, limits);
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

    void rights_data() { addShells(); }
    void rights()
    {
        Probe root = probe(QStringLiteral("root"), QStringLiteral("echo secret"));
        root.rights = Rights::Root;
        QTemporaryDir folder;
        // A node where we are nobody.
        QFile id(folder.filePath(QStringLiteral("id")));
        QVERIFY(id.open(QIODevice::WriteOnly));
        id.write("#!/bin/sh\ncase $1 in -u) echo 1000;; *) echo guest;; esac\n");
        id.close();
        QVERIFY(id.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        ShellSetup setup = shellOfRow();
        setup.environment.insert(QStringLiteral("PATH"), folder.path() + QStringLiteral(":/usr/bin:/bin"));
        const Run run = collect(setup, {{root, probe(QStringLiteral("any"), QStringLiteral("echo open"))}});
        if (run.record.account == QStringLiteral("root")) {
            QSKIP("this busybox prefers its own id");
        }
        QCOMPARE(run.record.privilege, Privilege::None);
        QCOMPARE(run.record.account, QStringLiteral("guest"));
        QCOMPARE(run["root"].state, ArtifactState::NotPermitted);
        QVERIFY(run["root"].output.isEmpty());
        QCOMPARE(run["any"].output, QByteArray("open\n"));
    }

    void poorNode_data() { addShells(); }
    void poorNode()
    {
        // No timeout, no ionice, no readlink, no awk: only what every system has.
        QTemporaryDir folder;
        linkPrograms(folder.filePath(QStringLiteral("bin")),
                     {QStringLiteral("cat"), QStringLiteral("head"), QStringLiteral("tail"),
                      QStringLiteral("sleep"), QStringLiteral("id"), QStringLiteral("date"),
                      QStringLiteral("sed"), QStringLiteral("ls"), QStringLiteral("grep")});
        ShellSetup setup = shellOfRow();
        setup.environment = QProcessEnvironment();
        setup.environment.insert(QStringLiteral("PATH"), folder.filePath(QStringLiteral("bin")));
        setup.environment.insert(QStringLiteral("GORDIAN_ROOT"), folder.path());
        const Run run =
            collect(setup,
                    {{probe(QStringLiteral("ok"), QStringLiteral("echo ok; have timeout && echo timeout")),
                      probe(QStringLiteral("slow"), QStringLiteral("echo part; sleep 54"), 1)}});
        QVERIFY(run.ended);
        QVERIFY(run["ok"].output.startsWith("ok\n"));
        QCOMPARE(run["slow"].state, ArtifactState::TimedOut);
        QCOMPARE(run["slow"].output, QByteArray("part\n"));
    }

    void nothingIsWritten_data() { addShells(); }
    void nothingIsWritten()
    {
        QTemporaryDir home;
        ShellSetup setup = shellOfRow();
        setup.folder = home.path();
        for (const char *name : {"HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"}) {
            setup.environment.insert(QLatin1String(name), home.path());
        }
        const QByteArray before = snapshot(home.path());
        const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
        QTemporaryDir traces;
        const QString trace = traces.filePath(QStringLiteral("trace"));
        const bool traced = !strace.isEmpty()
            && QProcess::execute(strace,
                                 {QStringLiteral("-f"), QStringLiteral("-o"), trace, QStringLiteral("true")})
                == 0;
        if (traced) {
            setup.arguments =
                QStringList{QStringLiteral("-f"), QStringLiteral("-qq"),        QStringLiteral("-o"), trace,
                            QStringLiteral("-e"), QStringLiteral("trace=file"), setup.program}
                + setup.arguments;
            setup.program = strace;
        }
        Probe tail = probe(QStringLiteral("tail"), QStringLiteral("seq 1 200000"));
        tail.keep = Keep::Tail;
        const Run run =
            collect(setup,
                    {{probe(QStringLiteral("a"),
                            QStringLiteral("show /etc/passwd; section x; seq 1 200000; ls /nowhere")),
                      tail, probe(QStringLiteral("slow"), QStringLiteral("sleep 55"), 1)},
                     {probe(QStringLiteral("b"), QStringLiteral("certs /etc/ssl/certs/*.pem"))}});
        QVERIFY(run.ended);
        QCOMPARE(run["slow"].state, ArtifactState::TimedOut);
        QCOMPARE(snapshot(home.path()), before);
        if (!traced) {
            QSKIP("strace is not installed or not permitted: only the folders were compared");
        }
        QFile file(trace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            // Shells open whatever stands after > with O_CREAT; neither of these is a file.
            if (line.contains("\"/dev/null\"") || line.contains("\"/proc/self/fd/0\"")) {
                continue;
            }
            const bool writes = line.contains("O_CREAT") || line.contains("mkdir") || line.contains("mknod")
                || line.contains("unlink") || line.contains("rename") || line.contains("symlink")
                || ((line.contains("O_WRONLY") || line.contains("O_RDWR")) && !line.contains("/dev/tty"));
            QVERIFY2(!writes || line.contains("ENOENT") || line.contains("ENXIO"), line.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestNodeScript)
#include "tst_nodescript.moc"
