// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/mendingcard.h"

#include "fixes/diffview.h"
#include "shared/flowtext.h"
#include "shared/healthbadge.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {

constexpr int BadgeSide = 12;

Health healthOf(ActionState state)
{
    switch (state) {
    case ActionState::Done:
    case ActionState::Skipped:
        return Health::Healthy;
    case ActionState::Failed:
        return Health::Failed;
    case ActionState::LeftAlone:
        return Health::Degraded;
    case ActionState::Running:
        return Health::Blocked;
    default:
        return Health::Unknown;
    }
}

} // namespace

QWidget *makeDeedBox(const QString &deed, bool isDiff, QWidget *parent)
{
    auto *box = new QFrame(parent);
    box->setProperty("command", true);
    FlowText *text = isDiff ? new DiffView(deed, box) : new FlowText(FontRole::Mono, box);
    if (!isDiff) {
        text->setPlainText(deed);
        text->setObjectName(QStringLiteral("command"));
    }
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(
        (isDiff ? MendingCard::tr("Change: %1") : MendingCard::tr("Command: %1")).arg(deed));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(Tight, Hair, Tight, Hair);
    row->addWidget(text);
    return box;
}

MendingCard::MendingCard(int number, const MendingAction &action, QWidget *parent)
    : QFrame(parent),
      m_name(tr("Step %1: %2").arg(number).arg(action.text)),
      m_badge(new HealthBadge(BadgeSide, this)),
      m_state(new TextLabel(FontRole::Small, this))
{
    makeCard(this);
    auto *count = new TextLabel(FontRole::Title, this);
    count->setText(QString::number(number));
    count->setMuted(true);
    count->setFixedWidth(Wide);
    auto *what = new FlowText(FontRole::Body, this);
    what->setPlainText(action.text);
    m_state->setMuted(true);
    m_state->setWordWrap(false);
    m_state->setObjectName(QStringLiteral("actionState"));
    auto *top = new QHBoxLayout;
    top->setSpacing(Hair);
    top->addWidget(what, 1);
    top->addWidget(m_badge, 0, Qt::AlignTop);
    top->addWidget(m_state, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(Tight);
    column->addLayout(top);
    if (!action.deed.isEmpty()) {
        column->addWidget(makeDeedBox(action.deed, action.isDiff, this));
    }
    addNotes(*column, action);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Roomy, Normal, Roomy, Normal);
    row->setSpacing(Tight);
    row->addWidget(count, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    setState(ActionState::Waiting, {});
}

void MendingCard::addNotes(QVBoxLayout &column, const MendingAction &action)
{
    const auto add = [&](const QString &text, bool isWarning) {
        auto *note = new TextLabel(FontRole::Small, this);
        note->setText(text);
        if (isWarning) {
            note->setHealthTone(Health::Degraded);
        } else {
            note->setMuted(true);
        }
        column.addWidget(note);
    };
    if (action.isDone) {
        add(tr("This is so already: nothing will be done."), false);
    }
    if (action.isIrreversible) {
        add(QStringLiteral("▲ ") + tr("This cannot be undone."), true);
    }
    if (!action.risk.isEmpty()) {
        add(QStringLiteral("▲ ") + tr("Risk: %1").arg(action.risk), true);
    }
    if (!action.kept.isEmpty()) {
        add(tr("Kept first: %1").arg(action.kept.join(QStringLiteral(", "))), false);
    }
    if (!action.undo.isEmpty()) {
        add(tr("To undo it: %1").arg(action.undo), false);
    }
}

void MendingCard::setState(ActionState state, const QString &word)
{
    m_badge->setHealth(healthOf(state));
    m_state->setText(word);
    m_badge->setVisible(!word.isEmpty());
    m_state->setVisible(!word.isEmpty());
    setAccessibleName(word.isEmpty() ? m_name : m_name + QStringLiteral(", ") + word);
}

QString MendingCard::stateWord() const
{
    return m_state->text();
}

} // namespace gordian::ui
