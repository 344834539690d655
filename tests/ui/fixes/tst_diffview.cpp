// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// A diff as a person reads it: what is marked, in which colours, and that nothing of it is hidden.

#include "fixes/diffparts.h"
#include "fixes/diffview.h"
#include "fixes/mendingsheet.h"
#include "shared/colours.h"
#include "shared/theme.h"

#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace gordian;
using namespace gordian::ui;

namespace {

const QString Diff = QStringLiteral("--- /etc/a\n"
                                    "+++ /etc/a\n"
                                    "@@ -1,3 +1,3 @@\n"
                                    " [runc.options]\n"
                                    "-  SystemdCgroup = false\n"
                                    "+  SystemdCgroup = true\n"
                                    "---- a removed line of dashes");

QColor lineColour(const DiffView &view, int line)
{
    const auto marks = view.extraSelections();
    const QTextBlock block = view.document()->findBlockByNumber(line);
    for (const QTextEdit::ExtraSelection &mark : marks) {
        if (mark.cursor.selectionStart() == block.position()) {
            return mark.format.foreground().color();
        }
    }
    const auto formats = block.layout()->formats();
    return formats.isEmpty() ? QColor() : formats.first().format.foreground().color();
}

/// What is marked inside the line.
QString marked(const QStringList &lines, const DiffPart &part)
{
    return lines.at(part.line).mid(part.from, part.length);
}

} // namespace

class TestDiffView : public QObject {
    Q_OBJECT

private slots:
    void whatChangedInALineIsFound_data();
    void whatChangedInALineIsFound();
    void theNamesOfTheFileAreNoLines();
    void removedAndAddedAreToldApartInEveryTheme_data();
    void removedAndAddedAreToldApartInEveryTheme();
    void aLongLineHangsInBehindItsSign();
    void whatIsCopiedIsTheDiff();
    void nothingIsHidden();
};

void TestDiffView::whatChangedInALineIsFound_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("a value") << QStringList{QStringLiteral("-  SystemdCgroup = false"),
                                            QStringLiteral("+  SystemdCgroup = true")}
                             << QStringList{QStringLiteral("false"), QStringLiteral("true")};
    QTest::newRow("a flag in a long line")
        << QStringList{QStringLiteral("-ARGS=\"--a=1 --network-plugn=cni\""),
                       QStringLiteral("+ARGS=\"--a=1 \"")}
        << QStringList{QStringLiteral("--network-plugn=cni"), QStringLiteral("")};
    QTest::newRow("whole numbers") << QStringList{QStringLiteral("-    - --v=12"),
                                                  QStringLiteral("+    - --v=142")}
                                   << QStringList{QStringLiteral("12"), QStringLiteral("142")};
    QTest::newRow("two lines after two")
        << QStringList{QStringLiteral("-a: 1"), QStringLiteral("-b: 1"), QStringLiteral("+a: 2"),
                       QStringLiteral("+b: 2")}
        << QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("2")};
    QTest::newRow("nothing in common") << QStringList{QStringLiteral("-one"), QStringLiteral("+two")}
                                       << QStringList{QStringLiteral(""), QStringLiteral("")};
    QTest::newRow("not as many") << QStringList{QStringLiteral("-a: 1"), QStringLiteral("+a: 2"),
                                                QStringLiteral("+b: 2")}
                                 << QStringList{QStringLiteral(""), QStringLiteral(""), QStringLiteral("")};
    QTest::newRow("two places") << QStringList{QStringLiteral("-a: 1"), QStringLiteral("+a: 2"),
                                               QStringLiteral(" x"), QStringLiteral("-b: 1"),
                                               QStringLiteral("+b: 2")}
                                << QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("1"),
                                               QStringLiteral("2")};
    QTest::newRow("only added") << QStringList{QStringLiteral("+a: 1")} << QStringList{QStringLiteral("")};
    QTest::newRow("blanks at the end")
        << QStringList{QStringLiteral("-key: value  "), QStringLiteral("+key: value")}
        << QStringList{QStringLiteral("  "), QStringLiteral("")};
}

void TestDiffView::whatChangedInALineIsFound()
{
    QFETCH(QStringList, lines);
    QFETCH(QStringList, parts);
    lines.prepend(QStringLiteral("@@ -1 +1 @@"));
    QStringList found;
    for (const DiffPart &part : diffParts(lines)) {
        found.append(marked(lines, part));
    }
    QCOMPARE(found, parts);
}

void TestDiffView::theNamesOfTheFileAreNoLines()
{
    const QVector<DiffPart> parts = diffParts(Diff.split(u'\n'));
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts.first().line, 4);
    QVERIFY(!parts.last().isAdded);
}

void TestDiffView::removedAndAddedAreToldApartInEveryTheme_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void TestDiffView::removedAndAddedAreToldApartInEveryTheme()
{
    QFETCH(QPalette, palette);
    const QPalette before = QGuiApplication::palette();
    DiffView view(Diff);
    QApplication::setPalette(palette); // as when the theme is changed while it is shown
    QEvent changed(QEvent::PaletteChange); // the application sends it itself once its loop runs
    QApplication::sendEvent(&view, &changed);
    const QColor removed = lineColour(view, 4);
    const QColor added = lineColour(view, 5);
    QVERIFY(removed.isValid() && added.isValid() && removed != added);
    QCOMPARE(lineColour(view, 6), removed);
    const QColor name = lineColour(view, 0);
    QVERIFY(name != removed && name != added);
    for (const QColor &colour : {removed, added, name}) {
        QVERIFY2(contrast(colour, palette.color(QPalette::Window)) >= TextContrast,
                 qPrintable(colour.name() + QLatin1Char(' ') + palette.color(QPalette::Window).name()));
    }
    for (const QTextEdit::ExtraSelection &mark : view.extraSelections()) {
        if (mark.format.fontUnderline()) {
            QVERIFY(contrast(mark.format.foreground().color(), mark.format.background().color())
                    >= TextContrast);
        }
    }
    QApplication::setPalette(before);
}

void TestDiffView::aLongLineHangsInBehindItsSign()
{
    DiffView view(QStringLiteral("@@ -1 +1 @@\n+") + QStringLiteral("word ").repeated(60));
    view.resize(300, view.heightForWidth(300));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QTextLayout *lines = view.document()->findBlockByNumber(1).layout();
    QVERIFY(lines->lineCount() > 2);
    QVERIFY(lines->lineAt(1).x() > lines->lineAt(0).x());
    QVERIFY(view.document()->size().height() <= view.height());
}

void TestDiffView::whatIsCopiedIsTheDiff()
{
    const QString text = Diff + QStringLiteral("\n+\tend  ");
    QCOMPARE(DiffView(text).toPlainText(), text);
}

void TestDiffView::nothingIsHidden()
{
    Plan plan;
    PlannedAction planned;
    planned.action.kind = Action::Kind::Edit;
    planned.diff = "-a\r\n+a\xe2\x80\xae\n+\x1b[31mb  \n";
    plan.actions.append(planned);
    const MendingSheet sheet = sheetOf(plan, {}, Phrases(QStringLiteral("en")));
    QCOMPARE(sheet.actions.first().deed, QStringLiteral("-a␍\n+a⟦U+202E⟧\n+␛[31mb  "));
}

QTEST_MAIN(TestDiffView)
#include "tst_diffview.moc"
