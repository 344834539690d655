// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text to read and to copy that breaks inside a long word where there is no room: paths and commands have few
// spaces, and a label would be cut off or widen the page. What is copied is the text as it was given.

#include "shared/theme.h"

#include <QTextEdit>

namespace gordian::ui {

class FlowText : public QTextEdit {
    Q_OBJECT

public:
    explicit FlowText(FontRole role, QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace gordian::ui
