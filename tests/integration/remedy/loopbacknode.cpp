// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "loopbacknode.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

#include <csignal>

namespace {

// sshd is its last word, so that the process keeps its number.
const auto Namespace = QStringLiteral(R"(n=$1; shift
mount --make-rprivate / && mount --bind "$n/varlib" /var/lib && mount -t tmpfs tmpfs /run &&
mount --bind "$n/boot_id" /proc/sys/kernel/random/boot_id && mkdir -p /run/sshd && exec "$@")");

// Hands on what the laptop sends. Whoever reads the answers may be gone, and the call go on all the same.
const auto Gate = QByteArrayLiteral(R"sh(#!/bin/sh
n=@NODE@
read -r what when at <"$n/armed"
PATH=$(cat "$n/programs"):$PATH
export PATH
calls=0
# A login shell may stand between.
sshd=$PPID
until grep -q '^sshd' "/proc/$sshd/comm"; do
    sshd=$(sed 's/.*) . //; s/ .*//' "/proc/$sshd/stat")
done
{
    while IFS= read -r line; do
        case $line in
        "gr_do "*)
            calls=$((calls + 1))
            rest=${line#gr_do }
            rest=${rest#* }
            echo "${rest%% *}" >>"$n/asked"
            if [ "$calls" = "$at" ]; then
                case $what in
                app) kill -9 "$(cat "$n/client")" ;;
                *) kill -9 "$sshd" ;;
                esac
                [ "$when" = before ] || printf '%s\n' "$line"
                break
            fi
            ;;
        esac
        printf '%s\n' "$line"
    done
} | sh -c "$SSH_ORIGINAL_COMMAND" | { trap '' PIPE; cat; cat >/dev/null; } 2>/dev/null
[ "$at" = 0 ] || [ "$(wc -l <"$n/asked")" -lt "$at" ] || echo hit >"$n/hit"
)sh");

} // namespace

bool LoopbackNode::isPossible()
{
    const bool hasPrograms = !QStandardPaths::findExecutable(QStringLiteral("unshare")).isEmpty()
        && QFile::exists(QStringLiteral("/usr/sbin/sshd"));
    return ::geteuid() == 0 && hasPrograms
        && !SshdFixture::run(QStringLiteral("unshare"),
                             {QStringLiteral("-m"), QStringLiteral("mount"), QStringLiteral("-t"),
                              QStringLiteral("tmpfs"), QStringLiteral("tmpfs"), QStringLiteral("/run")})
                .isEmpty();
}

void LoopbackNode::put(const QString &name, const QByteArray &text) const
{
    m_server.writeFile(QStringLiteral("node/") + name, text);
}

QByteArray LoopbackNode::text(const QString &name) const
{
    QFile file(m_server.path(QStringLiteral("node/") + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool LoopbackNode::start(const QStringList &lines)
{
    QDir().mkpath(varLib());
    // The gate is run by whoever signs in.
    for (const QString &folder : {m_server.folder(), m_server.path(QStringLiteral("node"))}) {
        QFile::setPermissions(folder, QFile::Permissions(0x7755));
    }
    put(QStringLiteral("gate"),
        QByteArray(Gate).replace("@NODE@", m_server.path(QStringLiteral("node")).toUtf8()));
    QFile::setPermissions(m_server.path(QStringLiteral("node/gate")), QFile::Permissions(0x7755));
    put(QStringLiteral("programs"), "/usr/bin\n");
    disarm();
    m_lines =
        lines + QStringList{QStringLiteral("ForceCommand ") + m_server.path(QStringLiteral("node/gate"))};
    m_server.setWrapper({QStringLiteral("unshare"), QStringLiteral("-m"), QStringLiteral("sh"),
                         QStringLiteral("-c"), Namespace, QStringLiteral("sh"),
                         m_server.path(QStringLiteral("node"))});
    return boot();
}

bool LoopbackNode::boot()
{
    put(QStringLiteral("boot_id"), "boot-" + QByteArray::number(++m_boots) + '\n');
    return m_server.start(m_lines);
}

bool LoopbackNode::restart()
{
    killAll();
    m_server.stop();
    return boot();
}

/// All that lives in its namespace.
void LoopbackNode::killAll() const
{
    const auto namespaceOf = [](const QString &pid) {
        return QFileInfo(QStringLiteral("/proc/%1/ns/mnt").arg(pid)).symLinkTarget();
    };
    const QString its = namespaceOf(QString::number(m_server.processId()));
    const QStringList all = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &pid : all) {
        if (pid.toInt() > 0 && !its.isEmpty() && namespaceOf(pid) == its) {
            ::kill(pid.toInt(), SIGKILL);
        }
    }
}

void LoopbackNode::setPrograms(const QString &folder) const
{
    put(QStringLiteral("programs"), folder.toUtf8() + '\n');
}

void LoopbackNode::arm(What what, When when, int call) const
{
    QFile::remove(m_server.path(QStringLiteral("node/hit")));
    QFile::remove(m_server.path(QStringLiteral("node/client")));
    put(QStringLiteral("asked"), "");
    QFile::setPermissions(m_server.path(QStringLiteral("node/asked")), QFile::Permissions(0x6666));
    const QByteArray name = what == What::AppIsKilled ? "app" : "link";
    put(QStringLiteral("armed"),
        name + (when == When::BeforeTheCall ? " before " : " after ") + QByteArray::number(call) + '\n');
}

void LoopbackNode::disarm() const
{
    arm(What::Nothing, When::BeforeTheCall, 0);
}

void LoopbackNode::setClient(qint64 pid) const
{
    put(QStringLiteral("client"), QByteArray::number(pid) + '\n');
}

bool LoopbackNode::isHit() const
{
    return QFile::exists(m_server.path(QStringLiteral("node/hit")));
}

QByteArrayList LoopbackNode::asked() const
{
    return text(QStringLiteral("asked")).trimmed().split('\n');
}
