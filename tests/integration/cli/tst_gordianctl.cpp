// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The real program as scripts see it: what it prints, what it writes, and what its exit code says.

#include "casefile/casestore.h"
#include "gordianctlrun.h"
#include "support/casefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace gordian;

namespace {

const auto kCause = QByteArrayLiteral("containerd-systemdcgroup-false");
const auto kWords = QByteArrayLiteral("uses cgroupfs");
const auto kData = QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/knowledge/");

QStringList causesIn(const QByteArray &report)
{
    QStringList ids;
    const auto causes = QJsonDocument::fromJson(report).object().value(QLatin1String("causes")).toArray();
    for (const QJsonValue cause : causes) {
        ids.append(cause[QLatin1String("id")].toString());
    }
    return ids;
}

} // namespace

class TestGordianctl : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void namesTheDemosCause();
    void whatItWroteOpensAgain_data();
    void whatItWroteOpensAgain();
    void exitCodesSayWhatWasFound_data();
    void exitCodesSayWhatWasFound();
    void mistakesOfTheCommandLineAreOneLine_data();
    void mistakesOfTheCommandLineAreOneLine();
    void examinesThisMachine();
    void saysThatThereIsNoKubernetes();
    void examinesThisMachineWithoutRights();
    void judgesPastedText_data();
    void judgesPastedText();
    void coloursOnATerminalAlone();
    void everyShellTakesTheProbes_data();
    void everyShellTakesTheProbes();
    void discoversFromTheDemo();
    void speaksRussian();

private:
    QString fixtureAsCase(const QString &fixture);
    Gordianctl m_home;
    RunResult m_demo;
};

void TestGordianctl::initTestCase()
{
    m_demo = m_home.run({QStringLiteral("diagnose"), QStringLiteral("--demo"), QStringLiteral("--case"),
                         QStringLiteral("d.gordian"), QStringLiteral("--html"), QStringLiteral("d.html"),
                         QStringLiteral("--json"), QStringLiteral("d.json"), QStringLiteral("--markdown"),
                         QStringLiteral("d.md"), QStringLiteral("--pdf=d.pdf")});
}

void TestGordianctl::namesTheDemosCause()
{
    QVERIFY2(m_demo.code == 3, m_demo.all());
    QCOMPARE(m_demo.err, QByteArray());
    const QByteArray first = m_demo.out.left(m_demo.out.indexOf('[')); // up to the first cause's id
    QVERIFY2(m_demo.out.mid(first.size() + 1).startsWith(kCause), m_demo.all());
    QVERIFY(m_demo.out.contains("What to do"));
    QVERIFY(m_demo.out.contains("checks answered on 1 of 1 nodes"));
    QCOMPARE(causesIn(m_home.contents(QStringLiteral("d.json"))).value(0), QString::fromLatin1(kCause));
    QVERIFY(m_home.contents(QStringLiteral("d.md")).contains(kWords));
    QVERIFY(m_home.contents(QStringLiteral("d.pdf")).startsWith("%PDF"));
}

void TestGordianctl::whatItWroteOpensAgain_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("the case file") << QStringLiteral("d.gordian");
    QTest::newRow("the HTML report") << QStringLiteral("d.html");
    QTest::newRow("the JSON report") << QStringLiteral("d.json");
}

void TestGordianctl::whatItWroteOpensAgain()
{
    QFETCH(QString, file);
    const RunResult again = m_home.run({QStringLiteral("report"), file, QStringLiteral("--json=again.json")});
    QVERIFY2(again.code == 3, again.all());
    QCOMPARE(again.out, m_demo.out);
    QCOMPARE(again.err, QByteArray());
    const QStringList causes = causesIn(m_home.contents(QStringLiteral("d.json")));
    QVERIFY(!causes.isEmpty());
    QCOMPARE(causesIn(m_home.contents(QStringLiteral("again.json"))), causes);
}

QString TestGordianctl::fixtureAsCase(const QString &fixture)
{
    const auto read = test::readCaseFixture(kData + fixture);
    if (!read) {
        return {};
    }
    const QString file = m_home.path(QStringLiteral("fixture.gordian"));
    return CaseStore::create(file, *read) ? file : QString();
}

void TestGordianctl::exitCodesSayWhatWasFound_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("failOn");
    QTest::addColumn<int>("code");
    const auto failed = QStringLiteral("containerd-systemdcgroup-false/sick.case");
    const auto warned = QStringLiteral("etcd-slow-disk/sick.case");
    const auto well = QStringLiteral("containerd-systemdcgroup-false/healthy.case");
    QTest::newRow("a failure is 3") << failed << QString() << 3;
    QTest::newRow("a failure is 3 where warnings are to fail") << failed << QStringLiteral("warn") << 3;
    QTest::newRow("a failure is 3 where warnings are not to fail") << failed << QStringLiteral("fail") << 3;
    QTest::newRow("a warning is 4") << warned << QString() << 4;
    QTest::newRow("a warning is 3 where warnings are to fail") << warned << QStringLiteral("warn") << 3;
    QTest::newRow("a warning is 0 where only failures are to fail") << warned << QStringLiteral("fail") << 0;
    QTest::newRow("a healthy node is 0") << well << QString() << 0;
}

