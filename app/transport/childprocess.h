// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A program with pipes for its standard streams, for a loop that polls descriptors and has no event loop. In
// a process group of its own, which ends with the object. One thread.

#include "transport/sshserver.h"

#include <optional>

#include <sys/types.h>

namespace gordian {

class ChildProcess {
public:
    /// Null when it cannot be started.
    static std::unique_ptr<ChildProcess> start(const SshServer::Command &command);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// Non-blocking; -1 once closed.
    int input() const { return m_input; }
    int output() const { return m_output; }
    int errors() const { return m_errors; }
    void closeInput();
    void closeOutput();
    void closeErrors();
    /// The exit code once it has ended: 128 and the signal's number if one ended it.
    std::optional<int> exitCode();

private:
    ChildProcess() = default;

    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    int m_errors = -1;
    std::optional<int> m_exitCode;
};

} // namespace gordian
