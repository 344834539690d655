// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/agentbridge.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QtEndian>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

namespace gordian {

namespace {

// Message numbers of draft-miller-ssh-agent, section 5.1.
enum Message : char { Failure = 5, RequestIdentities = 11, IdentitiesAnswer = 12, SignRequest = 13 };

constexpr qsizetype MostBytes = 1024 * 1024;
constexpr int ListLimit = 5 * 1000;
constexpr int SignLimit = 120 * 1000; // a person may have to touch a token or to confirm

QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray prefixed(const QByteArray &bytes)
{
    return number(static_cast<quint32>(bytes.size())) + bytes;
}

bool waitFor(const SshControl &control, int descriptor, short events, const QDeadlineTimer &deadline)
{
    std::array<pollfd, 2> both = {{{control.cancelDescriptor(), POLLIN, 0}, {descriptor, events, 0}}};
    const int left = deadline.isForever() ? -1 : static_cast<int>(deadline.remainingTime());
    int ready = 0;
    do {
        ready = ::poll(both.data(), both.size(), left);
    } while (ready < 0 && errno == EINTR);
    return ready > 0 && both[0].revents == 0;
}

bool sendAll(const SshControl &control, int descriptor, QByteArray bytes, const QDeadlineTimer &deadline)
{
    while (!bytes.isEmpty()) {
        if (!waitFor(control, descriptor, POLLOUT, deadline)) {
            return false;
        }
        const auto sent =
            ::send(descriptor, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR) {
            return false;
        }
        bytes.remove(0, qMax<qsizetype>(sent, 0));
    }
    return true;
}

std::optional<QByteArray> receive(const SshControl &control, int descriptor, qsizetype wanted,
                                  const QDeadlineTimer &deadline)
{
    QByteArray bytes;
    while (bytes.size() < wanted) {
        if (!waitFor(control, descriptor, POLLIN, deadline)) {
            return std::nullopt;
        }
        QByteArray portion(wanted - bytes.size(), Qt::Uninitialized);
        const auto got = ::recv(descriptor, portion.data(), static_cast<size_t>(portion.size()), 0);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) {
            return std::nullopt;
        }
        bytes += portion.left(qMax<qsizetype>(got, 0));
    }
    return bytes;
}

std::optional<QByteArray> receiveMessage(const SshControl &control, int descriptor,
                                         const QDeadlineTimer &deadline)
{
    const auto head = receive(control, descriptor, 4, deadline);
    if (!head) {
        return std::nullopt;
    }
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(head->constData()));
    return length == 0 || length > MostBytes ? std::nullopt : receive(control, descriptor, length, deadline);
}

std::optional<QByteArray> talk(const SshControl &control, int agent, const QByteArray &message, int limit)
{
    const QDeadlineTimer deadline(limit);
    return sendAll(control, agent, prefixed(message), deadline) ? receiveMessage(control, agent, deadline)
                                                                : std::nullopt;
}

QVector<AgentIdentity> parseIdentities(const QByteArray &answer)
{
    QVector<AgentIdentity> found;
    if (answer.size() < 5 || answer.at(0) != IdentitiesAnswer) {
        return found;
    }
    qsizetype at = 5;
    const auto take = [&]() -> std::optional<QByteArray> {
        if (at + 4 > answer.size()) {
            return std::nullopt;
        }
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(answer.constData() + at));
        if (length > answer.size() - at - 4) {
            return std::nullopt;
        }
        at += 4 + length;
        return answer.mid(at - length, length);
    };
    for (;;) {
        const auto blob = take();
        const auto comment = blob ? take() : std::nullopt;
        if (!comment) {
            return found;
        }
        found.append({*blob, *comment});
    }
}

int connectTo(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || name.size() >= static_cast<qsizetype>(sizeof address.sun_path)) {
        return -1;
    }
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor >= 0
        && ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

} // namespace

AgentBridge::AgentBridge(SshControl &control, int agent) : m_control(control), m_agent(agent)
{
}

std::unique_ptr<AgentBridge> AgentBridge::connect(SshControl &control, const QString &socket)
{
    const int agent = connectTo(socket);
    if (agent < 0) {
        return nullptr;
    }
    std::unique_ptr<AgentBridge> bridge(new AgentBridge(control, agent));
    const auto answer = talk(control, agent, QByteArray(1, RequestIdentities), ListLimit);
    std::array<int, 2> ends = {-1, -1};
    if (!answer || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return nullptr;
    }
    bridge->m_identities = parseIdentities(*answer);
    bridge->m_near = ends[0];
    bridge->m_far = ends[1];
    bridge->m_thread = std::thread(&AgentBridge::serve, bridge.get());
    return bridge;
}

AgentBridge::~AgentBridge()
{
    if (m_thread.joinable()) {
        ::shutdown(m_far, SHUT_RDWR);
        m_thread.join();
    }
    for (const int descriptor : {m_agent, m_near, m_far}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
}

int AgentBridge::takeNearEnd()
{
    return std::exchange(m_near, -1);
}

void AgentBridge::offer(const AgentIdentity &identity)
{
    const std::scoped_lock lock(m_mutex);
    m_offered = identity;
}

QByteArray AgentBridge::answerTo(const QByteArray &message) const
{
    if (message.at(0) == RequestIdentities) {
        const std::scoped_lock lock(m_mutex);
        return QByteArray(1, IdentitiesAnswer) + number(1) + prefixed(m_offered.blob)
            + prefixed(m_offered.comment);
    }
    if (message.at(0) == SignRequest) {
        return talk(m_control, m_agent, message, SignLimit).value_or(QByteArray(1, Failure));
    }
    return QByteArray(1, Failure);
}

void AgentBridge::serve() const
{
    const QDeadlineTimer unlimited(QDeadlineTimer::Forever);
    for (;;) {
        const auto message = receiveMessage(m_control, m_far, unlimited);
        if (!message || !sendAll(m_control, m_far, prefixed(answerTo(*message)), unlimited)) {
            // libssh waits for an answer without a limit: the end of the stream is one.
            ::shutdown(m_far, SHUT_RDWR);
            return;
        }
    }
}

} // namespace gordian
