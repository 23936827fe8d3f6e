// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/comparison.h"

#include <QJsonObject>

namespace waybill {

/// A document of kind "compare" (resources/schema/compare.schema.json).
QJsonObject comparisonJson(const ComparedImage &a, const ComparedImage &b, const Comparison &comparison);

}  // namespace waybill
