// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/nodecollector.h"

#include "collect/hello.h"

#include <QRegularExpression>

#include <utility>

namespace gordian {

namespace {

// Wave 1 triages, wave 2 goes deeper; a planner that never ends is not followed for ever.
constexpr int mostWaves = 8;
constexpr int helloSeconds = 15;
// What the node itself may take beyond its limit: TERM, KILL, giving up.
constexpr int nodeGraceSeconds = 10;
// On a link of a kilobyte a second the script alone takes over a minute, and so do its answers. As long as
// bytes move, either way, they are waited for; but not for ever.
constexpr int slowLinkSeconds = 300;

/// Nobody gave the node a name: it goes by the address that was typed.
bool isOnlyAnAddress(const Node &node)
{
    static const QRegularExpression address(
        QStringLiteral(R"(^(\d+(\.\d+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%\w+)?)$)"));
    return node.name.isEmpty() || address.match(node.name).hasMatch();
}

} // namespace

NodeCollector::NodeCollector(Node node, std::unique_ptr<Transport> transport, Collector::Planner planner,
                             const CollectOptions &options, QObject *parent)
    : QObject(parent),
      m_transport(std::move(transport)),
      m_planner(std::move(planner)),
      m_options(options),
      m_nonce(freshNonce()),
      m_reader(m_nonce)
{
    m_record.node = std::move(node);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &NodeCollector::onDeadline);
    connectTransport();
}

NodeCollector::~NodeCollector() = default;

void NodeCollector::connectTransport()
{
    Transport *transport = m_transport.get();
    connect(transport, &Transport::stateChanged, this, &NodeCollector::onStateChanged);
    connect(transport, &Transport::hostKeyUnknown, this, &NodeCollector::onHostKeyUnknown);
    connect(transport, &Transport::secretNeeded, this, &NodeCollector::onSecretNeeded);
    connect(transport, &Transport::opened, this, &NodeCollector::onOpened);
    connect(transport, &Transport::inputCarried, this, &NodeCollector::onInputCarried);
    connect(transport, &Transport::output, this, &NodeCollector::onOutput);
    connect(transport, &Transport::shellEnded, this, &NodeCollector::onShellEnded);
    connect(transport, &Transport::failed, this, &NodeCollector::onFailed);
    connect(transport, &Transport::closed, this, &NodeCollector::onClosed);
}

void NodeCollector::start()
{
    m_startedAt = QDateTime::currentDateTimeUtc();
    m_transport->open();
}

void NodeCollector::cancel()
{
    if (m_finished) {
        return;
    }
    audit(QDateTime::currentDateTimeUtc(), QStringLiteral("cancel"), QStringLiteral("ok"));
    endWave(QStringLiteral("cancelled"), QStringLiteral("cancelled"));
    if (!m_opened) {
        ConnectFailure failure;
        failure.layer = ConnectLayer::Cancelled;
        failure.hop = m_record.node.endpoint;
        m_record.failure = failure;
    }
    finish(m_opened ? ConnectState::Closed : ConnectState::Failed);
}

void NodeCollector::questionAnswered(bool withSudoPassword)
{
    m_progress.waitsForUser = false;
    m_sudoRequest = 0;
    m_sudoPassword = m_sudoPassword || withSudoPassword;
    if (m_opened && !m_greeted) {
        armDeadline(helloSeconds);
    }
    emit progressChanged();
}

void NodeCollector::onStateChanged(ConnectState state, const Endpoint &hop)
{
    if (m_opened && state != ConnectState::Running) {
        return; // its end is told by shellEnded(), failed() or closed()
    }
    m_progress.state = state;
    m_progress.hop = hop;
    m_record.state = state;
    emit progressChanged();
    emit changed();
}

void NodeCollector::onHostKeyUnknown(const HostKeyOffer &offer)
{
    m_progress.waitsForUser = true;
    emit progressChanged();
    emit hostKeyUnknown(offer);
}

void NodeCollector::onSecretNeeded(const SecretRequest &request)
{
    m_progress.waitsForUser = true;
    m_sudoRequest = request.kind == SecretKind::SudoPassword ? request.number : 0;
    // A person types as long as it takes.
    m_deadline.stop();
    emit progressChanged();
    emit secretNeeded(request);
}

