// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include "report/reportcontext.h"
#include "report/visibletext.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace gordian {

namespace {

constexpr double TextWidth = 672; // renderDocument()'s page and its margins
constexpr double BandHeight = 26; // header and footer, in the document's pixels

class Pages {
public:
    Pages(const ReportContext &context, QTextDocument &document, QPdfWriter &writer)
        : m_context(context),
          m_document(document),
          m_writer(writer),
          m_scale(double(writer.width()) / TextWidth)
    {
        m_bodyHeight = double(writer.height()) / m_scale - 2 * BandHeight;
        m_document.setPageSize(QSizeF(TextWidth, m_bodyHeight));
    }

    void print()
    {
        QPainter painter(&m_writer);
        painter.scale(m_scale, m_scale);
        const int count = m_document.pageCount();
        for (int page = 0; page < count; ++page) {
            if (page > 0) {
                m_writer.newPage();
            }
            bands(painter, page + 1, count);
            body(painter, page);
        }
    }

private:
    void bands(QPainter &painter, int page, int count) const
    {
        painter.save();
        QFont font = painter.font();
        font.setPixelSize(9);
        painter.setFont(font);
        painter.setPen(QColor(0x55, 0x55, 0x55));
        const QRectF header(16, 0, TextWidth - 32, BandHeight - 8);
        const QRectF footer(16, m_bodyHeight + BandHeight + 8, TextWidth - 32, BandHeight - 8);
        painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(visibleLine(m_context.investigated().title),
                                                          Qt::ElideRight, static_cast<int>(TextWidth - 180)));
        painter.drawText(header, Qt::AlignRight | Qt::AlignVCenter,
                         m_context.phrases.moment(m_context.investigated().createdAt));
        painter.drawText(footer, Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("Gordian %1").arg(QStringLiteral(GORDIAN_VERSION)));
        painter.drawText(footer, Qt::AlignRight | Qt::AlignVCenter,
                         m_context.say(QT_TRANSLATE_NOOP("report", "Page %1 of %2")).arg(page).arg(count));
        painter.restore();
    }

    void body(QPainter &painter, int page) const
    {
        painter.save();
        const QRectF view(0, page * m_bodyHeight, TextWidth, m_bodyHeight);
        painter.translate(0, BandHeight - view.top());
        painter.setClipRect(view);
        QAbstractTextDocumentLayout::PaintContext paint;
        paint.clip = view;
        // The palette is the window's; paper is white whatever its theme.
        paint.palette.setColor(QPalette::Text, Qt::black);
        m_document.documentLayout()->draw(&painter, paint);
        painter.restore();
    }

    const ReportContext &m_context;
    QTextDocument &m_document;
    QPdfWriter &m_writer;
    double m_scale;
    double m_bodyHeight = 0;
};

} // namespace

QByteArray renderPdf(const ReportInput &input, const ReportOptions &options)
{
    const ReportContext context(input, options);
    const std::unique_ptr<QTextDocument> document = renderDocument(input, options);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(14, 12, 14, 12), QPageLayout::Millimeter);
        writer.setTitle(visibleLine(context.headline()));
        writer.setCreator(QStringLiteral("Gordian ") + QStringLiteral(GORDIAN_VERSION));
        Pages(context, *document, writer).print();
    }
    return bytes;
}

} // namespace gordian
