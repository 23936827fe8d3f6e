// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/signature.h"

#include <optional>

namespace waybill {

/// The answers of a verification as JSON after resources/schema/verify.schema.json. `imageMatches` is set when an image was
/// given to compare with.
QByteArray verificationJson(const PdfVerification &verification, std::optional<bool> imageMatches);

}  // namespace waybill
