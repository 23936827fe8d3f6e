// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"
#include "core/review/reviewdatabase.h"

namespace waybill {

/// The whole review to and from the tables of an open database. `concluded` is not stored: it follows from the rest.
Result<void> writeRecords(ReviewDatabase &database, const Review &review);
Result<Review> readRecords(ReviewDatabase &database);

}  // namespace waybill
