// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/textindex.h"

namespace waybill {

/// The terms of one component as far as its own texts and fields tell.
struct ComponentTerms {
    QString expression;
    LicenceClass licenceClass = LicenceClass::Unknown;
    QString edition;
    std::vector<LicenceEvidence> evidence;  ///< best first
};

/// Reads a component's terms: a text in hand wins over metadata, and what contradicts it is kept as evidence. Fills
/// `component.declared[].expression`, `expression` and `edition`.
ComponentTerms termsOf(FoundComponent &found, const TextIndex &texts, const LicenceCatalog &catalog,
                       const LicenceMatcher &matcher);

/// Class of an expression; Unknown when it does not parse.
LicenceClass classOf(const QString &expression, const LicenceCatalog &catalog);

}  // namespace waybill
