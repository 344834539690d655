// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/secretpanel.h"

#include "shared/labels.h"
#include "shared/metrics.h"

#include "session/investigation.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

SecretPanel::SecretPanel(Investigation &investigation, QWidget *parent)
    : QFrame(parent),
      m_investigation(investigation),
      m_title(new TextLabel(FontRole::Title, this)),
      m_words(new TextLabel(FontRole::Body, this)),
      m_refused(new TextLabel(FontRole::Body, this)),
      m_form(new QFormLayout),
      m_remember(new QCheckBox(this)),
      m_answer(new QPushButton(this)),
      m_decline(new QPushButton(this))
{
    setObjectName(QStringLiteral("secret"));
    buildUi();
    connect(&m_investigation, &Investigation::pendingSecretChanged, this, &SecretPanel::refresh);
    connect(&m_investigation, &Investigation::caseReplaced, this, &SecretPanel::refresh);
    connect(m_answer, &QPushButton::clicked, this, &SecretPanel::answer);
    connect(m_decline, &QPushButton::clicked, this, &SecretPanel::decline);
    retranslate();
    refresh();
}

void SecretPanel::buildUi()
{
    makeCard(this);
    m_words->setMuted(true);
    m_refused->setObjectName(QStringLiteral("secretRefused"));
    m_refused->setHealthTone(Health::Failed);
    m_answer->setObjectName(QStringLiteral("answerSecret"));
    m_decline->setObjectName(QStringLiteral("declineSecret"));
    m_remember->setObjectName(QStringLiteral("rememberSecret"));
    makePrimary(m_answer);
    m_form->setSpacing(Tight);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Tight);
    buttons->addWidget(m_answer);
    buttons->addWidget(m_decline);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Roomy, Roomy, Roomy, Roomy);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_refused);
    column->addLayout(m_form);
    column->addWidget(m_remember);
    column->addLayout(buttons);
}

QString SecretPanel::heading(const SecretRequest &request) const
{
    const QString identity = safeText(request.identity);
    switch (request.kind) {
    case SecretKind::KeyPassphrase:
        return tr("Passphrase of the key %1").arg(identity);
    case SecretKind::SudoPassword:
        return tr("sudo password of %1").arg(identity);
    case SecretKind::KeyboardInteractive:
        return tr("%1 asks").arg(safeText(request.hop.display()));
    case SecretKind::Password:
        break;
    }
    return tr("Password of %1").arg(identity);
}

QString SecretPanel::promptLabel(const SecretRequest &request, int prompt) const
{
    QString theirs = safeText(request.prompts.at(prompt).text.trimmed());
    if (request.kind == SecretKind::KeyboardInteractive && !theirs.isEmpty()) {
        return theirs;
    }
    return request.kind == SecretKind::KeyPassphrase ? tr("Passphrase") : tr("Password");
}

void SecretPanel::refresh()
{
    const SecretRequest *request = m_investigation.pendingSecret();
    setVisible(request != nullptr);
    if (!request) {
        clearFields();
        m_shown = 0;
        return;
    }
    if (request->number != m_shown) {
        askAnew(*request);
    }
}

void SecretPanel::askAnew(const SecretRequest &request)
{
    clearFields();
    m_shown = request.number;
    m_title->setText(heading(request));
    m_words->setText(safeText(request.title));
    m_words->setVisible(!request.title.isEmpty());
    m_refused->setVisible(request.attempt > 1);
    for (int prompt = 0; prompt < request.prompts.size(); ++prompt) {
        auto *field = new QLineEdit(this);
        field->setEchoMode(request.prompts.at(prompt).echo ? QLineEdit::Normal : QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
        auto *label = new TextLabel(FontRole::Body, this);
        label->setText(promptLabel(request, prompt));
        label->setBuddy(field);
        field->setAccessibleName(m_title->text() + QStringLiteral(": ") + label->text());
        connect(field, &QLineEdit::returnPressed, this, &SecretPanel::answer);
        m_form->addRow(label, field);
        m_fields.append(field);
    }
    // A one-time code is worthless in a keyring.
    m_remember->setVisible(request.kind != SecretKind::KeyboardInteractive);
    m_remember->setChecked(false);
    retranslate();
    if (!m_fields.isEmpty()) {
        m_fields.first()->setFocus();
    }
}

void SecretPanel::clearFields()
{
    for (QLineEdit *field : std::as_const(m_fields)) {
        field->clear();
    }
    while (m_form->rowCount() > 0) {
        const QFormLayout::TakeRowResult row = m_form->takeRow(0);
        for (QLayoutItem *item : {row.labelItem, row.fieldItem}) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be what is being answered with, deep in its own key press
            delete item;
        }
    }
    m_fields.clear();
}

void SecretPanel::answer()
{
    QVector<Secret> answers;
    for (QLineEdit *field : std::as_const(m_fields)) {
        answers.append(Secret(field->text().toUtf8()));
        field->clear();
    }
    const bool keep = m_remember->isVisibleTo(this) && m_remember->isChecked();
    m_investigation.answerSecret(
        answers, keep ? Investigation::Remember::Keyring : Investigation::Remember::ThisSession);
}

void SecretPanel::decline()
{
    m_investigation.declineSecret();
}

void SecretPanel::retranslate()
{
    m_refused->setText(tr("The last answer was refused."));
    m_remember->setText(tr("&Keep it in the system keyring"));
    m_remember->setAccessibleName(tr("Keep it in the system keyring"));
    m_remember->setToolTip(
        tr("Otherwise it is forgotten when Gordian closes. It is never written to a file."));
    m_answer->setText(tr("&Sign in"));
    m_answer->setAccessibleName(tr("Sign in with this answer"));
    m_decline->setText(tr("S&kip"));
    m_decline->setAccessibleName(tr("Skip: try without this answer"));
    if (const SecretRequest *request = m_investigation.pendingSecret();
        request && request->number == m_shown) {
        m_title->setText(heading(*request));
    }
}

void SecretPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace gordian::ui
