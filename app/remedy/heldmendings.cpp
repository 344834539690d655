// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/heldmendings.h"

#include "casefile/mendingrecords.h"

#include <QRegularExpression>

#include <algorithm>

namespace gordian {

namespace {

/// It becomes a file's name.
bool isId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9A-Za-z-]{8,64}\\z"));
    return form.match(id).hasMatch();
}

/// "2026-11-30T12:00:00Z done 2"
void takeNote(Mending &mending, const QString &line)
{
    const QStringList words = line.split(QLatin1Char(' '));
    const QDateTime at = QDateTime::fromString(words.value(0), Qt::ISODate).toUTC();
    const QString what = words.value(1);
    const auto enter = [&](MendingState state) {
        mending.state = state;
        mending.entries.append({at, QStringLiteral("state"), -1, nameOf(state)});
    };
    if (what == QLatin1String("applied")) {
        enter(MendingState::Applied);
    } else if (what == QLatin1String("undoing")) {
        enter(MendingState::Undoing);
    } else if (what == QLatin1String("begin") || what == QLatin1String("done")) {
        bool isNumber = false;
        const int action = words.value(2).toInt(&isNumber);
        if (isNumber && action >= 0 && action < mending.plan.actions.size()) {
            if (what == QLatin1String("done")) {
                mending.entries.append({at, QStringLiteral("kept"), action, {}});
            }
            mending.entries.append({at, what, action, {}});
        }
    }
}

} // namespace

QVector<Mending> heldMendings(const QByteArray &printed, const Node &node)
{
    QVector<Mending> found;
    for (const QByteArray &line : printed.split('\n')) {
        const QByteArrayList fields = line.split(' ');
        const auto plan = planFromJson(QByteArray::fromBase64(fields.value(0)));
        if (!plan || !isId(plan->id)) {
            continue;
        }
        Mending made;
        made.plan = *plan;
        made.plan.node = node;
        made.state = MendingState::Applying;
        made.entries = {{plan->at, QStringLiteral("opening"), -1, {}},
                        {plan->at, QStringLiteral("state"), -1, nameOf(made.state)}};
        const QString notes = QString::fromUtf8(QByteArray::fromBase64(fields.value(1)));
        for (const QString &note : notes.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            takeNote(made, note);
        }
        found.append(made);
    }
    std::sort(found.begin(), found.end(),
              [](const Mending &one, const Mending &other) { return one.plan.id > other.plan.id; });
    return found;
}

} // namespace gordian