void TestGordianctl::exitCodesSayWhatWasFound()
{
    QFETCH(QString, fixture);
    QFETCH(QString, failOn);
    QFETCH(int, code);
    const QString file = fixtureAsCase(fixture);
    QVERIFY(!file.isEmpty());
    QStringList words{QStringLiteral("report"), file};
    if (!failOn.isEmpty()) {
        words << QStringLiteral("--fail-on") << failOn;
    }
    const RunResult run = m_home.run(words);
    QVERIFY2(run.code == code, run.all());
}

void TestGordianctl::mistakesOfTheCommandLineAreOneLine_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("names");
    const auto diagnose = QStringLiteral("diagnose");
    QTest::newRow("a command that is none")
        << QStringList{QStringLiteral("diagnoes")} << QByteArray("diagnoes");
    QTest::newRow("an option that is none")
        << QStringList{diagnose, QStringLiteral("--demoo")} << QByteArray("--demoo");
    QTest::newRow("no node") << QStringList{diagnose} << QByteArray("--local");
    QTest::newRow("an option without its value")
        << QStringList{diagnose, QStringLiteral("--demo"), QStringLiteral("--html")} << QByteArray("--html");
    QTest::newRow("a descriptor that is no number")
        << QStringList{diagnose, QStringLiteral("a"), QStringLiteral("--password-fd=x")}
        << QByteArray("--password-fd");
    QTest::newRow("a descriptor that is not open")
        << QStringList{diagnose, QStringLiteral("a"), QStringLiteral("--password-fd=77")} << QByteArray("77");
    QTest::newRow("report without a file")
        << QStringList{QStringLiteral("report")} << QByteArray("case file");
    QTest::newRow("probes of something")
        << QStringList{QStringLiteral("probes"), QStringLiteral("cp1")} << QByteArray("cp1");
    QTest::newRow("a sudo password from a descriptor that is not open")
        << QStringList{diagnose, QStringLiteral("a"), QStringLiteral("--sudo-password-fd=77")}
        << QByteArray("77");
    QTest::newRow("something to fail on that is none")
        << QStringList{diagnose, QStringLiteral("a"), QStringLiteral("--fail-on=bad")} << QByteArray("bad");
    QTest::newRow("a node that is none")
        << QStringList{diagnose, QStringLiteral("user@:22")} << QByteArray("user@:22");
    QTest::newRow("an inventory that is not there")
        << QStringList{diagnose, QStringLiteral("--inventory=none.ini")} << QByteArray("none.ini");
}

void TestGordianctl::mistakesOfTheCommandLineAreOneLine()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, names);
    const RunResult run = m_home.run(words);
    QVERIFY2(run.complainsOf(names), run.all());
    QCOMPARE(run.out, QByteArray());
}

