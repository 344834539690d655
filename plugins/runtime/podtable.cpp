// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "runtime/podtable.h"

#include "core/utc.h"

#include <QDateTime>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace gordian {

namespace {

// A pod that got three sandboxes and the last of them within a quarter of an hour of the one before is being
// restarted. After a boot all pods get a new sandbox at once: that is no churn, hence the spread.
constexpr int churnAttempt = 2;
constexpr qint64 churnGapSeconds = 15 * 60;
constexpr qint64 churnRecentSeconds = 15 * 60;
constexpr qint64 bootSpreadSeconds = 60;

/// Newest attempt of each pod, by name.
QMap<QString, QVector<SandboxRow>> byPod(const QVector<SandboxRow> &rows)
{
    QMap<QString, QVector<SandboxRow>> pods;
    for (const SandboxRow &row : rows) {
        pods[row.pod].append(row);
    }
    for (QVector<SandboxRow> &attempts : pods) {
        std::stable_sort(attempts.begin(), attempts.end(),
                         [](const SandboxRow &a, const SandboxRow &b) { return a.attempt > b.attempt; });
    }
    return pods;
}

bool isChurning(const QVector<SandboxRow> &attempts)
{
    if (attempts.size() < 2 || attempts.at(0).attempt < churnAttempt) {
        return false;
    }
    const auto newest = attempts.at(0).ageSeconds;
    const auto before = attempts.at(1).ageSeconds;
    return newest && before && *newest <= churnRecentSeconds && *before - *newest <= churnGapSeconds;
}

void addChurn(const PartFacts &facts, const QMap<QString, QVector<SandboxRow>> &pods)
{
    QStringList churning;
    qint64 youngest = churnRecentSeconds;
    qint64 oldest = 0;
    int first = 0;
    int last = 0;
    for (auto it = pods.cbegin(); it != pods.cend(); ++it) {
        if (isChurning(*it)) {
            const SandboxRow &row = it->first();
            churning.append(it.key());
            youngest = qMin(youngest, *row.ageSeconds);
            oldest = qMax(oldest, *row.ageSeconds);
            first = first == 0 ? row.firstLine : qMin(first, row.firstLine);
            last = qMax(last, row.lastLine);
        }
    }
    if (oldest - youngest < bootSpreadSeconds) {
        churning.clear();
    }
    facts.add(QStringLiteral("runtime.churning-pods"), churning, first, {}, last);
    facts.add(QStringLiteral("runtime.churning-pod-count"), qint64(churning.size()), first, {}, last);
}

} // namespace

std::optional<qint64> ageOf(const QString &words)
{
    static const QRegularExpression form(
        QStringLiteral("(\\d+)?\\s*\\b(?:an?\\s+)?(sec|min|hour|day|week|month|year|сек|мин|час|день|дня|"
                       "дней|нед|мес|год|лет)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = form.match(words);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    static const QMap<QString, qint64> seconds{
        {QStringLiteral("sec"), 1},         {QStringLiteral("min"), 60},
        {QStringLiteral("hour"), 3600},     {QStringLiteral("day"), 86400},
        {QStringLiteral("week"), 604800},   {QStringLiteral("month"), 2592000},
        {QStringLiteral("year"), 31536000}, {QStringLiteral("сек"), 1},
        {QStringLiteral("мин"), 60},        {QStringLiteral("час"), 3600},
        {QStringLiteral("день"), 86400},    {QStringLiteral("дня"), 86400},
        {QStringLiteral("дней"), 86400},    {QStringLiteral("нед"), 604800},
        {QStringLiteral("мес"), 2592000},   {QStringLiteral("год"), 31536000},
        {QStringLiteral("лет"), 31536000},
    };
    const qint64 count = match.captured(1).isEmpty() ? 1 : match.captured(1).toLongLong();
    return count * seconds.value(match.captured(2).toLower());
}

QString momentOf(const QString &text)
{
    bool isNumber = false;
    const qint64 nanoseconds = text.toLongLong(&isNumber);
    QDateTime moment;
    if (isNumber && nanoseconds > 0) {
        moment = QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000, Utc);
    } else if (!isNumber) {
        // Qt reads milliseconds only: what follows the seconds is cut.
        static const QRegularExpression fraction(QStringLiteral("\\.\\d+"));
        moment = QDateTime::fromString(QString(text).remove(fraction), Qt::ISODate).toUTC();
    }
    const bool isSet = moment.isValid() && moment.date().year() > 1971; // zero stands for "not yet"
    return isSet ? moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")) : QString();
}

void addSandboxFacts(const PartFacts &facts, const QVector<SandboxRow> &rows)
{
    const QMap<QString, QVector<SandboxRow>> pods = byPod(rows);
    qint64 notReady = 0;
    qint64 maxAttempt = 0;
    int maxLine = 0;
    for (const SandboxRow &row : rows) {
        notReady += row.ready ? 0 : 1;
        if (row.attempt >= maxAttempt) {
            maxAttempt = row.attempt;
            maxLine = row.firstLine;
        }
        if (!row.created.isEmpty()) { // every run goes on the timeline, not only the last
            facts.add(QStringLiteral("sandbox-run.created"), row.created, row.firstLine,
                      row.pod + QLatin1Char('#') + QString::number(row.attempt), row.lastLine);
        }
    }
    for (auto it = pods.cbegin(); it != pods.cend(); ++it) {
        const SandboxRow &row = it->first();
        const auto add = [&](const char *key, const FactValue &value) {
            facts.add(QLatin1String(key), value, row.firstLine, it.key(), row.lastLine);
        };
        add("sandbox.state", row.ready ? QStringLiteral("ready") : QStringLiteral("notready"));
        add("sandbox.attempt", qint64(row.attempt));
        add("sandbox.count", qint64(it->size()));
        if (!row.created.isEmpty()) {
            add("sandbox.created", row.created);
        }
    }
    facts.add(QStringLiteral("runtime.notready-sandboxes"), notReady);
    facts.add(QStringLiteral("runtime.max-attempt"), maxAttempt, maxLine);
    addChurn(facts, pods);
}

void addContainerFacts(const PartFacts &facts, const QVector<ContainerRow> &rows)
{
    QMap<QString, ContainerRow> newest;
    for (const ContainerRow &row : rows) {
        const QString subject = row.pod + QLatin1Char('/') + row.name;
        const auto known = newest.constFind(subject);
        if (known == newest.constEnd() || known->attempt < row.attempt) {
            newest.insert(subject, row);
        }
    }
    for (auto it = newest.cbegin(); it != newest.cend(); ++it) {
        const auto add = [&](const char *key, const FactValue &value) {
            facts.add(QLatin1String(key), value, it->firstLine, it.key(), it->lastLine);
        };
        add("container.attempt", qint64(it->attempt));
        const std::pair<const char *, QString> texts[] = {
            {"container.state", it->state},     {"container.created", it->created},
            {"container.started", it->started}, {"container.finished", it->finished},
            {"container.reason", it->reason},
        };
        for (const auto &[key, value] : texts) {
            if (!value.isEmpty()) {
                add(key, value);
            }
        }
        if (it->exitCode) {
            add("container.exit-code", *it->exitCode);
        }
    }
}

} // namespace gordian
