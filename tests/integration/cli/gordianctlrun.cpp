// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "gordianctlrun.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <vector>

Gordianctl::Gordianctl()
{
    // Readable for the unprivileged account of one of the tests.
    QFile::setPermissions(
        folder(), QFile::permissions(folder()) | QFile::ReadOther | QFile::ExeOther | QFile::WriteOther);
}

QString Gordianctl::program()
{
    return QStringLiteral(GORDIANCTL);
}

QByteArray Gordianctl::contents(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Gordianctl::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
}

std::unique_ptr<QProcess> Gordianctl::start(const QStringList &program, const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/sbin:/usr/bin:/sbin:/bin"));
    environment.insert(QStringLiteral("HOME"), folder());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(folder());
    process->setChildProcessModifier([] { ::setsid(); });
    const QStringList words = program + QStringList{Gordianctl::program()} + arguments;
    process->start(words.first(), words.mid(1));
    return process;
}

RunResult Gordianctl::run(const QStringList &arguments, const QByteArray &input, int seconds) const
{
    return runUnder({}, arguments, input, seconds);
}

RunResult Gordianctl::runUnder(const QStringList &program, const QStringList &arguments,
                               const QByteArray &input, int seconds) const
{
    QElapsedTimer clock;
    clock.start();
    const auto process = start(program, arguments);
    process->write(input);
    process->closeWriteChannel();
    RunResult result;
    // Not waitForFinished(): the servers of the test accept in its event loop.
    const bool ended =
        QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, seconds * 1000);
    if (ended && process->exitStatus() == QProcess::NormalExit) {
        result.code = process->exitCode();
    } else {
        process->kill();
        process->waitForFinished();
    }
    result.out = process->readAllStandardOutput();
    result.err = process->readAllStandardError();
    result.milliseconds = clock.elapsed();
    return result;
}

TerminalRun::TerminalRun(const Gordianctl &home, const QStringList &arguments)
{
    // Everything that allocates comes before the fork.
    std::vector<QByteArray> words{Gordianctl::program().toLocal8Bit()};
    for (const QString &argument : arguments) {
        words.push_back(argument.toLocal8Bit());
    }
    std::vector<char *> pointers;
    for (QByteArray &word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const QByteArray folder = home.folder().toLocal8Bit();
    QByteArray homeVariable = "HOME=" + home.folder().toLocal8Bit();
    char path[] = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
    char locale[] = "LC_ALL=C.UTF-8";
    char kind[] = "TERM=xterm";
    char *const environment[] = {homeVariable.data(), path, locale, kind, nullptr};
    m_pid = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
    if (m_pid == 0) {
        if (::chdir(folder.constData()) != 0) {
            ::_exit(126);
        }
        ::execve(pointers[0], pointers.data(), environment);
        ::_exit(127);
    }
}

TerminalRun::~TerminalRun()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_terminal);
}

bool TerminalRun::read(int milliseconds)
{
    QCoreApplication::processEvents();
    pollfd waiting{m_terminal, POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) <= 0) {
        return true;
    }
    char buffer[4096];
    const ssize_t count = ::read(m_terminal, buffer, sizeof buffer);
    if (count <= 0) {
        return false; // EIO: its last user has gone
    }
    m_shown.append(buffer, count);
    return true;
}

bool TerminalRun::waitFor(const QByteArray &text, int seconds)
{
    const QDeadlineTimer end(seconds * 1000);
    qsizetype found = m_shown.indexOf(text, m_seen);
    while (found < 0 && !end.hasExpired() && read(50)) {
        found = m_shown.indexOf(text, m_seen);
    }
    m_seen = found < 0 ? m_seen : found + text.size();
    return found >= 0;
}

void TerminalRun::type(const QByteArray &text) const
{
    if (::write(m_terminal, text.constData(), static_cast<size_t>(text.size())) != text.size()) {
        qFatal("the terminal takes no text");
    }
}

int TerminalRun::finish(int seconds)
{
    const QDeadlineTimer end(seconds * 1000);
    while (!end.hasExpired() && read(50)) { }
    int status = 0;
    if (::waitpid(m_pid, &status, end.hasExpired() ? WNOHANG : 0) != m_pid) {
        return -1;
    }
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
