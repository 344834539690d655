// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshserverauth.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>

#include <vector>

namespace gordian {

struct SshServerAuth::Callbacks {
    ssh_server_callbacks_struct table = {};

    static int onNone(ssh_session, const char *user, void *self)
    {
        auto *auth = static_cast<SshServerAuth *>(self);
        auth->account(user); // tells the methods that are left
        return SSH_AUTH_DENIED;
    }
    static ssh_channel onChannel(ssh_session, void *self)
    {
        const auto *auth = static_cast<SshServerAuth *>(self);
        return auth->m_done ? auth->m_openChannel() : nullptr;
    }
    static int onPassword(ssh_session, const char *user, const char *password, void *self)
    {
        return static_cast<SshServerAuth *>(self)->tryPassword(user, password);
    }
    static int onKey(ssh_session, const char *user, ssh_key key, char state, void *self)
    {
        char *base64 = nullptr;
        if (ssh_pki_export_pubkey_base64(key, &base64) != SSH_OK) {
            return SSH_AUTH_DENIED;
        }
        const QByteArray text(base64);
        ssh_string_free_char(base64);
        // libssh has checked the signature before it says VALID.
        return state == SSH_PUBLICKEY_STATE_NONE || state == SSH_PUBLICKEY_STATE_VALID
            ? static_cast<SshServerAuth *>(self)->tryKey(user, text, state == SSH_PUBLICKEY_STATE_VALID)
            : SSH_AUTH_DENIED;
    }
    // keyboard-interactive has no callback of its own. 0: answered here.
    static int onMessage(ssh_session, ssh_message message, void *self)
    {
        const bool interactive = ssh_message_type(message) == SSH_REQUEST_AUTH
            && ssh_message_subtype(message) == static_cast<int>(SSH_AUTH_METHOD_INTERACTIVE);
        return interactive && static_cast<SshServerAuth *>(self)->handleInteractive(message) ? 0 : 1;
    }
};

SshServerAuth::SshServerAuth(ssh_session_struct *session, const SshServer::Options &options,
                             OpenChannel openChannel)
    : m_session(session),
      m_options(options),
      m_openChannel(std::move(openChannel)),
      m_callbacks(std::make_unique<Callbacks>())
{
    m_callbacks->table.userdata = this;
    m_callbacks->table.auth_none_function = &Callbacks::onNone;
    m_callbacks->table.auth_password_function = &Callbacks::onPassword;
    m_callbacks->table.auth_pubkey_function = &Callbacks::onKey;
    m_callbacks->table.channel_open_request_session_function = &Callbacks::onChannel;
    ssh_callbacks_init(&m_callbacks->table);
    ssh_set_server_callbacks(m_session, &m_callbacks->table);
    ssh_set_message_callback(m_session, &Callbacks::onMessage, this);
}

SshServerAuth::~SshServerAuth() = default;

int SshServerAuth::remainingMethods(const SshServer::Account &account) const
{
    int methods = 0;
    const auto offer = [&](bool has, int method) {
        methods |= has && !m_passed.contains(method) ? method : 0;
    };
    offer(!account.password.isEmpty(), SSH_AUTH_METHOD_PASSWORD);
    offer(!account.authorizedKeys.isEmpty(), SSH_AUTH_METHOD_PUBLICKEY);
    offer(!account.keyboardRounds.isEmpty(), SSH_AUTH_METHOD_INTERACTIVE);
    return methods;
}

const SshServer::Account *SshServerAuth::account(const QByteArray &user)
{
    const auto found = m_options.accounts.constFind(QString::fromUtf8(user));
    const bool known = found != m_options.accounts.constEnd();
    ssh_set_auth_methods(m_session, known ? remainingMethods(*found) : SSH_AUTH_METHOD_PASSWORD);
    return known ? &*found : nullptr;
}

int SshServerAuth::denied()
{
    ++m_failures;
    return SSH_AUTH_DENIED;
}

int SshServerAuth::passed(const QByteArray &user, const SshServer::Account &wanted, int method)
{
    m_passed.insert(method);
    m_done = m_passed.size() >= wanted.factors;
    account(user); // tells the methods that are left
    return m_done ? SSH_AUTH_SUCCESS : SSH_AUTH_PARTIAL;
}

int SshServerAuth::tryPassword(const QByteArray &user, const QByteArray &password)
{
    const SshServer::Account *wanted = account(user);
    const bool good = wanted != nullptr && !wanted->password.isEmpty() && wanted->password == password;
    return good ? passed(user, *wanted, SSH_AUTH_METHOD_PASSWORD) : denied();
}

int SshServerAuth::tryKey(const QByteArray &user, const QByteArray &base64, bool isSigned)
{
    const SshServer::Account *wanted = account(user);
    bool good = false;
    for (const QByteArray &line : wanted != nullptr ? wanted->authorizedKeys : QVector<QByteArray>()) {
        good = good || line.simplified().split(' ').value(1) == base64;
    }
    if (good && !isSigned) {
        return SSH_AUTH_SUCCESS; // "that key would do"
    }
    return good ? passed(user, *wanted, SSH_AUTH_METHOD_PUBLICKEY) : denied();
}

bool SshServerAuth::handleInteractive(ssh_message_struct *message)
{
    const bool isResponse = ssh_message_auth_kbdint_is_response(message) != 0;
    if (!isResponse) {
        m_interactiveUser = ssh_message_auth_user(message);
    }
    const SshServer::Account *wanted = account(m_interactiveUser);
    if (wanted == nullptr || wanted->keyboardRounds.isEmpty()) {
        return false;
    }
    if (!isResponse || m_round >= wanted->keyboardRounds.size()) {
        m_round = 0;
    } else if (!answersRight(wanted->keyboardRounds.at(m_round))) {
        denied();
        return false;
    } else {
        ++m_round;
    }
    if (m_round < wanted->keyboardRounds.size()) {
        sendRound(message, wanted->keyboardRounds.at(m_round));
        return true;
    }
    passed(m_interactiveUser, *wanted, SSH_AUTH_METHOD_INTERACTIVE);
    ssh_message_auth_reply_success(message, m_done ? 0 : 1);
    return true;
}

bool SshServerAuth::answersRight(const QVector<SshServer::KeyboardPrompt> &round) const
{
    bool right = ssh_userauth_kbdint_getnanswers(m_session) == round.size();
    for (qsizetype i = 0; right && i < round.size(); ++i) {
        right = QByteArray(ssh_userauth_kbdint_getanswer(m_session, static_cast<unsigned>(i)))
            == round.at(i).answer;
    }
    return right;
}

void SshServerAuth::sendRound(ssh_message_struct *message,
                              const QVector<SshServer::KeyboardPrompt> &round) const
{
    std::vector<const char *> texts;
    std::vector<char> echoes;
    for (const SshServer::KeyboardPrompt &prompt : round) {
        texts.push_back(prompt.text.constData());
        echoes.push_back(prompt.echo ? 1 : 0);
    }
    ssh_message_auth_interactive_request(message, "", "", static_cast<unsigned>(texts.size()), texts.data(),
                                         echoes.data());
}

} // namespace gordian
