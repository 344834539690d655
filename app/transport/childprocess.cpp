// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/childprocess.h"

#include <QFile>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>
#include <vector>

namespace gordian {

namespace {

class Pipe {
    Q_DISABLE_COPY_MOVE(Pipe)

public:
    Pipe() = default;
    bool open() { return pipe2(m_ends.data(), O_CLOEXEC) == 0; }
    ~Pipe()
    {
        for (const int end : m_ends) {
            if (end >= 0) {
                ::close(end);
            }
        }
    }
    int end(size_t which) const { return m_ends[which]; }
    int take(size_t which)
    {
        const int taken = std::exchange(m_ends[which], -1);
        fcntl(taken, F_SETFL, O_NONBLOCK);
        return taken;
    }

private:
    std::array<int, 2> m_ends = {-1, -1};
};

// posix_spawn() wants char *const *, and the bytes to live on.
class WordList {
public:
    explicit WordList(const QStringList &words)
    {
        for (const QString &word : words) {
            m_bytes.push_back(QFile::encodeName(word));
        }
        for (QByteArray &bytes : m_bytes) {
            m_pointers.push_back(bytes.data());
        }
        m_pointers.push_back(nullptr);
    }
    char *const *data() { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<char *> m_pointers;
};

void closeOnce(int &descriptor)
{
    if (descriptor >= 0) {
        ::close(std::exchange(descriptor, -1));
    }
}

} // namespace

std::unique_ptr<ChildProcess> ChildProcess::start(const SshServer::Command &command)
{
    std::array<Pipe, 3> pipes;
    if (!pipes[0].open() || !pipes[1].open() || !pipes[2].open()) {
        return nullptr;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipes[0].end(0), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes[1].end(1), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes[2].end(1), STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // The server's thread blocks SIGPIPE; its children must die of it as usual.
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    WordList words(QStringList{command.program} + command.arguments);
    WordList environment(command.environment.toStringList());
    const QByteArray program = QFile::encodeName(command.program);
    pid_t pid = -1;
    const int code =
        posix_spawnp(&pid, program.constData(), &actions, &attributes, words.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) {
        return nullptr;
    }
    std::unique_ptr<ChildProcess> child(new ChildProcess);
    child->m_pid = pid;
    child->m_input = pipes[0].take(1);
    child->m_output = pipes[1].take(0);
    child->m_errors = pipes[2].take(0);
    return child;
}

ChildProcess::~ChildProcess()
{
    closeInput();
    closeOutput();
    closeErrors();
    ::kill(-m_pid, SIGKILL);
    if (!m_exitCode) {
        ::waitpid(m_pid, nullptr, 0);
    }
}

void ChildProcess::closeInput()
{
    closeOnce(m_input);
}

void ChildProcess::closeOutput()
{
    closeOnce(m_output);
}

void ChildProcess::closeErrors()
{
    closeOnce(m_errors);
}

std::optional<int> ChildProcess::exitCode()
{
    int status = 0;
    if (!m_exitCode && ::waitpid(m_pid, &status, WNOHANG) == m_pid) {
        m_exitCode = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    return m_exitCode;
}

} // namespace gordian
