// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was connected to and opened lately: addresses and paths, never secrets. Kept in QSettings. GUI thread.

#include <QStringList>

namespace gordian::ui {

class Recent {
public:
    static QStringList connections(); ///< each "user@host, user@host", newest first
    static void addConnection(const QStringList &endpoints);
    static QStringList files();
    static void addFile(const QString &path);
    static void forgetAll();
};

} // namespace gordian::ui
