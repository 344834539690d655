// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/mendingpanel.h"

#include "fixes/mendingcard.h"
#include "fixes/mendingpresenter.h"
#include "shared/healthbadge.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {
constexpr int BadgeSide = 16;
constexpr int BusyHeight = 6;
constexpr int LogHeight = 120;
} // namespace

MendingPanel::MendingPanel(MendingPresenter &presenter, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_badge(new HealthBadge(BadgeSide, this)),
      m_headline(new TextLabel(FontRole::Title, this)),
      m_detail(new TextLabel(FontRole::Body, this)),
      m_busy(new QProgressBar(this)),
      m_log(new QPlainTextEdit(this)),
      m_apply(new QPushButton(this)),
      m_goOn(new QPushButton(this)),
      m_again(new QPushButton(this)),
      m_takeOver(new QPushButton(this)),
      m_undo(new QPushButton(this)),
      m_stop(new QPushButton(this)),
      m_ask(new QPushButton(this)),
      m_graph(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    buildUi();
    connectSignals();
    retranslate();
}

void MendingPanel::buildUi()
{
    m_sheet = new QWidget;
    m_rows = new QVBoxLayout(m_sheet);
    m_rows->setContentsMargins(0, 0, Tight, 0);
    m_rows->setSpacing(Tight);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setObjectName(QStringLiteral("mendingSteps"));
    m_scroll->setWidget(m_sheet);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_sheet->setAutoFillBackground(false);
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setObjectName(QStringLiteral("mendingLog"));
    m_log->setFixedHeight(LogHeight);
    useFont(m_log, FontRole::Mono);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Tight);
    column->addWidget(buildHead());
    column->addWidget(m_scroll, 1);
    column->addWidget(m_log);
    column->addWidget(buildButtons());
    setMinimumWidth(356);
}

QWidget *MendingPanel::buildHead()
{
    auto *head = new QWidget(this);
    m_headline->setObjectName(QStringLiteral("mendingHeadline"));
    m_detail->setObjectName(QStringLiteral("mendingDetail"));
    for (TextLabel *label : {m_headline, m_detail}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(BusyHeight);
    auto *line = new QHBoxLayout;
    line->setSpacing(Tight);
    line->addWidget(m_badge, 0, Qt::AlignTop);
    line->addWidget(m_headline, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, Tight, 0);
    column->setSpacing(Hair);
    column->addLayout(line);
    column->addWidget(m_detail);
    m_takeOver->setObjectName(QStringLiteral("takeOverMending"));
    column->addWidget(m_takeOver, 0, Qt::AlignLeft); // among the others it would widen the narrowest window
    column->addWidget(m_busy);
    return head;
}

QWidget *MendingPanel::buildButtons()
{
    auto *bar = new QWidget(this);
    makePrimary(m_apply);
    makePrimary(m_goOn);
    makePrimary(m_again);
    makePrimary(m_graph);
    makeQuiet(m_close);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, Tight, 0);
    row->setSpacing(Tight);
    for (const auto &[button, name] :
         {std::pair{m_apply, "applyMending"}, std::pair{m_goOn, "goOnMending"},
          std::pair{m_again, "lookAgain"}, std::pair{m_graph, "showGraph"}, std::pair{m_undo, "undoMending"},
          std::pair{m_stop, "stopMending"}, std::pair{m_ask, "answerMending"},
          std::pair{m_close, "closeMending"}}) {
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
    }
    row->addStretch();
    return bar;
}

void MendingPanel::connectSignals()
{
    connect(&m_presenter, &MendingPresenter::changed, this, &MendingPanel::refresh);
    connect(&m_presenter, &MendingPresenter::actionChanged, this, [this](int action) {
        showStates();
        showProgress();
        follow(action);
    });
    connect(&m_presenter, &MendingPresenter::logGrown, this, &MendingPanel::addToLog);
    connect(m_apply, &QPushButton::clicked, &m_presenter, &MendingPresenter::apply);
    connect(m_goOn, &QPushButton::clicked, &m_presenter, &MendingPresenter::goOn);
    connect(m_again, &QPushButton::clicked, &m_presenter, &MendingPresenter::lookAgain);
    connect(m_takeOver, &QPushButton::clicked, &m_presenter, &MendingPresenter::takeOver);
    connect(m_undo, &QPushButton::clicked, &m_presenter, &MendingPresenter::undo);
    connect(m_stop, &QPushButton::clicked, &m_presenter, &MendingPresenter::stop);
    connect(m_close, &QPushButton::clicked, &m_presenter, &MendingPresenter::close);
    connect(m_ask, &QPushButton::clicked, this, &MendingPanel::connectRequested);
    connect(m_graph, &QPushButton::clicked, this,
            [this] { emit graphRequested(m_presenter.plan().remedy.node); });
}

