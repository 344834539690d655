// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "demo/timeshift.h"

#include "core/utc.h"

#include <QLocale>
#include <QRegularExpression>

namespace gordian {

namespace {

const QRegularExpression &moments()
{
    static const QRegularExpression expression(
        QStringLiteral("(?<day>\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?<iso>\\b20\\d\\d-\\d\\d-\\d\\d[T "
                       "]\\d\\d:\\d\\d:\\d\\d)"
                       "|(?<klog>\\b[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d)"
                       "|(?<slash>\\b20\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d)"
                       "|(?<epoch>\\b1\\d{9}(?=\\b|\\d{9}\\b))"));
    return expression;
}

QDateTime parsed(const QString &text, const QString &format)
{
    const QDateTime moment = QDateTime::fromString(text, format);
    return {moment.date(), moment.time(), Utc};
}

struct Shift {
    QDateTime recordedAt;
    qint64 seconds = 0;

    QDateTime moved(const QDateTime &moment) const
    {
        constexpr qint64 near = 40 * 86400;
        return moment.isValid() && qAbs(moment.secsTo(recordedAt)) <= near ? moment.addSecs(seconds)
                                                                           : QDateTime();
    }

    QString operator()(const QRegularExpressionMatch &match) const
    {
        const QString iso = match.captured(u"iso");
        const QString klog = match.captured(u"klog");
        const QString slash = match.captured(u"slash");
        const QString epoch = match.captured(u"epoch");
        QString text;
        if (!iso.isEmpty()) {
            const QString format = iso.at(10) == u'T' ? QStringLiteral("yyyy-MM-ddTHH:mm:ss")
                                                      : QStringLiteral("yyyy-MM-dd HH:mm:ss");
            const QDateTime moment = moved(parsed(iso, format));
            const QString day = match.captured(u"day").isEmpty() ? QString() : QStringLiteral("ddd ");
            text = QLocale::c().toString(moment, day + format);
        } else if (!klog.isEmpty()) {
            const QString year = QString::number(recordedAt.date().year());
            const QDateTime moment = moved(parsed(year + klog.mid(1), QStringLiteral("yyyyMMdd HH:mm:ss")));
            text = moment.isValid() ? klog.left(1) + moment.toString(QStringLiteral("MMdd HH:mm:ss"))
                                    : QString();
        } else if (!slash.isEmpty()) {
            text = moved(parsed(slash, QStringLiteral("yyyy/MM/dd HH:mm:ss")))
                       .toString(QStringLiteral("yyyy/MM/dd HH:mm:ss"));
        } else {
            const QDateTime moment = moved(QDateTime::fromSecsSinceEpoch(epoch.toLongLong(), Utc));
            text = moment.isValid() ? QString::number(moment.toSecsSinceEpoch()) : QString();
        }
        return text.isEmpty() ? match.captured(0) : text;
    }
};

} // namespace

QByteArray shifted(const QByteArray &text, const QDateTime &recordedAt, qint64 seconds)
{
    // Latin 1 keeps every byte as it is.
    const QString source = QString::fromLatin1(text);
    const Shift shift{recordedAt, seconds};
    QString target;
    target.reserve(source.size());
    qsizetype at = 0;
    for (auto matches = moments().globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        target += QStringView(source).mid(at, match.capturedStart() - at);
        target += shift(match);
        at = match.capturedEnd();
    }
    target += QStringView(source).mid(at);
    return target.toLatin1();
}

QDateTime latestMoment(const QByteArray &text)
{
    static const QRegularExpression iso(QStringLiteral("^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"),
                                        QRegularExpression::MultilineOption);
    QString latest;
    for (auto matches = iso.globalMatch(QString::fromLatin1(text)); matches.hasNext();) {
        latest = std::max(latest, matches.next().captured(0));
    }
    return latest.isEmpty() ? QDateTime() : parsed(latest, QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

} // namespace gordian
