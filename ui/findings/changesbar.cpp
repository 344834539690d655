// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/changesbar.h"

#include "shared/labels.h"
#include "shared/metrics.h"
#include "shared/theme.h"
#include "shared/visibletext.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {

constexpr int MostNamed = 4; ///< what does not fit in a line is counted

QString joined(QStringList parts)
{
    const int more = int(parts.size()) - MostNamed;
    if (more > 1) {
        parts = parts.mid(0, MostNamed) + QStringList{ChangesBar::tr("%n more", nullptr, more)};
    }
    return parts.join(QStringLiteral("; "));
}

void tellCauses(QStringList &lines, const QString &form, const QVector<CauseChange> &causes,
                const QString &language)
{
    QStringList sentences;
    for (const CauseChange &cause : causes) {
        sentences.append(visibleText(cause.sentence.in(language)));
    }
    if (!sentences.isEmpty()) {
        lines.append(form.arg(joined(sentences)));
    }
}

QString tellHealths(const QVector<HealthChange> &changes, const FindingsNames &names, const Phrases &phrases)
{
    QStringList told;
    for (const HealthChange &change : changes) {
        told.append(QStringLiteral("%1: %2 → %3")
                        .arg(names.place(change.component, change.node, phrases.language()),
                             phrases.health(change.before), phrases.health(change.after)));
    }
    return joined(told);
}

} // namespace

ChangesText ChangesBar::words(const Changes &changes, const FindingsNames &names, const Phrases &phrases)
{
    const QString since =
        QLocale(phrases.language()).toString(changes.since.toLocalTime(), QLocale::ShortFormat);
    ChangesText told;
    if (!changes.any()) {
        told.first = tr("Nothing has changed since the examination of %1").arg(since);
    } else {
        told.first = tr("Since the examination of %1").arg(since);
        tellCauses(told.lines, tr("Gone: %1"), changes.gone, phrases.language());
        tellCauses(told.lines, tr("New: %1"), changes.came, phrases.language());
        tellCauses(told.lines, tr("Cannot be told this time: %1"), changes.untold, phrases.language());
    }
    tellCauses(told.lines, tr("Still there: %1"), changes.stayed, phrases.language());
    if (!changes.health.isEmpty()) {
        told.lines.append(tellHealths(changes.health, names, phrases));
    }
    return told;
}

ChangesBar::ChangesBar(QWidget *parent)
    : QFrame(parent),
      m_first(new TextLabel(FontRole::Strong)),
      m_lines(new TextLabel(FontRole::Body)),
      m_close(new QToolButton)
{
    setObjectName(QStringLiteral("changesBar"));
    makeStrip(this);
    makeQuiet(m_close);
    m_close->setObjectName(QStringLiteral("closeChanges"));
    m_close->setText(QStringLiteral("✕"));
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_first);
    texts->addWidget(m_lines);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Roomy + Hair, Tight, Roomy, Tight);
    row->addLayout(texts, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_closed = m_shown;
        hide();
    });
    hide();
    retranslate();
}

void ChangesBar::setChanges(const std::optional<Changes> &changes, const FindingsNames &names,
                            const Phrases &phrases)
{
    const bool news = changes != m_shown;
    m_shown = changes;
    if (!changes || changes == m_closed) {
        hide();
        return;
    }
    const ChangesText told = words(*changes, names, phrases);
    m_first->setText(told.first);
    m_lines->setText(told.lines.join(QLatin1Char('\n')));
    m_lines->setVisible(!told.lines.isEmpty());
    setAccessibleName(text());
    show();
    if (news && QAccessible::isActive()) {
        QAccessibleEvent said(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&said);
    }
}

QString ChangesBar::text() const
{
    return m_lines->text().isEmpty() ? m_first->text()
                                     : m_first->text() + QLatin1Char('\n') + m_lines->text();
}

void ChangesBar::retranslate()
{
    m_close->setAccessibleName(tr("Close what has changed"));
    m_close->setToolTip(tr("Close what has changed"));
}

void ChangesBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gordian::ui
