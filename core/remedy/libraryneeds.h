// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/reducedinventory.h"

#include <string>
#include <unordered_map>

namespace waybill {

/// Which programs and libraries of the running image load which libraries by name (ELF DT_NEEDED, System V ABI chapter 5).
/// Says nothing about dlopen(). Borrows the inventory. Immutable, any thread.
class LibraryNeeds
{
public:
    explicit LibraryNeeds(const Inventory &inventory);

    struct Broken {
        NodeId who;        ///< file that stays
        std::string name;  ///< library it asks for
        NodeId provider;   ///< a removed file of that name
    };
    /// Needs that were met in the image and that no file meets any more once the marked nodes are gone.
    std::vector<Broken> broken(const NodeMarks &removed) const;
    bool known() const { return !m_needs.empty(); }

private:
    struct Need {
        quint32 who;
        std::string name;
    };
    std::vector<Need> m_needs;
    std::unordered_map<std::string, std::vector<quint32>> m_providers;  ///< live files and links by file name
    const Inventory &m_inventory;
};

}  // namespace waybill
