// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/removal.h"

#include <array>

namespace waybill {

QLatin1String removalKindId(RemovalKind kind)
{
    static constexpr std::array names {"package", "files"};
    return QLatin1String(names.at(static_cast<size_t>(kind)));
}

QLatin1String removalReasonId(RemovalReason reason)
{
    static constexpr std::array names {"ghost", "not-needed", "files-only", "no-package", "leaves-open", "asked-for"};
    return QLatin1String(names.at(static_cast<size_t>(reason)));
}

QLatin1String breakageKindId(BreakageKind kind)
{
    static constexpr std::array names {"package", "library", "entry-point", "essential"};
    return QLatin1String(names.at(static_cast<size_t>(kind)));
}

}  // namespace waybill
