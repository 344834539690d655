// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/inspector.h"

#include "shared/healthstyle.h"
#include "shared/labels.h"
#include "shared/metrics.h"
#include "shared/visibletext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

namespace gordian::ui {

InspectorText::InspectorText(QWidget *parent) : QTextBrowser(parent)
{
    setProperty("plain", true);
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    document()->setDocumentMargin(2);
}

QVariant InspectorText::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.scheme() != QLatin1String("health")) {
        return {};
    }
    const int side = 12;
    const qreal ratio = devicePixelRatioF();
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(u'#' + name.fragment()));
    painter.drawPath(healthShape(Health(name.path().toInt()), QRectF(1, 1, side - 2, side - 2)));
    return image;
}

// What is above it gets what it wants; the rest is for reading.
QSize InspectorText::sizeHint() const
{
    return minimumSizeHint();
}

Inspector::Inspector(QWidget *parent)
    : QFrame(parent),
      m_title(new TextLabel(FontRole::Title)),
      m_overview(new QToolButton),
      m_text(new InspectorText)
{
    makeCard(this);
    makeQuiet(m_overview);
    m_overview->setObjectName(QStringLiteral("inspectorOverview"));
    m_text->setObjectName(QStringLiteral("inspectorText"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_overview, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Normal, Tight, Hair, Hair);
    column->setSpacing(Hair);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    setFocusProxy(m_text);
    connect(m_text, &QTextBrowser::anchorClicked, this, &Inspector::follow);
    connect(m_overview, &QToolButton::clicked, this, &Inspector::overviewRequested);
    retranslate();
}

void Inspector::setPage(const InspectorSubject &subject, const InspectorPage &page)
{
    const bool same = subject == m_subject;
    const bool unchanged = same && page.html == m_page.html;
    m_subject = subject;
    m_page = page;
    m_title->setText(visibleText(page.title));
    m_overview->setVisible(subject.kind != InspectorSubject::Kind::Overview);
    if (unchanged) {
        return;
    }
    const int position = m_text->verticalScrollBar()->value();
    m_text->setHtml(page.html);
    m_text->verticalScrollBar()->setValue(same ? position : 0);
}

void Inspector::follow(const QUrl &link)
{
    const QString scheme = link.scheme();
    const QString target = link.path(QUrl::FullyDecoded);
    if (scheme == QLatin1String("vertex")) {
        emit vertexRequested(target);
        return;
    }
    const int number = target.toInt();
    if (scheme == QLatin1String("cause")) {
        emit causeRequested(number);
    } else if (number >= 0 && number < m_page.evidence.size()) {
        if (scheme == QLatin1String("evidence")) {
            const Evidence chosen = m_page.evidence[number];
            emit evidenceRequested(chosen);
        } else if (scheme == QLatin1String("copy")) {
            copy(m_page.evidence[number]);
        }
    }
}

void Inspector::copy(const Evidence &evidence) const
{
    QStringList lines{QStringLiteral("$ ") + visibleText(evidence.command)};
    for (const QString &line : evidence.lines) {
        lines << visibleText(line);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void Inspector::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void Inspector::retranslate()
{
    m_overview->setText(tr("Overview"));
    m_overview->setToolTip(tr("Back to the overview"));
    m_overview->setAccessibleName(tr("Back to the overview"));
    m_text->setAccessibleName(tr("Details"));
}

} // namespace gordian::ui
