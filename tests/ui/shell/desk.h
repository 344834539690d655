// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The whole desktop for a test: real plugins, real investigation, a window; settings and cases in a folder of
// its own.

#include "pluginhost/pluginhost.h"
#include "session/investigation.h"
#include "shared/language.h"
#include "shared/theme.h"
#include "shell/demodesk.h"
#include "shell/mainwindow.h"

#include <QDir>
#include <QTemporaryDir>

namespace gordian::test {

class Desk {
public:
    explicit Desk(const QString &language = QStringLiteral("en"),
                  ui::ThemeChoice theme = ui::ThemeChoice::Light);
    /// A desktop that comes back: with the settings that an earlier one left in `home`.
    explicit Desk(const QDir &home);

    template <typename T> T *find(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    /// Adds the demo node, collects, and waits for the verdict.
    bool examineDemo();

    QTemporaryDir folder;
    QString knownHosts; ///< a file of this desk's own
    PluginHost plugins;
    ui::DemoDesk transports;
    std::unique_ptr<ui::Language> words;
    std::unique_ptr<ui::Theme> theme;
    std::unique_ptr<Investigation> investigation;
    std::unique_ptr<ui::MainWindow> window;

private:
    void furnish();
};

/// The message from the forum that started it all.
QByteArray story();

} // namespace gordian::test
