// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The list of all shortcuts, read from the actions themselves so that it cannot be wrong. A window of its own
// that stops nobody. Owned by the main window; GUI thread.

#include <QDialog>

class QFormLayout;
class QMainWindow;
class QMenu;

namespace gordian::ui {

class ShortcutsPanel : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsPanel(QMainWindow &window);

private:
    void addMenu(QFormLayout *form, QMenu *menu);
    void addOwn(QFormLayout *form, const QString &keys, const QString &what);
};

} // namespace gordian::ui
