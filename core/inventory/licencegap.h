// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/component.h"

#include <QLatin1String>

namespace waybill {

/// Why a component has no licence, as far as its own records tell.
enum class LicenceGap : quint8 {
    None,           ///< it has one
    NotUnderstood,  ///< its metadata name terms that nobody could map
    TextNotKnown,   ///< it has a licence file whose text is no known licence
    ListedOnly,     ///< only a list inside another package names it; no file of its own is there
    CompiledIn,     ///< a module inside a program, which carries no terms of its modules
    NoRule,         ///< a recognised product whose terms depend on more than its name
    NothingStated,  ///< its metadata name no licence and no licence file belongs to it
};

/// Of the component's own fields alone; any thread.
LicenceGap licenceGapOf(const Component &component);
/// "not-understood", "text-not-known" ...; empty for None.
QLatin1String licenceGapId(LicenceGap gap);

}  // namespace waybill
