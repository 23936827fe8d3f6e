// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/logmodel.h"

#include "core/report/messages.h"

#include <algorithm>

namespace waybill {

namespace {
constexpr size_t maxNotices = 1000;
}

void LogModel::setLog(const std::vector<LogEntry> &log)
{
    beginResetModel();
    m_log = log;
    merge();
    endResetModel();
}

void LogModel::addNotice(const QString &text)
{
    beginResetModel();
    if (m_notices.size() >= maxNotices)
        m_notices.erase(m_notices.begin());
    m_notices.push_back({QDateTime::currentDateTimeUtc(), {}, QStringLiteral("notice"), text, {}});
    merge();
    endResetModel();
}

void LogModel::merge()
{
    m_rows.clear();
    std::merge(m_log.begin(), m_log.end(), m_notices.begin(), m_notices.end(), std::back_inserter(m_rows),
               [](const LogEntry &a, const LogEntry &b) { return a.time < b.time; });
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogModel::actionText(const QString &action)
{
    if (action == QLatin1String("created"))
        return tr("Review started");
    if (action == QLatin1String("answered"))
        return tr("Question answered");
    if (action == QLatin1String("decided"))
        return tr("Decided");
    if (action == QLatin1String("withdrawn"))
        return tr("Decision withdrawn");
    if (action == QLatin1String("scenario"))
        return tr("Scenario chosen");
    if (action == QLatin1String("signed"))
        return tr("Report signed");
    if (action == QLatin1String("notice"))
        return tr("Notice");
    return displayText(action);
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogEntry &entry = m_rows[static_cast<size_t>(index.row())];
    if (role == Qt::ToolTipRole && index.column() == Time)
        return entry.time.toString(Qt::ISODate);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Time:
        return entry.time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case Who:
        return displayText(entry.author);
    case Action:
        return actionText(entry.action);
    case Detail:
        return displayText(entry.detail);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Who:
        return tr("Who");
    case Action:
        return tr("Action");
    case Detail:
        return tr("Detail");
    default:
        return {};
    }
}

}  // namespace waybill
