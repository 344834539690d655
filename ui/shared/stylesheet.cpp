// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/stylesheet.h"

#include "shared/colours.h"

namespace gordian::ui {

namespace {

const char Sheet[] = R"(
QPushButton, QToolButton[framed="true"] {
    background: @button; color: @buttonText; border: 1px solid @edge; border-radius: 6px; padding: 5px 13px;
}
QPushButton:hover, QToolButton[framed="true"]:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:focus { border: 2px solid @focus; padding: 4px 12px; }
QPushButton:disabled { color: @disabled; background: transparent; border-color: @hairline; }
QPushButton:checked { background: @hover; border-color: @focus; }
QPushButton[primary="true"] { background: @accent; color: @accentText; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; padding: 4px 12px; }
QPushButton[primary="true"]:disabled { background: @hairline; color: @disabled; border-color: @hairline; }
QPushButton[quiet="true"], QToolButton[quiet="true"] {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; color: @link;
}
QPushButton[quiet="true"]:hover, QToolButton[quiet="true"]:hover { background: @hover; }
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus { border: 2px solid @focus; padding: 3px 7px; }
QToolButton[overlay="true"] { background: @base; }
QPushButton[flush="true"], QToolButton[flush="true"] { border-radius: 0; padding: 4px 8px 4px 0; }
QPushButton[flush="true"]:hover, QToolButton[flush="true"]:hover { background: transparent; text-decoration: underline; }
QPushButton[flush="true"]:focus, QToolButton[flush="true"]:focus {
    border: 1px solid transparent; border-bottom: 2px solid @focus; padding: 4px 8px 3px 0;
}
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 2px; }
QPushButton[quiet="true"]:disabled { color: @disabled; }
QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser, QAbstractScrollArea[framed="true"] {
    background: @base; border: 1px solid @edge; border-radius: 6px; padding: 4px;
}
QLineEdit { padding: 5px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus, QAbstractScrollArea[framed="true"]:focus {
    border: 2px solid @focus; padding: 3px;
}
QLineEdit:focus { padding: 4px 7px; }
QLineEdit:disabled { color: @disabled; background: transparent; }
QTextEdit[plain="true"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 0; }
QTextEdit[plain="true"]:focus { border: 1px solid @focus; padding: 0; }
QTextBrowser[paper="true"] { background: @paper; color: @printed; }
QFrame[card="true"] { background: @base; border: 1px solid @hairline; border-radius: 8px; }
QFrame[strip="true"] { background: @base; border: none; border-bottom: 1px solid @hairline; }
QFrame[command="true"] { background: @window; border: 1px solid @hairline; border-radius: 6px; }
QFrame[rule="true"] { background: @hairline; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @hairline; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @scrollHover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTreeView[roomy="true"]::item { padding: 4px 6px; }
QHeaderView::section {
    background: @base; color: @muted; border: none; border-bottom: 1px solid @hairline; padding: 6px 3px;
}
QTabWidget::pane { border: none; border-top: 1px solid @hairline; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; padding: 7px 14px 6px 14px;
}
QTabBar::tab:hover { color: @text; background: @hover; }
QTabBar::tab:selected { color: @text; border-bottom-color: @focus; }
QTabBar::tab:focus { color: @link; }
QProgressBar { background: @hairline; border: none; border-radius: 3px; }
QProgressBar::chunk { background: @focus; border-radius: 3px; }
QMenu { background: @button; color: @buttonText; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @accentText; }
QMenu::item:disabled { color: @disabled; background: transparent; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QToolTip { background: @button; color: @buttonText; border: 1px solid @edge; padding: 4px; }
QMenuBar { background: @window; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; }
)";

} // namespace

QString styleSheetFor(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    const QColor accent = palette.color(QPalette::Highlight);
    const QVector<std::pair<QString, QString>> values = {
        // Longer names first: @buttonText must not be taken for @button.
        {QStringLiteral("@buttonText"), palette.color(QPalette::ButtonText).name()},
        {QStringLiteral("@button"), palette.color(QPalette::Button).name()},
        {QStringLiteral("@accentHover"), mix(accent, text, 0.14).name()},
        {QStringLiteral("@accentText"), palette.color(QPalette::HighlightedText).name()},
        {QStringLiteral("@accent"), accent.name()},
        {QStringLiteral("@scrollHover"), mix(window, text, 0.4).name()},
        {QStringLiteral("@scroll"), mix(window, text, 0.24).name()},
        {QStringLiteral("@disabled"), palette.color(QPalette::Disabled, QPalette::WindowText).name()},
        {QStringLiteral("@hairline"), hairline(palette).name()},
        {QStringLiteral("@pressed"), mix(palette.color(QPalette::Button), text, 0.14).name()},
        {QStringLiteral("@hover"), mix(palette.color(QPalette::Button), text, 0.07).name()},
        {QStringLiteral("@window"), window.name()},
        {QStringLiteral("@focus"), readable(accent, palette, ShapeContrast).name()},
        {QStringLiteral("@muted"), mutedText(palette).name()},
        {QStringLiteral("@edge"), edgeLine(palette).name()},
        {QStringLiteral("@base"), palette.color(QPalette::Base).name()},
        {QStringLiteral("@link"), palette.color(QPalette::Link).name()},
        {QStringLiteral("@text"), text.name()},
        // A report is paper, whatever the window looks like.
        {QStringLiteral("@paper"), QColor(Qt::white).name()},
        {QStringLiteral("@printed"), QColor(0x1b, 0x1f, 0x24).name()},
    };
    QString sheet = QString::fromLatin1(Sheet);
    for (const auto &[name, value] : values) {
        sheet.replace(name, value);
    }
    return sheet;
}

} // namespace gordian::ui
