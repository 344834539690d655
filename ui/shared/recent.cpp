// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/recent.h"

#include <QSettings>

namespace gordian::ui {

namespace {

constexpr int Kept = 6;

QStringList read(const QString &key)
{
    return QSettings().value(key).toStringList();
}

void prepend(const QString &key, const QString &value)
{
    QStringList values = read(key);
    values.removeAll(value);
    values.prepend(value);
    QSettings().setValue(key, values.mid(0, Kept));
}

} // namespace

QStringList Recent::connections()
{
    return read(QStringLiteral("recent/connections"));
}

void Recent::addConnection(const QStringList &endpoints)
{
    if (!endpoints.isEmpty()) {
        prepend(QStringLiteral("recent/connections"), endpoints.join(QStringLiteral(", ")));
    }
}

QStringList Recent::files()
{
    return read(QStringLiteral("recent/files"));
}

void Recent::addFile(const QString &path)
{
    prepend(QStringLiteral("recent/files"), path);
}

void Recent::forgetAll()
{
    QSettings().remove(QStringLiteral("recent"));
}

} // namespace gordian::ui
