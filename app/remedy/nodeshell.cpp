// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/nodeshell.h"

#include "collect/forbidden.h"
#include "collect/script.h"

#include <QFile>

// At global scope, as the macro demands: the text lives in a static library.
static void initAgentText()
{
    Q_INIT_RESOURCE(remedy_script);
}

namespace gordian {

namespace {

constexpr int kGraceSeconds = 30;
constexpr qsizetype kLongestReply = 4 * 1024 * 1024;

QByteArray agentText()
{
    initAgentText();
    QFile file(QStringLiteral(":/gordian/remedy/agent.sh"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll().replace("@FORBIDDEN@", forbiddenCase()) : QByteArray();
}

/// How many bytes at the end of `buffer` may be the beginning of `mark`. All before them is the node's, and a
/// person reads it while the command runs.
qsizetype begunAtTheEnd(const QByteArray &buffer, const QByteArray &mark)
{
    qsizetype begun = std::min(buffer.size(), mark.size() - 1);
    while (begun > 0 && !mark.startsWith(buffer.last(begun))) {
        --begun;
    }
    return begun;
}

} // namespace

QByteArray shellWord(const QByteArray &bytes)
{
    QByteArray word = bytes;
    word.replace('\0', QByteArray()).replace("'", "'\\''");
    return '\'' + word + '\'';
}

NodeShell::NodeShell(std::unique_ptr<Transport> transport, QString folder, QObject *parent)
    : QObject(parent),
      m_transport(std::move(transport)),
      m_folder(std::move(folder)),
      m_nonce(freshNonce())
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(ConnectLayer::LinkLost, {}); });
    connect(m_transport.get(), &Transport::opened, this, &NodeShell::start);
    connect(m_transport.get(), &Transport::output, this, &NodeShell::read);
    connect(m_transport.get(), &Transport::shellEnded, this, [this](const ShellEnd &end) {
        fail(end.linkLost ? ConnectLayer::LinkLost : ConnectLayer::Shell,
             QString::fromUtf8(end.errorOutput).trimmed());
    });
    connect(m_transport.get(), &Transport::failed, this, [this](const ConnectFailure &failure) {
        if (!m_isLost) {
            m_isLost = true;
            m_patience.stop();
            emit lost(failure);
        }
    });
    connect(m_transport.get(), &Transport::closed, this, [this] { fail(ConnectLayer::LinkLost, {}); });
}

NodeShell::~NodeShell() = default;

void NodeShell::open()
{
    m_transport->open();
}

void NodeShell::start()
{
    m_isOpen = true;
    m_transport->startShell(ShellRights::SudoPassword);
    m_transport->write("gr_n=" + m_nonce + "\ngr_top=" + shellWord(m_folder.toUtf8()) + '\n' + agentText());
    emit ready();
    send();
}

void NodeShell::ask(QObject *context, const QByteArray &function, const QByteArrayList &arguments,
                    int seconds, Take take)
{
    QByteArray text = function;
    for (const QByteArray &argument : arguments) {
        text += ' ' + shellWord(argument);
    }
    const bool isHeard = function == "gr_run" || function == "gr_service" || function == "gr_ask";
    m_calls.enqueue({text, seconds, isHeard, context, std::move(take)});
    send();
}

void NodeShell::send()
{
    if (!m_isOpen || m_isLost || m_isAsking || m_calls.isEmpty()) {
        return;
    }
    m_isAsking = true;
    m_reply = {};
    m_transport->write("gr_do " + QByteArray::number(++m_number) + ' ' + m_calls.head().text + '\n');
    m_patience.start((m_calls.head().seconds + kGraceSeconds) * 1000);
}

void NodeShell::read(const QByteArray &bytes)
{
    m_buffer += bytes;
    while (!m_isLost && readStep()) { }
}

bool NodeShell::readStep()
{
    if (!m_inAnswer) {
        const QByteArray mark = m_nonce + " A " + QByteArray::number(m_number) + '\n';
        const qsizetype at = m_buffer.indexOf(mark);
        if (at < 0) {
            m_buffer = m_buffer.right(mark.size());
            return false;
        }
        m_buffer.remove(0, at + mark.size());
        m_inAnswer = true;
    }
    const QByteArray mark = '\n' + m_nonce + " Z " + QByteArray::number(m_number) + ' ';
    const qsizetype end = m_buffer.indexOf(mark);
    const qsizetype lineEnd = end < 0 ? -1 : m_buffer.indexOf('\n', end + mark.size());
    const qsizetype sure = end < 0 ? m_buffer.size() - begunAtTheEnd(m_buffer, mark) : end;
    if (sure > 0) {
        const QByteArray part = m_buffer.left(sure);
        m_reply.output += part.left(std::max<qsizetype>(kLongestReply - m_reply.output.size(), 0));
        m_buffer.remove(0, sure);
        if (m_calls.head().isHeard) {
            emit printed(part);
        }
    }
    if (lineEnd < 0) {
        return false;
    }
    const qsizetype codeEnd = lineEnd - end;
    m_reply.exitCode = m_buffer.mid(mark.size(), codeEnd - mark.size()).toInt();
    m_buffer.remove(0, codeEnd + 1);
    m_inAnswer = false;
    m_isAsking = false;
    m_patience.stop();
    const Call call = m_calls.dequeue();
    if (call.context) {
        call.take(m_reply);
    }
    send();
    return true;
}

void NodeShell::close()
{
    m_isLost = true;
    m_patience.stop();
    m_transport->close();
}

void NodeShell::fail(ConnectLayer layer, const QString &detail)
{
    if (m_isLost) {
        return;
    }
    m_isLost = true;
    m_patience.stop();
    ConnectFailure failure;
    failure.layer = layer;
    failure.detail = detail;
    emit lost(failure);
}

} // namespace gordian
