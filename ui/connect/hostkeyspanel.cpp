// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/hostkeyspanel.h"

#include "connect/hostkeymodel.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include "session/investigation.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

HostKeysPanel::HostKeysPanel(Investigation &investigation, QWidget *parent)
    : QFrame(parent),
      m_investigation(investigation),
      m_model(new HostKeyModel(this)),
      m_title(new TextLabel(FontRole::Title, this)),
      m_hint(new TextLabel(FontRole::Body, this)),
      m_view(new QListView(this)),
      m_accept(new QPushButton(this)),
      m_all(new QPushButton(this)),
      m_reject(new QPushButton(this))
{
    setObjectName(QStringLiteral("hostKeys"));
    buildUi();
    connectSignals();
    retranslate();
    refresh();
}

void HostKeysPanel::buildUi()
{
    makeCard(this);
    m_hint->setMuted(true);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_view->setModel(m_model);
    m_view->setObjectName(QStringLiteral("hostKeyList"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSpacing(Hair);
    m_view->setTextElideMode(Qt::ElideNone); // a fingerprint with a gap compares nothing
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_accept->setObjectName(QStringLiteral("acceptHostKeys"));
    m_all->setObjectName(QStringLiteral("tickAllHostKeys"));
    m_reject->setObjectName(QStringLiteral("rejectHostKeys"));
    makePrimary(m_accept);
    makeQuiet(m_all);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Tight);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_all);
    buttons->addStretch();
    buttons->addWidget(m_reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Roomy, Roomy, Roomy, Roomy);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_view);
    column->addLayout(buttons);
}

void HostKeysPanel::connectSignals()
{
    connect(&m_investigation, &Investigation::pendingHostKeysChanged, this, &HostKeysPanel::refresh);
    connect(&m_investigation, &Investigation::caseReplaced, this, &HostKeysPanel::refresh);
    connect(m_model, &HostKeyModel::ticksChanged, this, &HostKeysPanel::updateButtons);
    connect(m_accept, &QPushButton::clicked, this, &HostKeysPanel::acceptTicked);
    connect(m_all, &QPushButton::clicked, m_model, &HostKeyModel::tickAll);
    connect(m_reject, &QPushButton::clicked, this, &HostKeysPanel::rejectAll);
}

void HostKeysPanel::refresh()
{
    const auto &offers = m_investigation.pendingHostKeys();
    m_model->setOffers(offers);
    constexpr int mostRows = 4;
    const int rows = std::min(m_model->rowCount(), mostRows);
    m_view->setFixedHeight(rows * (m_view->sizeHintForRow(0) + 2 * m_view->spacing()) + Tight);
    setVisible(!offers.isEmpty());
    retranslate();
}

void HostKeysPanel::retranslate()
{
    const int count = m_model->rowCount();
    m_title->setText(tr("%n machine(s) show a key that this computer does not know yet", nullptr, count));
    m_hint->setText(tr("Compare with the machine's own screen, or with what your provider shows:\n"
                       "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub\n"
                       "What you trust is written to known_hosts; without it nothing is sent."));
    m_view->setAccessibleName(tr("Unknown host keys"));
    m_all->setText(tr("&Tick all"));
    m_all->setAccessibleName(tr("Tick all keys"));
    m_reject->setText(tr("&Do not connect"));
    m_reject->setAccessibleName(tr("Refuse these keys and do not connect"));
    updateButtons();
}

void HostKeysPanel::updateButtons()
{
    const int ticked = int(m_model->tickedNodes().size());
    m_accept->setEnabled(ticked > 0);
    m_accept->setText(ticked == 0 ? tr("Tick the keys that you trust")
                                  : tr("T&rust %n and connect", nullptr, ticked));
    m_accept->setAccessibleName(QString(m_accept->text()).remove(QLatin1Char('&')));
}

void HostKeysPanel::acceptTicked()
{
    m_investigation.acceptHostKeys(m_model->tickedNodes());
}

void HostKeysPanel::rejectAll()
{
    QStringList nodes;
    for (const HostKeyOffer &offer : m_investigation.pendingHostKeys()) {
        nodes.append(offer.node);
    }
    m_investigation.rejectHostKeys(nodes);
}

void HostKeysPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gordian::ui
