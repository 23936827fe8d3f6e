// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkview.h"

namespace waybill {

/// Findings as SARIF 2.1.0 (OASIS, 2020-03-27), one run per scenario, one result per finding: `error` where a finding is not
/// permitted, `warning` where it is undetermined, `note` where duties are left, else a result of kind `pass`.
QByteArray writeSarif(const std::vector<CheckView> &views);

/// Findings as JUnit XML as CI servers read it: one suite per scenario, one case per finding; `failure` where a finding is not
/// permitted or its risk reaches `failOn`, `error` where it is undetermined.
QByteArray writeJUnit(const std::vector<CheckView> &views, std::optional<RiskLevel> failOn);

/// A summary for merge requests and job pages: verdicts, the worst reasons of each scenario, duties as a check list.
QByteArray writeCheckMarkdown(const std::vector<CheckView> &views);

}  // namespace waybill
