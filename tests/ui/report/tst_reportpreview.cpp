// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "report/reportpreview.h"

#include <QScrollBar>
#include <QTest>
#include <QTextDocument>

using namespace gordian;
using namespace gordian::ui;

namespace {

QVector<DocumentPiece> longReport(const QString &word)
{
    QVector<DocumentPiece> pieces;
    pieces.append(DocumentWords{QStringLiteral("Headline"), {}, {}});
    DocumentTable table{{QStringLiteral("Node"), QStringLiteral("Command")}, {}, {}};
    for (int row = 0; row < 400; ++row) {
        table.rows.append({QStringLiteral("cp-%1").arg(row), word});
    }
    pieces.append(table);
    pieces.append(DocumentWords{QStringLiteral("The end"), {}, {}});
    return withTablesCut(pieces, 10);
}

} // namespace

class TestReportPreview : public QObject {
    Q_OBJECT

private slots:
    void comesInSlicesAndIsWhole()
    {
        ReportPreview preview;
        preview.resize(600, 400);
        preview.show();
        preview.setPieces(longReport(QStringLiteral("kubectl")));
        QVERIFY(!preview.isSettled());
        QVERIFY(!preview.toPlainText().contains(QStringLiteral("cp-0\n")));
        QTRY_VERIFY(preview.isSettled());
        const QString text = preview.toPlainText();
        QCOMPARE(text.count(QStringLiteral("kubectl")), 400);
        QCOMPARE(text.count(QStringLiteral("Command")), 1);
        QVERIFY(text.indexOf(QStringLiteral("cp-399")) < text.indexOf(QStringLiteral("The end")));
    }

    void theReaderStaysWhereHeWas()
    {
        ReportPreview preview;
        preview.resize(600, 400);
        preview.show();
        preview.setPieces(longReport(QStringLiteral("kubectl")));
        QTRY_VERIFY(preview.isSettled());
        preview.verticalScrollBar()->setValue(1500);
        preview.setPieces(longReport(QStringLiteral("crictl")));
        preview.setPieces(longReport(QStringLiteral("journalctl"))); // overtakes the one before
        QTRY_VERIFY(preview.isSettled());
        QVERIFY(preview.viewport()->updatesEnabled());
        QCOMPARE(preview.toPlainText().count(QStringLiteral("journalctl")), 400);
        QCOMPARE(preview.verticalScrollBar()->value(), 1500);
    }

    void aWiderWindowHasWiderLines()
    {
        ReportPreview preview;
        preview.resize(600, 400);
        preview.show();
        preview.setPieces(longReport(QStringLiteral("kubectl")));
        QTRY_VERIFY(preview.isSettled());
        const int before = preview.lineWrapColumnOrWidth();
        QVERIFY(before <= preview.viewport()->width());
        preview.resize(900, 400);
        QTRY_VERIFY(preview.isSettled());
        QCOMPARE(preview.lineWrapColumnOrWidth(), before + 300);
        QCOMPARE(preview.toPlainText().count(QStringLiteral("kubectl")), 400);
    }

    void aShorterReportEndsWhereItEnds()
    {
        ReportPreview preview;
        preview.resize(600, 400);
        preview.show();
        preview.setPieces(longReport(QStringLiteral("kubectl")));
        QTRY_VERIFY(preview.isSettled());
        preview.verticalScrollBar()->setValue(preview.verticalScrollBar()->maximum());
        preview.setPieces({DocumentWords{QStringLiteral("All is well"), {}, {}}});
        QTRY_VERIFY(preview.isSettled());
        QVERIFY(preview.viewport()->updatesEnabled());
        QCOMPARE(preview.toPlainText().trimmed(), QStringLiteral("All is well"));
    }
};

QTEST_MAIN(TestReportPreview)
#include "tst_reportpreview.moc"
