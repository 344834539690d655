// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/tcpconnector.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

namespace gordian {

namespace {

using Failed = tl::unexpected<ConnectFailure>;

Failed failed(ConnectLayer layer, const QString &detail)
{
    ConnectFailure failure;
    failure.layer = layer;
    failure.detail = detail;
    return Failed(failure);
}

struct Address {
    int family = 0;
    sockaddr_storage storage = {};
    socklen_t length = 0;
};

// What getaddrinfo() finds. Shared, because a name server that never answers keeps its thread long after the
// one that asked has gone.
struct Answer {
    Answer() : done(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) { }
    ~Answer() { ::close(done); }
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;

    int done;
    std::atomic<bool> complete = false;
    int code = EAI_AGAIN;
    std::vector<Address> addresses;
};

void resolve(const std::shared_ptr<Answer> &answer, const QByteArray &host, quint16 port)
{
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    answer->code = getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &found);
    if (answer->code == 0) {
        for (const addrinfo *entry = found; entry != nullptr; entry = entry->ai_next) {
            Address address;
            address.family = entry->ai_family;
            address.length = entry->ai_addrlen;
            std::memcpy(&address.storage, entry->ai_addr, entry->ai_addrlen);
            answer->addresses.push_back(address);
        }
        freeaddrinfo(found);
    }
    answer->complete.store(true, std::memory_order_release);
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(answer->done, &one, sizeof one);
}

enum class Waited { Ready, TimedOut, Cancelled };

Waited waitFor(SshControl &control, int descriptor, short events, const QDeadlineTimer &deadline)
{
    for (;;) {
        std::array<pollfd, 2> both = {{{control.wakeDescriptor(), POLLIN, 0}, {descriptor, events, 0}}};
        const int ready = ::poll(both.data(), both.size(), static_cast<int>(deadline.remainingTime()));
        control.clearWake();
        if (control.isCancelled()) {
            return Waited::Cancelled;
        }
        if (both[1].revents != 0) {
            return Waited::Ready;
        }
        if (ready <= 0 && deadline.hasExpired()) {
            return Waited::TimedOut;
        }
    }
}

ConnectLayer layerOf(int problem)
{
    switch (problem) {
    case ECONNREFUSED:
        return ConnectLayer::TcpRefused;
    case ETIMEDOUT:
        return ConnectLayer::TcpTimedOut;
    default:
        return ConnectLayer::TcpUnreachable;
    }
}

tl::expected<int, ConnectFailure> connectTo(SshControl &control, const Address &address,
                                            const QDeadlineTimer &deadline)
{
    const int descriptor = ::socket(address.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0) {
        return failed(ConnectLayer::Internal, QString::fromLocal8Bit(std::strerror(errno)));
    }
    // One small packet after the other is this protocol's way to start: Nagle would hold each back for an
    // answer.
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    int problem = 0;
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address.storage), address.length) != 0) {
        problem = errno;
    }
    if (problem == EINPROGRESS) {
        const Waited waited = waitFor(control, descriptor, POLLOUT, deadline);
        if (waited != Waited::Ready) {
            ::close(descriptor);
            return failed(waited == Waited::Cancelled ? ConnectLayer::Cancelled : ConnectLayer::TcpTimedOut,
                          {});
        }
        socklen_t size = sizeof problem;
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &problem, &size);
    }
    if (problem != 0) {
        ::close(descriptor);
        return failed(layerOf(problem), QString::fromLocal8Bit(std::strerror(problem)));
    }
    return descriptor;
}

} // namespace

tl::expected<int, ConnectFailure> connectTcp(SshControl &control, const QString &host, quint16 port,
                                             const QDeadlineTimer &deadline,
                                             const std::function<void()> &connecting)
{
    const auto answer = std::make_shared<Answer>();
    std::thread(resolve, answer, host.toUtf8(), port).detach();
    switch (waitFor(control, answer->done, POLLIN, deadline)) {
    case Waited::Cancelled:
        return failed(ConnectLayer::Cancelled, {});
    case Waited::TimedOut:
        return failed(ConnectLayer::Name, QString::fromLocal8Bit(gai_strerror(EAI_AGAIN)));
    case Waited::Ready:
        break;
    }
    if (!answer->complete.load(std::memory_order_acquire) || answer->code != 0 || answer->addresses.empty()) {
        return failed(ConnectLayer::Name, QString::fromLocal8Bit(gai_strerror(answer->code)));
    }
    connecting();
    // An address that stays silent must leave time for the ones after it.
    ConnectFailure last;
    for (size_t i = 0; i < answer->addresses.size(); ++i) {
        const qint64 share = deadline.remainingTime() / static_cast<qint64>(answer->addresses.size() - i);
        auto connected = connectTo(control, answer->addresses[i], QDeadlineTimer(qMax<qint64>(share, 1)));
        if (connected || connected.error().layer == ConnectLayer::Cancelled) {
            return connected;
        }
        last = connected.error();
    }
    return Failed(last);
}

} // namespace gordian
