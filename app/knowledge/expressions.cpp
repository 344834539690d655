// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/expressions.h"

namespace gordian {

void forEachLeaf(const ExpressionPtr &condition, const std::function<void(const Expression &)> &visit)
{
    if (!condition) {
        return;
    }
    if (condition->kind == Expression::Kind::Fact || condition->kind == Expression::Kind::Seen
        || condition->kind == Expression::Kind::Finding) {
        visit(*condition);
    }
    for (const ExpressionPtr &child : condition->children) {
        forEachLeaf(child, visit);
    }
}

QVector<ExpressionPtr> conditionsOf(const CauseRule &cause)
{
    QVector<ExpressionPtr> found;
    for (const ExpressionPtr &condition : {cause.proof, cause.excludedBy}) {
        if (condition) {
            found.append(condition);
        }
    }
    for (const auto *weighted : {&cause.supports, &cause.contradicts}) {
        for (const WeightedCondition &each : *weighted) {
            found.append(each.condition);
        }
    }
    return found;
}

QString describe(const Expression &condition)
{
    QStringList parts{QString::number(int(condition.kind))};
    if (condition.kind == Expression::Kind::Fact || condition.kind == Expression::Kind::Seen
        || condition.kind == Expression::Kind::Finding) {
        parts << condition.id << QString::number(int(condition.test)) << condition.otherKey
              << QString::number(int(condition.of)) << condition.ofSubject
              << QString::number(condition.byMinors) << condition.subject
              << QString::number(int(condition.where)) << QString::number(int(condition.quantifier))
              << QString::number(condition.atLeast) << QString::number(condition.withinMinutes.value_or(-1))
              << QString::number(int(condition.history)) << condition.in.join(QLatin1Char(','))
              << condition.health.join(QLatin1Char(','));
        for (const FactValue &value : condition.values) {
            parts << QString::number(value.index()) + QLatin1Char('=') + displayValue(value);
        }
    }
    for (const ExpressionPtr &child : condition.children) {
        parts << QLatin1Char('(') + describe(*child) + QLatin1Char(')');
    }
    return parts.join(QLatin1Char('\x1f'));
}

} // namespace gordian
