// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Real sshds on 127.0.0.1 with keys of their own, on one or many ports, for as long as the object lives.

#include <QProcess>
#include <QTemporaryDir>
#include <QVector>

#include <memory>
#include <vector>

namespace gordian {

class SshdServer {
public:
    ~SshdServer();

    /// False: there is no sshd here, or it did not start; why() says so.
    bool start(int ports);
    QString why() const { return m_why; }
    const QVector<quint16> &ports() const { return m_ports; }
    QString user() const;
    QString identity() const { return m_folder.filePath(QStringLiteral("id")); }
    QString folder() const { return m_folder.path(); }
    /// The options that make an OpenSSH client use these keys; no user configuration, no questions.
    QString clientOptions() const;

private:
    void startOn(const QString &sshd, const QVector<quint16> &ports);
    bool waitUntilItListens();

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    QVector<quint16> m_ports;
    QString m_why;
};

} // namespace gordian
