// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "support/sshdfixture.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTest>

#include <arpa/inet.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace {

int connectTo(quint16 port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int code = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    ::close(descriptor);
    return code;
}

// A port that nobody had a moment ago; the kernel hands them out in turn, so it stays free long enough.
quint16 freePort()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(descriptor);
    return ntohs(address.sin_port);
}

qint64 parentOf(const QString &pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

} // namespace

SshdFixture::~SshdFixture()
{
    stop();
}

bool SshdFixture::start(const QStringList &lines, const QStringList &hostKeyTypes)
{
    stop();
    const bool isAgain = m_port != 0;
    if (::getuid() == 0) {
        QDir().mkpath(QStringLiteral("/run/sshd")); // sshd's privilege separation folder
    }
    m_port = isAgain && !m_wrapper.isEmpty() ? m_port : freePort(); // a machine keeps its address
    QStringList config = lines;
    for (const QString &type : hostKeyTypes) {
        const QString key = path(QStringLiteral("host_") + type);
        if (!QFile::exists(key)) {
            run(QStringLiteral("ssh-keygen"),
                {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"), QString(),
                 QStringLiteral("-f"), key});
        }
        config << QStringLiteral("HostKey ") + key;
    }
    config << QStringLiteral("Port %1").arg(m_port) << QStringLiteral("ListenAddress 127.0.0.1")
           << QStringLiteral("AuthorizedKeysFile ") + path(QStringLiteral("authorized_keys"))
           << QStringLiteral("PidFile none") << QStringLiteral("StrictModes no")
           << QStringLiteral("PermitRootLogin yes") << QStringLiteral("PasswordAuthentication no")
           << QStringLiteral("KbdInteractiveAuthentication no") << QStringLiteral("LogLevel VERBOSE")
           << QStringLiteral("UseDNS no");
    // Of this one the last line wins.
    if (lines.filter(QStringLiteral("MaxStartups")).isEmpty()) {
        config << QStringLiteral("MaxStartups 100");
    }
    writeFile(QStringLiteral("sshd_config"), config.join(QLatin1Char('\n')).toUtf8() + '\n');
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(path(QStringLiteral("sshd.log")));
    const QStringList words = m_wrapper
        + QStringList{QStringLiteral("/usr/sbin/sshd"), QStringLiteral("-D"), QStringLiteral("-e"),
                      QStringLiteral("-f"), path(QStringLiteral("sshd_config"))};
    m_process->start(words.first(), words.mid(1));
    return m_process->waitForStarted() && QTest::qWaitFor([this] { return connectTo(m_port) == 0; }, 10000);
}

void SshdFixture::stop()
{
    if (m_process) {
        killSessions();
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
}

QString SshdFixture::log() const
{
    QFile file(path(QStringLiteral("sshd.log")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QByteArray SshdFixture::knownHostsLine(const QString &keyType) const
{
    const QList<QByteArray> words = publicLine(path(QStringLiteral("host_") + keyType)).split(' ');
    return "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + words.value(0) + ' ' + words.value(1) + '\n';
}

QList<qint64> SshdFixture::sessions() const
{
    QList<qint64> family = {m_process->processId()};
    const QStringList all = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (bool grew = true; grew;) {
        grew = false;
        for (const QString &pid : all) {
            const qint64 number = pid.toLongLong();
            if (number > 0 && !family.contains(number) && family.contains(parentOf(pid))) {
                family.append(number);
                grew = true;
            }
        }
    }
    return family.mid(1);
}

void SshdFixture::signalSessions(int number) const
{
    for (const qint64 pid : sessions()) {
        ::kill(static_cast<pid_t>(pid), number);
    }
}

void SshdFixture::killSessions() const
{
    signalSessions(SIGKILL);
}

void SshdFixture::freezeSessions() const
{
    signalSessions(SIGSTOP);
}

QString SshdFixture::makeKey(const QString &name, const QString &type, const QString &passphrase,
                             bool doAuthorize)
{
    const QString key = path(name);
    run(QStringLiteral("ssh-keygen"),
        {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"), passphrase,
         QStringLiteral("-C"), name, QStringLiteral("-f"), key});
    if (doAuthorize) {
        authorize(publicLine(key));
    }
    return key;
}

void SshdFixture::authorize(const QByteArray &publicLine)
{
    QFile file(path(QStringLiteral("authorized_keys")));
    if (file.open(QIODevice::Append)) {
        file.write(publicLine.trimmed() + '\n');
    }
}

QByteArray SshdFixture::publicLine(const QString &key) const
{
    QFile file(key + QStringLiteral(".pub"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

bool SshdFixture::writeFile(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QString SshdFixture::account()
{
    return QString::fromLocal8Bit(getpwuid(getuid())->pw_name);
}

QByteArray SshdFixture::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(30000) && process.exitCode() == 0;
    return ended ? process.readAllStandardOutput() + ' ' : QByteArray();
}

AgentFixture::AgentFixture(const QString &folder) : m_socket(folder + QStringLiteral("/agent.sock"))
{
    m_process.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), m_socket});
    m_process.waitForStarted();
    [[maybe_unused]] const bool up = QTest::qWaitFor([this] { return QFile::exists(m_socket); }, 5000);
}

AgentFixture::~AgentFixture()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool AgentFixture::add(const QString &key)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SSH_AUTH_SOCK"), m_socket);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("ssh-add"), {QStringLiteral("-q"), key});
    return process.waitForFinished() && process.exitCode() == 0;
}
