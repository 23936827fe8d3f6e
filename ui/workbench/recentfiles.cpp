// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/recentfiles.h"

#include <QFileInfo>
#include <QSettings>

namespace waybill {

namespace {
constexpr size_t maxEntries = 20;
}

bool RecentFiles::Entry::exists() const
{
    return QFileInfo::exists(path);
}

RecentFiles::RecentFiles(QObject *parent) : QObject(parent)
{
    QSettings settings;
    m_kept = settings.value(QStringLiteral("recent/keep"), true).toBool();
    const int count = settings.beginReadArray(QStringLiteral("recent/files"));
    for (int i = 0; i < count && m_entries.size() < maxEntries; ++i) {
        settings.setArrayIndex(i);
        m_entries.push_back(
            {settings.value(QStringLiteral("path")).toString(), settings.value(QStringLiteral("title")).toString(),
             settings.value(QStringLiteral("undecided"), -1).toInt(), settings.value(QStringLiteral("opened")).toDateTime()});
    }
    settings.endArray();
}

void RecentFiles::setKept(bool kept)
{
    if (m_kept == kept)
        return;
    m_kept = kept;
    if (!kept)
        m_entries.clear();
    store();
    Q_EMIT changed();
}

void RecentFiles::add(const QString &path, const QString &title, int undecided)
{
    if (!m_kept || path.isEmpty())
        return;
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.path == path; });
    m_entries.insert(m_entries.begin(), Entry {path, title, undecided, QDateTime::currentDateTime()});
    if (m_entries.size() > maxEntries)
        m_entries.resize(maxEntries);
    store();
    Q_EMIT changed();
}

void RecentFiles::remove(const QString &path)
{
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.path == path; });
    store();
    Q_EMIT changed();
}

void RecentFiles::store() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("recent/keep"), m_kept);
    settings.remove(QStringLiteral("recent/files"));
    settings.beginWriteArray(QStringLiteral("recent/files"), static_cast<int>(m_entries.size()));
    int i = 0;
    for (const Entry &entry : m_entries) {
        settings.setArrayIndex(i++);
        settings.setValue(QStringLiteral("path"), entry.path);
        settings.setValue(QStringLiteral("title"), entry.title);
        settings.setValue(QStringLiteral("undecided"), entry.undecided);
        settings.setValue(QStringLiteral("opened"), entry.opened);
    }
    settings.endArray();
}

}  // namespace waybill
