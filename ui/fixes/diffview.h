// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A unified diff to read: coloured, what has changed inside a line marked, long lines hung in behind their
// signs. The signs say the same without colours. Owned by its parent; GUI thread.

#include "shared/flowtext.h"
#include "shared/syntaxcolours.h"

namespace gordian::ui {

class DiffView : public FlowText {
    Q_OBJECT

public:
    /// `diff` is shown as it is: what must be made visible is so already.
    explicit DiffView(const QString &diff, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void hangIn();
    void recolour();

    SyntaxColours m_colours;
};

} // namespace gordian::ui
