// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "casefile/bundle.h"

#include "casefile/offlinenode.h"
#include "core/glob.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace gordian {

namespace {

const auto kNoHost = QStringLiteral("bundle");

/// The folder that stands for "/" of a host, with a slash at its end; nothing if the file is no host's.
std::optional<QString> rootOf(const QString &path)
{
    // sos(1) keeps its commands' output beside copies of the host's files; so do others.
    static const QRegularExpression below(
        QStringLiteral("^(|.*?/)(?:sos_commands|sos_logs|etc|proc|run|usr/lib|var/lib|var/log)/"));
    // crashd names a folder like the host and a file like the command, with "_" for all but letters and
    // digits. https://github.com/vmware-tanzu/crash-diagnostics/blob/main/starlark/capture.go
    static const QRegularExpression captured(QStringLiteral(
        "^((?:.*/)?[^/]+/)(?:sudo_)?(?:cat|crictl|ctr|df|dmesg|docker|free|ip|iptables|journalctl|kubeadm|ls|"
        "lsmod|mount|netstat|ps|ss|sysctl|systemctl|timedatectl|uname)(?:_\\w*)?\\.txt$"));
    for (const QRegularExpression &place : {below, captured}) {
        if (const auto found = place.match(path); found.hasMatch()) {
            return found.captured(1);
        }
    }
    return std::nullopt;
}

/// A folder that sos, crashd or somebody made: its last part tells the host, sooner or later.
QString lastPart(const QString &folder)
{
    static const QRegularExpression address(QStringLiteral("^\\d+(?:_\\d+){3}$"));
    QString part = folder.section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    return address.match(part).hasMatch() ? part.replace(QLatin1Char('_'), QLatin1Char('.')) : part;
}

QString hostIn(const QVector<BundleText> &texts, const QString &root)
{
    for (const char *place : {"etc/hostname", "hostname", "sos_commands/host/hostname"}) {
        // In the order of their paths, as readBundle() gives them.
        const auto text =
            std::lower_bound(texts.cbegin(), texts.cend(), root + QLatin1String(place),
                             [](const BundleText &each, const QString &path) { return each.path < path; });
        if (text == texts.cend() || text->path != root + QLatin1String(place)) {
            continue;
        }
        const QString name = QString::fromUtf8(text->bytes.left(300)).trimmed();
        if (!name.isEmpty() && !name.contains(QLatin1Char('\n'))) {
            return name;
        }
    }
    return lastPart(root);
}

const Probe *probeOf(const QString &path, const QVector<Probe> &probes)
{
    for (const Probe &probe : probes) {
        if (anyGlobMatches(probe.paths, path)) {
            return &probe;
        }
    }
    return nullptr;
}

using Hosts = std::map<QString, OfflineNode>; ///< by root

OfflineNode &hostOf(const QString &root, Hosts &hosts, const QVector<BundleText> &texts,
                    const QVector<Probe> &probes)
{
    const auto known = hosts.find(root);
    if (known != hosts.end()) {
        return known->second;
    }
    const QString name = hostIn(texts, root);
    OfflineNode made(root.isEmpty() && name.isEmpty() ? kNoHost : root + name, probes);
    made.setName(name);
    return hosts.emplace(root, std::move(made)).first->second;
}

} // namespace

Result<Case> caseFromBundle(const QString &path, const QVector<Probe> &probes)
{
    const auto texts = readBundle(path);
    if (!texts) {
        return tl::unexpected(texts.error());
    }
    if (texts->isEmpty()) {
        return failure(ErrorCode::NotAGordianFile, QString(), {{QStringLiteral("path"), path}});
    }
    Hosts hosts;
    std::optional<OfflineNode> rest;
    for (const BundleText &text : *texts) {
        const auto root = rootOf(text.path);
        if (!root && !rest) {
            rest.emplace(kNoHost, probes);
        }
        OfflineNode &node = root ? hostOf(*root, hosts, *texts, probes) : *rest;
        const QString place = QLatin1Char('/') + (root ? text.path.mid(root->size()) : text.path);
        if (const Probe *probe = probeOf(place, probes)) {
            node.addPart(probe->id, place, {text.bytes, text.shortened});
        } else {
            node.add({text.bytes, text.shortened});
        }
    }
    Case whole = newCase(QFileInfo(path).fileName());
    for (const auto &[root, node] : hosts) {
        node.addTo(whole);
    }
    if (rest) {
        rest->addTo(whole);
    }
    return whole;
}

} // namespace gordian
