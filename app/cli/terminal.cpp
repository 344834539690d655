// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/terminal.h"

#include "core/characters.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iterator>

namespace gordian {

namespace {

bool writeAll(std::FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, file) == size && std::fflush(file) == 0;
}

int columns()
{
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

} // namespace

Terminal::Terminal() : m_tty(::open("/dev/tty", O_RDWR | O_CLOEXEC))
{
}

Terminal::~Terminal()
{
    clearProgress();
    if (m_tty >= 0) {
        ::close(m_tty);
    }
}

bool Terminal::showsProgress() const
{
    return isatty(STDERR_FILENO) == 1;
}

bool Terminal::canAsk() const
{
    return m_tty >= 0;
}

Screen Terminal::screen() const
{
    winsize size{};
    if (isatty(STDOUT_FILENO) != 1) {
        return {};
    }
    const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
    const bool coloured = qEnvironmentVariableIsEmpty("NO_COLOR") && !qEnvironmentVariableIsEmpty("TERM")
        && qgetenv("TERM") != "dumb";
    return {known ? size.ws_col : 80, known ? size.ws_row : 24, coloured};
}

void Terminal::progress(const QString &line)
{
    if (showsProgress()) {
        writeAll(stderr, QStringLiteral("\r\x1b[K") + line.left(columns() - 1));
        m_progressDrawn = true;
    }
}

void Terminal::clearProgress()
{
    if (std::exchange(m_progressDrawn, false)) {
        writeAll(stderr, QStringLiteral("\r\x1b[K"));
    }
}

void Terminal::say(const QString &line)
{
    clearProgress();
    writeAll(stderr, line + QLatin1Char('\n'));
}

void Terminal::print(const QString &text)
{
    clearProgress();
    if (!writeAll(stdout, text) && errno != EPIPE && !m_printError) {
        m_printError = Error{errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileNotWritable,
                             QString::fromLocal8Bit(std::strerror(errno)),
                             {{QStringLiteral("path"), QStringLiteral("/dev/stdout")}}};
    }
}

// Where the answer comes from: standard error may be a file.
void Terminal::ask(const QString &question)
{
    clearProgress();
    const QByteArray bytes = question.toUtf8();
    (void)!::write(m_tty, bytes.constData(), static_cast<size_t>(bytes.size()));
}

// Not read(2) alone: a signal that comes just before it would wait with it.
bool Terminal::waitForKey() const
{
    pollfd waiting[] = {{m_tty, POLLIN, 0}, {m_interrupt, POLLIN, 0}}; // one below zero is passed over
    while (::poll(waiting, std::size(waiting), -1) < 0) {
        if (errno != EINTR) {
            return false;
        }
    }
    return waiting[1].revents == 0;
}

QString Terminal::answerTo(const QString &question, bool echo)
{
    termios before{};
    const bool hidden = !echo && tcgetattr(m_tty, &before) == 0;
    if (hidden) {
        termios quiet = before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(m_tty, TCSAFLUSH, &quiet);
    }
    ask(question); // after the echo is off: who answers at once must not be heard
    QByteArray line;
    char byte = 0;
    while (waitForKey() && ::read(m_tty, &byte, 1) == 1 && byte != '\n') {
        line.append(byte);
    }
    if (byte != '\n') {
        line.fill('\0'); // Ctrl+C, or the terminal went away: half an answer is none
        line.clear();
    }
    if (hidden) {
        tcsetattr(m_tty, TCSAFLUSH, &before);
        (void)!::write(m_tty, "\n", 1);
    }
    QString text = QString::fromUtf8(line);
    line.fill('\0');
    return text;
}

bool Terminal::confirm(const QString &question)
{
    if (!canAsk()) {
        return false;
    }
    const QString answer = answerTo(question + QLatin1Char('\n'), true).trimmed().toLower();
    return answer == QLatin1String("yes") || answer == QLatin1String("y") || answer == QStringLiteral("да")
        || answer == QStringLiteral("д");
}

std::optional<Secret> Terminal::askSecret(const QString &prompt, bool echo)
{
    if (!canAsk()) {
        return std::nullopt;
    }
    const QString answer = answerTo(prompt + QLatin1Char(' '), echo);
    return answer.isEmpty() ? std::nullopt : std::optional(Secret(answer.toUtf8()));
}

QString Terminal::harmless(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype start = at;
        const char32_t code = takeCodePoint(text, at);
        if (kindOf(code) == CharacterKind::Seen) {
            shown += QStringView(text).sliced(start, at - start);
        } else if (code == U'\t') {
            shown += QLatin1Char(' ');
        } else if (code < 0x20) {
            shown += QChar(pictureOf(code));
        } else {
            shown += QChar(QChar::ReplacementCharacter);
        }
    }
    return shown;
}

std::optional<Secret> readSecret(int descriptor)
{
    QByteArray line;
    char byte = 0;
    constexpr qsizetype longest = 4096;
    while (line.size() < longest && ::read(descriptor, &byte, 1) == 1 && byte != '\n') {
        line.append(byte);
    }
    if (line.isEmpty()) {
        return std::nullopt;
    }
    Secret secret(QByteArray(line.constData(), line.size()));
    line.fill('\0');
    return secret;
}

} // namespace gordian
