// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The real program and the files it is given and told to write: broken ones, full disks, devices, readers
// that leave.

#include "gordianctlrun.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace {

const auto kWords = QByteArrayLiteral("uses cgroupfs");

} // namespace

class TestGordianctlFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhichFileIsBroken_data();
    void saysWhichFileIsBroken();
    void aScriptRunByHandIsReadBack();
    void theScriptWritesNothing();
    void explainsWhatWasNamedAndWhatWasNot();
    void aFullDiskIsSaidAndCostsNothingElse();
    void aReportWithoutAPlaceLosesNothing_data();
    void aReportWithoutAPlaceLosesNothing();
    void aFullStandardOutputIsAnError();
    void aReaderThatLeavesIsNone();
    void devicesStayDevices();

private:
    Gordianctl m_home;
    RunResult m_demo;
};

void TestGordianctlFiles::initTestCase()
{
    m_demo = m_home.run({QStringLiteral("diagnose"), QStringLiteral("--demo"), QStringLiteral("--case"),
                         QStringLiteral("d.gordian"), QStringLiteral("--html"), QStringLiteral("d.html")});
    QVERIFY2(m_demo.code == 3, m_demo.all());
}

void TestGordianctlFiles::saysWhichFileIsBroken_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("names");
    const auto report = QStringLiteral("report");
    const auto demo = QStringList{QStringLiteral("diagnose"), QStringLiteral("--demo")};
    m_home.write(QStringLiteral("text.gordian"), "no case at all\n");
    m_home.write(QStringLiteral("cut.gordian"), m_home.contents(QStringLiteral("d.gordian")).left(20000));
    m_home.write(QStringLiteral("cut.html"), m_home.contents(QStringLiteral("d.html")).left(20000));
    QTest::newRow("a file that is not there")
        << QStringList{report, QStringLiteral("absent.gordian")} << QByteArray("absent.gordian");
    QTest::newRow("a folder") << QStringList{report, QStringLiteral("/etc")} << QByteArray("/etc");
    QTest::newRow("text instead of a case")
        << QStringList{report, QStringLiteral("text.gordian")} << QByteArray("text.gordian");
    QTest::newRow("a case that was cut off")
        << QStringList{report, QStringLiteral("cut.gordian")} << QByteArray("cut.gordian");
    QTest::newRow("a report that was cut off")
        << QStringList{report, QStringLiteral("cut.html")} << QByteArray("cut.html");
    QTest::newRow("a case where no folder is")
        << demo + QStringList{QStringLiteral("--case=/nowhere/x.gordian")} << QByteArray("/nowhere");
    QTest::newRow("a case on a device")
        << demo + QStringList{QStringLiteral("--case=/dev/null")} << QByteArray("/dev/null");
    QTest::newRow("text that is not there")
        << QStringList{QStringLiteral("triage"), QStringLiteral("absent.log")} << QByteArray("absent.log");
}

void TestGordianctlFiles::saysWhichFileIsBroken()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, names);
    const RunResult run = m_home.run(words);
    QVERIFY2(run.complainsOf(names), run.all());
}

void TestGordianctlFiles::aScriptRunByHandIsReadBack()
{
    const RunResult script = m_home.run({QStringLiteral("probes"), QStringLiteral("--script")});
    QCOMPARE(script.code, 0);
    m_home.write(QStringLiteral("collect.sh"), script.out);
    QProcess shell;
    shell.start(QStringLiteral("sh"), {m_home.path(QStringLiteral("collect.sh"))});
    QVERIFY(shell.waitForFinished(120000));
    m_home.write(QStringLiteral("node.txt"), shell.readAllStandardOutput());
    const RunResult read =
        m_home.run({QStringLiteral("triage"), QStringLiteral("--json"), QStringLiteral("node.txt")});
    // This machine is not a node, or is one: what counts is that it was examined.
    QVERIFY2(read.code != 1 && read.code != 2, read.all());
    QVERIFY2(read.out.contains("host.disks"), read.all());
}

// Every probe there is, on this machine: as far as they get here.
void TestGordianctlFiles::theScriptWritesNothing()
{
    const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    const QString trace = m_home.path(QStringLiteral("trace"));
    const QStringList options = {QStringLiteral("-f"), QStringLiteral("-qq"),
                                 QStringLiteral("-o"), trace,
                                 QStringLiteral("-e"), QStringLiteral("trace=file")};
    if (strace.isEmpty() || QProcess::execute(strace, options + QStringList{QStringLiteral("true")}) != 0) {
        QSKIP("strace is not installed or not permitted");
    }
    const RunResult script = m_home.run({QStringLiteral("probes"), QStringLiteral("--script")});
    m_home.write(QStringLiteral("collect.sh"), script.out);
    QProcess shell;
    shell.start(strace,
                options + QStringList{QStringLiteral("sh"), m_home.path(QStringLiteral("collect.sh"))});
    QVERIFY(shell.waitForFinished(300000));
    QVERIFY(shell.readAllStandardOutput().contains("uptime"));
    static const QRegularExpression writing(QStringLiteral(
        "O_CREAT|O_WRONLY|O_RDWR|mkdir|mknod|unlink|rename|symlink|link\\(|chmod|chown|utimensat"));
    static const QRegularExpression harmless(
        QStringLiteral("\"/dev/(null|tty)\"|\"/proc/self/fd/|readlink|= -1 E"));
    const QList<QByteArray> lines = m_home.contents(QStringLiteral("trace")).split('\n');
    QVERIFY(lines.size() > 1000);
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line);
        QVERIFY2(!writing.match(text).hasMatch() || harmless.match(text).hasMatch(), line.constData());
    }
}

