// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/cyclecard.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"
#include "shared/labels.h"
#include "shared/metrics.h"
#include "shared/visibletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include <cmath>

namespace gordian::ui {

namespace {

// The step of the circle that the graph draws as an edge that only seems to be there, or that is to be cut.
int cutStep(const Diagnosis &diagnosis, const CycleExplanation &cycle)
{
    for (qsizetype step = 0; step < cycle.vertices.size(); ++step) {
        const QString &from = cycle.vertices[step];
        const QString &to = cycle.vertices[(step + 1) % cycle.vertices.size()];
        for (const GraphEdge &edge : diagnosis.edges) {
            if (edge.kind != EdgeKind::Needs && edge.from == from && edge.to == to) {
                return int(step);
            }
        }
    }
    return -1;
}

} // namespace

CyclePicture::CyclePicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CyclePicture::setCircle(const QStringList &names, int cut, CycleKind kind)
{
    m_kind = kind;
    m_names = names;
    m_cut = cut;
    update();
}

QSize CyclePicture::sizeHint() const
{
    return {200, fontMetrics().height() * 2 + 44};
}

void CyclePicture::paintArrow(QPainter &painter, const QRectF &from, const QRectF &to, bool cut,
                              qreal bow) const
{
    const bool right = to.center().x() > from.center().x();
    const QPointF start(from.center().x() + (right ? 0.2 : -0.2) * from.width(),
                        bow < 0 ? from.top() : from.bottom());
    const QPointF end(to.center().x() + (right ? -0.2 : 0.2) * to.width(), bow < 0 ? to.top() : to.bottom());
    QPainterPath path(start);
    path.cubicTo(start + QPointF(0, bow), end + QPointF(0, bow), end);
    const bool isReal = m_kind == CycleKind::Real;
    const Health tone = isReal ? Health::Failed : Health::Degraded;
    const QColor color = cut ? healthTextColor(tone, palette()) : mutedText(palette());
    QPen pen(color, !cut ? 1.4 : isReal ? 2.6 : 1.8);
    if (cut && !isReal) {
        pen.setDashPattern({4, 4});
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    const qreal sign = bow < 0 ? 1 : -1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{end, end + QPointF(-4, -7 * sign), end + QPointF(4, -7 * sign)});
    if (cut) {
        const QPointF middle = path.pointAtPercent(0.5);
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawEllipse(middle, 8, 8);
        painter.setPen(QPen(color, 2.2, Qt::SolidLine, Qt::RoundCap));
        if (isReal) { // two strokes across the line: here it is cut
            painter.drawLine(middle + QPointF(-5, 4), middle + QPointF(0, -4));
            painter.drawLine(middle + QPointF(0, 4), middle + QPointF(5, -4));
            return;
        }
        painter.drawLine(middle + QPointF(-4, -4), middle + QPointF(4, 4));
        painter.drawLine(middle + QPointF(-4, 4), middle + QPointF(4, -4));
    }
}

void CyclePicture::paintEvent(QPaintEvent *)
{
    if (m_names.size() < 2) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int count = int(m_names.size());
    const qreal gap = 28;
    const qreal wide = std::min<qreal>(150, (width() - gap * (count - 1) - 4) / count);
    const qreal tall = fontMetrics().height() + 10;
    QVector<QRectF> boxes;
    for (int number = 0; number < count; ++number) {
        boxes << QRectF(2 + number * (wide + gap), (height() - tall) / 2, wide, tall);
    }
    for (int step = 0; step < count; ++step) {
        const int next = (step + 1) % count;
        paintArrow(painter, boxes[step], boxes[next], step == m_cut, next > step ? -20 : 20);
    }
    for (int number = 0; number < count; ++number) {
        painter.setPen(QPen(mutedText(palette()), 1));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(boxes[number], 6, 6);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(boxes[number].adjusted(4, 0, -4, 0), Qt::AlignCenter,
                         fontMetrics().elidedText(m_names[number], Qt::ElideMiddle, int(wide) - 8));
    }
}

CycleCard::CycleCard(QWidget *parent)
    : QFrame(parent),
      m_pager(new QWidget),
      m_before(new QToolButton),
      m_which(new TextLabel(FontRole::Small)),
      m_after(new QToolButton),
      m_title(new TextLabel(FontRole::Strong)),
      m_fold(new QToolButton),
      m_picture(new CyclePicture),
      m_text(new TextLabel(FontRole::Small)),
      m_showInGraph(new QToolButton)
{
    setObjectName(QStringLiteral("cycleCard"));
    build();
    connect(m_fold, &QToolButton::toggled, this, &CycleCard::setFolded);
    connect(m_fold, &QToolButton::clicked, this, [this] { m_chosen = true; });
    connect(m_showInGraph, &QToolButton::clicked, this,
            [this] { emit vertexRequested(m_pages.value(m_page).vertex); });
    connect(m_before, &QToolButton::clicked, this, [this] { showCycle(m_page - 1); });
    connect(m_after, &QToolButton::clicked, this, [this] { showCycle(m_page + 1); });
    hide();
    retranslate();
}

void CycleCard::build()
{
    makeCard(this);
    for (QToolButton *button : {m_fold, m_before, m_after}) {
        makeQuiet(button);
    }
    makeFlush(m_showInGraph);
    m_fold->setObjectName(QStringLiteral("cycleFold"));
    m_fold->setCheckable(true);
    m_fold->setArrowType(Qt::DownArrow);
    m_showInGraph->setObjectName(QStringLiteral("cycleShow"));
    m_before->setObjectName(QStringLiteral("cycleBefore"));
    m_before->setArrowType(Qt::LeftArrow);
    m_after->setObjectName(QStringLiteral("cycleAfter"));
    m_after->setArrowType(Qt::RightArrow);
    m_which->setWordWrap(false);
    auto *pages = new QHBoxLayout(m_pager);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(0);
    pages->addWidget(m_before);
    pages->addWidget(m_which);
    pages->addWidget(m_after);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_pager, 0, Qt::AlignTop);
    head->addWidget(m_fold, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Normal, Tight, Tight, Tight);
    column->setSpacing(Hair);
    column->addLayout(head);
    column->addWidget(m_picture);
    column->addWidget(m_text);
    column->addWidget(m_showInGraph, 0, Qt::AlignLeft);
}

