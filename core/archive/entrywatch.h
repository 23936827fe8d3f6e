// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/entry.h"

#include <QString>

#include <functional>
#include <string_view>
#include <vector>

namespace waybill {

/// A set of 64-bit hashes in 8 to 16 bytes each. One thread.
class HashSet
{
public:
    /// False when it was there already.
    bool insert(quint64 hash);
    bool contains(quint64 hash) const;

private:
    void grow();
    std::vector<quint64> m_slots;  ///< 0 is free
    size_t m_count = 0;
};

/// Looks at the entries of one layer as they come and notices what honest tools do not write: repeated paths, files used as
/// folders, hard links to nothing, names that deceive the eye. Some 20 bytes of memory for each entry. One thread.
class EntryWatch
{
public:
    /// Told with the id of a LayerOddity and its detail.
    using Report = std::function<void(const char *id, QString detail)>;
    explicit EntryWatch(Report report) : m_report(std::move(report)) { }

    void see(const Entry &entry);

private:
    void checkPath(const Entry &entry);
    void checkParents(const std::string &path);
    void checkName(const std::string &path);

    Report m_report;
    HashSet m_paths;
    HashSet m_notFolders;  ///< files and links
    std::string m_lastParent;
    bool m_lastParentIsFile = false;
};

/// True when a name holds control, bidirectional or zero-width characters: shown plainly it could pass for another.
bool isDeceptiveName(std::string_view name);

}  // namespace waybill
