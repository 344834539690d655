// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "network/rangesparser.h"

#include "sdk/lines.h"

#include <QRegularExpression>

#include <optional>

namespace gordian {
namespace {

constexpr qsizetype kReadBytes = 2000; // of a line; a range or an address stands near its start
constexpr int kMostNetworks = 64;

struct Network {
    QString text;
    quint32 first = 0;
    int length = 32;
    ArtifactLine line;
};

std::optional<Network> networkOf(const QString &text, const ArtifactLine &line)
{
    const QStringList parts = text.section(u'/', 0, 0).split(u'.');
    Network network{text, 0, 32, line};
    bool good = parts.size() == 4;
    for (const QString &part : parts) {
        bool number = false;
        const uint value = part.toUInt(&number);
        good = good && number && value < 256;
        network.first = network.first << 8U | (value & 0xffU);
    }
    if (text.contains(u'/')) {
        network.length = text.section(u'/', 1).toInt(&good);
        good = good && parts.size() == 4 && network.length >= 1 && network.length <= 32;
    }
    return good ? std::optional(network) : std::nullopt;
}

bool overlap(const Network &one, const Network &other)
{
    const int length = qMin(one.length, other.length);
    const quint32 mask = ~quint32(0) << unsigned(32 - length);
    return (one.first & mask) == (other.first & mask);
}

void append(QVector<Network> &networks, const QString &text, const ArtifactLine &line)
{
    const auto network = networkOf(text, line);
    if (network && networks.size() < kMostNetworks) {
        networks.append(*network);
    }
}

struct Seen {
    QVector<Network> ranges;
    QVector<Network> hosts;
};

/// What the probe itself prints.
Seen fromProbe(const QVector<ArtifactLine> &lines)
{
    static const QRegularExpression range(QStringLiteral("^(?:pod|service)-range (\\S+)"));
    static const QRegularExpression host(QStringLiteral("^host-address (\\S+)"));
    Seen seen;
    for (const ArtifactLine &line : lines) {
        const QString text = QString::fromUtf8(line.text.first(qMin(line.text.size(), kReadBytes)));
        if (const auto match = range.match(text); match.hasMatch()) {
            const QStringList both = match.captured(1).split(u','); // dual stack
            for (const QString &each : both) {
                append(seen.ranges, each, line);
            }
        } else if (const auto address = host.match(text); address.hasMatch()) {
            append(seen.hosts, address.captured(1), line);
        }
    }
    return seen;
}

/// Options of kubeadm and its configuration, pools of network plugins; and addresses that can only be
/// machines': those of the API server, the kubelet and etcd.
Seen fromPaste(const QVector<ArtifactLine> &lines)
{
    static const QRegularExpression range(QStringLiteral(
        "(?:--pod-network-cidr|--cluster-cidr|--service-cidr|podSubnet:|serviceSubnet:|clusterCIDR:|"
        "\"Network\":|POOL_CIDR\\S*|^\\s*-? ?cidr:)[= ]*\"?(\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+)"));
    static const QRegularExpression poolValue(
        QStringLiteral("^\\s*value: *[\"']?(\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+)"));
    static const QRegularExpression host(QStringLiteral(
        "(?:--apiserver-advertise-address[= ]|advertiseAddress: *|kubeadm join |InternalIP: *)"
        "(\\d+\\.\\d+\\.\\d+\\.\\d+)\\b|\\b(\\d+\\.\\d+\\.\\d+\\.\\d+):(?:6443|10250|2379|2380)\\b"));
    Seen seen;
    bool pool = false;
    for (const ArtifactLine &line : lines) {
        const QString text = QString::fromUtf8(line.text.first(qMin(line.text.size(), kReadBytes)));
        if (const auto match = range.match(text); match.hasMatch()) {
            append(seen.ranges, match.captured(1), line);
        } else if (const auto value = poolValue.match(text); pool && value.hasMatch()) {
            append(seen.ranges, value.captured(1), line);
        }
        pool = text.contains(QLatin1String("POOL_CIDR"));
        if (const auto match = host.match(text); match.hasMatch()) {
            append(seen.hosts, match.captured(1) + match.captured(2), line);
        }
    }
    return seen;
}

} // namespace

QStringList RangesParser::probes() const
{
    return {QStringLiteral("network.managers"), QStringLiteral("pasted.text")};
}

void RangesParser::parse(const Artifact &artifact, FactSink &sink) const
{
    const QVector<ArtifactLine> lines = linesOf(artifact);
    const Seen seen =
        artifact.probe == QLatin1String("network.managers") ? fromProbe(lines) : fromPaste(lines);
    for (const Network &range : seen.ranges) {
        for (const Network &host : seen.hosts) {
            const bool loopback = host.first >> 24U == 127U;
            if (!loopback && overlap(range, host)) {
                sink.add(factAt(sourceAt(artifact, host.line, host.line),
                                QStringLiteral("network.pod-range-overlap"), host.text, range.text));
                break;
            }
        }
    }
}

} // namespace gordian
