// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"

namespace waybill {

/// Reads answers, one "question: answer" per line, # for remarks. Questions are those of the policy (`waybill policy list`),
/// "own-folders: /app /srv", "duty:ID: done: note" and "licence-choice:EXPRESSION: ARM". Anything else is a Usage error with
/// its line: a misspelt question must not read as unanswered.
Result<Answers> readAnswersFile(const QString &path, const Policy &policy);

/// The same file again; equal answers give equal bytes.
QByteArray answersText(const Answers &answers);

/// Folders that the answers name as the company's own work.
QStringList ownFoldersOf(const Answers &answers);

}  // namespace waybill
