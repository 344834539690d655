// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/documentpieces.h"

#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

namespace gordian {

namespace {

// A column gets what its longest cell asks for, within limits: one endless command leaves room for the rest.
QVector<double> sharesOf(const DocumentTable &table)
{
    constexpr qsizetype least = 6;
    constexpr qsizetype most = 60;
    QVector<double> shares;
    double whole = 0;
    for (qsizetype column = 0; column < table.heads.size(); ++column) {
        qsizetype widest = std::max(least, table.heads.at(column).size());
        for (const QStringList &row : table.rows) {
            widest = std::max(widest, std::min(most, row.value(column).size()));
        }
        shares.append(double(widest));
        whole += double(widest);
    }
    for (double &share : shares) {
        share *= 100 / whole;
    }
    return shares;
}

QTextTableFormat formatOf(const DocumentTable &table)
{
    QTextTableFormat format;
    format.setBorder(0.5);
    format.setBorderBrush(QColor(0xc9, 0xce, 0xd6));
    format.setBorderCollapse(true);
    format.setCellPadding(3);
    format.setHeaderRowCount(table.heads.isEmpty() ? 0 : 1);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setTopMargin(table.heads.isEmpty() ? 0 : 6);
    QVector<QTextLength> widths;
    for (const double share : table.shares) {
        widths.append(QTextLength(QTextLength::PercentageLength, share));
    }
    format.setColumnWidthConstraints(widths);
    return format;
}

void append(QTextCursor &cursor, const DocumentWords &words)
{
    cursor.insertBlock(words.block, words.letters);
    cursor.insertText(words.text);
}

void append(QTextCursor &cursor, const DocumentPicture &picture)
{
    cursor.document()->addResource(QTextDocument::ImageResource, QUrl(picture.name), picture.image);
    QTextImageFormat image;
    image.setName(picture.name);
    image.setWidth(picture.size.width());
    image.setHeight(picture.size.height());
    cursor.insertBlock(QTextBlockFormat()); // the heading's page break is not the picture's
    cursor.insertImage(image);
}

void append(QTextCursor &cursor, const DocumentTable &table)
{
    QVector<QStringList> lines = table.rows;
    if (!table.heads.isEmpty()) {
        lines.prepend(table.heads);
    }
    const int columns = int(std::max(table.heads.size(), table.shares.size()));
    if (lines.isEmpty() || columns == 0) {
        return;
    }
    const QTextTable *made = cursor.insertTable(int(lines.size()), columns, formatOf(table));
    QTextCharFormat letters;
    letters.setFontPointSize(8.5);
    for (int row = 0; row < lines.size(); ++row) {
        const bool head = row == 0 && !table.heads.isEmpty();
        letters.setFontWeight(head ? QFont::DemiBold : QFont::Normal);
        for (int column = 0; column < columns; ++column) {
            made->cellAt(row, column).firstCursorPosition().insertText(lines.at(row).value(column), letters);
        }
    }
}

} // namespace

QVector<DocumentPiece> withTablesCut(const QVector<DocumentPiece> &pieces, int rows)
{
    QVector<DocumentPiece> cut;
    for (const DocumentPiece &piece : pieces) {
        const auto *table = std::get_if<DocumentTable>(&piece);
        if (table == nullptr || table->rows.size() <= rows) {
            cut.append(piece);
            continue;
        }
        DocumentTable part{table->heads, {}, sharesOf(*table)};
        for (qsizetype first = 0; first < table->rows.size(); first += rows) {
            part.rows = table->rows.mid(first, rows);
            cut.append(part);
            part.heads.clear();
        }
    }
    return cut;
}

void appendPiece(QTextDocument &document, const DocumentPiece &piece)
{
    QTextCursor cursor(&document);
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    std::visit([&cursor](const auto &one) { append(cursor, one); }, piece);
    cursor.endEditBlock();
}

} // namespace gordian
