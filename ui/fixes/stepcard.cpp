// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/stepcard.h"

#include "shared/colours.h"
#include "shared/flowtext.h"
#include "shared/icons.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

StepCard::StepCard(int number, const RemedyStep &step, const QString &language, QWidget *parent)
    : QFrame(parent)
{
    makeCard(this);
    auto *count = new TextLabel(FontRole::Title, this);
    count->setText(QString::number(number));
    count->setMuted(true);
    count->setFixedWidth(Wide);
    auto *what = new FlowText(FontRole::Body, this);
    what->setPlainText(safeText(step.text.in(language)));
    auto *column = new QVBoxLayout;
    column->setSpacing(Tight);
    column->addWidget(what);
    if (!step.command.isEmpty()) {
        column->addWidget(buildCommand(step.command));
    }
    if (!step.risk.isEmpty()) {
        auto *risk = new TextLabel(FontRole::Small, this);
        risk->setText(tr("Risk: %1").arg(safeText(step.risk.in(language))));
        risk->setMuted(true);
        column->addWidget(risk);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Roomy, Normal, Roomy, Normal);
    row->setSpacing(Tight);
    row->addWidget(count, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    setAccessibleName(tr("Step %1: %2").arg(number).arg(what->text()));
}

QWidget *StepCard::buildCommand(const QString &command)
{
    auto *box = new QFrame(this);
    box->setProperty("command", true);
    auto *text = new FlowText(FontRole::Mono, box);
    text->setPlainText(safeText(command));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("Command: %1").arg(text->text()));
    auto *copy = new QPushButton(box);
    makeQuiet(copy);
    copy->setText(tr("Copy"));
    copy->setObjectName(QStringLiteral("copyCommand"));
    copy->setAccessibleName(tr("Copy the command %1").arg(text->text()));
    connect(copy, &QPushButton::clicked, this, [copy, command] {
        QGuiApplication::clipboard()->setText(command);
        copy->setText(tr("Copied"));
    });
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(Tight, Hair, Hair, Hair);
    row->addWidget(text, 1, Qt::AlignVCenter);
    row->addWidget(copy, 0, Qt::AlignTop);
    return box;
}

} // namespace gordian::ui
