// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/comparison.h"
#include "ui/session/session.h"

namespace waybill {

/// Everything that a comparison needs, as values: the job touches nothing of the window.
struct CompareRequest {
    ComparedImage first;                        ///< what is open
    std::shared_ptr<const ImageSource> source;  ///< of it; null for a review without its image
    QString other;                              ///< path of an image, a layout folder or a review
    Services services;
    Answers answers;  ///< of the open review; the other image is judged with the same ones
};

/// A comparison in both directions.
struct TwoWays {
    Comparison there, back;
};

/// Reads and judges the other image, and what content has to be compared. Errors: those of opening and reading it.
Result<TwoWays> compareWith(const CompareRequest &request, const CancelToken &cancel, Progress &progress);

}  // namespace waybill