void NodeCollector::onOpened(const ConnectionInfo &info)
{
    m_opened = true;
    m_record.connection = info;
    m_record.state = ConnectState::Running;
    m_progress.state = ConnectState::Running;
    m_progress.waitsForUser = false;
    audit(m_startedAt, QStringLiteral("connect"), QStringLiteral("ok"));
    emit changed();
    emit signedIn();
    m_shellStartedAt = QDateTime::currentDateTimeUtc();
    m_asked.start();
    m_transport->startShell(m_options.rights);
    m_transport->write(scriptPrologue(m_nonce));
    // Sent along at once: waiting for the hello would cost a round trip.
    nextWave();
    if (!m_finished && !m_greeted && !m_progress.waitsForUser) {
        armDeadline(helloSeconds);
    }
}

void NodeCollector::nextWave()
{
    const int number = m_progress.wave + 1;
    QVector<Probe> probes;
    if (number <= mostWaves) {
        probes = m_planner(m_record, number, m_artifacts);
    }
    if (probes.isEmpty()) {
        // Nothing of the script runs between waves: its shell ends with its input, and to see that would cost
        // a round trip.
        finish(ConnectState::Closed);
        return;
    }
    m_progress.wave = number;
    m_progress.probesTotal += static_cast<int>(probes.size());
    m_wave =
        std::make_unique<WaveRun>(m_record.node.id, number, m_round + 1, m_nonce, probes, m_options.limits);
    m_reader.setBodyLimit(m_wave->longestBody());
    ask(probes, m_options.limits);
    emit progressChanged();
}

void NodeCollector::ask(const QVector<Probe> &probes, const ScriptLimits &limits)
{
    ++m_round;
    m_asked.start();
    m_transport->write(scriptWave(m_nonce, probes, limits));
    armDeadline(limits.totalSeconds + nodeGraceSeconds);
}

// The node keeps its limits itself; this is for a node that cannot even do that. A slow link gets more time.
void NodeCollector::armDeadline(int seconds)
{
    constexpr int roundTrips = 20;
    m_patienceSeconds = seconds;
    m_deadline.start(seconds * 1000 + roundTrips * m_record.connection.roundTripMilliseconds);
}

bool NodeCollector::mayWaitOn() const
{
    return m_asked.isValid() && m_asked.elapsed() < 1000 * slowLinkSeconds;
}

// The node has not got all of the script yet: its time has not begun.
void NodeCollector::onInputCarried()
{
    if (m_deadline.isActive() && mayWaitOn()) {
        armDeadline(m_patienceSeconds);
    }
}

void NodeCollector::onOutput(const QByteArray &bytes)
{
    if (m_finished) {
        return;
    }
    m_progress.bytes += bytes.size();
    m_heard.start();
    bool moved = false;
    const QVector<Frame> frames = m_reader.feed(bytes);
    for (const Frame &frame : frames) {
        if (m_finished) {
            return;
        }
        if (frame.kind == Frame::Kind::Hello) {
            onHello(frame);
        } else if (frame.kind == Frame::Kind::WaveDone) {
            if (m_wave && frame.wave == m_round) {
                waveDone();
            }
        } else if (m_wave) {
            if (const auto artifact = m_wave->take(frame)) {
                m_artifacts.append(*artifact);
                ++m_progress.probesDone;
                m_progress.lastProbe = artifact->probe;
                moved = true;
                emit artifactCollected(*artifact);
            }
        }
    }
    if (moved && !m_finished) {
        emit progressChanged();
    }
}

void NodeCollector::onHello(const Frame &frame)
{
    if (m_greeted) {
        return;
    }
    m_greeted = true;
    const Hello hello = readHello(frame.body);
    m_record.account = hello.user;
    m_record.privilege = privilegeOf(hello, m_sudoPassword);
    const ClockReading clock = readClock(hello, m_shellStartedAt, QDateTime::currentDateTimeUtc(),
                                         m_record.connection.roundTripMilliseconds);
    m_record.clockOffsetMs = clock.offsetMs;
    m_record.clockUncertaintyMs = clock.uncertaintyMs;
    if (isOnlyAnAddress(m_record.node) && !hello.host.isEmpty()) {
        m_record.node.name = hello.host;
    }
    if (m_wave) {
        armDeadline(m_options.limits.totalSeconds + nodeGraceSeconds);
    }
    emit changed();
}

