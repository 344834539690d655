// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/findingspage.h"

#include "findings/findingsview.h"
#include "graph/graphpanel.h"
#include "graph/graphview.h"
#include "session/investigation.h"
#include "shared/language.h"

#include <QSettings>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {

const QString StateKey = QStringLiteral("findings/state");

} // namespace

FindingsPage::FindingsPage(Investigation &investigation, Language &language, QWidget *parent)
    : QWidget(parent),
      m_investigation(investigation),
      m_language(language),
      m_view(new FindingsView)
{
    setObjectName(QStringLiteral("findingsPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    m_view->restoreState(QSettings().value(StateKey).toByteArray());
    connect(&investigation, &Investigation::diagnosisChanged, this, &FindingsPage::refresh);
    connect(&investigation, &Investigation::nodesChanged, this, &FindingsPage::refresh);
    connect(&investigation, &Investigation::collectingChanged, this, &FindingsPage::refresh);
    connect(&investigation, &Investigation::caseReplaced, this, [this] {
        m_view->clearChoice();
        refresh();
    });
    connect(&language, &Language::changed, this, &FindingsPage::refresh);
    connect(m_view, &FindingsView::fixRequested, this, &FindingsPage::fixRequested);
    connect(m_view, &FindingsView::layoutChanged, this,
            [this] { QSettings().setValue(StateKey, m_view->saveState()); });
    refresh();
}

void FindingsPage::refresh()
{
    const Case &shown = m_investigation.currentCase();
    m_view->setContent({shown, m_investigation.diagnosis(),
                        FindingsNames::of(shown, m_investigation.knowledge()), m_investigation.changes()},
                       std::make_shared<const Phrases>(m_language.code()));
}

bool FindingsPage::isSettled() const
{
    return !m_view->graph()->view()->isPlacing();
}

void FindingsPage::showNode(const QString &node)
{
    m_view->showNode(node);
}

void FindingsPage::nextFinding()
{
    m_view->nextFinding();
}

void FindingsPage::previousFinding()
{
    m_view->previousFinding();
}

void FindingsPage::copyAsMarkdown()
{
    m_view->copyAsMarkdown();
}

void FindingsPage::focusSearch()
{
    m_view->focusSearch();
}

} // namespace gordian::ui
