// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/mainwindow.h"

#include "connect/connectpage.h"
#include "findings/findingspage.h"
#include "fixes/fixespage.h"
#include "progress/collectpage.h"
#include "report/reportpage.h"
#include "shared/icons.h"
#include "shared/labels.h"
#include "shared/language.h"
#include "shared/messagebar.h"
#include "shared/metrics.h"
#include "shared/recent.h"
#include "shell/rail.h"
#include "shell/windowactions.h"

#include "session/investigation.h"
#include "session/mender.h"

#include <QAction>
#include <QCloseEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gordian::ui {

MainWindow::MainWindow(Investigation &investigation, Language &language, Theme &theme, QWidget *parent)
    : QMainWindow(parent),
      m_investigation(investigation),
      m_mender(new Mender(investigation, defaultJournalFolder(), this)),
      m_language(language),
      m_theme(theme),
      m_actions(new WindowActions(*this)),
      m_rail(new Rail(investigation, language, this)),
      m_messages(new MessageBar(this)),
      m_pages(new QStackedWidget(this)),
      m_connect(new ConnectPage(investigation, language, this)),
      m_collect(new CollectPage(investigation, language, this)),
      m_findings(new FindingsPage(investigation, language, this)),
      m_fixes(new FixesPage(investigation, *m_mender, language, this)),
      m_report(new ReportPage(investigation, language, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    buildUi();
    connectPages();
    connectActions();
    connectLook();
    connectInvestigation();
    retranslate();
    restoreLayout();
    if (m_investigation.currentCase().title.isEmpty()) {
        newCase();
    }
    m_connect->focusFirst();
}

void MainWindow::buildUi()
{
    for (QWidget *page : {static_cast<QWidget *>(m_connect), static_cast<QWidget *>(m_collect),
                          static_cast<QWidget *>(m_findings), static_cast<QWidget *>(m_fixes),
                          static_cast<QWidget *>(m_report)}) {
        m_pages->addWidget(page);
    }
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_messages);
    right->addWidget(m_fixes->unfinishedBar());
    right->addWidget(m_pages, 1);
    auto *central = new QWidget(this);
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(makeRule(central, Qt::Vertical));
    row->addLayout(right, 1);
    setCentralWidget(central);
    setMinimumSize(960, 600);
}

void MainWindow::connectPages()
{
    connect(m_rail, &Rail::placeChosen, this, &MainWindow::goTo);
    connect(m_rail, &Rail::nodeChosen, this, [this](const QString &node) {
        const bool examined = !m_investigation.diagnosis().findings.isEmpty();
        goTo(examined ? Place::Findings : Place::Connect);
        m_findings->showNode(node);
    });
    connect(m_connect, &ConnectPage::collectRequested, this, &MainWindow::collect);
    connect(m_connect, &ConnectPage::openRequested, this, &MainWindow::chooseFile);
    connect(m_connect, &ConnectPage::scriptRequested, this, &MainWindow::chooseScriptFile);
    connect(m_connect, &ConnectPage::openFileRequested, this,
            [this](const QString &path) { openFiles({path}); });
    connect(m_connect, &ConnectPage::textPasted, this, [this](const QByteArray &text) { openText(text); });
    connect(m_connect, &ConnectPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_connect, &ConnectPage::problemFound, this, &MainWindow::tellProblem);
    connect(m_connect, &ConnectPage::noticeGiven, this,
            [this](const QString &text) { m_messages->tell(MessageBar::Kind::Notice, text); });
    connect(m_collect, &CollectPage::connectRequested, this, [this] { goTo(Place::Connect); });
    connect(m_collect, &CollectPage::findingsRequested, this, [this] { goTo(Place::Findings); });
    connect(m_collect, &CollectPage::againRequested, this, &MainWindow::collectAgain);
    connect(m_collect, &CollectPage::sudoRequested, this, [this] {
        goTo(Place::Connect);
        m_connect->collectWithSudo();
    });
    connect(m_collect, &CollectPage::nodeChosen, this, [this](const QString &node) {
        goTo(Place::Findings);
        m_findings->showNode(node);
    });
    connect(m_findings, &FindingsPage::fixRequested, this, [this](const QString &cause, const QString &node) {
        goTo(Place::Fix);
        m_fixes->showCause(cause, node);
    });
    connect(m_fixes, &FixesPage::connectRequested, this, [this] { goTo(Place::Connect); });
    connect(m_fixes, &FixesPage::mendingTakenUp, this, [this] { goTo(Place::Fix); });
    connect(m_fixes, &FixesPage::collectAgainRequested, this, &MainWindow::collectAgain);
    connect(m_fixes, &FixesPage::examinationWanted, this,
            [this](const QString &node) { m_investigation.collectNode(node, m_connect->options()); });
    connect(m_fixes, &FixesPage::proofRequested, this, [this](const QString &node) {
        goTo(Place::Findings);
        if (!node.isEmpty()) {
            m_findings->showNode(node);
        }
    });
    connect(m_report, &ReportPage::connectRequested, this, [this] { goTo(Place::Connect); });
    connect(m_report, &ReportPage::problemFound, this, &MainWindow::tellProblem);
    connect(m_report, &ReportPage::written, this, [this](const QString &path) {
        m_messages->tell(MessageBar::Kind::Done, tr("The report is written to %1.").arg(path));
    });
}

