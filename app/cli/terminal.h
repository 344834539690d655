// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The person at the terminal: progress on one line, questions with the echo off, and text from nodes made
// harmless. Owned by the command, lives on the main thread. Questions block: there is nothing else to do
// until they are answered.

#include "cli/textlayout.h"
#include "core/connection.h"
#include "core/error.h"

#include <QString>
#include <QTextStream>

#include <optional>

namespace gordian {

class Terminal {
    Q_DISABLE_COPY_MOVE(Terminal)

public:
    Terminal();
    ~Terminal();

    /// Standard error is a terminal: progress may be drawn there.
    bool showsProgress() const;
    /// A person can be asked (/dev/tty opens).
    bool canAsk() const;

    /// What standard output is shown on; coloured unless NO_COLOR (https://no-color.org) or TERM says
    /// otherwise.
    Screen screen() const;

    void progress(const QString &line); ///< replaces the last progress line
    void say(const QString &line); ///< to standard error, below any progress line
    void print(const QString &text); ///< to standard output
    /// What printing failed with, a full disk for one. A reader that went away early is no failure.
    const std::optional<Error> &printError() const { return m_printError; }

    /// Questions end as unanswered once this descriptor can be read.
    void stopAskingOn(int descriptor) { m_interrupt = descriptor; }
    bool confirm(const QString &question);
    std::optional<Secret> askSecret(const QString &prompt, bool echo);

    /// Control characters, ANSI sequences, and what is not seen or moves others, replaced by visible signs.
    static QString harmless(const QString &text);

private:
    QString answerTo(const QString &question, bool echo);
    void ask(const QString &question);
    bool waitForKey() const;
    void clearProgress();
    int m_tty = -1;
    int m_interrupt = -1;
    std::optional<Error> m_printError;
    bool m_progressDrawn = false;
};

/// Reads one line from an open file descriptor: --password-fd. Nothing at all: std::nullopt.
std::optional<Secret> readSecret(int descriptor);

} // namespace gordian
