// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"
#include "report/visibletext.h"
#include "support/samplecase.h"

#include <QtTest>

using namespace gordian;

class TestVisibleText : public QObject {
    Q_OBJECT

private slots:
    void showsWhatIsThere_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain text stays")
            << QStringLiteral("a б 漢 🙂") << QStringLiteral("a б 漢 🙂");
        QTest::newRow("colours go") << QStringLiteral("\x1b[1;31mred\x1b[0m") << QStringLiteral("red");
        QTest::newRow("a terminal's title goes")
            << QStringLiteral("\x1b]0;title\x07 after") << QStringLiteral(" after");
        QTest::newRow("a link ended by ST goes")
            << QStringLiteral("\x1b]8;;http://x\x1b\\text") << QStringLiteral("text");
        QTest::newRow("one-byte CSI goes")
            << QString(QChar(0x9b)) + QStringLiteral("2Jx") << QStringLiteral("x");
        QTest::newRow("an unended sequence hides nothing")
            << QStringLiteral("\x1b]evidence") << QStringLiteral("evidence");
        QTest::newRow("a lone escape is seen") << QStringLiteral("a\x1b") << QStringLiteral("a␛");
        QTest::newRow("NUL, bell and DEL are seen")
            << QString(QChar(0)) + QStringLiteral("\x07\x7f") << QStringLiteral("␀␇␡");
        QTest::newRow("C1 is seen") << QString(QChar(0x85)) << QStringLiteral("⟨U+0085⟩");
        QTest::newRow("bidi overrides are seen")
            << QString(QChar(0x202e)) + QStringLiteral("gnp") << QStringLiteral("⟨U+202E⟩gnp");
        QTest::newRow("isolates are seen") << QString(QChar(0x2066)) << QStringLiteral("⟨U+2066⟩");
        QTest::newRow("zero width is seen") << QString(QChar(0x200b)) << QStringLiteral("⟨U+200B⟩");
        QTest::newRow("tags are seen") << QStringLiteral("\U000e0041") << QStringLiteral("⟨U+E0041⟩");
        QTest::newRow("half a pair is replaced") << QString(QChar(0xd800)) << QString(QChar(0xfffd));
        QTest::newRow("what is no character is replaced") << QString(QChar(0xffff)) << QString(QChar(0xfffd));
        QTest::newRow("a tab is room") << QStringLiteral("a\tb") << QStringLiteral("a    b");
        QTest::newRow("a line feed in one line is seen") << QStringLiteral("a\nb") << QStringLiteral("a␊b");
    }

    void showsWhatIsThere()
    {
        QFETCH(QString, hostile);
        QFETCH(QString, shown);
        QCOMPARE(visibleLine(hostile), shown);
    }

    void cutsLongLinesWithAMark()
    {
        const QString shown = visibleLine(QString(100'000'000, QLatin1Char('a')));
        QVERIFY(shown.size() < LongestShownLine + 30);
        QVERIFY(shown.endsWith(QStringLiteral("… [+99998000]")));
    }

    void escapesMarkup()
    {
        QCOMPARE(Html::text(QStringLiteral("<a href=\"x\" on='y'>&")).toUtf8(),
                 QByteArray("&lt;a href=&quot;x&quot; on=&#39;y&#39;&gt;&amp;"));
        const QByteArray page =
            element("p", {{"title", test::hostileLine()}}, Html::text(test::hostileLine())).toUtf8();
        QCOMPARE(page.count('<'), 2);
        QCOMPARE(page.count('"'), 2);
    }
};

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
