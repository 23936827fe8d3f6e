// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"

#include <map>

namespace waybill {

/// Packages of a database that is written anew as a whole (dpkg's status, apk's installed, rpm's Packages): a package lives
/// from the first layer whose database lists it to the next one whose database does not. One thread.
class PackageTimeline
{
public:
    /// What the database of `layer` lists; layers come in ascending order. With `whole` false (the database is damaged or
    /// cut) nothing counts as removed, because what it does not list may still be there.
    void addSnapshot(int layer, std::vector<FoundComponent> listed, bool whole);
    std::vector<FoundComponent> take() { return std::move(m_found); }

private:
    std::map<QString, size_t> m_present;  ///< by name, architecture and version
    std::vector<FoundComponent> m_found;
};

}  // namespace waybill
