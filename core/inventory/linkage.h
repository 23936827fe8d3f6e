// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

namespace waybill {

/// Which binaries ask for which libraries at run time. Indices into Inventory::binaries. Immutable, any thread.
class Linkage
{
public:
    /// Resolves every name a live binary asks for among the live libraries of the same machine and class: by soname or file
    /// name; the folder of its run path first, then its own folder, then the system's folders, then any. Ghosts link among
    /// themselves and to what was there in their time. Loads nothing; what the loader's configuration adds is not known.
    explicit Linkage(const Inventory &inventory);
    /// Libraries that `binary` loads, in the order of the names it asks for; names without an answer are left out.
    std::span<const quint32> uses(size_t binary) const { return m_uses[binary]; }
    std::span<const quint32> usedBy(size_t binary) const { return m_usedBy[binary]; }
    /// Names of `binary` that no library of the image answers to.
    const std::vector<std::string> &unresolved(size_t binary) const { return m_unresolved[binary]; }
    /// The loader itself looks into `folder` for a binary of `own`: run path, own folder, system folders. Without slashes around.
    static bool isOnPath(const ElfFacts &elf, std::string_view own, std::string_view folder);

private:
    std::vector<std::vector<quint32>> m_uses;
    std::vector<std::vector<quint32>> m_usedBy;
    std::vector<std::vector<std::string>> m_unresolved;
};

}  // namespace waybill
