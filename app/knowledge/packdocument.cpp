// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/packdocument.h"

#include <QMap>
#include <QSet>

namespace gordian {

namespace {

constexpr qsizetype kLargestPack = 4 * 1024 * 1024;
constexpr int kDeepest = 64;

/// Watches the parser: nlohmann keeps the last of two equal keys without a word, which would hide half a
/// pack.
class Watcher {
public:
    bool operator()(int depth, nlohmann::json::parse_event_t event, nlohmann::json &parsed)
    {
        if (event == nlohmann::json::parse_event_t::object_start) {
            m_keys.append(QSet<QString>());
        } else if (event == nlohmann::json::parse_event_t::object_end && !m_keys.isEmpty()) {
            m_keys.removeLast();
        } else if (event == nlohmann::json::parse_event_t::key && !m_keys.isEmpty()) {
            const QString key = QString::fromStdString(parsed.get<std::string>());
            if (m_keys.last().contains(key)) {
                twice.append(key);
            }
            m_keys.last().insert(key);
        }
        deepest = std::max(deepest, depth);
        return true;
    }

    QStringList twice;
    int deepest = 0;

private:
    QVector<QSet<QString>> m_keys;
};

} // namespace

std::optional<nlohmann::json> parsePackDocument(const QByteArray &bytes, const Place &place,
                                                Problems &problems)
{
    if (bytes.size() > kLargestPack) {
        problems.error(place, QStringLiteral("larger than 4 MiB"));
        return std::nullopt;
    }
    Watcher watcher;
    try {
        auto document = nlohmann::json::parse(bytes.cbegin(), bytes.cend(), std::ref(watcher));
        for (const QString &key : std::as_const(watcher.twice)) {
            problems.error(place, QStringLiteral("the key \"%1\" is given twice in one object").arg(key));
        }
        if (watcher.deepest > kDeepest) {
            problems.error(place, QStringLiteral("nested deeper than %1").arg(kDeepest));
            return std::nullopt;
        }
        return document;
    } catch (const nlohmann::json::exception &mistake) {
        problems.error(place, QStringLiteral("not JSON: %1").arg(QString::fromUtf8(mistake.what())));
        return std::nullopt;
    }
}

TimelineUse timelineUse(const Cursor &at, const QString &key, const QString &type)
{
    static const QMap<QString, TimelineUse> words{
        {QStringLiteral("none"), TimelineUse::None},
        {QStringLiteral("started"), TimelineUse::Started},
        {QStringLiteral("finished"), TimelineUse::Finished},
        {QStringLiteral("killed"), TimelineUse::Killed},
        {QStringLiteral("changed"), TimelineUse::Changed},
        {QStringLiteral("expires"), TimelineUse::Expires},
        {QStringLiteral("booted"), TimelineUse::Booted},
    };
    const bool moment = type == QLatin1String("moment");
    if (at.has("timeline")) {
        if (!moment) {
            at.child("timeline").error(QStringLiteral("only a fact of type \"moment\" goes on the timeline"));
        }
        return words.value(at.oneOf("timeline", words.keys(), QStringLiteral("none")));
    }
    QString last = key.mid(key.lastIndexOf(QLatin1Char('.')) + 1);
    if (last == QLatin1String("created")) {
        last = QStringLiteral("started");
    }
    return moment ? words.value(last, TimelineUse::None) : TimelineUse::None;
}

} // namespace gordian