void TestGordianctl::examinesThisMachine()
{
    const RunResult run = m_home.run({QStringLiteral("diagnose"), QStringLiteral("--local"),
                                      QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(run.code == 0 || (run.code >= 3 && run.code <= 5), run.all());
    QCOMPARE(run.err, QByteArray());
    const QJsonObject report = QJsonDocument::fromJson(run.out).object();
    QVERIFY2(!report.isEmpty(), run.all());
    QCOMPARE(report.value(QLatin1String("coverage"))[QLatin1String("nodesExamined")].toInt(), 1);
}

void TestGordianctl::saysThatThereIsNoKubernetes()
{
    for (const char *trace : {"/etc/kubernetes", "/var/lib/kubelet", "/var/lib/etcd", "/etc/rancher"}) {
        if (QFile::exists(QString::fromLatin1(trace))) {
            QSKIP("there is something of Kubernetes on this machine");
        }
    }
    for (const char *program : {"kubelet", "kubeadm", "k3s", "k0s", "microk8s"}) {
        if (!QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty()) {
            QSKIP("there is something of Kubernetes on this machine");
        }
    }
    const RunResult run = m_home.run({QStringLiteral("diagnose"), QStringLiteral("--local"),
                                      QStringLiteral("--json"), QStringLiteral("-")});
    QCOMPARE(run.code, 3);
    const QJsonArray causes =
        QJsonDocument::fromJson(run.out).object().value(QLatin1String("causes")).toArray();
    QVERIFY2(causes.size() == 1, run.all());
    QCOMPARE(causes.first()[QLatin1String("id")].toString(), QStringLiteral("kubernetes-not-installed"));
    QCOMPARE(causes.first()[QLatin1String("confidence")].toString(), QStringLiteral("proved"));
}

void TestGordianctl::examinesThisMachineWithoutRights()
{
    if (::getuid() != 0) {
        QSKIP("only root can become somebody else");
    }
    const RunResult run = m_home.runUnder({QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
                                           QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")},
                                          {QStringLiteral("diagnose"), QStringLiteral("--local")});
    if (run.code == 126 || run.code == 127) {
        QSKIP("the account nobody may not run the program where it was built");
    }
    QVERIFY2(run.code == 0 || (run.code >= 3 && run.code <= 5), run.all());
    QVERIFY2(run.out.contains("without root"), run.all());
    QVERIFY2(run.out.contains("NOPASSWD"), run.all());
    QCOMPARE(run.err, QByteArray());
}

void TestGordianctl::coloursOnATerminalAlone()
{
    const QString text = QStringLiteral("swap.txt");
    m_home.write(text,
                 "Nov 23 12:00:00 cp1 kubelet[811]: E1123 12:00:00.000000 811 run.go:74] "
                 "\"command failed\" err=\"failed to run Kubelet: running with swap on is "
                 "not supported, please disable swap! or set --fail-swap-on flag to false.\"\n");
    const QStringList arguments{QStringLiteral("triage"), text};
    TerminalRun terminal(m_home, arguments);
    QVERIFY2(terminal.waitFor("\x1b[1;31mFAILED: "), terminal.shown());
    QCOMPARE(terminal.finish(), 3);
    const RunResult piped = m_home.run(arguments);
    QCOMPARE(piped.code, 3);
    QVERIFY2(piped.out.startsWith("FAILED: ") && !piped.out.contains('\x1b'), piped.all());
}

void TestGordianctl::judgesPastedText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("a kubelet that runs without its swap turned off")
        << QByteArray("Nov 23 12:00:00 cp1 kubelet[811]: E1123 12:00:00.000000 811 run.go:74] \"command "
                      "failed\" err=\"failed to run Kubelet: running with swap on is not supported, please "
                      "disable swap! or set --fail-swap-on flag to false.\"\n")
        << 3;
    QTest::newRow("a poem") << QByteArray("So much depends\nupon\n") << 2;
    QTest::newRow("nothing") << QByteArray() << 2;
    QTest::newRow("bytes") << QByteArray("\x00\xff\x1b[2J\xfe\n", 8) << 2;
}

void TestGordianctl::judgesPastedText()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const RunResult piped = m_home.run({QStringLiteral("triage")}, text);
    QVERIFY2(piped.code == code, piped.all());
    QCOMPARE(piped.err, QByteArray());
    QVERIFY2(!piped.out.contains('\x1b'), piped.all());
    m_home.write(QStringLiteral("pasted.txt"), text);
    const RunResult file = m_home.run({QStringLiteral("triage"), QStringLiteral("pasted.txt")});
    QCOMPARE(file.out, piped.out);
    QCOMPARE(file.code, code);
    const RunResult json = m_home.run({QStringLiteral("triage"), QStringLiteral("--json")}, text);
    QCOMPARE(json.code, code);
    QVERIFY2(QJsonDocument::fromJson(json.out).isObject(), json.all());
}

void TestGordianctl::everyShellTakesTheProbes_data()
{
    QTest::addColumn<QStringList>("shell");
    QTest::newRow("dash") << QStringList{QStringLiteral("dash")};
    QTest::newRow("busybox ash") << QStringList{QStringLiteral("busybox"), QStringLiteral("ash")};
    QTest::newRow("bash") << QStringList{QStringLiteral("bash")};
}

void TestGordianctl::everyShellTakesTheProbes()
{
    QFETCH(QStringList, shell);
    const RunResult probes = m_home.run({QStringLiteral("probes")});
    QVERIFY2(probes.code == 0, probes.all());
    QVERIFY(probes.out.size() > 10000);
    m_home.write(QStringLiteral("probes.sh"), probes.out);
    QProcess check;
    check.start(shell.first(),
                shell.mid(1) + QStringList{QStringLiteral("-n"), m_home.path(QStringLiteral("probes.sh"))});
    if (!check.waitForStarted()) {
        QSKIP("this shell is not installed");
    }
    QVERIFY(check.waitForFinished());
    QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
}

void TestGordianctl::discoversFromTheDemo()
{
    // The demo is a cluster of one node: it is listed as examined.
    const RunResult run = m_home.run({QStringLiteral("discover"), QStringLiteral("--demo")});
    QVERIFY2(run.code == 0, run.all());
    QVERIFY2(run.out.contains("control-plane"), run.all());
    QCOMPARE(run.err, QByteArray());
}

void TestGordianctl::speaksRussian()
{
    const RunResult run =
        m_home.run({QStringLiteral("report"), QStringLiteral("d.gordian"), QStringLiteral("--lang=ru")});
    QCOMPARE(run.code, 3);
    // What is the same in both languages is a node's own line or a command.
    const QList<QByteArray> english = m_demo.out.split('\n');
    const QList<QByteArray> lines = run.out.split('\n');
    for (const QByteArray &line : lines) {
        const bool quoted = line.contains(" | ") || line.contains("  $ ");
        QVERIFY2(quoted || line.count(' ') < 4 || !english.contains(line), line.constData());
    }
    QVERIFY(run.out.contains("Что делать"));
    const RunResult help =
        m_home.run({QStringLiteral("diagnose"), QStringLiteral("--lang=ru"), QStringLiteral("--nonsense")});
    QVERIFY2(!help.err.contains("there is no option"), help.all());
}

QTEST_GUILESS_MAIN(TestGordianctl)
#include "tst_gordianctl.moc"
