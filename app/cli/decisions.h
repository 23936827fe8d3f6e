// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decisionsmatch.h"

#include <QJsonArray>

namespace waybill {

class Context;
class Terminal;

/// A decisions file and what became of each of its entries.
struct AppliedDecisions {
    QString file;  ///< empty when --decisions was not given
    std::vector<RecordedDecision> recorded;
    MatchedDecisions matched;
};

/// Reads the file that --decisions names and appends what holds to the review. `path` is the image or review file of the call;
/// the content of files is compared in the image only. Every fault of the file is printed; the first one is the error.
Result<AppliedDecisions> applyDecisionsFile(Context &context, const QString &path, const Policy &policy, Review &review);

void printDecisions(Terminal &terminal, const AppliedDecisions &applied);
QJsonArray decisionsJson(const AppliedDecisions &applied);

/// Writes what was decided to `file`, and an entry "need-information" for each finding that holds a scenario up and has no
/// decision, so that only action and reason are left to fill in. Findings that no file can name are told on standard error.
Result<void> writeDecisionsFile(Context &context, const QString &path, const Review &review,
                                const std::vector<Scenario> &scenarios, const QString &file);

}  // namespace waybill
