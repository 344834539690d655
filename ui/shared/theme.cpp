// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/theme.h"

#include "shared/basestyle.h"
#include "shared/colours.h"
#include "shared/stylesheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace gordian::ui {

namespace {

constexpr char FontRoleProperty[] = "gordianFontRole";

struct Ground {
    QRgb window, base, alternate, button, text, muted, accent, accentText, link;
};

QPalette paletteOf(const Ground &ground)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor(colour));
    };
    set(QPalette::Window, ground.window);
    set(QPalette::WindowText, ground.text);
    set(QPalette::Base, ground.base);
    set(QPalette::AlternateBase, ground.alternate);
    set(QPalette::Text, ground.text);
    set(QPalette::Button, ground.button);
    set(QPalette::ButtonText, ground.text);
    set(QPalette::BrightText, ground.accentText);
    set(QPalette::ToolTipBase, ground.button);
    set(QPalette::ToolTipText, ground.text);
    set(QPalette::PlaceholderText, ground.muted);
    set(QPalette::Highlight, ground.accent);
    set(QPalette::HighlightedText, ground.accentText);
    set(QPalette::Link, ground.link);
    set(QPalette::LinkVisited, ground.link);
    const QColor window(ground.window);
    const QColor text(ground.text);
    palette.setColor(QPalette::Light, mix(window, Qt::white, 0.5));
    palette.setColor(QPalette::Midlight, mix(window, text, 0.06));
    palette.setColor(QPalette::Mid, mix(window, text, 0.28));
    palette.setColor(QPalette::Dark, mix(window, text, 0.42));
    palette.setColor(QPalette::Shadow, mix(window, Qt::black, 0.7));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, mix(window, text, 0.48));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mix(window, text, 0.2));
    return palette;
}

// Without a desktop's platform theme Qt hands out the style's own palette: nobody chose that.
bool chosenByDesktop(const QApplication &application, const QPalette &palette)
{
    const QPalette standard = application.style()->standardPalette();
    return palette.color(QPalette::Window) != standard.color(QPalette::Window)
        || palette.color(QPalette::WindowText) != standard.color(QPalette::WindowText);
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({0xfff3f4f6, 0xffffffff, 0xfff8f9fa, 0xffffffff, 0xff1b1f24, 0xff666d76, 0xff2060d0,
                      0xffffffff, 0xff1a56c0});
}

QPalette darkPalette()
{
    return paletteOf({0xff191c20, 0xff212529, 0xff262a2f, 0xff2b3036, 0xffe4e7eb, 0xff9aa2ab, 0xff2f6fdd,
                      0xffffffff, 0xff7fb0ff});
}

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent),
      m_application(application),
      m_platformPalette(application.palette()),
      m_platformFont(application.font()),
      m_platformChose(chosenByDesktop(application, application.palette()))
{
    application.setStyle(new BaseStyle);
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    if (choice != m_choice) {
        m_choice = choice;
        apply();
    }
}

void Theme::setZoom(int percent)
{
    const int wanted = std::clamp(percent, 70, 250);
    if (wanted != m_zoom) {
        m_zoom = wanted;
        apply();
    }
}

QPalette Theme::wantedPalette() const
{
    switch (m_choice) {
    case ThemeChoice::Light:
        return lightPalette();
    case ThemeChoice::Dark:
        return darkPalette();
    case ThemeChoice::System:
        break;
    }
    if (m_platformChose) {
        return m_platformPalette;
    }
    return isDark(m_platformPalette) ? darkPalette() : lightPalette();
}

void Theme::apply()
{
    QFont font = m_platformFont;
    // Below ten points evidence is hard to read on a laptop; some platforms without a theme start at nine.
    const qreal platformSize = font.pointSizeF() > 0 ? font.pointSizeF() : 10.0;
    font.setPointSizeF(std::max(platformSize, 10.0) * m_zoom / 100.0);
    m_application.setFont(font);
    const QPalette palette = wantedPalette();
    m_application.setPalette(palette);
    m_application.setStyleSheet(styleSheetFor(palette));
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        const QVariant role = widget->property(FontRoleProperty);
        if (role.isValid()) {
            widget->setFont(fontFor(static_cast<FontRole>(role.toInt())));
        }
    }
    emit changed();
}

QFont fontFor(FontRole role)
{
    const QFont body = QApplication::font();
    QFont font = role == FontRole::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : body;
    qreal factor = 1.0;
    switch (role) {
    case FontRole::Small:
        factor = 0.9;
        break;
    case FontRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Title:
        factor = 1.2;
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Display:
        factor = 1.6;
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Mono:
        factor = 0.95;
        break;
    case FontRole::Body:
        break;
    }
    font.setPointSizeF(body.pointSizeF() * factor);
    return font;
}

void useFont(QWidget *widget, FontRole role)
{
    widget->setProperty(FontRoleProperty, static_cast<int>(role));
    widget->setFont(fontFor(role));
}

void makePrimary(QWidget *button)
{
    button->setProperty("primary", true);
}

void makeQuiet(QWidget *button)
{
    button->setProperty("quiet", true);
}

void makeFlush(QWidget *button)
{
    makeQuiet(button);
    button->setProperty("flush", true);
}

void makeStrip(QWidget *frame)
{
    frame->setProperty("strip", true);
}

void makeCard(QWidget *frame)
{
    frame->setProperty("card", true);
}

} // namespace gordian::ui
