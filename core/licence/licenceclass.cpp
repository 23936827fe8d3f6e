// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licenceclass.h"

namespace waybill {

namespace {

struct Row {
    const char *id;
    const char *code;
};

constexpr std::array<Row, licenceClassCount> rows {{
    {"public-domain", "PD"},
    {"permissive", "PE"},
    {"weak-copyleft", "WC"},
    {"strong-copyleft", "SC"},
    {"network-copyleft", "NC"},
    {"source-available", "SA"},
    {"restricted-use", "RU"},
    {"vendor-redistributable", "VR"},
    {"vendor-internal", "VI"},
    {"unknown", "UN"},
}};

}  // namespace

QLatin1String licenceClassId(LicenceClass cls)
{
    return QLatin1String(rows[static_cast<std::size_t>(cls)].id);
}

std::optional<LicenceClass> licenceClassFromId(const QString &id)
{
    for (const LicenceClass cls : allLicenceClasses) {
        if (id == licenceClassId(cls))
            return cls;
    }
    return std::nullopt;
}

QLatin1String licenceClassCode(LicenceClass cls)
{
    return QLatin1String(rows[static_cast<std::size_t>(cls)].code);
}

int licenceClassRank(LicenceClass cls)
{
    // The enumeration is written mildest first, and vendor terms that let nothing out are the strictest known ones.
    return static_cast<int>(cls);
}

}  // namespace waybill
