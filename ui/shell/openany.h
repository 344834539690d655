// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a dropped or chosen file is: a case (or a report that holds one), an inventory, or text to be read.
// Works on the file alone; the main window acts on the answer. Any thread.

#include "core/result.h"

#include <QByteArray>
#include <QStringList>
#include <QVector>

namespace gordian::ui {

enum class FileKind { Case, Inventory, Text };

FileKind kindOf(const QString &path);
/// The whole contents, up to a size that a person can have meant.
Result<QByteArray> readText(const QString &path);

} // namespace gordian::ui
