// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs the real gordianctl as a script would, without a terminal, or as a person would, at one. Nothing of
// the account that runs the test is read: the home folder is a fresh one.

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

struct RunResult {
    int code = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray err;
    qint64 milliseconds = 0;
    /// It ended with 1 and one line on standard error, which names what is wrong.
    bool complainsOf(const QByteArray &what) const
    {
        return code == 1 && err.contains(what) && err.count('\n') == 1;
    }
    /// For a test's message.
    QByteArray all() const { return "exit " + QByteArray::number(code) + '\n' + out + "\n--\n" + err; }
};

class Gordianctl {
public:
    Gordianctl();

    QString folder() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray contents(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes) const;

    /// To its end, in a session of its own: no /dev/tty.
    RunResult run(const QStringList &arguments, const QByteArray &input = {}, int seconds = 60) const;
    /// The same of another program; `arguments` of gordianctl follow those of the program.
    RunResult runUnder(const QStringList &program, const QStringList &arguments, const QByteArray &input = {},
                       int seconds = 60) const;
    std::unique_ptr<QProcess> start(const QStringList &program, const QStringList &arguments) const;

    static QString program();

private:
    QTemporaryDir m_folder;
};

/// gordianctl with a terminal of its own.
class TerminalRun {
public:
    TerminalRun(const Gordianctl &home, const QStringList &arguments);
    ~TerminalRun();
    Q_DISABLE_COPY_MOVE(TerminalRun)

    /// Reads until the terminal has shown `text`, after what was waited for before.
    bool waitFor(const QByteArray &text, int seconds = 20);
    void type(const QByteArray &text) const;
    /// To the end; the exit code, or -1.
    int finish(int seconds = 40);
    const QByteArray &shown() const { return m_shown; }

private:
    bool read(int milliseconds);
    int m_terminal = -1;
    int m_pid = -1;
    QByteArray m_shown;
    qsizetype m_seen = 0;
};
