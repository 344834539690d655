// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "bench/collect/sshdserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <pwd.h>
#include <unistd.h>

namespace gordian {

SshdServer::~SshdServer()
{
    for (const auto &process : m_processes) {
        process->terminate();
    }
    for (const auto &process : m_processes) {
        process->waitForFinished(3000);
    }
}

QString SshdServer::user() const
{
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

QString SshdServer::clientOptions() const
{
    return QStringLiteral("-F none -i %1 -o IdentitiesOnly=yes -o UserKnownHostsFile=/dev/null -o "
                          "GlobalKnownHostsFile=/dev/null "
                          "-o StrictHostKeyChecking=no -o LogLevel=ERROR -o KexAlgorithms=curve25519-sha256")
        .arg(identity());
}

bool SshdServer::start(int count)
{
    const QString sshd =
        QStandardPaths::findExecutable(QStringLiteral("sshd"), {QStringLiteral("/usr/sbin")});
    const QString keygen = QStandardPaths::findExecutable(QStringLiteral("ssh-keygen"));
    if (sshd.isEmpty() || keygen.isEmpty()) {
        m_why = QStringLiteral("sshd or ssh-keygen is not installed");
        return false;
    }
    for (const QString &name : {QStringLiteral("host"), QStringLiteral("id")}) {
        QProcess::execute(keygen,
                          {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                           QStringLiteral("-N"), QString(), QStringLiteral("-f"), m_folder.filePath(name)});
    }
    QFile::copy(m_folder.filePath(QStringLiteral("id.pub")), m_folder.filePath(QStringLiteral("authorized")));
    // Held open all at once, so that they differ; freed right before sshd takes them.
    std::vector<std::unique_ptr<QTcpServer>> places;
    for (int i = 0; i < count; ++i) {
        places.push_back(std::make_unique<QTcpServer>());
        places.back()->listen(QHostAddress::LocalHost);
        m_ports.append(places.back()->serverPort());
    }
    places.clear();
    const QByteArray text = "HostKey " + m_folder.filePath(QStringLiteral("host")).toUtf8()
        + "\nPidFile none\nAuthorizedKeysFile " + m_folder.filePath(QStringLiteral("authorized")).toUtf8()
        + "\nPermitRootLogin yes\nStrictModes no\nUsePAM no\nMaxStartups 500\nMaxSessions 100\n";
    QFile config(m_folder.filePath(QStringLiteral("sshd_config")));
    if (!config.open(QIODevice::WriteOnly) || config.write(text) < 0) {
        m_why = config.errorString();
        return false;
    }
    config.close();
    // MAX_LISTEN_SOCKS of sshd.
    constexpr int mostPorts = 16;
    for (int i = 0; i < count; i += mostPorts) {
        startOn(sshd, m_ports.mid(i, mostPorts));
    }
    return waitUntilItListens();
}

void SshdServer::startOn(const QString &sshd, const QVector<quint16> &ports)
{
    QStringList arguments{QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                          m_folder.filePath(QStringLiteral("sshd_config"))};
    for (const quint16 port : ports) {
        arguments << QStringLiteral("-o") << QStringLiteral("ListenAddress=127.0.0.1:%1").arg(port);
    }
    m_processes.push_back(std::make_unique<QProcess>());
    m_processes.back()->setStandardErrorFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
    m_processes.back()->start(sshd, arguments);
}

bool SshdServer::waitUntilItListens()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 10000 && m_processes.back()->state() != QProcess::NotRunning) {
        QTcpSocket probe;
        probe.connectToHost(QStringLiteral("127.0.0.1"), m_ports.last());
        if (probe.waitForConnected(500)) {
            return true;
        }
        QThread::msleep(20);
    }
    QFile log(m_folder.filePath(QStringLiteral("log")));
    m_why = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()).trimmed()
                                          : QStringLiteral("sshd did not start");
    return false;
}

} // namespace gordian
