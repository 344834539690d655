// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/fixespage.h"

#include "fixes/causedelegate.h"
#include "fixes/causelistmodel.h"
#include "fixes/mendingaside.h"
#include "fixes/mendingpanel.h"
#include "fixes/mendingpresenter.h"
#include "fixes/planmarkdown.h"
#include "fixes/remedycard.h"
#include "fixes/stepcard.h"
#include "fixes/unfinishedbar.h"
#include "shared/emptystate.h"
#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"
#include "shared/summary.h"

#include "session/investigation.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace gordian::ui {

FixesPage::FixesPage(Investigation &investigation, Mender &mender, Language &language, QWidget *parent)
    : QWidget(parent),
      m_investigation(investigation),
      m_language(language),
      m_presenter(new MendingPresenter(mender, investigation, language, this)),
      m_model(new CauseListModel(this)),
      m_unfinished(new UnfinishedBar(*m_presenter, this)),
      m_middle(new QStackedWidget(this)),
      m_mending(new MendingPanel(*m_presenter, this)),
      m_right(new QStackedWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(QStringLiteral("fix"), this)),
      m_emptyAction(m_empty->addButton()),
      m_listTitle(new TextLabel(FontRole::Title, this)),
      m_list(new QListView(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_title(new TextLabel(FontRole::Display, this)),
      m_why(new TextLabel(FontRole::Body, this)),
      m_copy(new QPushButton(this)),
      m_noticeTitle(new TextLabel(FontRole::Strong, this)),
      m_notice(new TextLabel(FontRole::Body, this)),
      m_riskTitle(new TextLabel(FontRole::Strong, this)),
      m_risk(new TextLabel(FontRole::Body, this)),
      m_verifyTitle(new TextLabel(FontRole::Strong, this)),
      m_verify(new TextLabel(FontRole::Body, this)),
      m_again(new QPushButton(this)),
      m_proof(new QPushButton(this))
{
    setObjectName(QStringLiteral("fixesPage"));
    buildUi();
    connectSignals();
    connectMending();
    retranslate();
}

void FixesPage::buildUi()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CauseDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *left = new QFrame(this);
    makeCard(left);
    left->setMinimumWidth(150);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(Tight, Normal, Tight, Tight);
    m_listTitle->setContentsMargins(Hair, 0, 0, 0);
    column->addWidget(m_listTitle);
    column->addWidget(m_list, 1);
    m_splitter->setObjectName(QStringLiteral("fixesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Roomy);
    m_splitter->addWidget(left);
    m_middle->addWidget(buildPlan());
    m_middle->addWidget(m_mending);
    m_splitter->addWidget(m_middle);
    m_right->addWidget(buildAside());
    m_right->addWidget(new MendingAside(*m_presenter, m_right));
    m_right->setMinimumWidth(214);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({240, 560, 260});
    auto *work = new QWidget(m_stack);
    auto *page = new QVBoxLayout(work);
    page->setContentsMargins(Wide, Roomy, Wide, Roomy);
    page->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(work);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_stack, 1);
}

QWidget *FixesPage::buildPlan()
{
    m_why->setMuted(true);
    for (TextLabel *label : {m_title, m_why}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMaximumWidth(TextColumn);
    }
    m_copy->setObjectName(QStringLiteral("copyPlan"));
    m_steps = new QWidget(this);
    m_stepRows = new QVBoxLayout(m_steps);
    m_stepRows->setContentsMargins(0, 0, 0, 0);
    m_stepRows->setSpacing(Tight);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, Tight, 0);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addSpacing(Hair);
    column->addWidget(m_steps);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll->setMinimumWidth(356);
    scroll->setAccessibleName(tr("Steps"));
    return scroll;
}

QWidget *FixesPage::buildAside()
{
    auto *aside = new QFrame(this);
    makeCard(aside);
    makeFlush(m_proof);
    m_again->setObjectName(QStringLiteral("collectToVerify"));
    auto *column = new QVBoxLayout(aside);
    column->setContentsMargins(Roomy, Roomy, Roomy, Roomy);
    column->setSpacing(Hair);
    for (const auto &[title, text] : {std::pair{m_noticeTitle, m_notice}, std::pair{m_riskTitle, m_risk},
                                      std::pair{m_verifyTitle, m_verify}}) {
        text->setMuted(true);
        column->addWidget(title);
        column->addWidget(text);
        column->addSpacing(Normal);
    }
    column->addWidget(m_again);
    column->addWidget(m_proof, 0, Qt::AlignLeft);
    column->addStretch();
    return aside;
}

void FixesPage::connectSignals()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FixesPage::showChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { m_isChosen = m_isChosen || m_list->hasFocus(); });
    connect(&m_investigation, &Investigation::diagnosisChanged, this, &FixesPage::refresh);
    connect(&m_investigation, &Investigation::caseReplaced, this, [this] {
        m_isChosen = false;
        refresh();
    });
    connect(m_copy, &QPushButton::clicked, this, &FixesPage::copyAsMarkdown);
    connect(m_again, &QPushButton::clicked, this, &FixesPage::collectAgainRequested);
    connect(m_proof, &QPushButton::clicked, this, [this] {
        if (const CauseVerdict *cause = chosen()) {
            emit proofRequested(cause->node);
        }
    });
    connect(m_emptyAction, &QPushButton::clicked, this, [this] {
        if (m_investigation.currentCase().artifacts.isEmpty()) {
            emit connectRequested();
        } else {
            emit proofRequested(QString());
        }
    });
}

