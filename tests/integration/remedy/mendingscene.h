// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A node in a folder: a real shell, real files, and a systemctl that keeps its units in files. The link to it
// can break at any call. Owned by a test.

#include "remedy/planner.h"
#include "remedy/transaction.h"
#include "shelltransport.h"

#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <optional>

namespace gordian {

/// Where the link breaks, or where else something happens.
struct Cut {
    static constexpr int EveryCall = -1;
    enum class When { Never, BeforeTheCall, DuringTheCall, AfterTheCall, OnlyTheDeed };
    When when = When::Never;
    int call = 0; ///< counted from 1; EveryCall with OnlyTheDeed
    /// Right before that call; DuringTheCall: over and over, until it says that it is time.
    std::function<bool()> deed = {};
};

/// Breaks as told: the call does not arrive, or it is carried out and its answer is lost.
class CutTransport : public ShellTransport {
    Q_OBJECT

public:
    CutTransport(ShellSetup setup, Cut cut);
    void write(const QByteArray &bytes) override;
    int calls() const { return int(m_asked.size()); }
    /// The functions of the agent that were called: "gr_open", ...
    const QByteArrayList &asked() const { return m_asked; }
    /// All that was written, as it was.
    const QByteArray &written() const { return m_written; }

private:
    void breakNow();

    Cut m_cut;
    QByteArrayList m_asked;
    QByteArray m_written;
    QTimer m_watch;
    bool m_isBroken = false;
};

class MendingScene {
public:
    MendingScene();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &name, const QByteArray &text) const;
    QByteArray text(const QString &name) const;
    /// Every file below the folder with its mode and contents, but for the laptop's and what systemctl logs.
    QByteArray everything() const;
    /// What is other than `before` was, for a message; empty: nothing.
    QByteArray changedSince(const QByteArray &before) const;
    QString journalFolder() const { return path(QStringLiteral("laptop")); }
    /// What systemctl was asked for: "restart kubelet", a line each.
    QByteArray unitCalls() const { return text(QStringLiteral("units/calls")); }

    /// Edits two files, sets one aside, places one, runs a command and restarts a unit.
    Remedy remedy() const;
    /// Edits a file, runs a command on a folder and restarts a unit.
    Remedy shortRemedy() const;
    Plan draft(const Remedy &remedy) const;
    Plan plan(const Remedy &remedy);
    /// What the shell was given for the last plan.
    const QByteArray &plannedWith() const { return m_plannedWith; }
    const QByteArrayList &planAsked() const { return m_planAsked; }
    /// Its /etc and /var/lib become folders of the scene. Needs namespaces.
    void setOwnRoot();

    struct Outcome {
        std::optional<MendingEnd> end; ///< none: the link broke
        QByteArray printed;
        int calls = 0;
        QByteArrayList asked;
    };
    enum class Way { Apply, Undo };
    Outcome begin(const Plan &plan, Cut cut = {});
    Outcome goOn(const QString &id, Way way, Cut cut = {});
    /// What the node hands over to a laptop that knows nothing of it.
    QVector<Mending> held() const;
    /// Where the node keeps backups.
    const QString &nodeFolder() const { return m_state; }
    /// Set while a transaction is under way.
    Transaction *underWay() const { return m_underWay; }

    /// How it ended, for a message.
    static QByteArray told(const Outcome &outcome);

private:
    Outcome run(Journal &journal, Way way, Cut cut);
    std::unique_ptr<Transport> transport(Cut cut) const;

    QTemporaryDir m_folder;
    Transaction *m_underWay = nullptr;
    QByteArray m_plannedWith;
    QByteArrayList m_planAsked;
    bool m_hasOwnRoot = false;
    QString m_state; ///< the node's folder for backups
};

} // namespace gordian
