// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lists of records as JSON and back. Pure functions, any thread.

#include <QJsonArray>
#include <QJsonObject>
#include <QVector>

namespace gordian {

template <typename Value, typename Convert> QJsonArray arrayOf(const QVector<Value> &values, Convert convert)
{
    QJsonArray array;
    for (const Value &value : values) {
        array.append(convert(value));
    }
    return array;
}

/// Of the objects of the list at `key`; empty if there is none.
template <typename Value, typename Convert>
QVector<Value> vectorOf(const QJsonObject &json, const char *key, Convert convert)
{
    QVector<Value> values;
    const QJsonArray array = json.value(QLatin1String(key)).toArray();
    for (const auto item : array) {
        values.append(convert(item.toObject()));
    }
    return values;
}

} // namespace gordian
