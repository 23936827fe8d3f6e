// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/planner.h"

namespace waybill {

/// Text to paste for the chosen removals: first, as comments, what to add to each build instruction that brings files which
/// must go; then a complete Dockerfile that makes the same image without them from the finished one. Deleting in a further
/// layer is not among the ways: the bytes would still travel. The second part builds without network. Comments are English.
QString dockerfileText(const RemedyPlanner &planner, const RemedyPlan &plan);

}  // namespace waybill