void FixesPage::connectMending()
{
    connect(m_presenter, &MendingPresenter::changed, this, &FixesPage::showMending);
    connect(m_unfinished, &UnfinishedBar::takenUp, this, &FixesPage::mendingTakenUp);
    connect(m_presenter, &MendingPresenter::examinationWanted, this, &FixesPage::examinationWanted);
    connect(m_mending, &MendingPanel::connectRequested, this, &FixesPage::connectRequested);
    connect(m_mending, &MendingPanel::graphRequested, this, &FixesPage::proofRequested);
}

QWidget *FixesPage::unfinishedBar() const
{
    return m_unfinished;
}

// One mending at a time: while one is shown, the causes beside it wait.
void FixesPage::showMending()
{
    const bool isShown = m_presenter->phase() != MendingPresenter::Phase::None;
    m_middle->setCurrentIndex(isShown ? 1 : 0);
    m_right->setCurrentIndex(isShown ? 1 : 0);
    m_list->setEnabled(!isShown);
    m_stack->setCurrentIndex(m_model->rowCount() == 0 && !isShown ? 0 : 1);
}

void FixesPage::preview(const QString &remedy)
{
    const CauseVerdict *cause = chosen();
    for (int each = 0; cause != nullptr && each < cause->remedies.size(); ++each) {
        if (cause->remedies.at(each).id == remedy) {
            m_presenter->look(*cause, cause->remedies.at(each));
            return;
        }
    }
}

const CauseVerdict *FixesPage::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    for (const CauseVerdict &cause : m_investigation.diagnosis().causes) {
        if (cause.id == index.data(CauseListModel::IdRole).toString()
            && cause.node == index.data(CauseListModel::NodeRole).toString()) {
            return &cause;
        }
    }
    return nullptr;
}

void FixesPage::showCause(const QString &cause, const QString &node)
{
    const int row = m_model->rowOf(cause, node);
    if (row >= 0) {
        m_isChosen = true;
        m_list->setCurrentIndex(m_model->index(row));
    }
}

void FixesPage::refresh()
{
    const QString id = m_list->currentIndex().data(CauseListModel::IdRole).toString();
    const QString node = m_list->currentIndex().data(CauseListModel::NodeRole).toString();
    QVector<CauseRow> rows;
    for (const CauseVerdict &cause : m_investigation.diagnosis().causes) {
        QStringList below = {m_language.phrases().confidence(cause.confidence)};
        if (!cause.node.isEmpty()) {
            below.append(nodeName(m_investigation.currentCase(), cause.node));
        }
        rows.append({cause.id, cause.node, safeText(cause.title.in(m_language.code())),
                     safeText(below.join(QStringLiteral(" · "))), cause.confidence});
    }
    m_model->setRows(rows);
    // What nobody has chosen gives way to a better proved cause that comes later.
    const int kept = m_isChosen ? m_model->rowOf(id, node) : 0;
    if (!rows.isEmpty()) {
        m_list->setCurrentIndex(m_model->index(std::max(0, kept)));
    }
    showMending();
    refreshEmptyState();
    showChosen();
}

