// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/comparison.h"

#include "core/linetime.h"
#include "diagnose/version.h"

#include <re2/re2.h>

#include <QRegularExpression>

#include <algorithm>

namespace gordian {

namespace {

std::optional<double> numberOf(const FactValue &value)
{
    if (const auto *whole = std::get_if<qint64>(&value)) {
        return double(*whole);
    }
    if (const auto *real = std::get_if<double>(&value)) {
        return *real;
    }
    if (const auto *text = std::get_if<QString>(&value)) {
        bool fits = false;
        const double made = text->toDouble(&fits);
        return fits ? std::optional(made) : std::nullopt;
    }
    return std::nullopt;
}

/// A moment, or "now", "now-10m", "now+30d".
std::optional<double> momentOf(const FactValue &value, qint64 now)
{
    const auto *text = std::get_if<QString>(&value);
    if (!text) {
        return std::nullopt;
    }
    static const QRegularExpression relative(QStringLiteral("^now(?:([+-])(\\d{1,6})([smhd]))?$"));
    const auto match = relative.match(*text);
    if (!match.hasMatch()) {
        const auto moment = parseMoment(*text);
        return moment ? std::optional(double(*moment)) : std::nullopt;
    }
    static const QHash<QString, qint64> units{{QStringLiteral("s"), 1'000},
                                              {QStringLiteral("m"), 60'000},
                                              {QStringLiteral("h"), 3'600'000},
                                              {QStringLiteral("d"), 86'400'000}};
    const qint64 distance = match.captured(2).toLongLong() * units.value(match.captured(3));
    return double(match.captured(1) == QLatin1String("-") ? now - distance : now + distance);
}

std::optional<int> compared(const FactValue &one, const FactValue &other, qint64 now)
{
    auto left = numberOf(one);
    auto right = numberOf(other);
    if (!left || !right) {
        left = momentOf(one, now);
        right = momentOf(other, now);
    }
    if (!left || !right) {
        return std::nullopt;
    }
    return *left < *right ? -1 : *left > *right ? 1 : 0;
}

bool contains(const FactValue &value, const QString &part)
{
    const auto *list = std::get_if<QStringList>(&value);
    return list ? list->contains(part) : displayValue(value).contains(part);
}

std::optional<bool> versionHolds(const FactValue &value, const Expression &test, const FactValue &other)
{
    const auto left = Version::in(displayValue(value));
    const auto right = Version::in(displayValue(other));
    if (!left || !right) {
        return std::nullopt;
    }
    const bool newer = test.test == Expression::Test::NewerThan;
    const Version &above = newer ? *left : *right;
    const Version &below = newer ? *right : *left;
    return above.against(below) > 0 && above.minorsAbove(below) >= test.byMinors;
}

} // namespace

struct Comparison::Patterns {
    QHash<QString, std::shared_ptr<RE2>> compiled;
};

Comparison::Comparison() : m_patterns(std::make_unique<Patterns>())
{
}
Comparison::~Comparison() = default;

bool Comparison::same(const FactValue &one, const FactValue &other)
{
    if (const auto *list = std::get_if<QStringList>(&one); list && std::holds_alternative<QString>(other)) {
        return list->contains(std::get<QString>(other));
    }
    if (!std::holds_alternative<QString>(one) || !std::holds_alternative<QString>(other)) {
        const auto left = numberOf(one);
        const auto right = numberOf(other);
        if (left && right) {
            return *left == *right;
        }
    }
    return displayValue(one) == displayValue(other);
}

bool Comparison::matches(const FactValue &value, const QString &pattern)
{
    auto &compiled = m_patterns->compiled[pattern];
    if (!compiled) {
        RE2::Options options;
        options.set_log_errors(false);
        compiled = std::make_shared<RE2>(pattern.toStdString(), options);
    }
    const auto fits = [&](const QString &text) { return RE2::PartialMatch(text.toStdString(), *compiled); };
    const auto *list = std::get_if<QStringList>(&value);
    return list ? std::any_of(list->cbegin(), list->cend(), fits) : fits(displayValue(value));
}

std::optional<bool> Comparison::holdsBetween(const FactValue &value, const Expression &test,
                                             const FactValue &other)
{
    switch (test.test) {
    case Expression::Test::SameAs:
        return same(value, other);
    case Expression::Test::DiffersFrom:
        return !same(value, other);
    case Expression::Test::NewerThan:
    case Expression::Test::OlderThan:
        return versionHolds(value, test, other);
    default:
        return false;
    }
}

std::optional<bool> Comparison::holds(const FactValue &value, const Expression &test, qint64 now)
{
    if (test.values.isEmpty()) {
        return false;
    }
    const FactValue &wanted = test.values.first();
    const auto isOneOf = [&] {
        return std::any_of(test.values.cbegin(), test.values.cend(),
                           [&](const FactValue &each) { return same(value, each); });
    };
    const auto order = [&] { return compared(value, wanted, now); };
    switch (test.test) {
    case Expression::Test::Is:
        return same(value, wanted);
    case Expression::Test::IsNot:
        return !same(value, wanted);
    case Expression::Test::In:
        return isOneOf();
    case Expression::Test::NotIn:
        return !isOneOf();
    case Expression::Test::Matches:
        return matches(value, displayValue(wanted));
    case Expression::Test::Contains:
        return contains(value, displayValue(wanted));
    case Expression::Test::AtLeast:
        return order().value_or(-1) >= 0;
    case Expression::Test::AtMost:
        return order().value_or(1) <= 0;
    case Expression::Test::Above:
        return order().value_or(0) > 0;
    case Expression::Test::Below:
        return order().value_or(0) < 0;
    case Expression::Test::NewerThan:
    case Expression::Test::OlderThan:
        return versionHolds(value, test, wanted);
    case Expression::Test::Exists:
    case Expression::Test::SameAs:
    case Expression::Test::DiffersFrom:
        return false; // judged by the evaluator: they are not about one value
    }
    return false;
}

} // namespace gordian
