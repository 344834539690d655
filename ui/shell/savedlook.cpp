// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/savedlook.h"

#include "shared/theme.h"

#include <QSettings>

namespace gordian::ui::SavedLook {

namespace {

const QString LanguageKey = QStringLiteral("look/language");
const QString ThemeKey = QStringLiteral("look/theme");
const QString ZoomKey = QStringLiteral("look/zoom");

} // namespace

QString language()
{
    return QSettings().value(LanguageKey).toString();
}

void apply(Theme &theme)
{
    const QSettings settings;
    theme.setChoice(ThemeChoice(settings.value(ThemeKey).toInt()));
    theme.setZoom(settings.value(ZoomKey, 100).toInt());
}

void keepLanguage(const QString &code)
{
    QSettings().setValue(LanguageKey, code);
}

void keepTheme(ThemeChoice choice)
{
    QSettings().setValue(ThemeKey, int(choice));
}

void keepZoom(int percent)
{
    QSettings().setValue(ZoomKey, percent);
}

} // namespace gordian::ui::SavedLook
