// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What Gordian knows: the packs in use with their numbers, and every mistake in those that were left out. A
// window of its own that stops nobody. Owned by the main window; GUI thread.

#include "pluginhost/pluginhost.h"
#include "report/phrases.h"

#include <QDialog>

class QVBoxLayout;

namespace gordian::ui {

class KnowledgePanel : public QDialog {
    Q_OBJECT

public:
    KnowledgePanel(const PluginHost &plugins, const Phrases &phrases, QWidget *parent);

private:
    void addPacks(QVBoxLayout *column, const PluginHost &plugins);
    void addFailures(QVBoxLayout *column, const PluginHost &plugins, const Phrases &phrases);
    void addFolder(QVBoxLayout *column);
};

} // namespace gordian::ui
