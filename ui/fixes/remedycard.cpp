// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/remedycard.h"

#include "fixes/mendingsheet.h"
#include "shared/labels.h"
#include "shared/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gordian::ui {

RemedyCard::RemedyCard(const Remedy &remedy, const QString &whyNot, const Phrases &phrases, QWidget *parent)
    : QFrame(parent)
{
    makeCard(this);
    setObjectName(QStringLiteral("remedyCard"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Roomy, Normal, Roomy, Normal);
    column->setSpacing(Hair);
    const auto add = [&](FontRole role, const QString &text, bool muted) {
        auto *label = new TextLabel(role, this);
        label->setText(text);
        label->setMuted(muted);
        label->setVisible(!text.isEmpty());
        column->addWidget(label);
    };
    const QString title = safeText(remedy.title.in(phrases.language()));
    add(FontRole::Small, tr("Gordian can do this"), true);
    add(FontRole::Title, title, false);
    add(FontRole::Body, safeText(remedy.effect.in(phrases.language())), false);
    add(FontRole::Body, remedyFacts(remedy, phrases), true);
    add(FontRole::Body, whyNot, false);
    auto *preview = new QPushButton(tr("&Preview…"), this);
    preview->setObjectName(QStringLiteral("previewRemedy"));
    preview->setAccessibleName(tr("Preview: %1").arg(title));
    preview->setEnabled(whyNot.isEmpty());
    makePrimary(preview);
    column->addSpacing(Hair);
    column->addWidget(preview, 0, Qt::AlignLeft);
    connect(preview, &QPushButton::clicked, this, &RemedyCard::previewRequested);
    setAccessibleName(tr("Gordian can do this: %1").arg(title));
}

} // namespace gordian::ui
