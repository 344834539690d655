// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/fact.h"

namespace gordian {

namespace {

struct Display {
    QString operator()(bool value) const { return value ? QStringLiteral("true") : QStringLiteral("false"); }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(double value) const { return QString::number(value, 'g', 6); }
    QString operator()(const QString &value) const { return value; }
    QString operator()(const QStringList &value) const { return value.join(QStringLiteral(", ")); }
};

} // namespace

QString displayValue(const FactValue &value)
{
    return std::visit(Display{}, value);
}

} // namespace gordian
