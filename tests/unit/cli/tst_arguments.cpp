// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/arguments.h"
#include "cli/terminal.h"

#include <QtTest>

#include <unistd.h>

using namespace gordian;

class TestArguments : public QObject {
    Q_OBJECT

private slots:
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void optionsAreUnderstood();
    void jsonStandsAloneForTriage();
    void exitCodes_data();
    void exitCodes();
    void textFromNodesIsHarmless_data();
    void textFromNodesIsHarmless();
    void aSecretComesFromADescriptor();
};

void TestArguments::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("names");
    QTest::newRow("an unknown command") << "diagnoze"
                                        << "diagnoze";
    QTest::newRow("an unknown option") << "diagnose a --insecure"
                                       << "--insecure";
    QTest::newRow("a value is missing") << "diagnose a --identity"
                                        << "--identity";
    QTest::newRow("no node") << "diagnose"
                             << "--local";
    QTest::newRow("a descriptor that is no number") << "diagnose a --password-fd x"
                                                    << "--password-fd";
    QTest::newRow("a level that does not exist") << "diagnose a --fail-on never"
                                                 << "--fail-on";
    QTest::newRow("a jump host that is none") << "diagnose a --jump -x"
                                              << "--jump";
    QTest::newRow("report wants one case") << "report"
                                           << "case file";
}

void TestArguments::mistakesAreNamed()
{
    QFETCH(QString, line);
    QFETCH(QString, names);
    const auto arguments = parseArguments(line.split(QLatin1Char(' ')));
    QVERIFY(!arguments.has_value());
    QVERIFY2(arguments.error().detail.contains(names), qPrintable(arguments.error().detail));
}

void TestArguments::optionsAreUnderstood()
{
    const auto arguments =
        parseArguments(QStringLiteral("diagnose root@a --jump j1,me@j2:2222 b --identity=k --html out.html "
                                      "--sudo-password-fd 3 --fail-on warn --lang ru -q -- -c")
                           .split(QLatin1Char(' ')));
    QVERIFY(arguments.has_value());
    QCOMPARE(arguments->targets,
             QStringList({QStringLiteral("root@a"), QStringLiteral("b"), QStringLiteral("-c")}));
    QCOMPARE(arguments->jumps.size(), 2);
    QCOMPARE(arguments->jumps[1].display(), QStringLiteral("me@j2:2222"));
    QCOMPARE(arguments->identityFiles, QStringList{QStringLiteral("k")});
    QCOMPARE(arguments->outputs.html, QStringLiteral("out.html"));
    QCOMPARE(arguments->sudoPasswordFd, std::optional(3));
    QCOMPARE(arguments->failOn, FailOn::Warn);
    QVERIFY(arguments->quiet);
}

void TestArguments::jsonStandsAloneForTriage()
{
    const auto triage =
        parseArguments({QStringLiteral("triage"), QStringLiteral("--json"), QStringLiteral("01.txt")});
    QVERIFY(triage.has_value());
    QVERIFY(triage->outputs.jsonToStandardOutput);
    QCOMPARE(triage->targets, QStringList{QStringLiteral("01.txt")});
    const auto diagnose = parseArguments({QStringLiteral("diagnose"), QStringLiteral("a"),
                                          QStringLiteral("--json"), QStringLiteral("o.json")});
    QVERIFY(diagnose.has_value());
    QCOMPARE(diagnose->outputs.json, QStringLiteral("o.json"));
}

void TestArguments::exitCodes_data()
{
    QTest::addColumn<Overall>("overall");
    QTest::addColumn<FailOn>("failOn");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing wrong") << Overall::NothingWrong << FailOn::AsFound << 0;
    QTest::newRow("no node examined") << Overall::NothingExamined << FailOn::AsFound << 2;
    QTest::newRow("failures") << Overall::Failures << FailOn::Fail << 3;
    QTest::newRow("warnings alone") << Overall::Warnings << FailOn::AsFound << 4;
    QTest::newRow("warnings count when asked") << Overall::Warnings << FailOn::Warn << 3;
    QTest::newRow("warnings pass when only failures count") << Overall::Warnings << FailOn::Fail << 0;
    QTest::newRow("partly examined") << Overall::PartlyExaminedNothingWrong << FailOn::Fail << 5;
}

void TestArguments::exitCodes()
{
    QFETCH(Overall, overall);
    QFETCH(FailOn, failOn);
    QTEST(static_cast<int>(exitCodeFor(overall, failOn)), "code");
}

void TestArguments::textFromNodesIsHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain text stays")
        << QStringLiteral("kube-apiserver ж") << QStringLiteral("kube-apiserver ж");
    QTest::newRow("an ANSI sequence shows as a picture")
        << QStringLiteral("a\x1b[31mb") << QStringLiteral("a\u241b[31mb");
    QTest::newRow("a carriage return cannot overwrite")
        << QStringLiteral("ok\rbad") << QStringLiteral("ok\u240dbad");
    QTest::newRow("bidi overrides are replaced") << QStringLiteral("a\u202eb") << QStringLiteral("a\ufffdb");
    QTest::newRow("what takes no room is replaced")
        << QStringLiteral("a\u200bb") << QStringLiteral("a\ufffdb");
    QTest::newRow("an invisible alphabet is replaced")
        << QStringLiteral("a\U000e0041b") << QStringLiteral("a\ufffdb");
    QTest::newRow("C1 controls are replaced") << QStringLiteral("a\u009bb") << QStringLiteral("a\ufffdb");
}

void TestArguments::textFromNodesIsHarmless()
{
    QFETCH(QString, text);
    QTEST(Terminal::harmless(text), "shown");
}

void TestArguments::aSecretComesFromADescriptor()
{
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    QCOMPARE(write(ends[1], "pass word\nrest", 14), 14);
    close(ends[1]);
    const auto secret = readSecret(ends[0]);
    QVERIFY(secret.has_value());
    QCOMPARE(secret->reveal(), QByteArray("pass word"));
    close(ends[0]);
    QVERIFY(!readSecret(ends[0]).has_value());
}

Q_DECLARE_METATYPE(gordian::Overall)
Q_DECLARE_METATYPE(gordian::FailOn)

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
