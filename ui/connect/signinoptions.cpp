// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/signinoptions.h"

#include "shared/filedialogs.h"
#include "shared/metrics.h"
#include "shared/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gordian::ui {

SignInOptions::SignInOptions(QWidget *parent)
    : QWidget(parent),
      m_fold(new QToolButton(this)),
      m_body(new QWidget(this)),
      m_identityLabel(new QLabel(m_body)),
      m_identity(new QLineEdit(m_body)),
      m_browse(new QPushButton(m_body)),
      m_jumpsLabel(new QLabel(m_body)),
      m_jumps(new QLineEdit(m_body)),
      m_rightsLabel(new QLabel(m_body)),
      m_rights(new QComboBox(m_body))
{
    buildUi();
    connect(m_fold, &QToolButton::toggled, this, &SignInOptions::setUnfolded);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        chooseFile(this, tr("Choose a private key"), tr("All files (*)"),
                   [this](const QString &path) { m_identity->setText(path); });
    });
    retranslate();
    setUnfolded(false);
}

void SignInOptions::buildUi()
{
    makeFlush(m_fold);
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setObjectName(QStringLiteral("signInOptions"));
    m_identityLabel->setBuddy(m_identity);
    m_jumpsLabel->setBuddy(m_jumps);
    m_rightsLabel->setBuddy(m_rights);
    m_rights->addItem(QString(), int(ShellRights::SudoIfFree));
    m_rights->addItem(QString(), int(ShellRights::SudoPassword));
    m_rights->addItem(QString(), int(ShellRights::Account));
    // A long entry must not widen the whole column.
    m_rights->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rights->setMinimumContentsLength(18);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(Normal, 0, 0, 0);
    grid->setSpacing(Tight);
    grid->addWidget(m_identityLabel, 0, 0);
    grid->addWidget(m_identity, 0, 1);
    grid->addWidget(m_browse, 0, 2);
    grid->addWidget(m_jumpsLabel, 1, 0);
    grid->addWidget(m_jumps, 1, 1, 1, 2);
    grid->addWidget(m_rightsLabel, 2, 0);
    grid->addWidget(m_rights, 2, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Tight);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_body);
}

void SignInOptions::retranslate()
{
    m_fold->setText(tr("Sign-in &options"));
    m_fold->setAccessibleName(tr("Sign-in options"));
    m_fold->setAccessibleDescription(tr("Identity file, jump hosts, rights on the machine"));
    m_identityLabel->setText(tr("&Key file"));
    m_identity->setAccessibleName(tr("Key file to sign in with"));
    m_identity->setPlaceholderText(tr("agent and ssh config"));
    m_browse->setText(tr("Choose…"));
    m_browse->setAccessibleName(tr("Choose a key file"));
    m_jumpsLabel->setText(tr("&Jump hosts"));
    m_jumps->setAccessibleName(tr("Jump hosts, first hop first"));
    m_jumps->setPlaceholderText(tr("ops@bastion, ops@inner:2222"));
    m_rightsLabel->setText(tr("&Rights"));
    m_rights->setAccessibleName(tr("Rights on the machine"));
    m_rights->setItemText(0, tr("Root where sudo asks no password"));
    m_rights->setItemText(1, tr("Root; ask me for the sudo password"));
    m_rights->setItemText(2, tr("The account's own, no sudo"));
}

void SignInOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SignInOptions::setUnfolded(bool unfolded)
{
    m_fold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(unfolded);
}

QString SignInOptions::identityFile() const
{
    return m_identity->text().trimmed();
}

QVector<Endpoint> SignInOptions::jumps() const
{
    QVector<Endpoint> hops;
    const auto parts = m_jumps->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const Endpoint hop = parseEndpoint(part);
        if (!hop.host.isEmpty()) {
            hops.append(hop);
        }
    }
    return hops;
}

ShellRights SignInOptions::rights() const
{
    return ShellRights(m_rights->currentData().toInt());
}

void SignInOptions::setRights(ShellRights rights)
{
    m_rights->setCurrentIndex(m_rights->findData(int(rights)));
}

} // namespace gordian::ui
