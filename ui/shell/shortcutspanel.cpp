// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/shortcutspanel.h"

#include "shared/labels.h"
#include "shared/metrics.h"

#include <QAction>
#include <QFormLayout>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gordian::ui {

ShortcutsPanel::ShortcutsPanel(QMainWindow &window) : QDialog(&window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(Wide, Roomy, Wide, Roomy);
    form->setHorizontalSpacing(Wide);
    form->setVerticalSpacing(Hair);
    const auto menus = window.menuBar()->actions();
    for (const QAction *entry : menus) {
        addMenu(form, entry->menu());
    }
    addOwn(form, QStringLiteral("Enter"), tr("Evidence of the chosen finding"));
    addOwn(form, QStringLiteral("Ctrl+Enter"), tr("Add the typed machines"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setAccessibleName(windowTitle());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    resize(440, 560);
}

void ShortcutsPanel::addOwn(QFormLayout *form, const QString &keys, const QString &what)
{
    auto *key = new TextLabel(FontRole::Mono, this);
    key->setText(keys);
    key->setMinimumWidth(120);
    auto *text = new TextLabel(FontRole::Body, this);
    text->setText(what);
    form->addRow(key, text);
}

void ShortcutsPanel::addMenu(QFormLayout *form, QMenu *menu)
{
    if (!menu) {
        return;
    }
    auto *title = new TextLabel(FontRole::Strong, this);
    title->setText(QString(menu->title()).remove(QLatin1Char('&')));
    title->setContentsMargins(0, Tight, 0, 0);
    form->addRow(title);
    const auto actions = menu->actions();
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty()) {
            addOwn(form, action->shortcut().toString(QKeySequence::NativeText),
                   QString(action->text()).remove(QLatin1Char('&')));
        }
    }
}

} // namespace gordian::ui
