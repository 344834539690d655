// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/linetime.h"

#include "core/utc.h"

#include <cstring>

namespace gordian {

namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
constexpr qsizetype kFieldWindow = 256; // where in a line logfmt and zap put their time

/// Reads fixed-width fields from the front of a line; every step fails quietly at the end.
class Fields {
public:
    explicit Fields(QByteArrayView text) : m_text(text) { }

    bool number(int digits, int *value)
    {
        int made = 0;
        if (m_text.size() - m_at < digits) {
            return false;
        }
        for (int i = 0; i < digits; ++i) {
            const char c = m_text[m_at + i];
            if (c < '0' || c > '9') {
                return false;
            }
            made = made * 10 + (c - '0');
        }
        m_at += digits;
        *value = made;
        return true;
    }
    bool literal(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c) {
            return false;
        }
        ++m_at;
        return true;
    }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skip() { ++m_at; }
    /// ".801833" or ",801": milliseconds.
    int fraction()
    {
        if (peek() != '.' && peek() != ',') {
            return 0;
        }
        skip();
        int ms = 0;
        for (int digits = 0; peek() >= '0' && peek() <= '9'; ++digits, skip()) {
            if (digits < 3) {
                ms += (peek() - '0') * (digits == 0 ? 100 : digits == 1 ? 10 : 1);
            }
        }
        return ms;
    }
    bool clock(RawTime *time)
    {
        int hour = 0;
        int minute = 0;
        int second = 0;
        if (!number(2, &hour) || !literal(':') || !number(2, &minute) || !literal(':') || !number(2, &second)
            || hour > 23 || minute > 59 || second > 60) {
            return false;
        }
        time->msOfDay = ((hour * 60LL + minute) * 60 + second) * 1000 + fraction();
        return true;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

bool sensible(const RawTime &time)
{
    return time.month >= 1 && time.month <= 12 && time.day >= 1 && time.day <= 31;
}

/// 2024-03-16T01:48:44.801Z, +0300, +03:00, or with a space and no zone (etcd 3.4's capnslog).
std::optional<RawTime> isoTime(QByteArrayView text)
{
    RawTime time;
    Fields in(text);
    if (!in.number(4, &time.year) || !in.literal('-') || !in.number(2, &time.month) || !in.literal('-')
        || !in.number(2, &time.day) || !(in.peek() == 'T' || in.peek() == ' ')) {
        return std::nullopt;
    }
    in.skip();
    if (!in.clock(&time) || !sensible(time) || time.year < 1990) {
        return std::nullopt;
    }
    const char sign = in.peek();
    if (sign == 'Z') {
        time.zone = 0;
    } else if (sign == '+' || sign == '-') {
        int hours = 0;
        int minutes = 0;
        in.skip();
        if (in.number(2, &hours)) {
            in.literal(':');
            in.number(2, &minutes);
            time.zone = (hours * 60 + minutes) * 60 * (sign == '-' ? -1 : 1);
        }
    }
    return time;
}

/// journald "short" and "short-precise": Mar 16 01:48:44.123
std::optional<RawTime> journalTime(QByteArrayView text)
{
    static constexpr char kMonths[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() < 15 || text[3] != ' ') {
        return std::nullopt;
    }
    for (int month = 0; month < 12; ++month) {
        if (std::memcmp(kMonths + 3 * month, text.data(), 3) != 0) {
            continue;
        }
        RawTime time;
        time.month = month + 1;
        Fields in(text.sliced(4));
        // A day below ten is padded with a blank by syslog and by some pastes not at all.
        if (in.peek() == ' ') {
            in.skip();
        }
        int second = 0;
        if (!in.number(1, &time.day)) {
            return std::nullopt;
        }
        if (in.number(1, &second)) {
            time.day = time.day * 10 + second;
        }
        return in.literal(' ') && in.clock(&time) && sensible(time) ? std::optional(time) : std::nullopt;
    }
    return std::nullopt;
}

/// klog: E0316 01:48:44.801833 (https://github.com/kubernetes/klog, "Log lines have this form")
std::optional<RawTime> klogTime(QByteArrayView text)
{
    if (text.size() < 14 || !std::strchr("IWEF", text[0]) || text[0] == '\0') {
        return std::nullopt;
    }
    RawTime time;
    Fields in(text.sliced(1));
    return in.number(2, &time.month) && in.number(2, &time.day) && in.literal(' ') && in.clock(&time)
            && sensible(time)
        ? std::optional(time)
        : std::nullopt;
}

/// Seconds; milliseconds as Kubernetes' JSON log has them; microseconds as journald exports them.
std::optional<RawTime> epochTime(QByteArrayView text)
{
    double seconds = 0;
    qsizetype length = 0;
    while (length < text.size() && length < 24
           && ((text[length] >= '0' && text[length] <= '9') || text[length] == '.')) {
        ++length;
    }
    bool fits = false;
    seconds = text.first(length).toByteArray().toDouble(&fits);
    for (int finer = 0; finer < 2 && seconds > 1e11; ++finer) {
        seconds /= 1000;
    }
    if (!fits || seconds < 6e8 || seconds > 1e10) {
        return std::nullopt;
    }
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(qint64(seconds * 1000), Utc);
    RawTime time;
    time.year = moment.date().year();
    time.month = moment.date().month();
    time.day = moment.date().day();
    time.msOfDay = moment.time().msecsSinceStartOfDay();
    time.zone = 0;
    return time;
}

/// logfmt (time="...") and zap ("ts":"..." or "ts":1710553724.8)
std::optional<RawTime> fieldTime(QByteArrayView line)
{
    const QByteArrayView head = line.first(std::min(line.size(), kFieldWindow));
    for (const QByteArrayView key :
         {QByteArrayView("time="), QByteArrayView("\"ts\":"), QByteArrayView("\"time\":")}) {
        const qsizetype at = head.indexOf(key);
        if (at < 0) {
            continue;
        }
        QByteArrayView value = line.sliced(at + key.size());
        if (!value.isEmpty() && value[0] == '"') {
            value = value.sliced(1);
        }
        if (const auto time = isoTime(value)) {
            return time;
        }
        if (const auto time = epochTime(value)) {
            return time;
        }
    }
    return std::nullopt;
}

/// `journalctl -o json`, whose fields come in any order (systemd.journal-fields(7)).
std::optional<RawTime> exportedTime(QByteArrayView line)
{
    constexpr QByteArrayView kKey("\"__REALTIME_TIMESTAMP\":\"");
    const qsizetype at = line.startsWith('{') ? line.indexOf(kKey) : -1;
    return at < 0 ? std::nullopt : epochTime(line.sliced(at + kKey.size()));
}

} // namespace

std::optional<RawTime> lineTime(QByteArrayView line)
{
    while (!line.isEmpty() && (line[0] == ' ' || line[0] == '\t')) {
        line = line.sliced(1);
    }
    for (const auto read : {isoTime, journalTime, klogTime, exportedTime, fieldTime}) {
        if (const auto time = read(line)) {
            return time;
        }
    }
    return std::nullopt;
}

std::optional<qint64> resolveTime(const RawTime &raw, qint64 reference, int nodeZone)
{
    const qint64 zoneMs = raw.zone.value_or(nodeZone) * 1000LL;
    const auto inYear = [&](int year) -> std::optional<qint64> {
        const QDate date(year, raw.month, raw.day);
        if (!date.isValid()) {
            return std::nullopt;
        }
        return date.startOfDay(Utc).toMSecsSinceEpoch() + raw.msOfDay - zoneMs;
    };
    if (raw.year > 0) {
        return inYear(raw.year);
    }
    const int latest = QDateTime::fromMSecsSinceEpoch(reference + kDayMs, Utc).date().year();
    // Eight years back always hold a 29 February.
    for (int year = latest; year > latest - 9; --year) {
        const auto time = inYear(year);
        if (time && *time <= reference + kDayMs) {
            return time;
        }
    }
    return std::nullopt;
}

std::optional<qint64> parseMoment(const QString &text)
{
    QByteArray plain = text.trimmed().toLatin1();
    // systemd prints the day of the week first and the zone's name last: "Sat 2024-03-16 01:48:44 UTC".
    if (plain.size() > 4 && plain[3] == ' ' && plain[0] >= 'A' && plain[0] <= 'Z') {
        plain = plain.mid(4);
    }
    const auto raw = isoTime(plain);
    return raw ? resolveTime(*raw, 0, 0) : std::nullopt;
}

} // namespace gordian