void CycleCard::setFolded(bool folded)
{
    m_fold->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    m_picture->setVisible(!folded);
    m_text->setVisible(!folded);
    m_showInGraph->setVisible(!folded);
}

int CycleCard::wholeHeight() const
{
    const QMargins rim = layout()->contentsMargins();
    const int inner = width() - rim.left() - rim.right();
    const int title = m_title->heightForWidth(inner - m_fold->sizeHint().width());
    return rim.top() + rim.bottom() + 3 * layout()->spacing() + std::max(title, m_fold->sizeHint().height())
        + m_picture->sizeHint().height() + m_text->heightForWidth(inner) + m_showInGraph->sizeHint().height();
}

void CycleCard::setRoom(int height)
{
    if (!m_chosen) {
        m_fold->setChecked(wholeHeight() > height);
    }
}

CycleCard::Page CycleCard::page(const Diagnosis &diagnosis, const CycleExplanation &cycle,
                                const FindingsNames &names, const Phrases &phrases) const
{
    Page made;
    made.id = cycle.id + QLatin1Char(' ') + cycle.node;
    for (const QString &id : cycle.vertices) {
        const GraphVertex *vertex = findVertex(diagnosis, id);
        made.around << (vertex ? names.component(vertex->component, phrases.language()) : id);
    }
    made.cut = cutStep(diagnosis, cycle);
    made.vertex = cycle.vertices.value(std::max(0, made.cut));
    made.title = visibleText(cycle.title.in(phrases.language()));
    made.kind = cycle.kind;
    made.text = visibleText(cycle.text.in(phrases.language()));
    if (!cycle.cut.isEmpty()) {
        made.text += QStringLiteral("\n\n")
            + tr("How to cut it: %1").arg(visibleText(cycle.cut.in(phrases.language())));
    }
    made.accessibleName = made.cut < 0
        ? made.around.join(QStringLiteral(" → "))
        : (cycle.kind == CycleKind::Real ? tr("%1 needs %2, which closes a circle: cut it there")
                                         : tr("%1 does not need %2"))
              .arg(made.around[made.cut], made.around[(made.cut + 1) % made.around.size()]);
    if (!cycle.node.isEmpty() && diagnosis.cycles.size() > 1) {
        made.title += QStringLiteral(" · ") + names.node(cycle.node);
    }
    return made;
}

void CycleCard::setDiagnosis(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases)
{
    const QString kept = m_pages.value(m_page).id;
    m_pages.clear();
    for (const CycleExplanation &cycle : diagnosis.cycles) {
        m_pages.append(page(diagnosis, cycle, names, phrases));
    }
    setVisible(!m_pages.isEmpty());
    m_pager->setVisible(m_pages.size() > 1);
    int again = 0;
    for (int number = 0; number < m_pages.size(); ++number) {
        again = m_pages[number].id == kept ? number : again;
    }
    showCycle(again);
}

void CycleCard::showCycle(int number)
{
    if (m_pages.isEmpty()) {
        return;
    }
    const int count = int(m_pages.size());
    m_page = (number + count) % count;
    const Page &shown = m_pages[m_page];
    m_title->setText(shown.title);
    m_text->setText(shown.text);
    m_which->setText(tr("%1 of %2").arg(m_page + 1).arg(count));
    m_picture->setCircle(shown.around, shown.cut, shown.kind);
    m_picture->setAccessibleName(shown.accessibleName);
}

QString CycleCard::text() const
{
    return m_title->text() + u'\n' + m_text->text();
}

void CycleCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void CycleCard::retranslate()
{
    m_fold->setAccessibleName(tr("Fold the explanation"));
    m_fold->setToolTip(tr("Fold the explanation"));
    m_before->setAccessibleName(tr("The circle before"));
    m_before->setToolTip(tr("The circle before"));
    m_after->setAccessibleName(tr("The next circle"));
    m_after->setToolTip(tr("The next circle"));
    m_showInGraph->setText(tr("Show in the graph"));
    m_showInGraph->setAccessibleName(tr("Show the circle in the graph"));
}

} // namespace gordian::ui