void TestGordianctlFiles::explainsWhatWasNamedAndWhatWasNot()
{
    const auto explain = [&](const QStringList &words) {
        return m_home.run(QStringList{QStringLiteral("explain"), QStringLiteral("d.gordian")} + words);
    };
    const RunResult all = explain({});
    QVERIFY2(all.code == 3, all.all());
    QVERIFY2(all.out.contains(kWords) && all.out.contains("Not named:") && all.out.contains("clear with it"),
             all.all());
    const QString option = QStringLiteral("--cause");
    const RunResult silent = explain({option, QStringLiteral("swap-enabled")});
    QVERIFY2(silent.out.contains("nothing that was found speaks for it"), silent.all());
    const RunResult unknown = explain({option, QStringLiteral("no-such-cause")});
    QVERIFY2(unknown.code == 1 && unknown.err.contains("no-such-cause"), unknown.all());
}

void TestGordianctlFiles::aFullDiskIsSaidAndCostsNothingElse()
{
    const RunResult run =
        m_home.run({QStringLiteral("report"), QStringLiteral("d.gordian"), QStringLiteral("--html=/dev/full"),
                    QStringLiteral("--json=/nowhere/x.json"), QStringLiteral("--markdown=kept.md")});
    QVERIFY2(run.code == 1, run.all());
    QVERIFY2(run.err.contains("/dev/full") && run.err.contains("no space left"), run.all());
    QVERIFY2(run.err.contains("/nowhere/x.json"), run.all());
    QCOMPARE(run.out, m_demo.out);
    QVERIFY(m_home.contents(QStringLiteral("kept.md")).contains(kWords));
}

void TestGordianctlFiles::aReportWithoutAPlaceLosesNothing_data()
{
    QTest::addColumn<QString>("caseFile");
    QTest::newRow("where the case is kept in a file") << QStringLiteral("kept.gordian");
    QTest::newRow("where it is not") << QString();
}

void TestGordianctlFiles::aReportWithoutAPlaceLosesNothing()
{
    QFETCH(QString, caseFile);
    QStringList words{QStringLiteral("diagnose"), QStringLiteral("--demo"),
                      QStringLiteral("--html=/nowhere/x.html")};
    if (!caseFile.isEmpty()) {
        words << QStringLiteral("--case") << caseFile;
    }
    const RunResult run = m_home.run(words);
    QVERIFY2(run.code == 1, run.all());
    QVERIFY2(run.err.contains("/nowhere/x.html"), run.all());
    const QByteArray mark = "the case is in ";
    const qsizetype at = run.err.indexOf(mark);
    QVERIFY2(at >= 0, run.all());
    const QString kept = QString::fromUtf8(run.err.mid(at + mark.size()).split(' ').first()).chopped(1);
    QVERIFY2(caseFile.isEmpty() || QFileInfo(kept).fileName() == caseFile, qPrintable(kept));
    const RunResult again = m_home.run({QStringLiteral("report"), kept});
    QVERIFY2(again.code == 3, again.all());
    QCOMPARE(again.out, run.out);
    if (caseFile.isEmpty()) {
        const QFileInfo folder(QFileInfo(kept).path());
        QVERIFY(!(folder.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QDir(folder.filePath()).removeRecursively();
    }
}

void TestGordianctlFiles::aFullStandardOutputIsAnError()
{
    const RunResult run = m_home.runUnder(
        {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("exec \"$@\" >/dev/full"),
         QStringLiteral("sh")},
        {QStringLiteral("report"), QStringLiteral("d.gordian"), QStringLiteral("--markdown=out.md")});
    QVERIFY2(run.code == 1, run.all());
    QVERIFY2(run.err.contains("no space left"), run.all());
    QVERIFY(m_home.contents(QStringLiteral("out.md")).contains(kWords));
}

void TestGordianctlFiles::aReaderThatLeavesIsNone()
{
    const RunResult run =
        m_home.runUnder({QStringLiteral("sh"), QStringLiteral("-c"),
                         QStringLiteral("{ \"$@\"; echo \"code $?\" >&2; } | true"), QStringLiteral("sh")},
                        {QStringLiteral("probes")});
    QCOMPARE(run.err, QByteArray("code 0\n"));
}

void TestGordianctlFiles::devicesStayDevices()
{
    const RunResult run =
        m_home.run({QStringLiteral("report"), QStringLiteral("d.gordian"), QStringLiteral("--json=/dev/null"),
                    QStringLiteral("--markdown=/dev/stdout")});
    QVERIFY2(run.code == 3, run.all());
    QVERIFY(run.out.startsWith(m_demo.out));
    QVERIFY(run.out.size() > m_demo.out.size());
    QVERIFY(!QFileInfo(QStringLiteral("/dev/null")).isFile());
}

QTEST_GUILESS_MAIN(TestGordianctlFiles)
#include "tst_gordianctlfiles.moc"
