// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "scriptrun.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace gordian {

namespace {

void addShell(const QByteArray &name, const QString &program, const QStringList &arguments)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (!path.isEmpty()) {
        QTest::newRow(name.constData()) << path << arguments << 0;
        QTest::newRow((name + ", in lanes").constData()) << path << arguments << 60;
    }
}

} // namespace

Probe probe(const QString &id, const QString &run, int seconds)
{
    Probe made;
    made.id = id;
    made.run = run;
    made.seconds = seconds;
    return made;
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

ShellSetup shellOfRow()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    ShellSetup setup;
    setup.program = program;
    setup.arguments = arguments;
    return setup;
}

ShellSetup plainShell()
{
    ShellSetup setup;
    setup.program = QStringLiteral("/bin/sh");
    setup.arguments = QStringList{QStringLiteral("-s")};
    return setup;
}

Run collect(const ShellSetup &setup, const QVector<QVector<Probe>> &waves, const ScriptLimits &limits)
{
    Run run;
    ShellFactory factory(setup);
    Collector collector(factory, [&](const NodeRecord &, int wave, const QVector<Artifact> &) {
        return waves.value(wave - 1);
    });
    QObject::connect(&collector, &Collector::artifactCollected, &collector, [&](const Artifact &a) {
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

} // namespace gordian
