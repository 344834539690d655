// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "progress/gapspanel.h"

#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"
#include "shared/summary.h"

#include "session/investigation.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace gordian::ui {

GapsPanel::GapsPanel(const Investigation &investigation, Language &language, QWidget *parent)
    : QFrame(parent),
      m_investigation(investigation),
      m_language(language),
      m_title(new TextLabel(FontRole::Title, this)),
      m_sudo(new QPushButton(this)),
      m_model(new QStandardItemModel(0, 3, this)),
      m_view(new QTreeView(this))
{
    setObjectName(QStringLiteral("gaps"));
    makeCard(this);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setProperty("roomy", true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->header()->setStretchLastSection(false); // a question needs the room more than its answer
    m_view->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_sudo->setObjectName(QStringLiteral("answerWithSudo"));
    connect(m_sudo, &QPushButton::clicked, this, &GapsPanel::sudoRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_sudo);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Roomy, Normal, Roomy, Normal);
    column->setSpacing(Tight);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    refresh();
}

QStringList GapsPanel::texts(const CoverageGap &gap) const
{
    const Probe *probe = m_investigation.knowledge().probe(gap.probe);
    QString question = probe ? probe->title.in(m_language.code()) : gap.probe;
    QString why = m_language.phrases().reason(gap.reason);
    if (gap.couldChangeVerdict) {
        why += QStringLiteral(" · ") + tr("could change the verdict");
    }
    return {safeText(nodeName(m_investigation.currentCase(), gap.node)), safeText(question), why};
}

void GapsPanel::refresh()
{
    QVector<CoverageGap> gaps = m_investigation.diagnosis().coverage.gaps;
    gaps.removeIf([](const CoverageGap &gap) { return gap.reason == UnknownReason::NotApplicable; });
    std::stable_partition(gaps.begin(), gaps.end(),
                          [](const CoverageGap &gap) { return gap.couldChangeVerdict; });
    QVector<QStringList> rows;
    for (const CoverageGap &gap : std::as_const(gaps)) {
        rows.append(texts(gap));
    }
    m_model->setHorizontalHeaderLabels({tr("Machine"), tr("Question"), tr("Why there is no answer")});
    if (rows != m_shown) {
        m_shown = rows;
        m_model->removeRows(0, m_model->rowCount());
        for (const QStringList &row : std::as_const(rows)) {
            QList<QStandardItem *> items;
            for (const QString &text : row) {
                items.append(new QStandardItem(text));
                items.last()->setToolTip(text.toHtmlEscaped());
            }
            m_model->appendRow(items);
        }
    }
    m_title->setText(tr("%n question(s) without an answer", nullptr, int(gaps.size())));
    m_view->setAccessibleName(m_title->text());
    m_sudo->setText(tr("Answer them with &sudo…"));
    m_sudo->setAccessibleName(tr("Ask for the sudo password and collect again"));
    const bool needsRights = std::any_of(gaps.cbegin(), gaps.cend(), [](const CoverageGap &gap) {
        return gap.reason == UnknownReason::NotPermitted;
    });
    m_sudo->setVisible(needsRights && !nodesWithoutRoot(m_investigation.currentCase()).isEmpty());
    setVisible(!gaps.isEmpty() && !m_investigation.isCollecting());
}

void GapsPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace gordian::ui
