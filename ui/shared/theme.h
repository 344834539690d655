// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The look of the whole application: palette, fonts in four sizes, the little stylesheet. Applied to the
// QApplication; owned by main(); GUI thread. Under System a palette that the desktop chose (high contrast
// too) is kept as it is.

#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QWidget;

namespace gordian::ui {

enum class ThemeChoice { System, Light, Dark };

enum class FontRole { Small, Body, Strong, Title, Display, Mono };

class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    int zoom() const { return m_zoom; }
    void setZoom(int percent); ///< 70 to 250

signals:
    void changed();

private:
    void apply();
    QPalette wantedPalette() const;

    QApplication &m_application;
    const QPalette m_platformPalette;
    const QFont m_platformFont;
    const bool m_platformChose; ///< the palette is a desktop's choice, not a toolkit's default
    ThemeChoice m_choice = ThemeChoice::System;
    int m_zoom = 100;
};

QFont fontFor(FontRole role);
/// Gives `widget` the role's font and keeps it so when zoom or the platform's font changes.
void useFont(QWidget *widget, FontRole role);

/// Marks for the stylesheet.
void makePrimary(QWidget *button); ///< the one thing to do on this page
void makeQuiet(QWidget *button); ///< no frame until the pointer is there
void makeFlush(QWidget *button); ///< quiet, its text in line with the text above it
void makeCard(QWidget *frame); ///< a raised area
void makeStrip(QWidget *frame); ///< from edge to edge, above what it speaks of

QPalette lightPalette();
QPalette darkPalette();

} // namespace gordian::ui
