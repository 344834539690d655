// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/plaintext.h"

#include <QtTest>

using namespace gordian;

class TestPlainText : public QObject {
    Q_OBJECT

private slots:
    void undoesWhatOthersPutIn_data();
    void undoesWhatOthersPutIn();
    void leavesAlone_data();
    void leavesAlone();
};

void TestPlainText::undoesWhatOthersPutIn_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QByteArray>("plain");
    const auto row = [](const char *name, const char *pasted, const char *plain) {
        QTest::newRow(name) << QByteArray(pasted) << QByteArray(plain);
    };
    row("typographic quotes", "unknown flag \xE2\x80\x9C--x\xE2\x80\x9D isn\xE2\x80\x99t",
        "unknown flag \"--x\" isn't");
    row("a dash that was two hyphens", "unknown flag: \xE2\x80\x93network-plugin",
        "unknown flag: --network-plugin");
    row("entities", "Get &quot;https://a&quot; -&gt; &amp;&amp;", "Get \"https://a\" -> &&");
    row("colours of a terminal", "\x1b[1;31merror\x1b[0m: x", "error: x");
    row("colours as less shows them", "^[[31merror^[[0m: x", "error: x");
    row("colours and tabs as rsyslog writes them", "#033[31merror#033[0m:#011x", "error:\tx");
    row("hard spaces", "NAME\xC2\xA0\xC2\xA0READY", "NAME  READY");
    row("lines quoted by mail", "> error: a\n> > error: b", "error: a\nerror: b");
    row("lines in bold and as code", "**error: a**\n`error: b`", "error: a\nerror: b");
    row("fences", "```text\nerror: a\n```\nThanks", "error: a\nThanks");
    row("line numbers", "   1\terror: a\n   2\terror: b\n   3\t\n   4\terror: c",
        "error: a\nerror: b\n\nerror: c");
    row("line numbers with colons", "8: error: a\n9: error: b\n10: c\n11: d", "error: a\nerror: b\nc\nd");
    row("a Russian month", "мая 16 01:48:44 cp1 kubelet[1]: x", "May 16 01:48:44 cp1 kubelet[1]: x");
    row("a French month", "févr. 16 01:48:44 cp1 kubelet[1]: x", "Feb 16 01:48:44 cp1 kubelet[1]: x");
    row("a Chinese month", " 3月 16 01:48:44 cp1 kubelet[1]: x", "Mar 16 01:48:44 cp1 kubelet[1]: x");
    row("a mark of omission", "error: failed to get sandbox im\xE2\x80\xA6",
        "error: failed to get sandbox im");
    row("records cut at one width",
        "E0112 08:00:00.000001    1720 run.go:74] \"command failed\" err=\"failed to run Kub\n"
        "elet: running with swap on is not supported, please disable swap or set --fail-s\n"
        "wap-on flag to false\"\n"
        "Any ideas?",
        "E0112 08:00:00.000001    1720 run.go:74] \"command failed\" err=\"failed to run Kub"
        "elet: running with swap on is not supported, please disable swap or set --fail-s"
        "wap-on flag to false\"\n"
        "Any ideas?");
    row("records folded between words",
        "E0112 08:00:00.000001    1720 run.go:74] \"command failed\" err=\"failed to run\n"
        "Kubelet: running with swap on is not supported, please disable swap or set the\n"
        "other flag to false\"",
        "E0112 08:00:00.000001    1720 run.go:74] \"command failed\" err=\"failed to run "
        "Kubelet: running with swap on is not supported, please disable swap or set the "
        "other flag to false\"");
}

void TestPlainText::undoesWhatOthersPutIn()
{
    QFETCH(const QByteArray, pasted);
    QFETCH(const QByteArray, plain);
    QCOMPARE(plainText(pasted), plain);
    QCOMPARE(plainText(plain), plain);
}

void TestPlainText::leavesAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("what curl sends") << QByteArray(
        "> CONNECT cp1:6443 HTTP/1.1\n> Host: cp1:6443\n< HTTP/1.1 403 Forbidden");
    QTest::newRow("the numbers of links")
        << QByteArray("1: lo: <LOOPBACK> mtu 65536 qdisc\n2: eth0: <UP> mtu 1500 x\n3: wg0: <UP> mtu 1420 x\n"
                      "4: cni0: <UP> mtu 1450 x");
    QTest::newRow("a bullet of YAML") << QByteArray("- name: a\n  value: >\n    text");
    QTest::newRow("prose below a record")
        << QByteArray("E0112 08:00:00.000001    1720 run.go:74] \"command failed\" err=\"failed to run "
                      "Kubelet: swap is on\"\n"
                      "I have tried all that I could find.\nNothing of it helps, whatever I do.");
    QTest::newRow("two hyphens in prose") << QByteArray("It fails \xE2\x80\x94 always.");
}

void TestPlainText::leavesAlone()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(plainText(text), text);
}

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
