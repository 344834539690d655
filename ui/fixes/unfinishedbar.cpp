// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/unfinishedbar.h"

#include "fixes/mendingpresenter.h"
#include "shared/healthbadge.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

UnfinishedBar::UnfinishedBar(MendingPresenter &presenter, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_lines(new QVBoxLayout(this))
{
    makeStrip(this);
    setObjectName(QStringLiteral("unfinishedBar"));
    m_lines->setContentsMargins(Wide, Tight, Wide, Tight);
    connect(&presenter, &MendingPresenter::unfinishedChanged, this, &UnfinishedBar::refresh);
}

void UnfinishedBar::refresh()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QVector<MendingPresenter::Remembered> all = m_presenter.unfinished();
    for (const MendingPresenter::Remembered &each : all) {
        addLine(each.id, each.text, each.isGoingBack);
    }
    setAccessibleName(tr("Mendings that stand half-way"));
    setVisible(!all.isEmpty());
}

void UnfinishedBar::addLine(const QString &id, const QString &text, bool isGoingBack)
{
    constexpr int badgeSide = 14;
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Tight);
    auto *badge = new HealthBadge(badgeSide, line);
    badge->setHealth(Health::Degraded);
    auto *label = new TextLabel(FontRole::Body, line);
    label->setText(text);
    row->addWidget(badge);
    row->addWidget(label, 1);
    using Way = Mender::Way;
    for (const auto &[name, way] : {std::pair{tr("Go on"), Way::GoOn}, std::pair{tr("Undo"), Way::Undo}}) {
        if (isGoingBack && way == Way::GoOn) {
            continue;
        }
        auto *button = new QPushButton(name, line);
        button->setObjectName(way == Way::GoOn ? QStringLiteral("goOnRemembered")
                                               : QStringLiteral("undoRemembered"));
        button->setAccessibleName(name + QStringLiteral(": ") + text);
        button->setEnabled(!m_presenter.isBusy());
        connect(button, &QPushButton::clicked, &m_presenter, [this, id, way = way] {
            emit takenUp();
            m_presenter.takeUp(id, way);
        });
        row->addWidget(button);
    }
    auto *leave = new QPushButton(tr("Leave it so"), line);
    makeQuiet(leave);
    leave->setObjectName(QStringLiteral("leaveRemembered"));
    leave->setAccessibleName(leave->text() + QStringLiteral(": ") + text);
    leave->setToolTip(
        tr("Nothing more is done about it and it is not shown any more. What was kept stays on the "
           "node: gordianctl remedy undo %1 still takes it back.")
            .arg(id));
    leave->setEnabled(!m_presenter.isBusy());
    connect(leave, &QPushButton::clicked, &m_presenter, [this, id] { m_presenter.leave(id); });
    row->addWidget(leave);
    m_lines->addWidget(line);
}

} // namespace gordian::ui
