// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/discoveredpanel.h"

#include "shared/labels.h"
#include "shared/metrics.h"

#include "session/investigation.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace gordian::ui {

namespace {
constexpr int ShownAtMost = 6;
constexpr int RefreshMilliseconds = 400;
} // namespace

DiscoveredPanel::DiscoveredPanel(Investigation &investigation, QWidget *parent)
    : QFrame(parent),
      m_investigation(investigation),
      m_title(new TextLabel(FontRole::Title, this)),
      m_rows(new QVBoxLayout),
      m_all(new QPushButton(this)),
      m_dismiss(new QPushButton(this))
{
    setObjectName(QStringLiteral("discovered"));
    makeCard(this);
    makeQuiet(m_dismiss);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Tight);
    buttons->addWidget(m_all);
    buttons->addWidget(m_dismiss);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Roomy, Normal, Roomy, Normal);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addLayout(m_rows);
    column->addLayout(buttons);
    m_rows->setSpacing(0);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &DiscoveredPanel::look);
    connect(&m_looking, &QFutureWatcherBase::finished, this, [this] {
        m_finds = m_looking.result();
        refresh();
    });
    const auto later = [this] { m_refresh.start(); };
    connect(&m_investigation, &Investigation::diagnosisChanged, this, later);
    connect(&m_investigation, &Investigation::nodesChanged, this, later);
    connect(&m_investigation, &Investigation::caseReplaced, this, [this] { m_dismissed.clear(); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        const QVector<Node> all = m_offered; // which changes while they are added
        add(all);
    });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        for (const Node &node : std::as_const(m_offered)) {
            m_dismissed.insert(node.endpoint.host);
        }
        refresh();
    });
    refresh();
}

DiscoveredPanel::~DiscoveredPanel()
{
    m_looking.waitForFinished();
}

void DiscoveredPanel::look()
{
    if (m_looking.isRunning()) {
        m_refresh.start();
        return;
    }
    m_looking.setFuture(
        QtConcurrent::run([examined = m_investigation.currentCase()] { return discoverNodes(examined); }));
}

void DiscoveredPanel::refresh()
{
    QVector<InventoryFind> finds = m_finds;
    finds.removeIf([this](const InventoryFind &find) {
        return find.already || m_dismissed.contains(find.node.endpoint.host);
    });
    show(finds);
}

void DiscoveredPanel::show(const QVector<InventoryFind> &finds)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_offered.clear();
    for (const InventoryFind &find : finds) {
        if (m_offered.size() < ShownAtMost) {
            auto *row = new ElidedLabel(this);
            const QString name = find.node.name.isEmpty() || find.node.name == find.node.endpoint.host
                ? QString()
                : find.node.name + QStringLiteral("  ");
            row->setText(tr("%1%2 (known from %3)").arg(name, find.node.endpoint.display(), find.source));
            m_rows->addWidget(row);
        }
        m_offered.append(find.node);
    }
    if (finds.size() > ShownAtMost) {
        auto *rest = new TextLabel(FontRole::Body, this);
        rest->setMuted(true);
        rest->setText(tr("and %n more", nullptr, int(finds.size()) - ShownAtMost));
        m_rows->addWidget(rest);
    }
    setVisible(!finds.isEmpty());
    retranslate();
}

void DiscoveredPanel::add(const QVector<Node> &nodes)
{
    const QStringList ids = m_investigation.addNodes(nodes);
    emit added(ids);
    m_finds.removeIf([&nodes](const InventoryFind &find) {
        return std::any_of(nodes.cbegin(), nodes.cend(),
                           [&find](const Node &node) { return node.endpoint == find.node.endpoint; });
    });
    refresh();
}

void DiscoveredPanel::retranslate()
{
    const int count = int(m_offered.size());
    m_title->setText(tr("The cluster has %n more machine(s)", nullptr, count));
    m_all->setText(tr("Add %n machine(s)", nullptr, count));
    m_all->setAccessibleName(m_all->text());
    m_dismiss->setText(tr("Not needed"));
    m_dismiss->setAccessibleName(tr("Do not offer these machines again"));
}

void DiscoveredPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace gordian::ui
