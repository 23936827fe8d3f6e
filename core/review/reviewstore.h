// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

namespace waybill {

/// Reads and writes `.waybill` files (SQLite through Qt SQL). Stateless; call from one thread at a time, never the UI thread
/// for large reviews.
class ReviewStore
{
public:
    /// Writes everything to a temporary file beside `path` and renames it: the old file stays intact until the new one is
    /// complete. Errors: AccessDenied, NoSpace, Database.
    static Result<void> save(const Review &review, const Policy &policy, const QString &path);
    /// Errors: NotFound, NotAnImage (not a review file), Malformed, Truncated, NotSupported (newer schema),
    /// Database.
    static Result<Review> load(const QString &path, const Policy &policy);
    /// True when the file starts like a review file; reads 100 bytes.
    static bool looksLikeReview(const QString &path);
};

}  // namespace waybill
