// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <array>
#include <optional>

namespace waybill {

/// The ten licence classes, mildest first; Unknown is last and is never mild.
enum class LicenceClass : quint8 {
    PublicDomain,
    Permissive,
    WeakCopyleft,
    StrongCopyleft,
    NetworkCopyleft,
    SourceAvailable,
    RestrictedUse,
    VendorRedistributable,
    VendorInternal,
    Unknown,
};

inline constexpr int licenceClassCount = 10;
inline constexpr std::array<LicenceClass, licenceClassCount> allLicenceClasses {
    LicenceClass::PublicDomain,    LicenceClass::Permissive,
    LicenceClass::WeakCopyleft,    LicenceClass::StrongCopyleft,
    LicenceClass::NetworkCopyleft, LicenceClass::SourceAvailable,
    LicenceClass::RestrictedUse,   LicenceClass::VendorRedistributable,
    LicenceClass::VendorInternal,  LicenceClass::Unknown};

/// Stable identifier ("weak-copyleft"), used in YAML and JSON.
QLatin1String licenceClassId(LicenceClass cls);
std::optional<LicenceClass> licenceClassFromId(const QString &id);

/// Two-letter code shown beside every colour: PD PE WC SC NC SA RU VR VI UN.
QLatin1String licenceClassCode(LicenceClass cls);

/// Order of strictness for AND (the larger wins) and OR (the smaller wins). Unknown ranks above all others, so that a
/// combination with an unknown part is unknown, and an OR with an unknown arm takes the known arm.
int licenceClassRank(LicenceClass cls);

}  // namespace waybill
