// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What is printed on a terminal and what goes into a pipe.

#include "cli/textlayout.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace gordian;

class TestTextLayout : public QObject {
    Q_OBJECT

private slots:
    void leavesAPipeAlone();
    void wrapsWithIts_data();
    void wrapsWithIts();
    void keepsCommandsWhole();
    void coloursOnlyWhereTold();
    void saysTheVerdictAgainWhereItLeftTheScreen();
};

void TestTextLayout::leavesAPipeAlone()
{
    const QString words = QStringLiteral("word ").repeated(100);
    QCOMPARE(laidOut({{Tone::Failed, 2, words, 0}}, {}), QStringLiteral("  ") + words + QLatin1Char('\n'));
}

void TestTextLayout::wrapsWithIts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("indent") << QStringLiteral("one two three ").repeated(30).trimmed();
    QTest::newRow("word that is longer than the screen") << QString(400, QLatin1Char('x'));
    QTest::newRow("words of another script") << QStringLiteral("слово за словом ").repeated(30).trimmed();
    QTest::newRow("nothing") << QString();
}

void TestTextLayout::wrapsWithIts()
{
    QFETCH(QString, text);
    for (const int columns : {1, 30, 80, 200}) {
        const QStringList lines =
            laidOut({{Tone::Plain, 4, text, 2}}, {columns, 0, false}).split(QLatin1Char('\n'));
        QString joined;
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            QVERIFY2(lines.at(i).size() <= std::max(columns, 26), qPrintable(lines.at(i)));
            QVERIFY2(lines.at(i).startsWith(QString(i == 0 ? 4 : 6, QLatin1Char(' '))),
                     qPrintable(lines.at(i)));
            joined += lines.at(i).trimmed();
        }
        QCOMPARE(joined.remove(QLatin1Char(' ')), QString(text).remove(QLatin1Char(' ')));
    }
}

void TestTextLayout::keepsCommandsWhole()
{
    const QString command = QStringLiteral("$ kubeadm init ") + QStringLiteral("--flag=value ").repeated(20);
    QCOMPARE(laidOut({{Tone::Command, 7, command, 0}}, {40, 0, false}).count(QLatin1Char('\n')), 1);
}

void TestTextLayout::coloursOnlyWhereTold()
{
    const QVector<TextLine> lines{{Tone::Failed, 0, QStringLiteral("bad"), 0}, {}};
    QVERIFY(!laidOut(lines, {80, 0, false}).contains(QChar(0x1b)));
    QCOMPARE(laidOut(lines, {80, 0, true}), QStringLiteral("\x1b[1;31mbad\x1b[0m\n\n"));
}

void TestTextLayout::saysTheVerdictAgainWhereItLeftTheScreen()
{
    QVector<TextLine> lines{{Tone::Failed, 0, QStringLiteral("verdict"), 0}};
    QCOMPARE(laidOut(lines, {80, 24, false}).count(QStringLiteral("verdict")), 1);
    lines.resize(40);
    QVERIFY(laidOut(lines, {80, 24, false}).endsWith(QStringLiteral("\n\nverdict\n")));
    QCOMPARE(laidOut(lines, {80, 60, false}).count(QStringLiteral("verdict")), 1);
    QCOMPARE(laidOut(lines, {}).count(QStringLiteral("verdict")), 1);
}

QTEST_GUILESS_MAIN(TestTextLayout)
#include "tst_textlayout.moc"
