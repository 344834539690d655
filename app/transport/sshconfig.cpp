// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshconfig.h"

#include "transport/hostpattern.h"
#include "transport/sshconfigreader.h"

#include <QDir>
#include <QRegularExpression>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

#include <functional>

namespace gordian {

namespace {

struct Lookup {
    QString host;
    QString user;
    SshHostConfig found;
};

bool holds(const SshConfig::Criterion &criterion, const Lookup &lookup)
{
    using Kind = SshConfig::Criterion::Kind;
    const QString target = lookup.found.hostName.isEmpty() ? lookup.host : lookup.found.hostName;
    switch (criterion.kind) {
    case Kind::Host:
    case Kind::OriginalHost:
        return matchesPatternList(lookup.host, criterion.patterns) != criterion.negated;
    case Kind::MatchHost:
        return matchesPatternList(target, criterion.patterns) != criterion.negated;
    case Kind::User: {
        const QString configured = lookup.found.user.isEmpty() ? localAccount() : lookup.found.user;
        return matchesPatternList(lookup.user.isEmpty() ? configured : lookup.user, criterion.patterns)
            != criterion.negated;
    }
    case Kind::LocalUser:
        return matchesPatternList(localAccount(), criterion.patterns) != criterion.negated;
    case Kind::Never:
        break;
    }
    return false;
}

void keepFirst(QString &value, const QString &next)
{
    if (value.isEmpty()) {
        value = next;
    }
}

void keepFirst(QStringList &value, const QStringList &next)
{
    if (value.isEmpty()) {
        value = next;
    }
}

void keepFirst(std::optional<bool> &value, const QString &next)
{
    if (!value) {
        const QString lower = next.toLower();
        value = lower == QLatin1String("yes") || lower == QLatin1String("true");
    }
}

// "90", "2m", "1h30m": TIME FORMATS of sshd_config(5).
void keepFirst(int &value, const QString &next)
{
    static const QRegularExpression part(QStringLiteral("(\\d+)([smhdw]?)"));
    static const QHash<QString, int> units = {{QStringLiteral("m"), 60},
                                              {QStringLiteral("h"), 3600},
                                              {QStringLiteral("d"), 86400},
                                              {QStringLiteral("w"), 604800}};
    if (value == 0) {
        qint64 seconds = 0;
        for (auto match = part.globalMatch(next.toLower()); match.hasNext();) {
            const auto one = match.next();
            seconds += one.captured(1).toLongLong() * units.value(one.captured(2), 1);
        }
        value = static_cast<int>(qBound(qint64(0), seconds, qint64(86400)));
    }
}

using Apply = std::function<void(SshHostConfig &, const QStringList &)>;

const QHash<QString, Apply> &keywords()
{
    using C = SshHostConfig;
    using Words = const QStringList &;
    static const QHash<QString, Apply> table = {
        {QStringLiteral("hostname"), [](C &c, Words w) { keepFirst(c.hostName, w.first()); }},
        {QStringLiteral("user"), [](C &c, Words w) { keepFirst(c.user, w.first()); }},
        {QStringLiteral("port"), [](C &c, Words w) { c.port = c.port != 0 ? c.port : w.first().toUShort(); }},
        {QStringLiteral("identityfile"), [](C &c, Words w) { c.identityFiles.append(w.first()); }},
        {QStringLiteral("certificatefile"), [](C &c, Words w) { c.certificateFiles.append(w.first()); }},
        {QStringLiteral("identitiesonly"), [](C &c, Words w) { keepFirst(c.identitiesOnly, w.first()); }},
        {QStringLiteral("identityagent"), [](C &c, Words w) { keepFirst(c.identityAgent, w.first()); }},
        {QStringLiteral("proxyjump"),
         [](C &c, Words w) {
             // Whichever of the two stands first counts (ssh_config(5), ProxyJump).
             if (c.proxyCommand.isEmpty()) {
                 keepFirst(c.proxyJump, w.first());
             }
         }},
        {QStringLiteral("proxycommand"),
         [](C &c, Words w) {
             if (c.proxyJump.isEmpty()) {
                 keepFirst(c.proxyCommand, w.join(QLatin1Char(' ')));
             }
         }},
        {QStringLiteral("userknownhostsfile"), [](C &c, Words w) { keepFirst(c.userKnownHostsFiles, w); }},
        {QStringLiteral("globalknownhostsfile"),
         [](C &c, Words w) { keepFirst(c.globalKnownHostsFiles, w); }},
        {QStringLiteral("hostkeyalias"), [](C &c, Words w) { keepFirst(c.hostKeyAlias, w.first()); }},
        {QStringLiteral("hashknownhosts"), [](C &c, Words w) { keepFirst(c.hashKnownHosts, w.first()); }},
        {QStringLiteral("connecttimeout"), [](C &c, Words w) { keepFirst(c.connectTimeout, w.first()); }},
        {QStringLiteral("serveraliveinterval"),
         [](C &c, Words w) { keepFirst(c.serverAliveInterval, w.first()); }},
    };
    return table;
}

QString fillTokens(const QString &text, const Lookup &lookup)
{
    const SshHostConfig &found = lookup.found;
    const QString user = !lookup.user.isEmpty() ? lookup.user
        : found.user.isEmpty()                  ? localAccount()
                                                : found.user;
    const QHash<QChar, QString> tokens = {
        {QLatin1Char('%'), QStringLiteral("%")},
        {QLatin1Char('d'), QDir::homePath()},
        {QLatin1Char('h'), found.hostName.isEmpty() ? lookup.host : found.hostName},
        {QLatin1Char('i'), QString::number(getuid())},
        {QLatin1Char('l'), QSysInfo::machineHostName()},
        {QLatin1Char('n'), lookup.host},
        {QLatin1Char('p'), QString::number(found.port == 0 ? 22 : found.port)},
        {QLatin1Char('r'), user},
        {QLatin1Char('u'), localAccount()},
        {QLatin1Char('k'), found.hostKeyAlias.isEmpty() ? lookup.host : found.hostKeyAlias},
    };
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool token =
            text.at(i) == QLatin1Char('%') && i + 1 < text.size() && tokens.contains(text.at(i + 1));
        filled += token ? tokens.value(text.at(++i)) : QString(text.at(i));
    }
    return filled;
}

QString fillPath(const QString &text, const Lookup &lookup)
{
    static const QRegularExpression variable(QStringLiteral("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}"));
    QString filled = text;
    for (auto match = variable.match(filled); match.hasMatch();
         match = variable.match(filled, match.capturedStart())) {
        const QString value = qEnvironmentVariable(match.captured(1).toLatin1().constData());
        filled.replace(match.capturedStart(), match.capturedLength(),
                       QString(value).remove(QLatin1String("${")));
    }
    return expandHome(fillTokens(filled, lookup));
}

void fillPaths(QStringList &paths, const Lookup &lookup)
{
    paths.removeAll(QStringLiteral("none"));
    for (QString &path : paths) {
        path = fillPath(path, lookup);
    }
    paths.removeDuplicates();
}

} // namespace

