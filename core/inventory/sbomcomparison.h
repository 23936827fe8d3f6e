// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"
#include "core/licence/licencecatalog.h"

namespace waybill {

/// How the bytes answer a claim.
enum class ClaimState : quint8 {
    Found,         ///< a component of that name and version is there
    OtherVersion,  ///< one of that name is there, in another version
    Gone,          ///< it is there and a later layer removed it
    Absent,        ///< no component of that name was found
};
constexpr size_t claimStateCount = static_cast<size_t>(ClaimState::Absent) + 1;
QLatin1String claimStateId(ClaimState state);

struct ClaimAnswer {
    ClaimState state = ClaimState::Absent;
    ComponentId component;  ///< the one that answers best, or invalid
};

/// Compares one embedded bill of materials with what was found. Names are compared by package URL without version and
/// qualifiers, else by name alone. One answer per claimed part, in their order. Pure; any thread.
std::vector<ClaimAnswer> answerClaim(const Inventory &inventory, const SbomClaim &claim);

/// What a bill of the whole image and the bytes say of each other.
struct BillReconciled {
    std::vector<ClaimAnswer> answers;    ///< per claimed part
    std::vector<ComponentId> unclaimed;  ///< found, still in the image, and not claimed
    std::vector<quint32> otherLicence;   ///< claimed parts whose licence differs from what was established here
};
/// Licences differ when both sides name one and their normal forms are not equal. Pure; any thread.
BillReconciled reconcileBill(const Inventory &inventory, const SbomClaim &claim, const LicenceCatalog &catalog);

}  // namespace waybill
