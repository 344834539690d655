// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A node in a folder: a real shell, real files, and a systemctl that keeps its units in files. The link to it
// can break at any call. Owned by a test.

#include "remedy/planner.h"
#include "remedy/transaction.h"
#include "shelltransport.h"

#include <QTemporaryDir>

#include <optional>

namespace gordian {

/// Where the link breaks.
struct Cut {
    enum class When { Never, BeforeTheCall, AfterTheCall };
    When when = When::Never;
    int call = 0; ///< counted from 1
};

/// Breaks as told: the call does not arrive, or it is carried out and its answer is lost.
class CutTransport : public ShellTransport {
    Q_OBJECT

public:
    CutTransport(ShellSetup setup, Cut cut);
    void write(const QByteArray &bytes) override;
    int calls() const { return m_calls; }

private:
    void breakNow();

    Cut m_cut;
    int m_calls = 0;
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
    Plan draft(const Remedy &remedy) const;
    Plan plan(const Remedy &remedy);

    struct Outcome {
        std::optional<MendingEnd> end; ///< none: the link broke
        QByteArray printed;
        int calls = 0;
    };
    enum class Way { Apply, Undo };
    Outcome begin(const Plan &plan, Cut cut = {});
    Outcome goOn(const QString &id, Way way, Cut cut = {});

private:
    Outcome run(Journal &journal, Way way, Cut cut);
    std::unique_ptr<Transport> transport(Cut cut) const;

    QTemporaryDir m_folder;
    QString m_state; ///< the node's folder for backups
};

} // namespace gordian
