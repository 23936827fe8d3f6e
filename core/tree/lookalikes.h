// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/tree/filetree.h"

namespace waybill {

/// Two siblings of the final image whose names differ in bytes, yet are one name where case or Unicode normalisation is not
/// told apart (NFC against NFD, "README" against "readme"): on such a host one of them would overwrite the other.
struct LookAlike {
    NodeId first;
    NodeId second;
};

/// All such pairs in node order, each further name paired with the first of its group; at most `most`.
/// Linear in the names but for a sort inside each folder. Unfinished when cancelled.
std::vector<LookAlike> findLookAlikes(const FileTree &tree, size_t most, const CancelToken &cancel);

}  // namespace waybill
