// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshtransport.h"

#include "transport/sshcontrol.h"
#include "transport/sshworker.h"

#include <QCoreApplication>

namespace gordian {

namespace {

void registerTypes()
{
    qRegisterMetaType<ConnectState>();
    qRegisterMetaType<Endpoint>();
    qRegisterMetaType<HostKeyOffer>();
    qRegisterMetaType<SecretRequest>();
    qRegisterMetaType<ConnectionInfo>();
    qRegisterMetaType<ShellEnd>();
    qRegisterMetaType<ConnectFailure>();
    qRegisterMetaType<Privilege>();
}

} // namespace

SshTransport::SshTransport(Node node, SshSettings settings, QObject *parent)
    : Transport(parent),
      m_node(std::move(node)),
      m_settings(std::move(settings))
{
    registerTypes();
}

SshTransport::~SshTransport()
{
    letGo();
}

void SshTransport::open()
{
    letGo();
    m_control = std::make_shared<SshControl>();
    m_worker = new SshWorker(m_node, m_settings, m_control);
    // Whoever ends the program waits for the workers that are still on their way out.
    if (QCoreApplication::instance() != nullptr && QCoreApplication::instance()->thread() == thread()) {
        m_worker->setParent(QCoreApplication::instance());
    }
    connect(m_worker, &QThread::finished, m_worker, &QObject::deleteLater);
    connectWorker();
    m_worker->start();
}

// A queued call is delivered even after a disconnect: what an abandoned worker still says must be told from
// the news.
template <typename Signal, typename Own> void SshTransport::forward(Signal from, Own to)
{
    connect(
        m_worker.data(), from, this,
        [this, to, control = m_control](const auto &...values) {
            if (control == m_control) {
                (this->*to)(values...);
            }
        },
        Qt::QueuedConnection);
}

void SshTransport::connectWorker()
{
    forward(&SshWorker::stateChanged, &Transport::stateChanged);
    forward(&SshWorker::hostKeyUnknown, &Transport::hostKeyUnknown);
    forward(&SshWorker::secretNeeded, &Transport::secretNeeded);
    forward(&SshWorker::opened, &Transport::opened);
    forward(&SshWorker::shellStarted, &Transport::shellStarted);
    forward(&SshWorker::shellEnded, &Transport::shellEnded);
    forward(&SshWorker::inputCarried, &Transport::inputCarried);
    forward(&SshWorker::output, &SshTransport::deliver);
    forward(&SshWorker::failed, &SshTransport::fail);
}

void SshTransport::deliver(const QByteArray &bytes)
{
    // Counted after the owner has looked at it: a slow owner slows the node down.
    const auto control = m_control;
    emit output(bytes);
    control->consumed(bytes.size());
}

void SshTransport::fail(const ConnectFailure &failure)
{
    letGo();
    emit stateChanged(ConnectState::Failed, failure.hop);
    emit failed(failure);
}

void SshTransport::letGo()
{
    if (m_control) {
        m_control->cancel();
    }
    m_worker.clear();
    m_control.reset();
}

void SshTransport::close()
{
    letGo();
    emit stateChanged(ConnectState::Closed, m_node.endpoint);
    emit closed();
}

void SshTransport::startShell(ShellRights rights)
{
    if (m_control) {
        m_control->startShell(rights);
    }
}

void SshTransport::write(const QByteArray &bytes)
{
    if (m_control) {
        m_control->write(bytes);
    }
}

void SshTransport::closeInput()
{
    if (m_control) {
        m_control->closeInput();
    }
}

void SshTransport::acceptHostKey()
{
    if (m_control) {
        m_control->answerHostKey(true);
    }
}

void SshTransport::rejectHostKey()
{
    if (m_control) {
        m_control->answerHostKey(false);
    }
}

void SshTransport::answerSecret(quint64 number, const QVector<Secret> &answers)
{
    if (m_control) {
        m_control->answerSecret(number, answers);
    }
}

void SshTransport::declineSecret(quint64 number)
{
    if (m_control) {
        m_control->answerSecret(number, std::nullopt);
    }
}

void SshTransport::setReadingPaused(bool paused)
{
    if (m_control) {
        m_control->setReadingPaused(paused);
    }
}

} // namespace gordian
