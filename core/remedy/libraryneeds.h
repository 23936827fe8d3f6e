// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/reducedinventory.h"

#include <string>

namespace waybill {

/// Which programs and libraries of the running image load which libraries by name (ELF DT_NEEDED, System V ABI chapter 5), and
/// which interpreter they start with (PT_INTERP). Says nothing about dlopen(). A name that nothing in the image answers to is no
/// need, and neither is a driver: the host brings its own at run time. Borrows the inventory. Immutable, any thread.
class LibraryNeeds
{
public:
    explicit LibraryNeeds(const Inventory &inventory);

    struct Broken {
        NodeId who;        ///< file that stays
        std::string name;  ///< library it asks for
        NodeId provider;   ///< the removed file that answered
        bool operator==(const Broken &) const = default;
    };
    /// Needs that were met in the image and that no file meets any more once the marked nodes are gone; by who and name.
    std::vector<Broken> broken(const NodeMarks &removed) const;
    /// The same for what `nodes` alone answer to, if they went as well.
    std::vector<Broken> brokenBy(const std::vector<NodeId> &nodes, const NodeMarks &removed) const;
    bool known() const { return !m_needs.empty(); }

private:
    struct Need {
        quint32 who;
        quint32 provider;             ///< what the loader takes
        std::vector<quint32> others;  ///< what it would take instead
        std::string name;
    };
    std::vector<Need> m_needs;
    std::vector<std::pair<quint32, quint32>> m_byProvider;  ///< (provider or other, index of the need), ascending
};

}  // namespace waybill
