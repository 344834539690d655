// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One node, asked one thing after another by functions of script/agent.sh, with root's rights. Owns its
// Transport; lives on its owner's thread and never blocks it.

#include "transport/transport.h"

#include <QPointer>
#include <QQueue>
#include <QTimer>

#include <functional>
#include <memory>

namespace gordian {

/// What a call may end with beside 0 and a command's own code.
namespace AgentExit {
constexpr int ChangedMeanwhile = 3;
constexpr int NoRoom = 4;
constexpr int Busy = 6;
constexpr int NotToBeRead = 7;
constexpr int BackupBad = 8;
constexpr int TimedOut = 124;
constexpr int CutOff = 125;
} // namespace AgentExit

struct AgentReply {
    int exitCode = -1;
    QByteArray output; ///< hostile
};

class NodeShell : public QObject {
    Q_OBJECT

public:
    using Take = std::function<void(const AgentReply &)>;

    /// `folder` on the node holds backups and journals.
    NodeShell(std::unique_ptr<Transport> transport, QString folder, QObject *parent = nullptr);
    ~NodeShell() override;

    void open();
    /// Calls `function` there; `take` gets the answer if `context` is still alive then. Without an answer
    /// `seconds` and a grace later the node counts as lost.
    void ask(QObject *context, const QByteArray &function, const QByteArrayList &arguments, int seconds,
             Take take);
    void close();
    Transport &transport() { return *m_transport; }

    /// Where backups and journals are, for whoever looks by hand.
    const QString &folder() const { return m_folder; }

signals:
    void ready();
    /// What a command of the plan prints, as it comes; digests and the like are nobody's reading.
    void printed(const QByteArray &bytes);
    /// No answer comes any more; what is under way there goes on.
    void lost(const gordian::ConnectFailure &failure);

private:
    struct Call {
        QByteArray text;
        int seconds = 0;
        bool isHeard = false;
        QPointer<QObject> context;
        Take take;
    };
    void start();
    void send();
    void read(const QByteArray &bytes);
    bool readStep();
    void fail(ConnectLayer layer, const QString &detail);

    std::unique_ptr<Transport> m_transport;
    QString m_folder;
    QByteArray m_nonce;
    QByteArray m_buffer;
    QQueue<Call> m_calls;
    QTimer m_patience;
    int m_number = 0;
    bool m_isAsking = false;
    bool m_inAnswer = false;
    bool m_isOpen = false;
    bool m_isLost = false;
    AgentReply m_reply;
};

/// For an argument of ask() that may hold anything.
QByteArray shellWord(const QByteArray &bytes);

} // namespace gordian
