// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "progress/firstverdict.h"

#include "shared/healthbadge.h"
#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"
#include "shared/summary.h"

#include "session/investigation.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

FirstVerdict::FirstVerdict(const Investigation &investigation, Language &language, QWidget *parent)
    : QFrame(parent),
      m_investigation(investigation),
      m_language(language),
      m_badge(new HealthBadge(22, this)),
      m_rank(new TextLabel(FontRole::Small, this)),
      m_sentence(new TextLabel(FontRole::Title, this)),
      m_reach(new TextLabel(FontRole::Body, this)),
      m_findings(new QPushButton(this))
{
    setObjectName(QStringLiteral("firstVerdict"));
    makeCard(this);
    makePrimary(m_findings);
    m_findings->setObjectName(QStringLiteral("showFindings"));
    m_reach->setMuted(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_rank);
    texts->addWidget(m_sentence);
    texts->addWidget(m_reach);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Roomy, Normal, Roomy, Normal);
    row->setSpacing(Normal);
    row->addWidget(m_badge, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_findings, 0, Qt::AlignVCenter);
    connect(m_findings, &QPushButton::clicked, this, &FirstVerdict::findingsRequested);
    refresh();
}

QString FirstVerdict::sentence() const
{
    const Diagnosis &diagnosis = m_investigation.diagnosis();
    // The answers of a wave are judged together: until the first has ended nothing is known, and nothing
    // failed.
    if (m_investigation.isCollecting() && diagnosis.overall == Overall::NothingExamined) {
        return tr("The first answers are coming in");
    }
    return diagnosis.causes.isEmpty() ? m_language.phrases().overall(diagnosis)
                                      : diagnosis.causes.first().sentence.in(m_language.code());
}

QString FirstVerdict::reach() const
{
    const Diagnosis &diagnosis = m_investigation.diagnosis();
    QStringList parts;
    if (!diagnosis.causes.isEmpty()) {
        const CauseVerdict &cause = diagnosis.causes.first();
        if (!cause.explains.isEmpty()) {
            parts.append(tr("explains %n symptom(s)", nullptr, int(cause.explains.size())));
        }
        if (diagnosis.causes.size() > 1) {
            parts.append(tr("%n more cause(s)", nullptr, int(diagnosis.causes.size()) - 1));
        }
    }
    if (diagnosis.coverage.checks > 0) {
        parts.append(tr("%1 of %2 questions answered")
                         .arg(diagnosis.coverage.checksAnswered)
                         .arg(diagnosis.coverage.checks));
    }
    return parts.join(QStringLiteral(" · "));
}

void FirstVerdict::refresh()
{
    const Diagnosis &diagnosis = m_investigation.diagnosis();
    const Health health = overallHealth(diagnosis);
    m_badge->setHealth(health);
    m_badge->setAccessibleName(m_language.phrases().health(health));
    m_rank->setHealthTone(health);
    QString rank = m_investigation.isCollecting() ? tr("So far") : tr("Verdict");
    if (!diagnosis.causes.isEmpty()) {
        rank += QStringLiteral(" · ") + m_language.phrases().confidence(diagnosis.causes.first().confidence);
    }
    m_rank->setText(rank);
    const QString told = safeText(sentence());
    if (told != m_sentence->text()) {
        m_sentence->setText(told);
        setAccessibleName(told);
        QAccessibleEvent said(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&said);
    }
    m_reach->setText(reach());
    m_findings->setText(tr("Show the &findings"));
    m_findings->setAccessibleName(tr("Show the findings"));
}

void FirstVerdict::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::ApplicationPaletteChange) {
        refresh();
    }
}

} // namespace gordian::ui
