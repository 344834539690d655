// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "support/transportprobe.h"

#include <QTest>

using namespace gordian;

TransportProbe::TransportProbe(std::unique_ptr<Transport> transport) : m_transport(std::move(transport))
{
    Transport *watched = m_transport.get();
    connect(watched, &Transport::opened, this, [this](const ConnectionInfo &info) { opened = info; });
    connect(watched, &Transport::failed, this, [this](const ConnectFailure &problem) { failure = problem; });
    connect(watched, &Transport::shellEnded, this, [this](const ShellEnd &end) { ended = end; });
    connect(watched, &Transport::shellStarted, this, [this](Privilege privilege) { rights = privilege; });
    connect(watched, &Transport::output, this, [this](const QByteArray &bytes) { output += bytes; });
    connect(watched, &Transport::stateChanged, this, [this](ConnectState state) { states.append(state); });
    connect(watched, &Transport::closed, this, [this] { ++closedCount; });
    connect(watched, &Transport::secretNeeded, this, &TransportProbe::onSecret);
    connect(watched, &Transport::hostKeyUnknown, this, [this](const HostKeyOffer &offer) {
        offers.append(offer);
        if (!leaveQuestions) {
            acceptHostKeys ? m_transport->acceptHostKey() : m_transport->rejectHostKey();
        }
    });
}

void TransportProbe::onSecret(const SecretRequest &request)
{
    questions.append(request);
    if (leaveQuestions) {
        return;
    }
    if (answers.isEmpty()) {
        m_transport->declineSecret(request.number);
        return;
    }
    QVector<Secret> secrets;
    for (const QByteArray &answer : answers.takeFirst()) {
        secrets.append(Secret(answer));
    }
    m_transport->answerSecret(request.number, secrets);
}

QByteArray TransportProbe::why() const
{
    if (!failure) {
        return "no failure";
    }
    return "layer " + QByteArray::number(static_cast<int>(failure->layer)) + ": " + failure->detail.toUtf8()
        + " tried: " + failure->tried.join(QLatin1Char(';')).toUtf8();
}

bool TransportProbe::openAndWait(int milliseconds)
{
    m_transport->open();
    [[maybe_unused]] const bool settled =
        QTest::qWaitFor([this] { return opened.has_value() || failure.has_value(); }, milliseconds);
    return opened.has_value();
}

bool TransportProbe::runScript(const QByteArray &script, ShellRights wanted, int milliseconds)
{
    ended.reset();
    output.clear();
    m_transport->startShell(wanted);
    m_transport->write(script);
    m_transport->closeInput();
    [[maybe_unused]] const bool settled =
        QTest::qWaitFor([this] { return ended.has_value() || failure.has_value(); }, milliseconds);
    return ended.has_value() && !failure.has_value();
}
