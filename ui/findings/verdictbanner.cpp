// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/verdictbanner.h"

#include "shared/colours.h"
#include "shared/healthbadge.h"
#include "shared/healthstyle.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QAccessible>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace gordian::ui {

VerdictBanner::VerdictBanner(QWidget *parent)
    : QFrame(parent),
      m_badge(new HealthBadge(28)),
      m_kicker(new TextLabel(FontRole::Small)),
      m_headline(new TextLabel(FontRole::Title)),
      m_detail(new TextLabel(FontRole::Body)),
      m_others(new QComboBox),
      m_why(new QPushButton),
      m_fix(new QPushButton)
{
    build();
    connect(m_why, &QPushButton::clicked, this, [this] { emit whyRequested(m_cause); });
    connect(m_fix, &QPushButton::clicked, this, [this] { emit fixRequested(m_cause); });
    connect(m_others, &QComboBox::activated, this, &VerdictBanner::setCause);
    retranslate();
    refresh();
}

void VerdictBanner::build()
{
    setObjectName(QStringLiteral("verdictBanner"));
    m_why->setObjectName(QStringLiteral("verdictWhy"));
    m_fix->setObjectName(QStringLiteral("verdictFix"));
    m_others->setObjectName(QStringLiteral("verdictCauses"));
    m_headline->setObjectName(QStringLiteral("verdictHeadline"));
    m_detail->setObjectName(QStringLiteral("verdictDetail"));
    makePrimary(m_fix);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_others->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_others->setMinimumContentsLength(26);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(m_kicker);
    words->addWidget(m_headline);
    words->addWidget(m_detail);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Roomy + Hair, Normal, Roomy, Normal);
    row->setSpacing(Normal);
    row->addWidget(m_badge, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    const int lines = m_kicker->fontMetrics().lineSpacing() + m_headline->fontMetrics().lineSpacing()
        + 2 * m_detail->fontMetrics().lineSpacing();
    setMinimumHeight(lines + 2 * words->spacing() + 2 * Normal);
    row->addWidget(m_others);
    row->addWidget(m_why);
    row->addWidget(m_fix);
}

void VerdictBanner::setVerdict(const VerdictText &verdict)
{
    if (verdict == m_verdict) {
        return;
    }
    const bool news = verdict.headline != m_verdict.headline;
    // The cause in view stays in view when others come before it.
    const QString kept =
        m_cause >= 0 ? m_verdict.causes[m_cause].id + m_verdict.causes[m_cause].node : QString();
    const bool first = m_cause <= 0;
    m_verdict = verdict;
    m_cause = verdict.causes.isEmpty() ? -1 : 0;
    for (int number = 0; !first && number < verdict.causes.size(); ++number) {
        if (verdict.causes[number].id + verdict.causes[number].node == kept) {
            m_cause = number;
        }
    }
    refresh();
    if (news && QAccessible::isActive()) {
        QAccessibleEvent said(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&said);
    }
}

void VerdictBanner::setCause(int number)
{
    if (number >= 0 && number < m_verdict.causes.size() && number != m_cause) {
        m_cause = number;
        refresh();
        emit whyRequested(number);
    }
}

void VerdictBanner::refresh()
{
    const bool named = m_cause >= 0;
    const QString headline = named ? m_verdict.causes[m_cause].headline : m_verdict.headline;
    QString detail = named ? m_verdict.causes[m_cause].detail : m_verdict.detail;
    if (!m_verdict.advice.isEmpty() && m_cause <= 0) {
        detail += (detail.isEmpty() ? QString() : QStringLiteral("\n")) + m_verdict.advice;
    }
    m_badge->setHealth(m_verdict.health);
    m_kicker->setText(m_verdict.kicker);
    m_headline->setText(headline);
    m_headline->setToolTip(headline.toHtmlEscaped());
    m_detail->setText(detail);
    m_detail->setToolTip(detail.toHtmlEscaped());
    m_why->setVisible(named);
    m_fix->setVisible(named);
    m_others->clear();
    for (int number = 0; number < m_verdict.causes.size(); ++number) {
        m_others->addItem(tr("Cause %1: %2").arg(number + 1).arg(m_verdict.causes[number].headline));
    }
    m_others->setCurrentIndex(m_cause);
    m_others->setVisible(m_verdict.causes.size() > 1);
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(m_verdict.kicker, headline, detail));
    update();
}

void VerdictBanner::retranslate()
{
    m_why->setText(tr("Why"));
    m_why->setAccessibleName(tr("Why: show the proof"));
    m_why->setToolTip(tr("Show the proof, and how it leads to what you see"));
    m_fix->setText(tr("What to do"));
    m_fix->setAccessibleName(tr("What to do about it"));
    m_others->setAccessibleName(tr("Causes"));
    m_others->setToolTip(tr("There is more than one cause: choose"));
}

void VerdictBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void VerdictBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = healthColor(m_verdict.health, palette());
    const bool calm = m_verdict.health == Health::Unknown;
    painter.fillRect(rect(), calm ? palette().color(QPalette::Base) : tint(color, palette()));
    painter.fillRect(0, 0, 4, height(), color);
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace gordian::ui
