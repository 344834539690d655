// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/otherwayspanel.h"

#include "connect/choicecard.h"
#include "shared/labels.h"
#include "shared/metrics.h"
#include "shared/recent.h"

#include <QEvent>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

OtherWaysPanel::OtherWaysPanel(QWidget *parent)
    : QWidget(parent),
      m_title(new TextLabel(FontRole::Title, this)),
      m_open(new ChoiceCard(QStringLiteral("open"), this)),
      m_paste(new ChoiceCard(QStringLiteral("paste"), this)),
      m_script(new ChoiceCard(QStringLiteral("export"), this)),
      m_demo(new ChoiceCard(QStringLiteral("demo"), this)),
      m_recentTitle(new TextLabel(FontRole::Title, this)),
      m_recent(new QWidget(this)),
      m_recentRows(new QVBoxLayout(m_recent))
{
    m_open->setObjectName(QStringLiteral("openCard"));
    m_paste->setObjectName(QStringLiteral("pasteCard"));
    m_script->setObjectName(QStringLiteral("scriptCard"));
    m_demo->setObjectName(QStringLiteral("demoCard"));
    m_recentRows->setContentsMargins(0, 0, 0, 0);
    m_recentRows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addWidget(m_open);
    column->addWidget(m_paste);
    column->addWidget(m_script);
    column->addWidget(m_demo);
    column->addSpacing(Tight);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent);
    connect(m_open, &ChoiceCard::clicked, this, &OtherWaysPanel::openRequested);
    connect(m_paste, &ChoiceCard::clicked, this, &OtherWaysPanel::pasteRequested);
    connect(m_script, &ChoiceCard::clicked, this, &OtherWaysPanel::scriptRequested);
    connect(m_demo, &ChoiceCard::clicked, this, &OtherWaysPanel::demoRequested);
    retranslate();
    refresh();
}

void OtherWaysPanel::retranslate()
{
    m_title->setText(tr("Or without signing in"));
    m_open->setTexts(tr("Open a &file"), tr("A case, a report, a sos report or another bundle"));
    m_paste->setTexts(tr("&Paste text or logs"), tr("crictl, journalctl, YAML: from a ticket or a forum"));
    m_script->setTexts(tr("A node &out of reach"), tr("Save a script to run there; open what it prints"));
    m_demo->setTexts(tr("&Try the demo node"), tr("A broken control plane on this computer, over real SSH"));
    m_recentTitle->setText(tr("Lately"));
}

void OtherWaysPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

void OtherWaysPanel::addRecent(const QString &text, const QString &accessibleName,
                               const std::function<void()> &chosen)
{
    auto *button = new QPushButton(m_recent);
    makeFlush(button);
    constexpr int most = 48;
    const QString shown =
        text.size() <= most ? text : text.left(most / 2) + QStringLiteral("…") + text.right(most / 2);
    button->setText(QString(safeText(shown)).replace(QLatin1Char('&'), QLatin1String("&&")));
    button->setToolTip(safeText(text).toHtmlEscaped());
    button->setAccessibleName(accessibleName);
    m_recentRows->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, chosen);
}

void OtherWaysPanel::refresh()
{
    while (QLayoutItem *item = m_recentRows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->deleteLater();
        }
        delete item;
    }
    constexpr int most = 3;
    const QStringList connections = Recent::connections().mid(0, most);
    const QStringList files = Recent::files().mid(0, most);
    for (const QString &lines : connections) {
        addRecent(lines, tr("Connect again to %1").arg(lines),
                  [this, lines] { emit connectionChosen(lines); });
    }
    for (const QString &path : files) {
        addRecent(QFileInfo(path).fileName(), tr("Open again %1").arg(path),
                  [this, path] { emit fileChosen(path); });
    }
    const bool any = !connections.isEmpty() || !files.isEmpty();
    m_recentTitle->setVisible(any);
    m_recent->setVisible(any);
}

} // namespace gordian::ui
