// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/contentdigests.h"
#include "core/review/decisionsfile.h"

namespace waybill {

/// What became of one recorded decision.
enum class DecisionFate : quint8 {
    Applied,       ///< to one finding or more, completely
    Partly,        ///< a finding of the rule holds other files besides: it stays undecided
    OtherContent,  ///< findings of the rule rest on other content, or on other components
    NotChecked,    ///< the content could not be read (a review without its image)
    NoFinding,     ///< the rule has no finding here
    Expired,
};
QLatin1String decisionFateId(DecisionFate fate);  ///< "applied" "partly" "other-content" "not-checked" "no-finding" "expired"

struct DecisionOutcome {
    DecisionFate fate = DecisionFate::NoFinding;
    QStringList findings;  ///< keys of those it decides
    quint32 covered = 0;   ///< files (or texts, components) of the nearest finding that the decision names,
    quint32 others = 0;    ///< and those of it that it does not name
};

/// Recorded decisions on the findings of one review.
struct MatchedDecisions {
    std::vector<Decision> decisions;        ///< to append to the review's, in the order of the file
    std::vector<DecisionOutcome> outcomes;  ///< one per recorded decision
};

/// Files whose digests matchDecisions() needs: those of findings that a decision of scope Files or Text may be about, as far as
/// their sizes fit. Ascending.
std::vector<NodeId> contentsToRead(const Review &review, const std::vector<RecordedDecision> &recorded, const QDate &today);

/// Applies recorded decisions by content, never by path. A decision speaks about a finding only when it covers all of it: one
/// file more, and somebody has to look again. Of several on one finding the last one of the file counts. Pure, any thread.
MatchedDecisions matchDecisions(const Review &review, const std::vector<RecordedDecision> &recorded,
                                const ContentDigests &digests, const QDate &today);

/// Files whose digests recordedFrom() needs for a finding. Ascending.
std::vector<NodeId> contentsOf(const Review &review, const Finding &finding);
/// The decision on a finding as a file can hold it: by the content of its files, or by its components when some content is not
/// known. nullopt when neither tells the finding from others.
std::optional<RecordedDecision> recordedFrom(const Review &review, const Finding &finding, const Decision &decision,
                                             const ContentDigests &digests);

/// What is decided in a review, as a file for others and for later images can hold it.
struct DecisionRecords {
    std::vector<RecordedDecision> recorded;
    QStringList unnamed;  ///< keys of findings that no file can name
};
/// Findings with a decision, and those without one that hold one of `scenarios` up. In the order of the findings.
std::vector<const Finding *> findingsToRecord(const Review &review, const std::vector<Scenario> &scenarios);
/// Records them. An open one becomes an entry "need-information" with reason and author of `open`, to be filled in by hand.
DecisionRecords recordDecisions(const Review &review, const std::vector<const Finding *> &findings, const Decision &open,
                                const ContentDigests &digests);

}  // namespace waybill
