// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QDate>

namespace waybill {

/// How far a recorded decision reaches.
enum class DecisionScope : quint8 {
    Files,       ///< these files, by their content wherever they lie
    Text,        ///< whatever rests on this licence text, by its content
    Component,   ///< this version of a component
    Everywhere,  ///< every finding of the rule
};
QLatin1String decisionScopeId(DecisionScope scope);  ///< "files" "text" "component" "everywhere"

/// Content that a decision is about. `path` helps people only; what counts is the digest.
struct KnownContent {
    QByteArray sha256;  ///< raw, 32 bytes
    qint64 size = 0;
    QString path;
    bool operator==(const KnownContent &) const = default;
};

/// A decision as it stands in a text file beside the source of an image (docs/decisions.md). Plain value.
struct RecordedDecision {
    QString rule;  ///< id of a rule
    DecisionScope scope = DecisionScope::Files;
    std::vector<KnownContent> contents;  ///< of scope Files and Text
    QStringList components;              ///< package URLs, of scope Component
    DecisionAction action = DecisionAction::NeedInformation;
    QString reason;
    QString author;
    QDate date;
    QDate expires;  ///< last day on which it holds; invalid = no end
    int line = -1;  ///< of the file it was read from
    bool operator==(const RecordedDecision &) const = default;
};

/// Reads a decisions file. Every complaint names file and line; with `problems`, all of them are listed there, else the first
/// one is the error. Unknown keys, rules that the policy does not have, missing reasons and authors are complaints: a decision
/// that is not understood must not be taken for one. Error kind Usage.
Result<std::vector<RecordedDecision>> parseDecisions(const QByteArray &text, const QString &fileName, const Policy &policy,
                                                     std::vector<Error> *problems = nullptr);
/// The same file again; equal decisions give equal bytes.
QByteArray decisionsText(const std::vector<RecordedDecision> &decisions);

}  // namespace waybill
