// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What Gordian itself can do about a cause, with the way to its preview. Owned by the Fix page; GUI thread.

#include "core/remedy.h"
#include "report/phrases.h"

#include <QFrame>

namespace gordian::ui {

class RemedyCard : public QFrame {
    Q_OBJECT

public:
    /// With `whyNot` it is only told what there is.
    RemedyCard(const Remedy &remedy, const QString &whyNot, const Phrases &phrases,
               QWidget *parent = nullptr);

signals:
    void previewRequested();
};

} // namespace gordian::ui
