// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The look that a person chose, from one start to the next: language, theme, zoom. Kept in QSettings; GUI
// thread.

#include <QString>

namespace gordian::ui {

class Theme;
enum class ThemeChoice;

namespace SavedLook {

QString language(); ///< empty: as the system
void apply(Theme &theme);
void keepLanguage(const QString &code);
void keepTheme(ThemeChoice choice);
void keepZoom(int percent);

} // namespace SavedLook

} // namespace gordian::ui
