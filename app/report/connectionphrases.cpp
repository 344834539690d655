// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The part of Phrases that explains why a node was not reached: one sentence and one advice a layer.

#include "report/phrases.h"

#include <QtGlobal>

#include <iterator>

namespace gordian {

namespace {

struct LayerWords {
    const char *title; ///< %1 is the hop
    const char *advice; ///< %1 is the hop, %2 the known_hosts file
};

// In the order of ConnectLayer.
const LayerWords Layers[] = {
    {QT_TRANSLATE_NOOP("report", "The SSH configuration for %1 cannot be used"),
     QT_TRANSLATE_NOOP("report",
                       "Correct the line named below in the SSH configuration, or type the node as "
                       "user@address so that it is not needed.")},
    {QT_TRANSLATE_NOOP("report", "The name %1 does not resolve"),
     QT_TRANSLATE_NOOP("report",
                       "Check the spelling, or use the node's address. If the name is known only inside the "
                       "network, go through a jump host.")},
    {QT_TRANSLATE_NOOP("report", "%1 refused the connection"),
     QT_TRANSLATE_NOOP("report",
                       "The machine answers, but nothing listens on this port. Check the port, and on the "
                       "machine's console: systemctl status ssh sshd")},
    {QT_TRANSLATE_NOOP("report", "%1 cannot be reached"),
     QT_TRANSLATE_NOOP("report",
                       "There is no route, or a firewall says no. Check that the machine is on, and that you "
                       "are in the right network or VPN.")},
    {QT_TRANSLATE_NOOP("report", "%1 did not answer in time"),
     QT_TRANSLATE_NOOP("report",
                       "The machine is off, the address is wrong, or a firewall drops the packets. Check the "
                       "address, the VPN and the firewall; a jump host may be needed.")},
    {QT_TRANSLATE_NOOP("report", "%1 is not an SSH server, or closed the connection at once"),
     QT_TRANSLATE_NOOP("report",
                       "Check the port. If it is right, the server may limit new connections (MaxStartups) "
                       "or block this address (fail2ban): wait a minute and try again.")},
    {QT_TRANSLATE_NOOP("report", "No common algorithm with %1"),
     QT_TRANSLATE_NOOP(
         "report",
         "Both sides' lists stand below. Update the older side, or allow one of the server's algorithms for "
         "this host in the SSH configuration (KexAlgorithms, HostKeyAlgorithms, Ciphers).")},
    {QT_TRANSLATE_NOOP("report", "The host key of %1 is not known"),
     QT_TRANSLATE_NOOP("report",
                       "Compare the fingerprint with the machine's (on its console: ssh-keygen -lf "
                       "/etc/ssh/ssh_host_ed25519_key.pub) and accept it.")},
    {QT_TRANSLATE_NOOP("report", "The host key of %1 has changed"),
     QT_TRANSLATE_NOOP(
         "report",
         "Either the machine was installed anew, or somebody stands in between. Ask its administrator. Only "
         "if the new key is right, remove the old one: ssh-keygen -f %2 -R '%1'")},
    {QT_TRANSLATE_NOOP("report", "The host key of %1 is refused"),
     QT_TRANSLATE_NOOP("report",
                       "known_hosts revokes this key, or holds an entry that Gordian does not trust. Ask the "
                       "machine's administrator before going on.")},
    {QT_TRANSLATE_NOOP("report", "%1 accepted none of the ways to sign in"),
     QT_TRANSLATE_NOOP("report",
                       "Check the user name first. Then add the key to the agent (ssh-add), name another key "
                       "file, or ask for the key to be put into ~/.ssh/authorized_keys there.")},
    {QT_TRANSLATE_NOOP("report", "The jump host %1 refused to connect further"),
     QT_TRANSLATE_NOOP("report",
                       "Its AllowTcpForwarding or PermitOpen forbids it, or it cannot reach the next "
                       "machine. Try from the jump host itself.")},
    {QT_TRANSLATE_NOOP("report", "The account's shell on %1 runs no commands"),
     QT_TRANSLATE_NOOP("report",
                       "Gordian needs a POSIX shell (sh). Use an account with one; a restricted or menu "
                       "shell cannot be examined through.")},
    {QT_TRANSLATE_NOOP("report", "sudo on %1 refused the password"),
     QT_TRANSLATE_NOOP("report",
                       "Try again, or go on without root: Gordian then says what it could not see.")},
    {QT_TRANSLATE_NOOP("report", "The disk of %1 is full: it cannot even start a shell"),
     QT_TRANSLATE_NOOP("report",
                       "Free space on its console (journalctl --vacuum-size=200M, old images and logs), then "
                       "examine it again. A full disk alone stops etcd and the kubelet.")},
    {QT_TRANSLATE_NOOP("report", "The connection to %1 broke"),
     QT_TRANSLATE_NOOP("report",
                       "What had come by then is kept. Examine the node again; if it breaks again, look at "
                       "its load, its network and whether it restarts.")},
    {QT_TRANSLATE_NOOP("report", "Connecting to %1 was cancelled"),
     QT_TRANSLATE_NOOP("report", "Examine it again when you like.")},
    {QT_TRANSLATE_NOOP("report", "Connecting to %1 failed inside Gordian"),
     QT_TRANSLATE_NOOP("report", "Try again; if it stays, please report it with the words below.")},
};
static_assert(std::size(Layers) == static_cast<size_t>(ConnectLayer::Internal) + 1);

QString hopName(const Endpoint &hop)
{
    return hop.display().isEmpty() ? QStringLiteral("?") : hop.display();
}

/// How known_hosts and ssh-keygen -R write a host: with brackets when the port is not 22.
QString knownHostsName(const Endpoint &hop)
{
    return hop.port == 0 || hop.port == 22 ? hop.host : QStringLiteral("[%1]:%2").arg(hop.host).arg(hop.port);
}

} // namespace

Phrases::Explanation Phrases::failure(const ConnectFailure &failure) const
{
    const LayerWords &words = Layers[static_cast<int>(failure.layer)];
    const auto listed = [](const QString &label, const QStringList &values) {
        return values.isEmpty() ? QString()
                                : QStringLiteral("%1: %2").arg(label, values.join(QStringLiteral(", ")));
    };
    QStringList details{failure.detail, listed(say(QT_TRANSLATE_NOOP("report", "We offer")), failure.ours),
                        listed(say(QT_TRANSLATE_NOOP("report", "The server offers")), failure.theirs),
                        listed(say(QT_TRANSLATE_NOOP("report", "The server accepts")), failure.methods),
                        listed(say(QT_TRANSLATE_NOOP("report", "Tried")), failure.tried)};
    if (!failure.offered.sha256.isEmpty()) {
        details << say(QT_TRANSLATE_NOOP("report", "The server showed: %1 %2"))
                       .arg(failure.offered.type, failure.offered.sha256);
    }
    if (!failure.known.sha256.isEmpty()) {
        details << say(QT_TRANSLATE_NOOP("report", "Known so far: %1 %2"))
                       .arg(failure.known.type, failure.known.sha256);
    }
    if (failure.knownHostsLine > 0) {
        details << say(QT_TRANSLATE_NOOP("report", "In %1, line %2"))
                       .arg(failure.knownHostsFile)
                       .arg(failure.knownHostsLine);
    }
    details.removeAll(QString());
    Explanation explanation;
    explanation.title = translate(words.title).arg(hopName(failure.hop));
    explanation.detail = details.join(QLatin1Char('\n'));
    const QString file =
        failure.knownHostsFile.isEmpty() ? QStringLiteral("~/.ssh/known_hosts") : failure.knownHostsFile;
    const QString advice = translate(words.advice);
    explanation.advice =
        advice.contains(QLatin1String("%1")) ? advice.arg(knownHostsName(failure.hop), file) : advice;
    return explanation;
}

QString Phrases::sudoersLines(const QString &account) const
{
    const QString name = account.isEmpty() ? QStringLiteral("ACCOUNT") : account;
    // sudo compares the path that it finds itself; /bin and /usr/bin are one folder on some systems and two
    // on others.
    return QStringLiteral(
               "# %1\n# %2\nDefaults:%3 !requiretty\n%3 ALL=(root) NOPASSWD: /bin/sh -s, /usr/bin/sh -s\n")
        .arg(say(QT_TRANSLATE_NOOP("report",
                                   "/etc/sudoers.d/gordian; check with: visudo -cf /etc/sudoers.d/gordian")),
             say(QT_TRANSLATE_NOOP(
                 "report",
                 "This lets the account do everything as root. Remove it when the examination is over.")),
             name);
}

} // namespace gordian
