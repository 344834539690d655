// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A real sshd on 127.0.0.1 with a folder, host keys and configuration of its own, for the account that runs
// the test. Ends with the object, its sessions too.

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

class SshdFixture {
public:
    /// `lines` go into sshd_config before the fixture's own, so they win.
    bool start(const QStringList &lines = {}, const QStringList &hostKeyTypes = {QStringLiteral("ed25519")});
    void stop();
    ~SshdFixture();
    /// A program with arguments that runs sshd, and becomes it.
    void setWrapper(const QStringList &words) { m_wrapper = words; }
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

    quint16 port() const { return m_port; }
    QString folder() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString log() const;
    /// "[127.0.0.1]:port ssh-ed25519 AAAA..." of the host key of that type.
    QByteArray knownHostsLine(const QString &keyType = QStringLiteral("ed25519")) const;
    /// Ends the processes of every session, as a dying network or node would; the listener stays.
    void killSessions() const;
    /// Stops every session's process without ending it: the peer goes silent.
    void freezeSessions() const;

    /// Makes a key pair in the folder and authorizes it unless told otherwise; the private key's path.
    QString makeKey(const QString &name, const QString &type = QStringLiteral("ed25519"),
                    const QString &passphrase = {}, bool authorize = true);
    void authorize(const QByteArray &publicLine);
    QByteArray publicLine(const QString &key) const;
    bool writeFile(const QString &name, const QByteArray &text) const;

    /// The account that runs the test: an sshd without root lets nobody else in.
    static QString account();
    /// Runs a program to its end; its output, null when it failed.
    static QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {});

private:
    QList<qint64> sessions() const;
    void signalSessions(int number) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    QStringList m_wrapper;
    quint16 m_port = 0;
};

/// An ssh-agent of the test's own.
class AgentFixture {
public:
    explicit AgentFixture(const QString &folder);
    ~AgentFixture();
    QString socket() const { return m_socket; }
    bool add(const QString &key);

private:
    QString m_socket;
    QProcess m_process;
};
