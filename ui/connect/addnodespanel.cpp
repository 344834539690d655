// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "connect/addnodespanel.h"

#include "connect/signinoptions.h"
#include "shared/filedialogs.h"
#include "shared/icons.h"
#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"
#include "shared/onworker.h"

#include "inventory/inventory.h"
#include "transport/sshconfig.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

AddNodesPanel::AddNodesPanel(Language &language, QWidget *parent)
    : QWidget(parent),
      m_language(language),
      m_title(new TextLabel(FontRole::Display, this)),
      m_hint(new TextLabel(FontRole::Body, this)),
      m_text(new QPlainTextEdit(this)),
      m_add(new QPushButton(this)),
      m_sshConfig(new QPushButton(this)),
      m_inventory(new QPushButton(this)),
      m_sshMenu(new QMenu(this)),
      m_options(new SignInOptions(this))
{
    setObjectName(QStringLiteral("addNodes"));
    buildUi();
    connect(m_add, &QPushButton::clicked, this, &AddNodesPanel::add);
    connect(m_sshMenu, &QMenu::aboutToShow, this, &AddNodesPanel::fillSshConfigMenu);
    connect(m_inventory, &QPushButton::clicked, this, [this] {
        chooseFile(this, tr("Choose an inventory"), tr("Inventories (*)"),
                   [this](const QString &path) { addInventory(path); });
    });
    retranslate();
}

void AddNodesPanel::buildUi()
{
    m_hint->setMuted(true);
    useFont(m_text, FontRole::Mono);
    m_text->setObjectName(QStringLiteral("nodeLines"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().height() * 5 + Roomy);
    m_text->installEventFilter(this);
    m_text->setAcceptDrops(false); // the window knows what to do with files; here they would become text
    m_add->setObjectName(QStringLiteral("addNodesButton"));
    makePrimary(m_add);
    makeQuiet(m_sshConfig);
    makeQuiet(m_inventory);
    m_sshConfig->setMenu(m_sshMenu);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Hair);
    buttons->addWidget(m_add);
    buttons->addSpacing(Hair);
    buttons->addWidget(m_sshConfig);
    buttons->addWidget(m_inventory);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addSpacing(Hair);
    column->addWidget(m_text);
    column->addLayout(buttons);
    column->addWidget(m_options);
}

void AddNodesPanel::retranslate()
{
    m_title->setText(tr("Which machines?"));
    m_hint->setText(
        tr("One a line. The control-plane node is enough to begin with: it tells of the others."));
    m_text->setPlaceholderText(tr("root@192.168.124.8\nubuntu@cp-1.example.org:2222"));
    m_text->setAccessibleName(tr("Machines, one user@host a line"));
    m_text->setAccessibleDescription(tr("Ctrl+Enter adds them"));
    m_add->setText(tr("&Add"));
    m_add->setAccessibleName(tr("Add these machines"));
    m_add->setToolTip(tr("Add these machines (Ctrl+Enter)"));
    m_sshConfig->setText(tr("From ss&h config"));
    m_sshConfig->setAccessibleName(tr("Add a machine from the ssh config"));
    m_sshMenu->setAccessibleName(tr("Hosts of the ssh config"));
    m_inventory->setText(tr("&Inventory…"));
    m_inventory->setAccessibleName(tr("Add machines from an inventory"));
    m_inventory->setToolTip(tr("Ansible inventory, kubeconfig, or a file of lines"));
}

void AddNodesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

bool AddNodesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            add();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

ShellRights AddNodesPanel::rights() const
{
    return m_options->rights();
}

void AddNodesPanel::setRights(ShellRights rights)
{
    m_options->setRights(rights);
}

void AddNodesPanel::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void AddNodesPanel::focusText()
{
    m_text->setFocus();
}

void AddNodesPanel::addInventory(const QString &path)
{
    onWorker(
        this, [path] { return nodesFromFile(path); },
        [this](const Result<QVector<Node>> &found) { offer(found); });
}

void AddNodesPanel::add()
{
    QString lines = m_text->toPlainText();
    lines.replace(QLatin1Char(','), QLatin1Char('\n'));
    if (lines.trimmed().isEmpty()) {
        emit problemFound(tr("Type a machine first: a name or an address, such as root@192.168.124.8."));
        m_text->setFocus();
        return;
    }
    const auto found = nodesFromLines(lines);
    if (found) {
        m_text->clear();
    }
    offer(found);
}

void AddNodesPanel::offer(const Result<QVector<Node>> &found)
{
    if (!found) {
        emit problemFound(m_language.phrases().error(found.error()));
        return;
    }
    if (found->isEmpty()) {
        emit problemFound(tr("No machine is named there."));
        return;
    }
    QVector<Node> nodes = *found;
    applyOptions(nodes);
    emit nodesNamed(nodes);
    tellConfigNotes();
}

// What of the ssh config is not followed explains why a machine is reached by ssh and not from here.
void AddNodesPanel::tellConfigNotes()
{
    const auto read = [] {
        const auto config = SshConfig::read({expandHome(QStringLiteral("~/.ssh/config"))});
        return config ? config->notes() : QVector<SshConfigNote>();
    };
    onWorker(this, read, [this](const QVector<SshConfigNote> &notes) {
        constexpr int most = 3;
        QStringList places;
        for (const SshConfigNote &note : notes.mid(0, most)) {
            places.append(tr("%1, line %2: %3").arg(note.file).arg(note.line).arg(safeText(note.text)));
        }
        const QString told = places.join(QStringLiteral("; "));
        if (!told.isEmpty() && told != m_toldNotes) {
            m_toldNotes = told;
            emit noticeGiven(
                tr("Not all of the ssh config is followed here (%1). If a machine is not reached, "
                   "give its address, account and jump hosts below.")
                    .arg(told));
        }
    });
}

void AddNodesPanel::applyOptions(QVector<Node> &nodes) const
{
    for (Node &node : nodes) {
        if (node.identityFile.isEmpty()) {
            node.identityFile = m_options->identityFile();
        }
        if (node.jumps.isEmpty()) {
            node.jumps = m_options->jumps();
        }
    }
}

void AddNodesPanel::fillSshConfigMenu()
{
    m_sshMenu->clear();
    const auto found = nodesFromSshConfig(QString());
    if (!found || found->isEmpty()) {
        auto *none = m_sshMenu->addAction(found ? tr("The ssh config names no host")
                                                : m_language.phrases().error(found.error()));
        none->setEnabled(false);
        return;
    }
    constexpr int most = 40;
    for (const Node &node : found->mid(0, most)) {
        const QString shown = safeText(node.name.isEmpty() ? node.endpoint.display() : node.name);
        connect(m_sshMenu->addAction(shown), &QAction::triggered, this,
                [this, node] { offer(QVector<Node>{node}); });
    }
    if (found->size() > 1) {
        m_sshMenu->addSeparator();
        connect(m_sshMenu->addAction(tr("All %n of them", nullptr, int(found->size()))), &QAction::triggered,
                this, [this, all = *found] { offer(all); });
    }
}

} // namespace gordian::ui
