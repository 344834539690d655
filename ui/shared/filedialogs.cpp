// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/filedialogs.h"

#include <QFileDialog>
#include <QFileInfo>

namespace gordian::ui {

namespace {

void run(QFileDialog *dialog, FileChosen chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    dialog->open();
}

} // namespace

void chooseFile(QWidget *parent, const QString &title, const QString &filter, FileChosen chosen)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    run(dialog, std::move(chosen));
}

void chooseTarget(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                  FileChosen chosen)
{
    auto *dialog = new QFileDialog(parent, title, QFileInfo(suggestion).absolutePath(), filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog->selectFile(QFileInfo(suggestion).fileName());
    run(dialog, std::move(chosen));
}

} // namespace gordian::ui