void MainWindow::connectInvestigation()
{
    connect(&m_investigation, &Investigation::caseReplaced, this, &MainWindow::updateTitle);
    connect(&m_investigation, &Investigation::nodeChanged, this, &MainWindow::followConnecting);
    connect(&m_investigation, &Investigation::pendingSecretChanged, this, &MainWindow::followRefusal);
    connect(&m_investigation, &Investigation::saved, this, &MainWindow::tellSaved);
    connect(&m_investigation, &Investigation::savingFailed, this, [this](const Error &error) {
        m_messages->tell(MessageBar::Kind::Problem,
                         tr("The case could not be saved and is kept in memory. %1")
                             .arg(m_language.phrases().error(error)),
                         tr("Save elsewhere…"), [this] { chooseCaseFile(); });
        updateTitle();
    });
    connect(&m_investigation, &Investigation::collectingChanged, this, [this](bool collecting) {
        m_actions->stop->setEnabled(collecting);
        m_actions->collectAgain->setEnabled(!collecting);
        updateTitle();
    });
    m_actions->stop->setEnabled(false);
}

Place MainWindow::place() const
{
    return Place(m_pages->currentIndex());
}

bool MainWindow::isSettled() const
{
    if (m_investigation.isDiagnosing()) {
        return false;
    }
    switch (place()) {
    case Place::Connect:
        return m_connect->isSettled();
    case Place::Collect:
        return m_collect->isSettled();
    case Place::Findings:
        return m_findings->isSettled();
    case Place::Report:
        return m_report->isSettled();
    case Place::Fix:
        break;
    }
    return true;
}

void MainWindow::goTo(Place place)
{
    m_follow = false;
    m_wentOn = false;
    m_pages->setCurrentIndex(int(place));
    m_rail->setPlace(place);
}

void MainWindow::collect(const QStringList &nodes)
{
    keepCase();
    m_follow = true;
    for (const QString &node : nodes) {
        m_investigation.collectNode(node, m_connect->options());
    }
}

// Only forward, only from Connect, and only while nobody is asked anything there.
void MainWindow::followConnecting()
{
    if (!m_follow || place() != Place::Connect || !m_investigation.pendingHostKeys().isEmpty()
        || m_investigation.pendingSecret()) {
        return;
    }
    bool running = false;
    bool stillConnecting = false;
    for (const NodeRecord &record : m_investigation.currentCase().nodes) {
        running = running || record.state == ConnectState::Running;
        stillConnecting = stillConnecting || record.state == ConnectState::HostKey
            || record.state == ConnectState::Authenticating;
    }
    if (running && !stillConnecting) {
        goTo(Place::Collect);
        m_wentOn = true;
    }
}

/// Back to where the answer that was just given can be given again: sudo refuses it when all are in already.
void MainWindow::followRefusal()
{
    const SecretRequest *asked = m_investigation.pendingSecret();
    if (m_wentOn && place() == Place::Collect && asked && asked->attempt > 1) {
        goTo(Place::Connect);
        m_follow = true;
    }
}

void MainWindow::collectAgain()
{
    if (m_investigation.currentCase().nodes.isEmpty()) {
        goTo(Place::Connect);
        return;
    }
    keepCase();
    m_investigation.collect(m_connect->options());
    goTo(Place::Collect);
}

void MainWindow::addLines(const QString &lines)
{
    m_connect->addLines(lines);
}

void MainWindow::examine(const Node &node)
{
    QStringList ids = m_investigation.addNodes({node});
    for (const NodeRecord &record : m_investigation.currentCase().nodes) {
        if (ids.isEmpty() && record.node.endpoint == node.endpoint) {
            ids.append(record.node.id);
        }
    }
    goTo(Place::Connect);
    collect(ids);
}

void MainWindow::tellProblem(const QString &text)
{
    m_messages->tell(MessageBar::Kind::Problem, text);
}

void MainWindow::copyAsMarkdown()
{
    switch (place()) {
    case Place::Fix:
        m_fixes->copyAsMarkdown();
        break;
    case Place::Report:
        m_report->copyAsMarkdown();
        break;
    default:
        m_findings->copyAsMarkdown();
        break;
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    setAccessibleName(tr("Gordian"));
    updateTitle();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mender->isChanging() && !m_isEnding) {
        // Nothing would be lost; but what is under way ends better with somebody who reads its answer.
        m_isEnding = true;
        m_mender->stop();
        connect(m_mender, &Mender::finished, this, &QWidget::close);
        connect(m_mender, &Mender::lost, this, &QWidget::close);
        m_messages->tell(MessageBar::Kind::Notice,
                         tr("Gordian ends after the step under way. Close again to end at once."));
        event->ignore();
        return;
    }
    saveLayout();
    m_investigation.cancel();
    event->accept();
}

} // namespace gordian::ui
