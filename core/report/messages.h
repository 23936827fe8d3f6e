// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/inventory/extract.h"
#include "core/inventory/inventory.h"
#include "core/inventory/ledger.h"
#include "core/inventory/sbomcomparison.h"
#include "core/policy/policy.h"
#include "core/review/decisionsmatch.h"
#include "core/review/review.h"

#include <QCoreApplication>

namespace waybill {

/// The one place where kinds and ids become sentences, shared by window, command line and PDF, so that the three never
/// disagree. Uses the translators installed in the application; call from any thread after start-up.
class Messages
{
    Q_DECLARE_TR_FUNCTIONS(waybill::Messages)
public:
    static QString error(const Error &error);   ///< what happened and where, one or two sentences
    static QString advice(const Error &error);  ///< what to do, or empty
    static QString note(const ImageNote &note);
    static QString licenceClass(LicenceClass cls);
    static QString risk(RiskLevel level);
    static QString permission(Permission permission);
    static QString verdict(Verdict verdict);                         ///< short: "Cannot ship as it is"
    static QString verdictSentence(const ScenarioVerdict &verdict);  ///< with counts
    static QString scenario(Scenario scenario);
    static QString scenarioShort(Scenario scenario);  ///< for table heads
    static QString decision(DecisionAction action);
    static QString decisionFate(const RecordedDecision &recorded, const DecisionOutcome &outcome);  ///< of a decisions file
    static QString notDecidedYet();  ///< reason and author of an entry that somebody has to fill in
    static QString nobodyYet();
    static QString matchKind(MatchKind kind);
    static QString basis(Basis basis);
    static QString right(const FileRight &right);
    static QString explanation(Explanation explanation);  ///< "package", for table rows
    static QString unexplainedKind(UnexplainedKind kind);
    static QString claimState(ClaimState state);        ///< "found", for table heads and rows
    static QString claimPlace(const SbomClaim &claim);  ///< where a bill of materials lies
    static QString claimSummary(const SbomClaim &claim, const std::vector<ClaimAnswer> &answers);  ///< one sentence
    static QString baseImage(const BaseImage &base);          ///< which layers, and how that is known
    static QString linkage(const BinaryFile &binary);         ///< "shared library"
    static QString embedded(const EmbeddedLibrary &library);  ///< "contains OpenSSL 3.0.1, linked statically"
    static QString ghost(const TreeNode &node);               ///< "removed in layer 9, still shipped in layer 5"
    static QString bytes(qint64 bytes);                       ///< locale-aware, decimal units: "1.4 GB"
    static QString layerName(int layer);                      ///< "layer 5"
    static QString sourceKind(SourceKind kind);
    static QString stage(Stage stage);
    static QString certainty(const QString &id);
    static QString leftOut(const ExtractRefusal &refusal);  ///< why a file was not extracted
    static QString logAction(const QString &id);            ///< "decided" of the log
    /// A text or a place of it ("GPL-3.0 s.6(a)") with its words in the language of the reader; names and numbers stay.
    static QString clause(const QString &clause);
    static QString disclaimer();  ///< not legal advice; a named person decides
};

/// Image path bytes as text: valid UTF-8 kept, everything else and control or bidirectional characters as \xNN or \u{NNNN}.
QString displayPath(std::string_view path);
/// The same treatment for text that came from an image.
QString displayText(const QString &text);

}  // namespace waybill
