// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/cursor.h"

#include <algorithm>

namespace gordian {

namespace {

QString fromStd(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString typeName(const nlohmann::json &value)
{
    return value.is_number() ? QStringLiteral("number") : QString::fromLatin1(value.type_name());
}

QString spelt(std::initializer_list<const char *> keys)
{
    QStringList names;
    for (const char *key : keys) {
        names.append(QString::fromLatin1(key));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

Place Place::at(const QString &key) const
{
    QString escaped = key;
    escaped.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return {pack, file, pointer + QLatin1Char('/') + escaped};
}

Place Place::at(qsizetype index) const
{
    return {pack, file, pointer + QLatin1Char('/') + QString::number(index)};
}

void Problems::error(const Place &place, const QString &message)
{
    m_all.append({place.pack, place.file, place.pointer, message, PackProblem::Weight::Error});
    ++m_errors;
}

void Problems::question(const Place &place, const QString &message)
{
    m_all.append({place.pack, place.file, place.pointer, message, PackProblem::Weight::Questionable});
}

Cursor::Cursor(const nlohmann::json &value, Place place, Problems &problems)
    : m_value(&value),
      m_place(std::move(place)),
      m_problems(&problems)
{
}

bool Cursor::object(std::initializer_list<const char *> keys) const
{
    if (!m_value->is_object()) {
        error(QStringLiteral("must be an object, is %1").arg(typeName(*m_value)));
        return false;
    }
    for (const auto &item : m_value->items()) {
        const bool known =
            std::any_of(keys.begin(), keys.end(), [&](const char *key) { return item.key() == key; });
        if (!known) {
            const QString name = fromStd(item.key());
            m_problems->error(m_place.at(name),
                              QStringLiteral("unknown key \"%1\"; known here: %2").arg(name, spelt(keys)));
        }
    }
    return true;
}

bool Cursor::has(const char *key) const
{
    return m_value->is_object() && m_value->contains(key);
}

Cursor Cursor::child(const char *key) const
{
    static const nlohmann::json none;
    return {has(key) ? m_value->at(key) : none, m_place.at(QString::fromLatin1(key)), *m_problems};
}

QVector<Cursor> Cursor::items() const
{
    QVector<Cursor> found;
    if (!m_value->is_array()) {
        error(QStringLiteral("must be an array, is %1").arg(typeName(*m_value)));
        return found;
    }
    for (std::size_t i = 0; i < m_value->size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        found.append(Cursor(m_value->at(i), m_place.at(index), *m_problems));
    }
    return found;
}

QVector<Cursor> Cursor::items(const char *key) const
{
    return has(key) ? child(key).items() : QVector<Cursor>();
}

bool Cursor::require(const char *key) const
{
    if (!has(key)) {
        error(QStringLiteral("\"%1\" is missing").arg(QString::fromLatin1(key)));
        return false;
    }
    return true;
}

QString Cursor::text(const char *key, Presence presence) const
{
    if (!has(key)) {
        if (presence == Presence::Required) {
            require(key);
        }
        return {};
    }
    const Cursor at = child(key);
    if (!at.json().is_string()) {
        at.error(QStringLiteral("must be a string, is %1").arg(typeName(at.json())));
        return {};
    }
    QString value = fromStd(at.json().get_ref<const std::string &>());
    if (value.trimmed().isEmpty()) {
        at.error(QStringLiteral("must not be empty"));
    }
    return value;
}

QString Cursor::oneOf(const char *key, const QStringList &words, const QString &otherwise) const
{
    QString value = text(key);
    if (value.isEmpty()) {
        return otherwise;
    }
    if (!words.contains(value)) {
        child(key).error(
            QStringLiteral("\"%1\" is not one of: %2").arg(value, words.join(QStringLiteral(", "))));
        return otherwise;
    }
    return value;
}

bool Cursor::flag(const char *key, bool otherwise) const
{
    if (!has(key)) {
        return otherwise;
    }
    const Cursor at = child(key);
    if (!at.json().is_boolean()) {
        at.error(QStringLiteral("must be true or false, is %1").arg(typeName(at.json())));
        return otherwise;
    }
    return at.json().get<bool>();
}

int Cursor::integer(const char *key, int otherwise, int least, int most) const
{
    if (!has(key)) {
        return otherwise;
    }
    const Cursor at = child(key);
    const bool whole = at.json().is_number_integer()
        && !(at.json().is_number_unsigned() && at.json().get<quint64>() > quint64(INT64_MAX));
    const qint64 value = whole ? at.json().get<qint64>() : 0;
    if (!whole || value < least || value > most) {
        at.error(QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
        return otherwise;
    }
    return static_cast<int>(value);
}

double Cursor::number(const char *key, double otherwise) const
{
    if (!has(key)) {
        return otherwise;
    }
    const Cursor at = child(key);
    const double value = at.json().is_number() ? at.json().get<double>() : -1;
    if (!(value >= 0 && value <= 100)) {
        at.error(QStringLiteral("must be a number from 0 to 100"));
        return otherwise;
    }
    return value;
}

QStringList Cursor::texts(const char *key) const
{
    QStringList found;
    for (const Cursor &item : items(key)) {
        if (!item.json().is_string() || item.json().get_ref<const std::string &>().empty()) {
            item.error(QStringLiteral("must be a string that is not empty"));
            continue;
        }
        found.append(fromStd(item.json().get_ref<const std::string &>()));
    }
    return found;
}

QString Cursor::lines(const char *key) const
{
    if (!require(key)) {
        return {};
    }
    if (child(key).json().is_string()) {
        return text(key);
    }
    if (!child(key).json().is_array()) {
        child(key).error(QStringLiteral("must be a string or an array of strings, is %1")
                             .arg(typeName(child(key).json())));
        return {};
    }
    QStringList found;
    for (const Cursor &item : items(key)) {
        if (!item.json().is_string()) {
            item.error(QStringLiteral("must be a string"));
            continue;
        }
        found.append(fromStd(item.json().get_ref<const std::string &>()));
    }
    return found.join(QLatin1Char('\n'));
}

LocalText Cursor::local(const char *key, Presence presence) const
{
    LocalText found;
    if (!has(key)) {
        if (presence == Presence::Required) {
            require(key);
        }
        return found;
    }
    const Cursor at = child(key);
    if (!at.object({"en", "ru"})) {
        return found;
    }
    for (const char *language : {"en", "ru"}) {
        const QString sentence = at.text(language, Presence::Required);
        if (!sentence.isEmpty()) {
            found.byLanguage.insert(QString::fromLatin1(language), sentence);
        }
    }
    return found;
}

std::optional<FactValue> Cursor::scalar() const
{
    if (m_value->is_string()) {
        return FactValue(fromStd(m_value->get_ref<const std::string &>()));
    }
    if (m_value->is_boolean()) {
        return FactValue(m_value->get<bool>());
    }
    if (m_value->is_number_integer()) {
        return FactValue(m_value->get<qint64>());
    }
    if (m_value->is_number_float()) {
        return FactValue(m_value->get<double>());
    }
    error(QStringLiteral("must be a string, a number, true or false, is %1").arg(typeName(*m_value)));
    return std::nullopt;
}

} // namespace gordian
