// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The report on paper, piece by piece from top to bottom: the PDF takes them all at once, a window a few at a
// time, because laying out a long document takes longer than a window may be silent. Plain values; any
// thread.

#include "report/report.h"

#include <QImage>
#include <QStringList>
#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QVector>

#include <variant>

namespace gordian {

struct DocumentWords {
    QString text;
    QTextBlockFormat block;
    QTextCharFormat letters;
};

struct DocumentPicture {
    QString name;
    QImage image;
    QSizeF size; ///< on the page
};

struct DocumentTable {
    QStringList heads; ///< empty: goes on with the table before
    QVector<QStringList> rows;
    QVector<double> shares; ///< of the width, in percent, a column; empty: as the words ask
};

using DocumentPiece = std::variant<DocumentWords, DocumentPicture, DocumentTable>;

QVector<DocumentPiece> documentPieces(const ReportInput &input, const ReportOptions &options);
/// The same with no table longer than `rows`: what is cut stands column below column as if it were not.
QVector<DocumentPiece> withTablesCut(const QVector<DocumentPiece> &pieces, int rows);
/// At the end of `document`, on its thread.
void appendPiece(QTextDocument &document, const DocumentPiece &piece);

} // namespace gordian
