// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One mending at a time, from the preview to the end or back: plans, applies, resumes and undoes on a node of
// an investigation, over a connection of its own. Owned by the window or the command; on its thread; the
// investigation outlives it.

#include "remedy/transaction.h"
#include "session/investigation.h"

#include <QObject>

#include <memory>
#include <optional>

namespace gordian {

class Planner;

class Mender : public QObject {
    Q_OBJECT

public:
    /// `journals` is a folder of the laptop's.
    Mender(Investigation &investigation, QString journals, QObject *parent = nullptr);
    ~Mender() override;

    /// All mendings that the laptop remembers, the newest first.
    QVector<Mending> remembered() const;
    /// The one of this id; nullopt: the laptop knows of none.
    std::optional<Mending> remembered(const QString &id) const;
    bool isBusy() const { return m_shell != nullptr; }
    /// Something is being changed on a node, or taken back.
    bool isChanging() const { return m_transaction != nullptr; }
    /// Where a node keeps backups and journals; another place only for a node that is no machine of its own.
    void setNodeFolder(const QString &folder) { m_nodeFolder = folder; }
    const QString &nodeFolder() const { return m_nodeFolder; }

    /// Looks at the node; changes nothing. Ends in planned() or lost().
    void plan(const CauseVerdict &cause, const Remedy &remedy);
    /// Ends what plan() or adopt() began; planned() and adopted() will not come.
    void cancelLook();
    /// Carries out what planned() brought; `hash` says that it is the one that was read. Errors: NothingToDo
    /// (it is another, or it is refused), FileNotWritable, DiskFull. Ends in finished() or lost().
    Result<void> apply(const Plan &plan, const QString &hash);
    enum class Way { GoOn, Undo };
    /// Of a mending that the laptop remembers: on in the direction in which it went, or back. Errors:
    /// FileNotFound, FileNotReadable, Malformed, FileNotWritable (with "inUse": another program is at it),
    /// NothingToDo (it is over).
    Result<void> takeUp(const QString &id, Way way);
    /// Nothing more is done about it, on the node neither. Errors: as takeUp().
    Result<void> leave(const QString &id);
    /// What stands against `plan` is a mending of which this laptop knows nothing: another one began it.
    bool isOthers(const Plan &plan) const;
    /// What the node remembers of mendings that this laptop does not is remembered from now on: another
    /// laptop began them, and may be lost. Changes nothing else. Ends in adopted(), finished() (no rights
    /// there) or lost().
    void adopt(const QString &node);
    /// After the step under way.
    void stop();

signals:
    void planned(const gordian::Plan &plan);
    void stateChanged(gordian::MendingState state);
    void actionChanged(int action, gordian::ActionState state);
    void printed(const QByteArray &bytes); ///< hostile
    void verified(int seconds, int wanted);
    void finished(const gordian::MendingEnd &end);
    void adopted(const QVector<gordian::Mending> &mendings); ///< the newest first
    /// The connection broke: takeUp() finds out what became of it.
    void lost(const gordian::ConnectFailure &failure);

private:
    QString placeOf(const Node &node);
    std::optional<Refusal> otherNodeRefusal(const Node &node) const;
    void keepTranscript();
    void open(const QString &node);
    void run(Journal journal, Way way);
    void askForMendings(const Node &place);
    QVector<Mending> keepUnknown(const QVector<Mending> &held) const;
    void note(const QString &what, const QString &outcome);
    void end();

    Investigation &m_investigation;
    QString m_journals;
    QString m_nodeFolder = QStringLiteral("/var/lib/gordian/mendings");
    std::unique_ptr<NodeShell> m_shell;
    std::unique_ptr<Planner> m_planner;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Transaction> m_transaction;
    QString m_node;
};

} // namespace gordian
