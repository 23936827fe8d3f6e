// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"
#include "core/remedy/imagewriter.h"
#include "core/remedy/planner.h"

#include <QJsonObject>

namespace waybill {

/// The plan as a document of kind "remedy" (resources/schema/remedy.schema.json).
QJsonObject remedyJson(const RemedyPlanner &planner, const RemedyPlan &plan, const Policy &policy);
/// What was written and what the written image is judged like; for the member "written" of the same document.
QJsonObject writtenJson(const WrittenImage &written, const QString &folder, const ScenarioVerdict &checked);

}  // namespace waybill
