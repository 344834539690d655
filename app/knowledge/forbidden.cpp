// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/forbidden.h"

#include <QRegularExpression>
#include <QVector>

#include <algorithm>

namespace gordian {

namespace {

struct SecretPath {
    QRegularExpression pattern;
    QString what;
    bool fieldsAllowed; ///< grep, awk and sed -n may take single fields out of it
};

SecretPath secretPath(const char *pattern, const char *what, bool fieldsAllowed)
{
    return {QRegularExpression(QString::fromLatin1(pattern)), QString::fromLatin1(what), fieldsAllowed};
}

// Where kubeadm and its neighbours keep secrets:
// https://kubernetes.io/docs/setup/best-practices/certificates/#all-certificates and #certificate-paths
const QVector<SecretPath> &secretPaths()
{
    static const QVector<SecretPath> paths{
        secretPath(R"(\.key\b)", "a private key", false),
        secretPath(R"(kubelet-(client|server)[^\s"']*\.pem\b)", "a certificate with its private key", false),
        secretPath(R"(/etc/kubernetes/pki\b(?![^\s"';|)]*\.crt\b))", "the folder of private keys", false),
        secretPath(R"(/var/lib/kubelet/pki\b)", "the folder of the kubelet's private keys", false),
        secretPath(R"(/etc/kubernetes/[^\s"';|)]*\.conf\b)", "a kubeconfig with a client key", true),
        secretPath(R"(\b(super-)?admin\.conf\b|\b(kubelet|scheduler|controller-manager)\.conf\b)",
                   "a kubeconfig with a client key", true),
        secretPath(R"(\.kube/config\b)", "a kubeconfig with a client key", true),
        secretPath(R"(/var/run/secrets|/run/secrets)", "service account tokens", false),
        secretPath(R"(kubernetes\.io~(secret|projected))", "mounted Secrets and tokens", false),
        secretPath(R"(/etc/shadow\b|/etc/gshadow\b)", "password hashes", false),
        secretPath(R"(\.ssh/(id_|identity)|/etc/ssh/ssh_host_[a-z0-9]+_key\b(?!\.pub))", "an SSH private key",
                   false),
        secretPath(R"(\.docker/config\.json|/var/lib/kubelet/config\.json)", "registry passwords", false),
        secretPath(R"(/etc/kubernetes/[^\s"']*encryption)", "the key that encrypts Secrets", false),
        secretPath(R"(bootstrap-kubelet\.conf\b)", "a bootstrap token", true),
    };
    return paths;
}

// Programs that print what a file holds. Others (ls, stat, openssl with -pubout, curl --key) use it and print
// none.
const QStringList &readers()
{
    static const QStringList names{
        QStringLiteral("cat"),    QStringLiteral("tac"),     QStringLiteral("head"),
        QStringLiteral("tail"),   QStringLiteral("grep"),    QStringLiteral("egrep"),
        QStringLiteral("fgrep"),  QStringLiteral("zcat"),    QStringLiteral("zgrep"),
        QStringLiteral("sed"),    QStringLiteral("awk"),     QStringLiteral("cut"),
        QStringLiteral("sort"),   QStringLiteral("uniq"),    QStringLiteral("od"),
        QStringLiteral("xxd"),    QStringLiteral("hexdump"), QStringLiteral("strings"),
        QStringLiteral("base64"), QStringLiteral("dd"),      QStringLiteral("cp"),
        QStringLiteral("more"),   QStringLiteral("less"),    QStringLiteral("nl"),
        QStringLiteral("paste"),  QStringLiteral("jq"),      QStringLiteral("tee"),
        QStringLiteral("tar"),    QStringLiteral("rev"),     QStringLiteral("diff"),
        QStringLiteral("python"), QStringLiteral("python3"), QStringLiteral("perl"),
        QStringLiteral("busybox")};
    return names;
}

struct Command {
    QString text;
    QString program;
};

/// The simple commands of a script, roughly: enough to see which program a path is given to.
QVector<Command> commandsOf(const QString &run)
{
    static const QRegularExpression ends(QStringLiteral(R"([\n;|&(){}`]+)"));
    static const QRegularExpression skipped(QStringLiteral(
        R"(^(?:(?:if|then|else|elif|do|while|until|!|command|exec|nice|sudo|timeout\s+\S+|ionice|\w+=\S*)\s+)+)"));
    static const QRegularExpression first(QStringLiteral(R"(^[^\s"']+)"));
    QString joined = run;
    joined.replace(QStringLiteral("\\\n"), QStringLiteral(" "));
    QVector<Command> found;
    for (const QString &piece : joined.split(ends, Qt::SkipEmptyParts)) {
        QString text = piece.trimmed();
        text.remove(skipped);
        const QString program = first.match(text).captured(0);
        found.append({text, program.mid(program.lastIndexOf(QLatin1Char('/')) + 1)});
    }
    return found;
}

bool printsOnlyFields(const Command &command)
{
    static const QRegularExpression quiet(QStringLiteral(R"(\s-[a-zA-Z]*[qlcn][a-zA-Z]*\b)"));
    if (command.program == QLatin1String("awk")) {
        return true;
    }
    if (command.program.endsWith(QLatin1String("grep"))) {
        return !command.text.contains(QLatin1String(" -v"));
    }
    return command.program == QLatin1String("sed") && command.text.contains(quiet);
}

bool reads(const Command &command)
{
    static const QRegularExpression input(QStringLiteral(R"((^|[^<])<\s*["']?[$/~.\w])"));
    static const QRegularExpression noLines(QStringLiteral(R"(\s-[a-zA-Z]*[qlc][a-zA-Z]*\b)"));
    const bool quietGrep = command.program.endsWith(QLatin1String("grep")) && command.text.contains(noLines);
    return (readers().contains(command.program) && !quietGrep) || command.text.contains(input);
}

} // namespace

QString secretIn(const QString &path)
{
    for (const SecretPath &secret : secretPaths()) {
        if (secret.pattern.match(path).hasMatch()) {
            return secret.what;
        }
    }
    return {};
}

QStringList forbiddenReads(const QString &run)
{
    QStringList mistakes;
    for (const Command &command : commandsOf(run)) {
        if (!reads(command)) {
            continue;
        }
        for (const SecretPath &secret : secretPaths()) {
            if (secret.pattern.match(command.text).hasMatch()
                && !(secret.fieldsAllowed && printsOnlyFields(command))) {
                mistakes.append(QStringLiteral("\"%1\" would read %2; use `certs`, `show`, ls or stat: %3")
                                    .arg(command.program, secret.what, command.text.left(120)));
                break;
            }
        }
    }
    return mistakes;
}

QStringList forbiddenWrites(const QString &run)
{
    QStringList mistakes;
    for (const Command &command : commandsOf(run)) {
        // https://kubernetes.io/docs/reference/kubectl/kubectl/: its cache is ~/.kube/cache unless told.
        if (command.program == QLatin1String("kubectl")
            && !command.text.contains(QLatin1String("--cache-dir=/dev/null"))) {
            mistakes.append(QStringLiteral("kubectl would keep a cache on the node; give it "
                                           "--cache-dir=/dev/null, and one kind of object a call: %1")
                                .arg(command.text.left(120)));
        }
    }
    return mistakes;
}

QStringList vainSizes(const QString &run)
{
    static const QRegularExpression size(
        QStringLiteral(R"((?:\[|\btest) (?:! )?-s "?(?:\$ROOT"?)?/(?:proc|sys)/[^ ;\n]*)"));
    QStringList mistakes;
    for (auto found = size.globalMatch(run); found.hasNext();) {
        mistakes.append(QStringLiteral("a file there has no size, ask `grep -q .` instead: %1")
                            .arg(found.next().captured(0)));
    }
    return mistakes;
}

} // namespace gordian
