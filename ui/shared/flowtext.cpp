// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/flowtext.h"

#include <QEvent>
#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>
#include <memory>

namespace gordian::ui {

FlowText::FlowText(FontRole role, QWidget *parent) : QTextEdit(parent)
{
    setProperty("plain", true);
    setReadOnly(true);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    useFont(this, role);
    // It has no label beside it: its name is what it says.
    connect(this, &QTextEdit::textChanged, this, [this] { setAccessibleName(toPlainText()); });
}

int FlowText::heightForWidth(int width) const
{
    const int rim = 2; // the sheet's border, which shows who has the focus
    const std::unique_ptr<QTextDocument> measured(document()->clone());
    measured->setDefaultFont(font());
    measured->setDocumentMargin(0);
    measured->setTextWidth(std::max(1, width - rim));
    return int(std::ceil(measured->size().height())) + rim;
}

QSize FlowText::sizeHint() const
{
    constexpr int letters = 40;
    const int width = fontMetrics().averageCharWidth() * letters;
    return {width, heightForWidth(width)};
}

QSize FlowText::minimumSizeHint() const
{
    constexpr int letters = 12;
    return {fontMetrics().averageCharWidth() * letters, fontMetrics().height()};
}

void FlowText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

// The whole is shown: the wheel is for the page below.
void FlowText::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace gordian::ui
