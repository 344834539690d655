// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/hostpattern.h"

#include <QTest>

using namespace gordian;

namespace {

QStringList list(std::initializer_list<const char *> words)
{
    QStringList all;
    for (const char *word : words) {
        all.append(QLatin1String(word));
    }
    return all;
}

} // namespace

class TestHostPattern : public QObject {
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void aHostilePatternCostsNothing();
};

void TestHostPattern::matches_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("patterns");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a plain name matches itself") << QStringLiteral("cp1") << list({"cp1"}) << true;
    QTest::newRow("a star spans dots")
        << QStringLiteral("a.b.example.org") << list({"*.example.org"}) << true;
    QTest::newRow("a star may be empty") << QStringLiteral("cp") << list({"cp*"}) << true;
    QTest::newRow("a question mark is one character") << QStringLiteral("cp1") << list({"cp?"}) << true;
    QTest::newRow("a question mark is not none") << QStringLiteral("cp") << list({"cp?"}) << false;
    QTest::newRow("an exclusion beats a match before it")
        << QStringLiteral("cp1") << list({"cp*", "!cp1"}) << false;
    QTest::newRow("an exclusion beats a match after it")
        << QStringLiteral("cp1") << list({"!cp1", "cp*"}) << false;
    QTest::newRow("exclusions alone match nothing") << QStringLiteral("w1") << list({"!cp1"}) << false;
    QTest::newRow("a star goes back to a later place") << QStringLiteral("aXbYb") << list({"a*b"}) << true;
    QTest::newRow("the whole name must match") << QStringLiteral("cp10") << list({"cp1"}) << false;
    QTest::newRow("no pattern matches nothing") << QStringLiteral("cp1") << list({}) << false;
}

void TestHostPattern::matches()
{
    QFETCH(QString, host);
    QFETCH(QStringList, patterns);
    QTEST(matchesPatternList(host, patterns), "expected");
}

void TestHostPattern::aHostilePatternCostsNothing()
{
    const QString pattern = QString(QStringLiteral("*a")).repeated(2000) + QLatin1Char('b');
    QVERIFY(!matchesPatternList(QString(20000, QLatin1Char('a')), {pattern}));
}

QTEST_GUILESS_MAIN(TestHostPattern)
#include "tst_hostpattern.moc"
