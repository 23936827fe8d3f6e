// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/licencegap.h"

#include <algorithm>

namespace waybill {

LicenceGap licenceGapOf(const Component &component)
{
    if (!component.expression.isEmpty())
        return LicenceGap::None;
    const bool names = std::any_of(component.declared.begin(), component.declared.end(),
                                   [](const DeclaredLicence &declared) { return !declared.asWritten.trimmed().isEmpty(); });
    if (names)
        return LicenceGap::NotUnderstood;
    if (!component.licencePaths.empty())
        return LicenceGap::TextNotKnown;
    if (component.kind == QLatin1String("product"))
        return LicenceGap::NoRule;
    if (component.kind == QLatin1String("golang") || component.kind == QLatin1String("cargo"))
        return LicenceGap::CompiledIn;
    return component.files == 0 && component.partOf.isValid() ? LicenceGap::ListedOnly : LicenceGap::NothingStated;
}

QLatin1String licenceGapId(LicenceGap gap)
{
    switch (gap) {
    case LicenceGap::None:
        break;
    case LicenceGap::NotUnderstood:
        return QLatin1String("not-understood");
    case LicenceGap::TextNotKnown:
        return QLatin1String("text-not-known");
    case LicenceGap::ListedOnly:
        return QLatin1String("listed-only");
    case LicenceGap::CompiledIn:
        return QLatin1String("compiled-in");
    case LicenceGap::NoRule:
        return QLatin1String("no-rule");
    case LicenceGap::NothingStated:
        return QLatin1String("nothing-stated");
    }
    return {};
}

}  // namespace waybill
