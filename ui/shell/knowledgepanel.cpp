// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/knowledgepanel.h"

#include "shared/labels.h"
#include "shared/metrics.h"
#include "shared/visibletext.h"

#include <QDesktopServices>
#include <QDir>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace gordian::ui {

KnowledgePanel::KnowledgePanel(const PluginHost &plugins, const Phrases &phrases, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("knowledgePanel"));
    setWindowTitle(tr("Knowledge"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Wide, Roomy, Wide, Roomy);
    column->setSpacing(Normal);
    addPacks(column, plugins);
    addFailures(column, plugins, phrases);
    addFolder(column);
    resize(760, 560);
}

void KnowledgePanel::addPacks(QVBoxLayout *column, const PluginHost &plugins)
{
    auto *list = new QTreeWidget(this);
    list->setObjectName(QStringLiteral("packs"));
    list->setAccessibleName(tr("Knowledge packs"));
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    list->setHeaderLabels({tr("Pack"), tr("Causes"), tr("Checks"), tr("Signatures"), tr("From")});
    const QVector<LoadedPack> packs = plugins.packs();
    for (const LoadedPack &pack : packs) {
        const QString place =
            pack.folder.isEmpty() ? tr("built in, %1").arg(QStringLiteral(GORDIAN_VERSION)) : pack.folder;
        auto *row = new QTreeWidgetItem(list,
                                        {visibleText(pack.id), QString::number(pack.causes),
                                         QString::number(pack.checks), QString::number(pack.signatures),
                                         visibleText(place)});
        for (const int number : {1, 2, 3}) {
            row->setTextAlignment(number, Qt::AlignRight | Qt::AlignVCenter);
        }
        row->setToolTip(4, visibleText(place));
    }
    for (const int number : {0, 1, 2, 3}) {
        list->resizeColumnToContents(number);
    }
    column->addWidget(list, 2);
}

void KnowledgePanel::addFailures(QVBoxLayout *column, const PluginHost &plugins, const Phrases &phrases)
{
    QStringList lines;
    for (const PluginFailure &failed : plugins.failures()) {
        lines += failed.problems.isEmpty()
            ? QStringList{failed.file + QStringLiteral(": ") + phrases.error(failed.error)}
            : failed.problems;
    }
    if (lines.isEmpty()) {
        return;
    }
    auto *title = new TextLabel(FontRole::Strong, this);
    title->setText(tr("Left out, because of these mistakes"));
    column->addWidget(title);
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(QStringLiteral("packProblems"));
    text->setAccessibleName(title->text());
    text->setReadOnly(true);
    text->setPlainText(visibleText(lines.join(QLatin1Char('\n'))));
    column->addWidget(text, 1);
}

void KnowledgePanel::addFolder(QVBoxLayout *column)
{
    const QString folder = PluginHost::userPackFolder();
    auto *hint = new TextLabel(FontRole::Small, this);
    hint->setText(tr("Your own packs go into %1. They are read at the next start.").arg(folder));
    auto *show = new QPushButton(tr("Open the folder"), this);
    connect(show, &QPushButton::clicked, this, [folder] {
        QDir().mkpath(folder);
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
    column->addWidget(hint);
    column->addWidget(show, 0, Qt::AlignLeft);
}

} // namespace gordian::ui
