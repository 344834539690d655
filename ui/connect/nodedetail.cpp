// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/nodedetail.h"

#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"
#include "shared/summary.h"

#include "session/investigation.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

NodeDetail::NodeDetail(Investigation &investigation, Language &language, QWidget *parent)
    : QWidget(parent),
      m_investigation(investigation),
      m_language(language),
      m_title(new TextLabel(FontRole::Strong, this)),
      m_advice(new TextLabel(FontRole::Body, this)),
      m_detail(new TextLabel(FontRole::Mono, this)),
      m_retry(new QPushButton(this)),
      m_sudo(new QPushButton(this)),
      m_remove(new QPushButton(this)),
      m_copy(new QPushButton(this))
{
    setObjectName(QStringLiteral("nodeDetail"));
    buildUi();
    connect(m_retry, &QPushButton::clicked, this, &NodeDetail::retryRequested);
    connect(m_sudo, &QPushButton::clicked, this, &NodeDetail::sudoRequested);
    connect(m_remove, &QPushButton::clicked, this, &NodeDetail::removeRequested);
    connect(m_copy, &QPushButton::clicked, this, &NodeDetail::copy);
    retranslate();
}

void NodeDetail::buildUi()
{
    for (TextLabel *label : {m_title, m_advice, m_detail}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setFocusPolicy(Qt::ClickFocus);
    }
    m_detail->setMuted(true);
    m_retry->setObjectName(QStringLiteral("retryNode"));
    m_sudo->setObjectName(QStringLiteral("sudoForNode"));
    makeFlush(m_remove);
    makeFlush(m_copy);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Hair);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_sudo);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Hair, 0, Hair);
    column->setSpacing(Hair);
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addWidget(m_detail);
    column->addLayout(buttons);
}

void NodeDetail::showNode(const QString &node)
{
    m_node = node;
    const NodeRecord *record = m_investigation.currentCase().node(node);
    setVisible(record != nullptr);
    if (!record) {
        return;
    }
    m_retry->setVisible(record->failure.has_value());
    m_sudo->setVisible(!record->failure && !m_investigation.isCollecting()
                       && nodesWithoutRoot(m_investigation.currentCase()).contains(node));
    if (record->failure) {
        showFailure(*record->failure);
    } else {
        showSession(*record);
    }
}

void NodeDetail::setTexts(const QString &title, const QString &advice, const QString &detail)
{
    const auto fill = [](TextLabel *label, const QString &text) {
        const QString safe = safeText(text);
        if (label->text() != safe) {
            label->setText(safe);
        }
        label->setVisible(!safe.isEmpty());
    };
    fill(m_title, title);
    fill(m_advice, advice);
    fill(m_detail, detail);
    m_copy->setVisible(!advice.isEmpty() || !detail.isEmpty());
}

QString NodeDetail::changedKeyText(const ConnectFailure &failure) const
{
    return tr("known:   %1 %2\nshown:   %3 %4\nwritten: %5, line %6")
        .arg(failure.known.type, failure.known.sha256, failure.offered.type, failure.offered.sha256,
             failure.knownHostsFile)
        .arg(failure.knownHostsLine);
}

void NodeDetail::showFailure(const ConnectFailure &failure)
{
    const Phrases::Explanation told = m_language.phrases().failure(failure);
    const bool changed = failure.layer == ConnectLayer::HostKeyChanged;
    setTexts(told.title, told.advice, changed ? changedKeyText(failure) : told.detail);
}

QString NodeDetail::sessionText(const NodeRecord &record) const
{
    QStringList lines;
    const ConnectionInfo &connection = record.connection;
    if (!connection.authMethod.isEmpty()) {
        lines.append(
            tr("signed in with %1, round trip %2")
                .arg(connection.authMethod, m_language.phrases().duration(connection.roundTripMilliseconds)));
    }
    if (!connection.serverBanner.isEmpty()) {
        lines.append(connection.serverBanner);
    }
    if (!connection.hostKeySha256.isEmpty()) {
        lines.append(connection.hostKeySha256);
    }
    return lines.join(QLatin1Char('\n'));
}

void NodeDetail::showSession(const NodeRecord &record)
{
    const bool signedIn = !record.account.isEmpty();
    if (!signedIn) {
        setTexts(QString(), QString(), QString());
        return;
    }
    const bool limited = record.privilege == Privilege::None;
    const QString advice = limited
        ? tr("Without root some questions stay open. Give your sudo password, or ask the machine's "
             "administrator for these sudoers lines:")
        : QString();
    const QString detail = limited ? m_language.phrases().sudoersLines(record.account) : sessionText(record);
    const QString who = record.privilege == Privilege::Root
        ? tr("Signed in as %1").arg(record.account)
        : tr("Signed in as %1, %2").arg(record.account, m_language.phrases().privilege(record.privilege));
    setTexts(who, advice, detail);
}

void NodeDetail::copy() const
{
    QStringList parts;
    for (const TextLabel *label : {m_title, m_advice, m_detail}) {
        if (label->isVisibleTo(this)) {
            parts.append(label->text());
        }
    }
    QGuiApplication::clipboard()->setText(parts.join(QLatin1Char('\n')));
}

void NodeDetail::retranslate()
{
    m_retry->setText(tr("&Try again"));
    m_retry->setAccessibleName(tr("Try this machine again"));
    m_sudo->setText(tr("&Use sudo…"));
    m_sudo->setAccessibleName(tr("Ask for the sudo password and collect again"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove this machine from the case"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy what is said about this machine"));
}

void NodeDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showNode(m_node);
    }
}

} // namespace gordian::ui
