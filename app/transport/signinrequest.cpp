// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/signinrequest.h"

#include <libssh/libssh.h>

namespace gordian {

namespace {

constexpr int MostPrompts = 16;
constexpr qsizetype LongestText = 2000;

QString clipped(const char *text)
{
    return text == nullptr ? QString() : QString::fromUtf8(text).left(LongestText);
}

bool asksPassword(const SecretRequest &request)
{
    return request.prompts.size() == 1 && !request.prompts.first().echo
        && request.prompts.first().text.contains(QLatin1String("password"), Qt::CaseInsensitive)
        && !request.prompts.first().text.contains(QLatin1String("one-time"), Qt::CaseInsensitive);
}

} // namespace

QString accountAt(const Endpoint &endpoint)
{
    constexpr quint16 sshPort = 22;
    Endpoint shown = endpoint;
    shown.port = shown.port == sshPort ? 0 : shown.port;
    return shown.display();
}

int requestLimit(const HopPlan &plan, int roundTripMilliseconds)
{
    return 3 * 1000 * plan.connectSeconds + 20 * roundTripMilliseconds;
}

SecretRequest readPrompts(ssh_session_struct *session, const QString &identity, int attempt)
{
    SecretRequest request;
    request.kind = SecretKind::KeyboardInteractive;
    request.identity = identity;
    request.attempt = attempt;
    const QString name = clipped(ssh_userauth_kbdint_getname(session)).trimmed();
    const QString instruction = clipped(ssh_userauth_kbdint_getinstruction(session)).trimmed();
    request.title =
        name.isEmpty() || instruction.isEmpty() ? name + instruction : name + QLatin1Char('\n') + instruction;
    const int count = qMin(ssh_userauth_kbdint_getnprompts(session), MostPrompts);
    for (int i = 0; i < count; ++i) {
        char echo = 0;
        const char *text = ssh_userauth_kbdint_getprompt(session, static_cast<unsigned>(i), &echo);
        request.prompts.append({clipped(text), echo != 0});
    }
    if (asksPassword(request)) {
        request.kind = SecretKind::Password;
    }
    return request;
}

QStringList offeredMethods(ssh_session_struct *session)
{
    const int methods = ssh_userauth_list(session, nullptr);
    QStringList names;
    const auto add = [&](int bit, const char *name) {
        if ((methods & bit) != 0) {
            names.append(QLatin1String(name));
        }
    };
    add(SSH_AUTH_METHOD_PUBLICKEY, "publickey");
    add(SSH_AUTH_METHOD_INTERACTIVE, "keyboard-interactive");
    add(SSH_AUTH_METHOD_PASSWORD, "password");
    add(SSH_AUTH_METHOD_HOSTBASED, "hostbased");
    add(SSH_AUTH_METHOD_GSSAPI_MIC, "gssapi-with-mic");
    return names;
}

} // namespace gordian
