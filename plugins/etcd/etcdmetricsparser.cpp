// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "etcd/etcdmetricsparser.h"

#include "sdk/lines.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>

#include <cmath>
#include <limits>
#include <utility>

namespace gordian {
namespace {

struct Histogram {
    QMap<double, double> upTo; ///< upper bound -> how many at most that long
    ArtifactLine first;
    ArtifactLine last;
};

/// The smallest bound that at least `share` of all observations stay below; -1 if there is none to speak of.
double percentile(const Histogram &histogram, double share)
{
    if (histogram.upTo.isEmpty() || histogram.upTo.last() < 100) {
        return -1;
    }
    const double wanted = histogram.upTo.last() * share;
    for (auto it = histogram.upTo.cbegin(); it != histogram.upTo.cend(); ++it) {
        if (it.value() >= wanted && std::isfinite(it.key())) {
            return it.key();
        }
    }
    return -1;
}

/// Longer than 0.128 s, one of etcd's bounds: more than a heartbeat (0.1 s). -1 if that bound is not there.
qint64 slowOnes(const Histogram &histogram)
{
    const auto found = histogram.upTo.constFind(0.128);
    return found == histogram.upTo.cend() ? -1 : static_cast<qint64>(histogram.upTo.last() - *found);
}

/// "etcd_disk_wal_fsync_duration_seconds" -> what is told of it; the peers' round trips carry whose they are.
QString keyOf(const QString &metric)
{
    return metric == QLatin1String("disk_wal_fsync")     ? QStringLiteral("etcd.fsync-p99-ms")
        : metric == QLatin1String("disk_backend_commit") ? QStringLiteral("etcd.commit-p99-ms")
                                                         : QStringLiteral("etcd.peer-rtt-p99-ms");
}

void tellShares(const QHash<QString, double> &gauges, const SourceRef &source, FactSink &sink)
{
    const auto share = [&](const char *part, const char *whole, const char *key, bool rest) {
        const double of = gauges.value(QLatin1String(whole));
        const double value = gauges.value(QLatin1String(part), -1);
        if (of > 0 && value >= 0) {
            sink.add(factAt(source, QLatin1String(key),
                            static_cast<qint64>(std::lround(100 * (rest ? of - value : value) / of))));
        }
    };
    share("etcd_mvcc_db_total_size_in_use_in_bytes", "etcd_mvcc_db_total_size_in_bytes",
          "etcd.db-free-percent", true);
    share("process_open_fds", "process_max_fds", "etcd.files-open-percent", false);
    const double memory = gauges.value(QStringLiteral("process_resident_memory_bytes"), -1);
    if (memory >= 0) {
        sink.add(factAt(source, QStringLiteral("etcd.memory-mb"), static_cast<qint64>(memory / 1048576)));
    }
}

double bound(const QString &text)
{
    return text == QLatin1String("+Inf") ? std::numeric_limits<double>::infinity() : text.toDouble();
}

} // namespace

QStringList EtcdMetricsParser::probes() const
{
    return {QStringLiteral("etcd.health")};
}

void EtcdMetricsParser::parse(const Artifact &artifact, FactSink &sink) const
{
    // https://prometheus.io/docs/instrumenting/exposition_formats/ ; names:
    // https://etcd.io/docs/v3.5/metrics/
    static const QRegularExpression bucket(QStringLiteral(
        "^etcd_(disk_wal_fsync|disk_backend_commit|network_peer_round_trip_time)(?:_duration)?_seconds_bucket"
        "\\{(?:To=\"([^\"]+)\",)?le=\"([^\"]+)\"\\} (\\S+)$"));
    static const QRegularExpression gauge(QStringLiteral("^((?:etcd|process)_[a-z_]+) (\\S+)$"));
    QMap<std::pair<QString, QString>, Histogram> histograms; // by metric and peer
    QHash<QString, double> gauges;
    ArtifactLine size;
    for (const ArtifactLine &line : linesOf(artifact)) {
        const QString text = QString::fromLatin1(line.text.first(qMin<qsizetype>(line.text.size(), 300)));
        if (const auto match = bucket.match(text); match.hasMatch()) {
            Histogram &histogram = histograms[{match.captured(1), match.captured(2)}];
            histogram.first = histogram.upTo.isEmpty() ? line : histogram.first;
            histogram.last = line;
            histogram.upTo.insert(bound(match.captured(3)), match.captured(4).toDouble());
        } else if (const auto plain = gauge.match(text); plain.hasMatch()) {
            gauges.insert(plain.captured(1), plain.captured(2).toDouble());
            size = plain.captured(1) == QLatin1String("etcd_mvcc_db_total_size_in_bytes") ? line : size;
        }
    }
    for (auto it = histograms.cbegin(); it != histograms.cend(); ++it) {
        const double p99 = percentile(it.value(), 0.99);
        if (p99 >= 0) {
            const SourceRef source = sourceAt(artifact, it->first, it->last);
            sink.add(factAt(source, keyOf(it.key().first), p99 * 1000, it.key().second));
            if (it.key().first == QLatin1String("disk_wal_fsync")) {
                sink.add(factAt(source, QStringLiteral("etcd.fsync-slow-count"), slowOnes(it.value())));
                sink.add(factAt(source, QStringLiteral("etcd.fsync-p999-ms"),
                                percentile(it.value(), 0.999) * 1000));
            }
        }
    }
    const double quota = gauges.value(QStringLiteral("etcd_server_quota_backend_bytes"));
    const double used = gauges.value(QStringLiteral("etcd_mvcc_db_total_size_in_bytes"), -1);
    if (quota > 0 && used >= 0) {
        const SourceRef source = sourceAt(artifact, size, size);
        sink.add(factAt(source, QStringLiteral("etcd.quota-used-percent"),
                        static_cast<qint64>(std::lround(100 * used / quota))));
        sink.add(factAt(source, QStringLiteral("etcd.db-size"), static_cast<qint64>(used)));
        sink.add(factAt(source, QStringLiteral("etcd.quota"), static_cast<qint64>(quota)));
    }
    if (used >= 0) {
        tellShares(gauges, sourceAt(artifact, size, size), sink);
    }
}

} // namespace gordian
