// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/circumstance.h"

namespace waybill {

/// Turns ties between files into circumstances: "lgpl-static" (a closed program holds an LGPL library), "gpl-linked-by-own"
/// (our own code loads or holds a library under strong copyleft), "gpl-meets-cuda" and "gpl-meets-openssl" (a GPL program
/// loads a library whose terms clash with the GPL), "gpl-inside" and "gpl-inside-closed" (a file of others under milder or under
/// a vendor's terms holds a library under strong copyleft), "nonfree-inside" (a file holds a library that nobody may pass on),
/// "notice-inside" (our own code holds libraries whose notices travel with it). Files that only lie in the same image are an
/// aggregate and give nothing.
void addLinkCircumstances(const Inventory &inventory, const std::vector<LinkFact> &links, std::vector<Circumstance> &out);

}  // namespace waybill
