// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QJsonObject>

namespace waybill {

/// JSON views of one model; names are the words of the design, schemas are in resources/schema/. Deterministic.
QJsonObject inspectJson(const Inventory &inventory);
QJsonObject checkJson(const Review &review, const Policy &policy, const std::vector<Scenario> &scenarios);
/// The machine-readable review that travels inside the PDF.
QByteArray reviewJson(const Review &review, const Policy &policy);
QJsonObject errorJson(const Error &error);

/// The digest that stands for an image in reports: of its manifest, else of its config.
QString imageDigest(const Image &image);

}  // namespace waybill
