// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The first place: name the machines, sign in to them, answer what they ask. Also the door to a saved case,
// to pasted text and to the demo. Owned by the main window; GUI thread; the investigation and the language
// outlive it.

#include "collect/collector.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class AddNodesPanel;
class DiscoveredPanel;
class HostKeysPanel;
class Language;
class NodesPanel;
class OtherWaysPanel;
class PastePanel;
class PromisePanel;
class SecretPanel;

class ConnectPage : public QWidget {
    Q_OBJECT

public:
    ConnectPage(Investigation &investigation, Language &language, QWidget *parent = nullptr);

    /// Collects again from the nodes whose accounts are not root; sudo's password is asked for here.
    void collectWithSudo();
    /// With whose rights to collect, as chosen here.
    CollectOptions options() const;
    bool isSettled() const { return !m_refresh.isActive(); }

public slots:
    void focusFirst();
    /// Adds what is written in `text` as if it had been typed and added.
    void addLines(const QString &text);
    void addNodes(const QVector<gordian::Node> &nodes);
    void showPaste();
    /// Collects from the machines that were not examined yet; from all when there are none of these.
    void connectNow();

signals:
    void collectRequested(const QStringList &nodes);
    void openRequested(); ///< choose a file
    void scriptRequested(); ///< for a node out of reach
    void openFileRequested(const QString &path); ///< this one
    void textPasted(const QByteArray &text);
    void demoRequested();
    void problemFound(const QString &text);
    void noticeGiven(const QString &text);

private:
    void buildUi();
    QWidget *buildLeft();
    QWidget *buildRight();
    void connectSignals();
    void refresh();

    Investigation &m_investigation;
    Language &m_language;
    QTimer m_refresh;
    AddNodesPanel *m_add;
    OtherWaysPanel *m_other;
    HostKeysPanel *m_hostKeys;
    SecretPanel *m_secret;
    DiscoveredPanel *m_discovered;
    NodesPanel *m_nodes;
    PromisePanel *m_promise;
    PastePanel *m_paste;
    QStackedWidget *m_right;
    QWidget *m_rightNodes = nullptr;
};

} // namespace gordian::ui
