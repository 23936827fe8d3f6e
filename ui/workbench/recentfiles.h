// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <vector>

namespace waybill {

/// The images and reviews that were opened last, kept in the settings unless the user does not want that. UI thread.
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    struct Entry {
        QString path;
        QString title;
        int undecided = -1;  ///< -1: not known
        QDateTime opened;
        bool exists() const;
    };

    explicit RecentFiles(QObject *parent = nullptr);
    const std::vector<Entry> &entries() const { return m_entries; }
    bool isKept() const { return m_kept; }
    void setKept(bool kept);
    void add(const QString &path, const QString &title, int undecided);
    void remove(const QString &path);

Q_SIGNALS:
    void changed();

private:
    void store() const;
    std::vector<Entry> m_entries;
    bool m_kept = true;
};

}  // namespace waybill
