// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

namespace waybill {

/// What a finding is about: `key` for machines (part of the finding's key), `display` for people.
struct SubjectName {
    QString key;
    QString display;
};

/// Names the subject of judgements: the component, else the recognised product, else the folder that holds all the files.
/// Names follow from content only, never from the order of tables.
class SubjectNames
{
public:
    explicit SubjectNames(const Inventory &inventory);
    SubjectName nameOf(JudgementId id) const;

private:
    void findFolders();
    QString folderOf(JudgementId id) const;
    const Inventory &m_inventory;
    std::vector<quint32> m_folder;  ///< per judgement without component and product: innermost folder common to its files
};

}  // namespace waybill
