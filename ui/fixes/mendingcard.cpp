// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/mendingcard.h"

#include "fixes/diffview.h"
#include "shared/flowtext.h"
#include "shared/healthbadge.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {

constexpr int BadgeSide = 12;
constexpr int LinesUnfolded = 6; ///< of a command: behind a long one the next steps are out of sight

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
    default:
        return Health::Unknown;
    }
}

/// The first lines; one more than are left out would take no more room.
QString folded(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    return lines.size() <= LinesUnfolded + 1 ? text
                                             : lines.first(LinesUnfolded).join(u'\n') + QStringLiteral("\n…");
}

QPushButton *makeUnfolder(FlowText *text, const QString &whole, QWidget *parent)
{
    auto *button =
        new QPushButton(MendingCard::tr("Show all %n line(s)", nullptr, int(whole.count(u'\n')) + 1), parent);
    button->setObjectName(QStringLiteral("unfold"));
    button->setAccessibleName(button->text());
    makeFlush(button);
    QObject::connect(button, &QPushButton::clicked, text, [text, button, whole] {
        text->setPlainText(whole);
        text->updateGeometry();
        button->hide();
        text->setFocus();
    });
    return button;
}

} // namespace

QWidget *makeDeedBox(const QString &deed, bool isDiff, QWidget *parent)
{
    auto *box = new QFrame(parent);
    box->setProperty("command", true);
    FlowText *text = isDiff ? new DiffView(deed, box) : new FlowText(FontRole::Mono, box);
    if (!isDiff) {
        text->setPlainText(folded(deed));
        text->setObjectName(QStringLiteral("command"));
    }
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(
        (isDiff ? MendingCard::tr("Change: %1") : MendingCard::tr("Command: %1")).arg(deed));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Tight, Hair, Tight, Hair);
    column->setSpacing(Hair);
    column->addWidget(text);
    if (text->text() != deed) {
        column->addWidget(makeUnfolder(text, deed, box), 0, Qt::AlignLeft);
    }
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
    // What is so already must not push what will be done out of sight.
    const int rim = action.isDone ? Tight : Normal;
    row->setContentsMargins(Roomy, rim, Roomy, rim);
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
        add(tr("To undo it:"), false);
        column.addWidget(makeDeedBox(action.undo, false, this));
    }
}

void MendingCard::setState(ActionState state, const QString &word)
{
    m_badge->setHealth(healthOf(state));
    m_state->setText(word);
    m_badge->setVisible(!word.isEmpty() && state != ActionState::Running);
    m_state->setMuted(state != ActionState::Running);
    m_state->setVisible(!word.isEmpty());
    setAccessibleName(word.isEmpty() ? m_name : m_name + QStringLiteral(", ") + word);
}

QString MendingCard::stateWord() const
{
    return m_state->text();
}

} // namespace gordian::ui
