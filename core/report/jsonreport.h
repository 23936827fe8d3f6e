// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QJsonObject>

namespace waybill {

/// JSON views of one model; names are the words of the design, schemas are in resources/schema/. Deterministic.
QJsonObject inspectJson(const Inventory &inventory);
/// `only`: indices of the findings to write, nullptr for all; verdicts and counts are always those of the whole image.
QJsonObject checkJson(const Review &review, const Policy &policy, const std::vector<Scenario> &scenarios,
                      const std::vector<quint32> *only = nullptr);
/// The machine-readable review that travels inside the PDF.
QByteArray reviewJson(const Review &review, const Policy &policy);
QJsonObject errorJson(const Error &error);

/// The digest that stands for an image in reports: of its manifest, else of its config.
QString imageDigest(const Image &image);

}  // namespace waybill
