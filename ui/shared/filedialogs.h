// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// File choosers without a nested event loop: they open, and the answer comes by callback. Owned by `parent`;
// GUI thread.

#include <QString>

#include <functional>

class QWidget;

namespace gordian::ui {

using FileChosen = std::function<void(const QString &path)>;

void chooseFile(QWidget *parent, const QString &title, const QString &filter, FileChosen chosen);
void chooseTarget(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                  FileChosen chosen);

} // namespace gordian::ui
