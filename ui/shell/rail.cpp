// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/rail.h"

#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"
#include "shared/nodedelegate.h"
#include "shared/nodemodel.h"
#include "shared/noderows.h"

#include "session/investigation.h"

#include <QEvent>
#include <QListView>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {
constexpr int RailWidth = 220;
constexpr int RefreshMilliseconds = 120;
const char *const Icons[PlaceCount] = {"connect", "collect", "findings", "fix", "report"};
} // namespace

Rail::Rail(const Investigation &investigation, const Language &language, QWidget *parent)
    : QFrame(parent),
      m_investigation(investigation),
      m_language(language),
      m_nodesTitle(new TextLabel(FontRole::Small, this)),
      m_model(new NodeModel(this)),
      m_nodes(new QListView(this))
{
    setObjectName(QStringLiteral("rail"));
    buildUi();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &Rail::refresh);
    const auto soon = [this] {
        if (!m_refresh.isActive()) {
            m_refresh.start();
        }
    };
    connect(&investigation, &Investigation::nodeChanged, this, soon);
    connect(&investigation, &Investigation::nodesChanged, this, soon);
    connect(&investigation, &Investigation::diagnosisChanged, this, soon);
    connect(&investigation, &Investigation::collectingChanged, this, soon);
    connect(&investigation, &Investigation::pendingHostKeysChanged, this, soon);
    connect(&investigation, &Investigation::pendingSecretChanged, this, soon);
    connect(&investigation, &Investigation::caseReplaced, this, soon);
    connect(m_nodes, &QListView::clicked, this, &Rail::chooseNode);
    connect(m_nodes, &QListView::activated, this, &Rail::chooseNode);
    retranslate();
}

void Rail::buildUi()
{
    setFixedWidth(RailWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Normal, 0, Tight);
    column->setSpacing(2);
    for (int place = 0; place < PlaceCount; ++place) {
        auto *button = new RailButton(QString::fromLatin1(Icons[place]), this);
        button->setObjectName(QLatin1String("rail-") + QLatin1String(Icons[place]));
        connect(button, &QAbstractButton::clicked, this, [this, place] {
            setPlace(Place(place));
            emit placeChosen(Place(place));
        });
        m_buttons.at(size_t(place)) = button;
        column->addWidget(button);
    }
    m_buttons.front()->setChecked(true);
    m_nodesTitle->setMuted(true);
    m_nodesTitle->setContentsMargins(Tight + Normal, Roomy, Tight, Hair);
    m_nodes->setModel(m_model);
    m_nodes->setItemDelegate(new NodeDelegate(NodeDelegate::Density::Compact, m_nodes));
    m_nodes->setObjectName(QStringLiteral("railNodes"));
    m_nodes->setFrameShape(QFrame::NoFrame);
    m_nodes->setUniformItemSizes(true);
    m_nodes->setMouseTracking(true);
    m_nodes->viewport()->setAutoFillBackground(false);
    m_nodes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nodes->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_nodesTitle);
    column->addWidget(m_nodes, 1);
}

void Rail::setPlace(Place place)
{
    // Not an exclusive group: in one of these the Tab key finds only the checked button.
    for (int each = 0; each < PlaceCount; ++each) {
        button(Place(each))->setChecked(Place(each) == place);
    }
}

void Rail::chooseNode(const QModelIndex &index)
{
    emit nodeChosen(index.data(NodeModel::IdRole).toString());
}

void Rail::refresh()
{
    m_model->setRows(nodeRows(m_investigation, m_language));
    m_nodesTitle->setVisible(m_model->rowCount() > 0);
    m_nodes->setFocusPolicy(m_model->rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus);
    refreshConnect();
    refreshCollect();
    refreshResults();
}

void Rail::refreshConnect()
{
    const bool asked =
        !m_investigation.pendingHostKeys().isEmpty() || m_investigation.pendingSecret() != nullptr;
    const int count = m_model->rowCount();
    button(Place::Connect)
        ->setState(asked           ? tr("needs you")
                       : count > 0 ? QString::number(count)
                                   : QString(),
                   asked ? RailButton::Tone::Urgent : RailButton::Tone::Quiet);
}

void Rail::refreshCollect()
{
    QString state;
    if (m_investigation.isCollecting()) {
        int done = 0;
        int total = 0;
        for (const NodeRecord &record : m_investigation.currentCase().nodes) {
            const NodeProgress progress = m_investigation.progress(record.node.id);
            done += progress.probesDone;
            total += progress.probesTotal;
        }
        state = total > 0 ? tr("%1 of %2", "answers done").arg(done).arg(total) : tr("signing in");
    } else if (!m_investigation.currentCase().artifacts.isEmpty()) {
        state = tr("done");
    }
    button(Place::Collect)->setState(state, RailButton::Tone::Quiet);
}

void Rail::refreshResults()
{
    const Diagnosis &diagnosis = m_investigation.diagnosis();
    const int causes = int(diagnosis.causes.size());
    button(Place::Findings)
        ->setState(causes > 0 ? tr("%n cause(s)", nullptr, causes) : QString(), RailButton::Tone::Quiet);
    const int steps = causes > 0 ? int(diagnosis.causes.first().steps.size()) : 0;
    button(Place::Fix)
        ->setState(steps > 0 ? tr("%n step(s)", nullptr, steps) : QString(), RailButton::Tone::Quiet);
    const bool any = !m_investigation.currentCase().artifacts.isEmpty();
    button(Place::Report)->setState(any ? tr("ready") : QString(), RailButton::Tone::Quiet);
}

void Rail::retranslate()
{
    button(Place::Connect)->setTitle(tr("Connect"));
    button(Place::Collect)->setTitle(tr("Collect"));
    button(Place::Findings)->setTitle(tr("Findings"));
    button(Place::Fix)->setTitle(tr("Fix"));
    button(Place::Report)->setTitle(tr("Report"));
    m_nodesTitle->setText(tr("Machines"));
    m_nodes->setAccessibleName(tr("Machines and their health"));
    setAccessibleName(tr("Places"));
    refresh();
}

void Rail::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gordian::ui
