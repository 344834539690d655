// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The script in the shells that nodes have: what it answers, and what it leaves alone. Probes that behave
// badly are in tst_badprobes.

#include "scriptrun.h"

#include <QDirIterator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gordian;

namespace {

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

// A process as /proc shows it; without a name space for one that may not be looked at.
void addProcess(const QString &proc, const QString &number, const QByteArray &name, const QString &space)
{
    QVERIFY(QDir().mkpath(proc + QLatin1Char('/') + number + QStringLiteral("/ns")));
    QFile comm(proc + QLatin1Char('/') + number + QStringLiteral("/comm"));
    QVERIFY(comm.open(QIODevice::WriteOnly));
    comm.write(name + '\n');
    if (!space.isEmpty()) {
        QVERIFY(QFile::link(space, proc + QLatin1Char('/') + number + QStringLiteral("/ns/pid")));
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

    void leavesTheProcessesOfContainersOut_data() { addShells(); }
    void leavesTheProcessesOfContainersOut()
    {
        QTemporaryDir root;
        const QString proc = root.filePath(QStringLiteral("proc"));
        addProcess(proc, QStringLiteral("self"), "sh", QStringLiteral("pid:[1]"));
        addProcess(proc, QStringLiteral("10"), "kubelet", QStringLiteral("pid:[1]"));
        addProcess(proc, QStringLiteral("11"), "kubelet", QStringLiteral("pid:[2]"));
        addProcess(proc, QStringLiteral("12"), "kubelet", QString());
        addProcess(proc, QStringLiteral("13"), "hyperkube", QStringLiteral("pid:[1]"));
        addProcess(proc, QStringLiteral("14"), "kubelet-exporter", QStringLiteral("pid:[1]"));
        ShellSetup setup = shellOfRow();
        setup.environment.insert(QStringLiteral("GORDIAN_ROOT"), root.path());
        const Run run =
            collect(setup, {{probe(QStringLiteral("all"), QStringLiteral("processes kubelet hyperkube"))}});
        QCOMPARE(run["all"].output, QByteArray("10\n12\n13\n"));
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
