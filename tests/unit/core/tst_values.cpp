// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/artifact.h"
#include "core/case.h"
#include "core/localtext.h"
#include "core/node.h"
#include "core/secret.h"

#include <QtTest>

using namespace gordian;

class TestValues : public QObject {
    Q_OBJECT

private slots:
    void endpoints_data();
    void endpoints();
    void sentencesAreFilledOnce();
    void linesOfAnArtifact_data();
    void linesOfAnArtifact();
    void aCaseKeepsOneArtifactAProbe();
    void aSecretIsNeverPrinted();
};

void TestValues::endpoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("a name alone") << "cp-1"
                                  << ""
                                  << "cp-1" << 0;
    QTest::newRow("user, name and port") << "root@cp-1.example:2222"
                                         << "root"
                                         << "cp-1.example" << 2222;
    QTest::newRow("a bare IPv6 address has no port") << "root@fe80::1"
                                                     << "root"
                                                     << "fe80::1" << 0;
    QTest::newRow("brackets around IPv6 allow a port") << "[2001:db8::5]:22"
                                                       << ""
                                                       << "2001:db8::5" << 22;
    QTest::newRow("an ssh URL") << "ssh://lab@10.0.0.1:22/"
                                << "lab"
                                << "10.0.0.1" << 22;
    QTest::newRow("spaces around are trimmed") << "  cp-1 "
                                               << ""
                                               << "cp-1" << 0;
    QTest::newRow("a port out of range is not understood") << "cp-1:70000"
                                                           << ""
                                                           << "" << 0;
    QTest::newRow("port zero is not understood") << "cp-1:0"
                                                 << ""
                                                 << "" << 0;
    QTest::newRow("an option in disguise is refused") << "-oProxyCommand=sh"
                                                      << ""
                                                      << "" << 0;
    QTest::newRow("an option as the user is refused") << "-x@cp-1"
                                                      << ""
                                                      << "" << 0;
    QTest::newRow("two words are not one host") << "cp 1"
                                                << ""
                                                << "" << 0;
    QTest::newRow("nothing") << ""
                             << ""
                             << "" << 0;
}

void TestValues::endpoints()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    const Endpoint endpoint = parseEndpoint(text);
    QCOMPARE(endpoint.host, host);
    QTEST(endpoint.user, "user");
    QTEST(static_cast<int>(endpoint.port), "port");
    if (!host.isEmpty()) {
        QCOMPARE(parseEndpoint(endpoint.display()), endpoint);
    }
}

void TestValues::sentencesAreFilledOnce()
{
    LocalText text;
    text.byLanguage = {{QStringLiteral("en"), QStringLiteral("{a} and {b}, not {c}")}};
    text.values = {{QStringLiteral("a"), QStringLiteral("{b}")},
                   {QStringLiteral("b"), QStringLiteral("two")}};
    QCOMPARE(text.in(QStringLiteral("ru")), QStringLiteral("{b} and two, not {c}"));
}

void TestValues::linesOfAnArtifact_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::newRow("from the middle") << QByteArray("a\nb\nc\n") << 2 << 3 << QList<QByteArray>{"b", "c"};
    QTest::newRow("the last line needs no end") << QByteArray("a\nb") << 2 << 9 << QList<QByteArray>{"b"};
    QTest::newRow("empty lines count") << QByteArray("\n\nx") << 1 << 3 << QList<QByteArray>{"", "", "x"};
    QTest::newRow("nothing has no lines") << QByteArray() << 1 << 3 << QList<QByteArray>{};
}

void TestValues::linesOfAnArtifact()
{
    QFETCH(QByteArray, output);
    QFETCH(int, first);
    QFETCH(int, last);
    Artifact artifact;
    artifact.output = output;
    QTEST(artifact.lines(first, last), "lines");
}

void TestValues::aCaseKeepsOneArtifactAProbe()
{
    Case investigated = newCase(QStringLiteral("x"));
    Artifact artifact;
    artifact.node = QStringLiteral("n");
    artifact.probe = QStringLiteral("p");
    investigated.put(artifact);
    artifact.output = "newer";
    investigated.put(artifact);
    QCOMPARE(investigated.artifacts.size(), 1);
    QCOMPARE(investigated.artifact(QStringLiteral("n"), QStringLiteral("p"))->output, QByteArray("newer"));
    QVERIFY(newCase({}).id != investigated.id);
}

void TestValues::aSecretIsNeverPrinted()
{
    QString printed;
    QDebug(&printed) << Secret("hunter2");
    QVERIFY(!printed.contains(QStringLiteral("hunter2")));
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
