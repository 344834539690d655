// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Labels that the pages are made of. Node text is hostile: every label here shows plain text only. Owned by
// their parent; GUI thread.

#include "core/finding.h"
#include "shared/theme.h"

#include <QLabel>

#include <optional>

namespace gordian::ui {

/// Text with what could mislead the eye (controls, bidirectional overrides, NUL) made visible.
QString safeText(const QString &hostile);

/// Plain text in a role's font; wraps.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(FontRole role, QWidget *parent = nullptr);
    /// Second in rank: keeps to the palette's muted colour also when the theme changes.
    void setMuted(bool muted);
    /// In the text colour of a health, also when the theme changes.
    void setHealthTone(Health health);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();
    bool m_muted = false;
    std::optional<Health> m_tone;
};

/// One line, elided in the middle where its end matters (paths, pod names); the whole in a tooltip.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    QString text() const { return m_text; }
    /// As it is painted where there is room: a line end would be a box there.
    QString inOneLine() const;
    void setText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

/// A one-pixel line between areas.
QFrame *makeRule(QWidget *parent, Qt::Orientation orientation = Qt::Horizontal);

} // namespace gordian::ui
