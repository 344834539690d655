// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/shelllauncher.h"

#include <QRandomGenerator>

namespace gordian {

namespace {

constexpr qsizetype MostChatter = 64 * 1024;
constexpr qsizetype KeptErrors = 4096;

QByteArray freshMark()
{
    QByteArray mark = "gordian-";
    for (int i = 0; i < 2; ++i) {
        mark += QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    }
    return mark;
}

} // namespace

ShellLauncher::ShellLauncher(ShellRights rights) : m_mark(freshMark()), m_rights(rights)
{
}

// Held in single quotes by command(): no quote, backslash, '!' or line end may stand in it, which csh and
// fish read in their own ways. sudo is tried with the very command it is to run, because sudoers may allow
// nothing else. -k before a command: sudo notes nothing on the node, neither that it was asked nor that a
// password was typed, and a ticket that the person has from elsewhere is not used up.
QByteArray ShellLauncher::script() const
{
    const QByteArray start = "exec sh -s";
    QByteArray script = "LC_ALL=C; export LC_ALL; ";
    if (m_rights != ShellRights::Account) {
        script += "if [ \"$(id -u)\" = 0 ]; then echo " + m_mark + " root; " + start + "; fi; ";
        script += "if sudo -k -n sh -s </dev/null >/dev/null 2>&1; then echo " + m_mark
            + " sudo; exec sudo -k -n sh -s; fi; ";
    }
    if (m_rights == ShellRights::SudoPassword) {
        script += "if command -v sudo >/dev/null; then exec sudo -k -S -p " + m_mark
            + "-password sh -c \"echo " + m_mark + " password; " + start + "\"; fi; ";
    }
    return script + "echo " + m_mark + " account; " + start;
}

QByteArray ShellLauncher::command() const
{
    return "sh -c '" + script() + "'";
}

ShellLauncher::Event ShellLauncher::takeOutput(QByteArray &bytes)
{
    m_output += bytes;
    bytes.clear();
    const QByteArray opening = m_mark + ' ';
    const qsizetype at = m_output.indexOf(opening);
    const qsizetype end = at < 0 ? -1 : m_output.indexOf('\n', at);
    if (end < 0) {
        return Event::Nothing;
    }
    const QByteArray word = m_output.mid(at + opening.size(), end - at - opening.size()).trimmed();
    m_privilege = word == "root" ? Privilege::Root
        : word == "sudo"         ? Privilege::Sudo
        : word == "password"     ? Privilege::SudoPassword
                                 : Privilege::None;
    bytes = m_output.mid(end + 1);
    m_output.clear();
    m_ready = true;
    return Event::Ready;
}

ShellLauncher::Event ShellLauncher::takeErrors(const QByteArray &bytes)
{
    const QByteArray prompt = m_mark + "-password";
    m_promptTail += bytes;
    const qsizetype at = m_promptTail.lastIndexOf(prompt);
    if (at < 0) {
        m_errors += bytes.left(KeptErrors - m_errors.size());
        m_promptTail = m_promptTail.right(prompt.size() - 1);
        return Event::Nothing;
    }
    m_promptTail = m_promptTail.mid(at + prompt.size());
    m_askedPassword = true;
    return Event::PasswordWanted;
}

bool ShellLauncher::saysTooMuch() const
{
    return m_output.size() > MostChatter;
}

ConnectLayer ShellLauncher::failureLayer() const
{
    if (m_errors.contains("No space left on device") || m_output.contains("No space left on device")) {
        return ConnectLayer::DiskFull;
    }
    return m_askedPassword ? ConnectLayer::Sudo : ConnectLayer::Shell;
}

QString ShellLauncher::failureDetail() const
{
    const QByteArray words =
        m_errors.trimmed().isEmpty() ? m_output.left(KeptErrors).trimmed() : m_errors.trimmed();
    return QString::fromUtf8(words);
}

} // namespace gordian