void MendingPanel::refresh()
{
    const MendingPresenter::Deeds deeds = m_presenter.deeds();
    const auto phase = m_presenter.phase();
    m_badge->setHealth(m_presenter.tone());
    m_badge->setVisible(m_presenter.tone() != Health::Unknown);
    m_headline->setText(m_presenter.headline());
    m_headline->setAccessibleName(m_presenter.headline());
    m_detail->setText(m_presenter.detail());
    m_detail->setVisible(!m_presenter.detail().isEmpty());
    showProgress();
    if (m_shown != m_presenter.plan().id || phase == MendingPresenter::Phase::Looking) {
        rebuild();
    }
    showStates();
    if (m_presenter.log().isEmpty()) {
        m_log->clear();
    }
    m_log->setVisible(!m_presenter.log().isEmpty());
    m_apply->setVisible(deeds.testFlag(MendingPresenter::Apply));
    m_goOn->setVisible(deeds.testFlag(MendingPresenter::GoOn));
    m_again->setVisible(deeds.testFlag(MendingPresenter::LookAgain));
    m_takeOver->setVisible(deeds.testFlag(MendingPresenter::TakeOver));
    m_undo->setVisible(deeds.testFlag(MendingPresenter::Undo));
    m_stop->setVisible(deeds.testFlag(MendingPresenter::Stop));
    m_ask->setVisible(m_presenter.isAsked());
    m_graph->setVisible(phase == MendingPresenter::Phase::Ended && !m_again->isVisibleTo(this)
                        && m_presenter.tone() == Health::Healthy);
    const bool mayCancel = deeds.testFlag(MendingPresenter::Cancel);
    m_close->setVisible(mayCancel || deeds.testFlag(MendingPresenter::Close));
    m_close->setText(mayCancel ? tr("&Cancel") : tr("C&lose"));
    m_goOn->setText(phase == MendingPresenter::Phase::Lost ? tr("&Find out and go on") : tr("&Go on"));
}

void MendingPanel::showProgress()
{
    const MendingPresenter::Progress progress = m_presenter.progress();
    m_busy->setVisible(m_presenter.isBusy());
    m_busy->setRange(0, progress.wanted);
    m_busy->setValue(progress.done);
}

/// What is done now is in sight.
void MendingPanel::follow(int action)
{
    if (m_presenter.stateOf(action) == ActionState::Running && action < m_cards.size()) {
        m_scroll->ensureWidgetVisible(m_cards.at(action), 0, Tight);
    }
}

/// At the end it goes along; what somebody has scrolled to stays where it is.
void MendingPanel::addToLog(const QString &text)
{
    QScrollBar *bar = m_log->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    QTextCursor end(m_log->document());
    end.movePosition(QTextCursor::End);
    end.insertText(text);
    m_log->setVisible(true);
    if (isAtEnd) {
        bar->setValue(bar->maximum());
    }
}

void MendingPanel::addText(const QString &text, bool isHeading)
{
    auto *label = new TextLabel(isHeading ? FontRole::Strong : FontRole::Body, m_sheet);
    label->setText(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMuted(!isHeading);
    m_rows->addWidget(label);
}

void MendingPanel::rebuild()
{
    m_shown = m_presenter.plan().id;
    m_cards.clear();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const MendingSheet sheet = m_presenter.sheet();
    addText(sheet.title, true);
    if (!sheet.effect.isEmpty()) {
        addText(sheet.effect, false);
    }
    for (const QString &refusal : sheet.refusals) {
        auto *label = new TextLabel(FontRole::Body, m_sheet);
        label->setObjectName(QStringLiteral("refusal"));
        label->setText(QStringLiteral("■ ") + refusal);
        label->setHealthTone(Health::Failed);
        m_rows->addWidget(label);
    }
    for (const MendingAction &action : sheet.actions) {
        m_cards.append(new MendingCard(int(m_cards.size()) + 1, action, m_sheet));
        m_rows->addWidget(m_cards.last());
    }
    if (!sheet.actions.isEmpty()) {
        addFindings();
    }
    m_rows->addStretch();
    m_apply->setText(tr("&Apply %n step(s) on %1", nullptr, sheet.toDo).arg(sheet.node));
    m_apply->setAccessibleName(QString(m_apply->text()).remove(QLatin1Char('&')));
}

void MendingPanel::addFindings()
{
    const MendingSheet sheet = m_presenter.sheet();
    const QString point = QStringLiteral("• ");
    addText(tr("How it is verified"), true);
    addText(sheet.verification, false);
    m_rows->addWidget(makeDeedBox(sheet.verificationCommand, false, m_sheet));
    addText(tr("If that fails, all of it is undone."), false);
    if (!sheet.clears.isEmpty()) {
        addText(tr("What should clear"), true);
        addText(point + sheet.clears.join(QLatin1Char('\n') + point), false);
    }
    if (!sheet.stays.isEmpty()) {
        addText(tr("What will stay"), true);
        addText(point + sheet.stays.join(QLatin1Char('\n') + point), false);
    }
}

void MendingPanel::showStates()
{
    const auto phase = m_presenter.phase();
    const bool isBegun =
        phase != MendingPresenter::Phase::Preview && phase != MendingPresenter::Phase::Looking;
    for (int action = 0; action < m_cards.size(); ++action) {
        const ActionState state = m_presenter.stateOf(action);
        m_cards.at(action)->setState(
            state, isBegun || state == ActionState::Skipped ? m_presenter.stateText(action) : QString());
    }
}

void MendingPanel::retranslate()
{
    m_again->setText(tr("&Look again"));
    m_again->setToolTip(tr("A new preview. Nothing is changed."));
    m_takeOver->setText(tr("&Take it over from the other laptop"));
    m_takeOver->setToolTip(tr("This laptop learns from the node what was begun there. Nothing is changed."));
    m_undo->setText(tr("&Undo"));
    m_stop->setText(tr("&Stop after this step"));
    m_stop->setToolTip(tr("Safe at any time: nothing is left half done."));
    m_ask->setText(tr("Ans&wer under Connect"));
    m_graph->setText(tr("Show the g&raph"));
    m_log->setAccessibleName(tr("What the node prints"));
    m_scroll->setAccessibleName(tr("Steps"));
    m_shown.clear();
    rebuild();
    refresh();
}

void MendingPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gordian::ui
