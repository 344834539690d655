// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/connectpage.h"

#include "connect/addnodespanel.h"
#include "connect/discoveredpanel.h"
#include "connect/hostkeyspanel.h"
#include "connect/nodespanel.h"
#include "connect/otherwayspanel.h"
#include "connect/pastepanel.h"
#include "connect/promisepanel.h"
#include "connect/secretpanel.h"
#include "shared/language.h"
#include "shared/metrics.h"
#include "shared/recent.h"
#include "shared/summary.h"

#include "session/investigation.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {
constexpr int RefreshMilliseconds = 80;
constexpr int LeftLeast = 360;
constexpr int LeftMost = 430;
} // namespace

ConnectPage::ConnectPage(Investigation &investigation, Language &language, QWidget *parent)
    : QWidget(parent),
      m_investigation(investigation),
      m_language(language),
      m_add(new AddNodesPanel(language, this)),
      m_other(new OtherWaysPanel(this)),
      m_hostKeys(new HostKeysPanel(investigation, this)),
      m_secret(new SecretPanel(investigation, this)),
      m_discovered(new DiscoveredPanel(investigation, this)),
      m_nodes(new NodesPanel(investigation, language, this)),
      m_promise(new PromisePanel(this)),
      m_paste(new PastePanel(this)),
      m_right(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("connectPage"));
    buildUi();
    connectSignals();
    refresh();
}

void ConnectPage::buildUi()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Wide, Roomy, Wide, Roomy);
    row->setSpacing(Wide);
    row->addWidget(buildLeft(), 1);
    row->addWidget(buildRight(), 1);
}

QWidget *ConnectPage::buildLeft()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, Hair, 0);
    column->setSpacing(Wide);
    column->addWidget(m_add);
    column->addWidget(m_other);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setMinimumWidth(LeftLeast);
    scroll->setMaximumWidth(LeftMost);
    return scroll;
}

QWidget *ConnectPage::buildRight()
{
    m_rightNodes = new QWidget(m_right);
    auto *column = new QVBoxLayout(m_rightNodes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Normal);
    column->addWidget(m_secret);
    column->addWidget(m_hostKeys);
    column->addWidget(m_discovered);
    column->addWidget(m_nodes, 1);
    m_right->addWidget(m_promise);
    m_right->addWidget(m_rightNodes);
    m_right->addWidget(m_paste);
    return m_right;
}

void ConnectPage::connectSignals()
{
    connect(m_add, &AddNodesPanel::problemFound, this, &ConnectPage::problemFound);
    connect(m_add, &AddNodesPanel::noticeGiven, this, &ConnectPage::noticeGiven);
    connect(m_add, &AddNodesPanel::nodesNamed, this, [this](const QVector<Node> &nodes) {
        if (m_investigation.addNodes(nodes).isEmpty()) {
            emit noticeGiven(tr("These machines are already there."));
        }
    });
    connect(m_other, &OtherWaysPanel::openRequested, this, &ConnectPage::openRequested);
    connect(m_other, &OtherWaysPanel::scriptRequested, this, &ConnectPage::scriptRequested);
    connect(m_other, &OtherWaysPanel::fileChosen, this, &ConnectPage::openFileRequested);
    connect(m_other, &OtherWaysPanel::demoRequested, this, &ConnectPage::demoRequested);
    connect(m_other, &OtherWaysPanel::pasteRequested, this, &ConnectPage::showPaste);
    connect(m_other, &OtherWaysPanel::connectionChosen, this, &ConnectPage::addLines);
    connect(m_paste, &PastePanel::cancelled, this, [this] {
        m_right->setCurrentWidget(m_rightNodes);
        refresh();
    });
    connect(m_paste, &PastePanel::pasted, this, [this](const QByteArray &text) {
        m_right->setCurrentWidget(m_rightNodes);
        emit textPasted(text);
    });
    connect(m_nodes, &NodesPanel::connectRequested, this, &ConnectPage::connectNow);
    connect(m_nodes, &NodesPanel::sudoRequested, this, &ConnectPage::collectWithSudo);
    connect(m_nodes, &NodesPanel::retryRequested, this,
            [this](const QString &node) { emit collectRequested({node}); });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &ConnectPage::refresh);
    const auto soon = [this] {
        if (!m_refresh.isActive()) {
            m_refresh.start();
        }
    };
    connect(&m_investigation, &Investigation::nodeChanged, this, soon);
    connect(&m_investigation, &Investigation::diagnosisChanged, this, soon);
    connect(&m_investigation, &Investigation::nodesChanged, this, &ConnectPage::refresh);
    connect(&m_investigation, &Investigation::caseReplaced, this, &ConnectPage::refresh);
}

void ConnectPage::refresh()
{
    m_nodes->refresh();
    if (m_right->currentWidget() == m_paste) {
        return;
    }
    const bool any = !m_investigation.currentCase().nodes.isEmpty();
    m_right->setCurrentWidget(any ? m_rightNodes : static_cast<QWidget *>(m_promise));
}

CollectOptions ConnectPage::options() const
{
    CollectOptions options;
    options.rights = m_add->rights();
    return options;
}

void ConnectPage::collectWithSudo()
{
    m_add->setRights(ShellRights::SudoPassword);
    emit collectRequested(nodesWithoutRoot(m_investigation.currentCase()));
}

void ConnectPage::focusFirst()
{
    m_add->focusText();
}

void ConnectPage::addLines(const QString &text)
{
    m_add->setText(text);
    m_add->add();
}

void ConnectPage::addNodes(const QVector<Node> &nodes)
{
    m_add->offer(nodes);
}

void ConnectPage::showPaste()
{
    m_right->setCurrentWidget(m_paste);
    m_paste->focusText();
}

void ConnectPage::connectNow()
{
    const QStringList nodes = m_nodes->waitingNodes();
    if (nodes.isEmpty()) {
        return;
    }
    QStringList endpoints;
    for (const NodeRecord &record : m_investigation.currentCase().nodes) {
        if (record.node.via == Via::Ssh && record.node.origin != NodeOrigin::Recorded) {
            endpoints.append(record.node.endpoint.display());
        }
    }
    Recent::addConnection(endpoints);
    m_other->refresh();
    emit collectRequested(nodes);
}

} // namespace gordian::ui