QString expandHome(const QString &path)
{
    return path == QLatin1String("~") || path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1)
                                                                              : path;
}

QString localAccount()
{
    const passwd *entry = getpwuid(getuid());
    return entry != nullptr ? QString::fromLocal8Bit(entry->pw_name) : qEnvironmentVariable("USER");
}

Result<SshConfig> SshConfig::read(const QStringList &files)
{
    SshConfig config;
    for (const QString &file : files) {
        SshConfigReader reader(config);
        if (const auto read = reader.readFile(file); !read) {
            return tl::unexpected(read.error());
        }
    }
    return config;
}

SshHostConfig SshConfig::lookup(const QString &host, const QString &user) const
{
    Lookup lookup{host, user, {}};
    QHash<int, bool> decided;
    for (const Setting &setting : m_settings) {
        bool applies = true;
        for (const int block : setting.blocks) {
            // A block is judged where it begins, with what was known there; its later lines share the
            // judgement.
            if (!decided.contains(block)) {
                bool all = true;
                for (const Criterion &criterion : m_blocks.at(block)) {
                    all = all && holds(criterion, lookup);
                }
                decided.insert(block, all);
            }
            applies = applies && decided.value(block);
        }
        const auto keyword = keywords().constFind(setting.keyword);
        if (applies && keyword != keywords().constEnd()) {
            (*keyword)(lookup.found, setting.arguments);
        }
    }
    lookup.found.hostName = fillTokens(lookup.found.hostName, Lookup{host, user, {}});
    fillPaths(lookup.found.identityFiles, lookup);
    fillPaths(lookup.found.certificateFiles, lookup);
    fillPaths(lookup.found.userKnownHostsFiles, lookup);
    lookup.found.identityAgent = fillPath(lookup.found.identityAgent, lookup);
    return lookup.found;
}

QStringList SshConfig::hostNames() const
{
    QStringList names;
    for (const QVector<Criterion> &block : m_blocks) {
        for (const Criterion &criterion : block) {
            if (criterion.kind != Criterion::Kind::Host) {
                continue;
            }
            for (const QString &pattern : criterion.patterns) {
                const bool plain = !pattern.contains(QLatin1Char('*')) && !pattern.contains(QLatin1Char('?'))
                    && !pattern.startsWith(QLatin1Char('!'));
                if (plain && !names.contains(pattern)) {
                    names.append(pattern);
                }
            }
        }
    }
    return names;
}

QStringList configuredHosts(const QString &path)
{
    const auto config =
        SshConfig::read({path.isEmpty() ? QDir::homePath() + QStringLiteral("/.ssh/config") : path});
    return config ? config->hostNames() : QStringList();
}

} // namespace gordian
