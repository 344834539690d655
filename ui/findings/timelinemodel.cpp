// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "findings/timelinemodel.h"

#include "shared/visibletext.h"

#include <QLocale>

namespace gordian::ui {

namespace {

QString momentText(const QDateTime &time, const QString &language)
{
    return time.isValid() ? QLocale(language).toString(time.toUTC(), QStringLiteral("d MMM HH:mm:ss"))
                          : QString();
}

} // namespace

void TimelineModel::setEvents(const QVector<TimelineEvent> &events, const FindingsNames &names,
                              const Phrases &phrases)
{
    const QString language = phrases.language();
    beginResetModel();
    m_events = events;
    m_texts.clear();
    for (const TimelineEvent &event : events) {
        const QString kind = phrases.timelineKind(event.kind);
        m_texts << QStringList{momentText(event.time, language),
                               names.node(event.node),
                               names.component(event.component, language),
                               event.attempt >= 0 ? tr("%1 (attempt %2)").arg(kind).arg(event.attempt) : kind,
                               visibleText(event.subject),
                               visibleText(event.line)};
    }
    endResetModel();
}

QString TimelineModel::sentence(int row) const
{
    const QStringList &texts = m_texts[row];
    const QString where = texts[NodeColumn].isEmpty()
        ? texts[ComponentColumn]
        : tr("%1 on %2").arg(texts[ComponentColumn], texts[NodeColumn]);
    QStringList parts{texts[TimeColumn], where, texts[KindColumn]};
    if (!texts[SubjectColumn].isEmpty()) {
        parts << texts[SubjectColumn];
    }
    return parts.join(QStringLiteral(" · "));
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QString text = m_texts[index.row()].value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return QStringLiteral("<p>%1</p>").arg(text.left(2000).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return index.column() == TimeColumn ? sentence(index.row()) : text;
    case EventRole:
        return index.row();
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case TimeColumn:
        return tr("Time (UTC)");
    case NodeColumn:
        return tr("Node");
    case ComponentColumn:
        return tr("Component");
    case KindColumn:
        return tr("What happened");
    case SubjectColumn:
        return tr("Subject");
    default:
        return tr("Line");
    }
}

} // namespace gordian::ui
