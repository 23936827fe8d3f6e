// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

namespace waybill {

/// Who needs whom among the packages of the running image: dpkg's Depends and Pre-Depends, Python's Requires-Dist. A need
/// that several packages can meet binds to none of them as long as two are there. Immutable, any thread. Borrows nothing.
class Dependencies
{
public:
    explicit Dependencies(const Inventory &inventory);

    /// Packages that stop working when `component` goes, directly or through others; ascending, itself left out.
    std::vector<ComponentId> dependantsOf(ComponentId component) const;
    /// Needs of packages that stay (not marked) which no package that stays meets, and which were met before.
    std::vector<std::pair<ComponentId, ComponentId>> broken(const std::vector<bool> &gone) const;
    /// Packages on which nothing depends but packages that are marked too, without being marked: left over by a removal.
    std::vector<ComponentId> leftOver(const std::vector<bool> &gone) const;

private:
    struct Need {
        quint32 who;
        std::vector<quint32> providers;
    };
    std::vector<Need> m_needs;
    std::vector<std::vector<quint32>> m_sole;  ///< by provider: needs that only it meets
    size_t m_count = 0;
};

}  // namespace waybill
