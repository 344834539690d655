// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The way to one node: open it, start one shell there, write to it, read from it. Lives on its owner's thread
// and never blocks it; an implementation does its waiting on a worker of its own and reports by queued
// signals. Destroying it cancels whatever is under way.

#include "core/connection.h"

#include <QByteArray>
#include <QObject>

namespace gordian {

/// With whose rights the shell is to run.
enum class ShellRights {
    Account, ///< as the account that signed in
    SudoIfFree, ///< root if the account is root or `sudo -n` works, else as the account
    SudoPassword, ///< `sudo -S`: asks secretNeeded(SudoPassword) unless it works without
};

struct ShellEnd {
    bool linkLost = false; ///< the connection broke before the shell ended
    int exitCode = -1;
    QString signal; ///< name, when a signal ended it
    QByteArray errorOutput; ///< the first 4 KiB of it
};

/// No signal follows failed() or closed(); open() may be called again.
class Transport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Connects, verifies every host key on the way and signs in. Ends in opened() or failed().
    virtual void open() = 0;
    /// Starts `sh -s` with the wanted rights; only between opened() and closed(), one at a time. Ends in
    /// shellEnded(), or in failed() when no shell came of it or the link broke (shellEnded() with linkLost
    /// comes first then).
    virtual void startShell(ShellRights rights) = 0;
    /// Bytes for the shell's standard input; queued, flow-controlled.
    virtual void write(const QByteArray &bytes) = 0;
    virtual void closeInput() = 0;
    /// Ends everything now, whatever hangs; closed() follows at once. May be called at any time.
    virtual void close() = 0;

    /// Answers to hostKeyUnknown(). Accepting always remembers it in the known_hosts file of the offer.
    virtual void acceptHostKey() = 0;
    virtual void rejectHostKey() = 0;
    /// Answers to secretNeeded(); `answers` has one entry a prompt. Declining goes on with the next method.
    virtual void answerSecret(quint64 number, const QVector<Secret> &answers) = 0;
    virtual void declineSecret(quint64 number) = 0;

    /// Reading stops while paused: back-pressure for a consumer that cannot keep up.
    virtual void setReadingPaused(bool paused) = 0;

signals:
    void stateChanged(gordian::ConnectState state, const gordian::Endpoint &hop);
    void hostKeyUnknown(const gordian::HostKeyOffer &offer);
    void secretNeeded(const gordian::SecretRequest &request);
    void opened(const gordian::ConnectionInfo &info);
    /// The shell runs, with these rights; before any output().
    void shellStarted(gordian::Privilege rights);
    void output(const QByteArray &bytes);
    /// Some of what was written has arrived, and more is on its way: a slow link that lives. Once a second at
    /// most, and never on a link where nothing waits.
    void inputCarried();
    void shellEnded(const gordian::ShellEnd &end);
    void failed(const gordian::ConnectFailure &failure);
    void closed();
};

} // namespace gordian