void NodeCollector::waveDone()
{
    ScriptLimits alone = m_options.limits;
    alone.laneSeconds = 0;
    alone.totalSeconds -= static_cast<int>(m_wave->startedAt().secsTo(QDateTime::currentDateTimeUtc()));
    const QVector<Probe> again = alone.totalSeconds > 0 ? m_wave->askAgain(m_round + 1) : QVector<Probe>();
    if (!again.isEmpty()) {
        ask(again, alone);
        return;
    }
    endWave(QStringLiteral("wave-time-limit"), QStringLiteral("ok"));
    if (!m_finished) {
        nextWave();
    }
}

// Whatever has not answered by now will not.
void NodeCollector::endWave(const QString &note, const QString &outcome)
{
    if (!m_wave) {
        return;
    }
    const std::unique_ptr<WaveRun> wave = std::move(m_wave);
    const QVector<Artifact> lost = wave->giveUp(note);
    audit(wave->startedAt(),
          QStringLiteral("script wave %1: %2 probes").arg(wave->number()).arg(wave->size()), outcome);
    for (const Artifact &artifact : lost) {
        m_artifacts.append(artifact);
        emit artifactCollected(artifact);
    }
}

void NodeCollector::onDeadline()
{
    if (!m_greeted) {
        failWith(ConnectLayer::Shell, QString::fromUtf8(m_reader.foreign()).trimmed());
    } else if (m_heard.isValid() && m_heard.elapsed() < 500 * qMin(m_patienceSeconds, nodeGraceSeconds)
               && mayWaitOn()) {
        // Its answers are still under way.
        armDeadline(nodeGraceSeconds);
    } else {
        endWave(QStringLiteral("no-answer"), QStringLiteral("no-answer"));
        finish(ConnectState::Closed);
    }
}

void NodeCollector::onShellEnded(const ShellEnd &end)
{
    if (m_finished) {
        return;
    }
    if (end.linkLost) {
        failWith(ConnectLayer::LinkLost, QString::fromUtf8(end.errorOutput).trimmed());
        return;
    }
    const QByteArray words = end.errorOutput + m_reader.foreign();
    if (!m_greeted) {
        failWith(words.contains("No space left") ? ConnectLayer::DiskFull : ConnectLayer::Shell,
                 QString::fromUtf8(words).trimmed());
        return;
    }
    const QString how = end.signal.isEmpty() ? QStringLiteral("exit %1").arg(end.exitCode) : end.signal;
    endWave(QStringLiteral("shell-ended"), how);
    finish(ConnectState::Closed);
}

void NodeCollector::onFailed(const ConnectFailure &failure)
{
    if (m_finished) {
        return;
    }
    if (!m_opened) {
        audit(m_startedAt, QStringLiteral("connect"), QStringLiteral("failed"));
    }
    m_record.failure = failure;
    const bool lost = failure.layer == ConnectLayer::LinkLost;
    endWave(lost ? QStringLiteral("link-lost") : QStringLiteral("no-shell"),
            lost ? QStringLiteral("link-lost") : QStringLiteral("failed"));
    finish(ConnectState::Failed);
}

void NodeCollector::onClosed()
{
    if (!m_finished) {
        failWith(ConnectLayer::LinkLost, {});
    }
}

void NodeCollector::failWith(ConnectLayer layer, const QString &detail)
{
    ConnectFailure failure;
    failure.layer = layer;
    failure.hop = m_record.node.endpoint;
    failure.detail = detail;
    failure.milliseconds = static_cast<int>(m_startedAt.msecsTo(QDateTime::currentDateTimeUtc()));
    onFailed(failure);
}

void NodeCollector::finish(ConnectState state)
{
    if (m_finished) {
        return;
    }
    m_finished = true;
    m_deadline.stop();
    m_record.state = state;
    m_progress.state = state;
    m_progress.waitsForUser = false;
    m_transport->disconnect(this);
    m_transport->close();
    // We may be inside one of its signals.
    m_transport.release()->deleteLater();
    emit changed();
    emit progressChanged();
    emit finished();
}

void NodeCollector::audit(const QDateTime &at, const QString &what, const QString &outcome)
{
    emit ran({at, m_record.node.id, what, outcome});
}

} // namespace gordian