void FixesPage::refreshEmptyState()
{
    if (m_investigation.currentCase().artifacts.isEmpty()) {
        m_empty->setTexts(
            tr("Nothing to mend yet"),
            tr("Once a cause is found, the steps against it stand here, with what each of them risks."));
        m_emptyAction->setText(tr("Go to &Connect"));
    } else {
        m_empty->setTexts(
            tr("No cause was found to mend"),
            tr("What was examined, what was ruled out and which question would tell more stands under "
               "Findings."));
        m_emptyAction->setText(tr("Show the &findings"));
    }
    m_emptyAction->setAccessibleName(QString(m_emptyAction->text()).remove(QLatin1Char('&')));
}

void FixesPage::showChosen()
{
    const CauseVerdict *cause = chosen();
    if (!cause) {
        return;
    }
    const QString language = m_language.code();
    m_title->setText(safeText(cause->sentence.in(language)));
    m_why->setText(safeText(cause->why.in(language)));
    m_why->setVisible(!m_why->text().isEmpty());
    QStringList risks;
    for (const RemedyStep &step : cause->steps) {
        const QString risk = safeText(step.risk.in(language));
        if (!risk.isEmpty() && !risks.contains(risk)) {
            risks.append(risk);
        }
    }
    m_risk->setText(risks.isEmpty() ? tr("These steps only look; they change nothing.")
                                    : risks.join(QStringLiteral("\n")));
    m_verify->setText(
        cause->explains.isEmpty()
            ? tr("Collect again afterwards: the cause should be gone.")
            : tr("Collect again afterwards: the cause should be gone, and with it %n symptom(s).", nullptr,
                 int(cause->explains.size())));
    showSteps(*cause);
}

void FixesPage::showSteps(const CauseVerdict &cause)
{
    while (QLayoutItem *item = m_stepRows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    showRemedies(cause);
    int number = 0;
    for (const RemedyStep &step : cause.steps) {
        m_stepRows->addWidget(new StepCard(++number, step, m_language.code(), m_steps));
    }
    if (cause.steps.isEmpty()) {
        auto *none = new TextLabel(FontRole::Body, m_steps);
        none->setText(
            tr("No steps are known for this cause yet. Its proof and sources stand under Findings."));
        m_stepRows->addWidget(none);
    }
    m_copy->setVisible(!cause.steps.isEmpty());
}

void FixesPage::showRemedies(const CauseVerdict &cause)
{
    for (const Remedy &remedy : cause.remedies) {
        const NodeRecord *record = m_investigation.currentCase().node(remedy.node);
        auto *card = new RemedyCard(remedy, record != nullptr ? whyNotMended(record->node) : QString(),
                                    m_language.phrases(), m_steps);
        connect(card, &RemedyCard::previewRequested, this, [this, id = remedy.id] { preview(id); });
        m_stepRows->addWidget(card);
    }
    if (!cause.remedies.isEmpty() && !cause.steps.isEmpty()) {
        auto *byHand = new TextLabel(FontRole::Strong, m_steps);
        byHand->setText(tr("Or by hand, one step after the other"));
        m_stepRows->addWidget(byHand);
    }
    // One thing is the next to do: the preview, where there is one.
    m_again->setProperty("primary", cause.remedies.isEmpty());
    m_again->style()->unpolish(m_again);
    m_again->style()->polish(m_again);
    m_noticeTitle->setText(cause.remedies.isEmpty() ? tr("Nothing is changed from here")
                                                    : tr("Nothing is changed without your click"));
    m_notice->setText(
        cause.remedies.isEmpty()
            ? tr("Gordian only shows the steps. Type or paste them on the machine yourself, one "
                 "after the other.")
            : tr("The preview only looks at the node and shows every command and every change. "
                 "What is changed is kept first and can be undone."));
}

void FixesPage::copyAsMarkdown() const
{
    if (const CauseVerdict *cause = chosen()) {
        QGuiApplication::clipboard()->setText(planMarkdown(*cause, m_language.code()));
    }
}

void FixesPage::retranslate()
{
    m_listTitle->setText(tr("Causes"));
    m_list->setAccessibleName(tr("Causes"));
    m_unfinished->refresh();
    m_riskTitle->setText(tr("What it risks"));
    m_verifyTitle->setText(tr("How you see that it helped"));
    m_again->setText(tr("Collect &again"));
    m_again->setAccessibleName(tr("Collect again to see whether it helped"));
    m_proof->setText(tr("Show the &proof"));
    m_proof->setAccessibleName(tr("Show the proof of this cause"));
    m_copy->setText(tr("Copy all as &Markdown"));
    m_copy->setAccessibleName(tr("Copy all steps as Markdown"));
    refresh();
}

void FixesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gordian::ui
