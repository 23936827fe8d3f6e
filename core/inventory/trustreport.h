// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/imagesource.h"
#include "core/inventory/inventory.h"
#include "core/trust/imagesignature.h"
#include "core/trust/outdated.h"
#include "core/trust/publishers.h"
#include "core/trust/trustrules.h"

#include <QDate>

#include <array>
#include <optional>

namespace waybill {

/// What trust is judged by; loaded once, shared. Immutable.
struct TrustKnowledge {
    std::shared_ptr<const TrustRules> rules;
    std::shared_ptr<const Publishers> publishers;
    std::shared_ptr<const OutdatedParts> outdated;
    std::shared_ptr<const LicenceCatalog> catalog;
    static Result<TrustKnowledge> load();
};

/// Where a finding was seen.
struct TrustPlace {
    std::string path;   ///< empty for the image's configuration
    int layer = -1;     ///< from 0, or -1
    int line = 0;       ///< from 1, or 0
    QString seen;       ///< the words, secrets masked
    int hiddenBy = -1;  ///< layer that removed the file, which is still shipped, or -1
};

/// Something to explain before the image is trusted. Not a licence finding: it never changes a verdict by itself.
struct TrustFinding {
    QString rule;
    TrustQuestion question = TrustQuestion::Contents;
    TrustSeverity severity = TrustSeverity::Note;
    TrustText title;
    TrustText why;
    QString subject;                 ///< package, part or file it is about
    QString detail;                  ///< versions, names and numbers, English, no sentence
    std::vector<TrustPlace> places;  ///< at most twenty
    quint32 count = 0;               ///< of all places
    TrustText allowed;               ///< why it weighs nothing, when the policy says so
};

/// How far something that vouches for an image is known.
enum class Vouched : quint8 {
    CannotTell,    ///< the source carries no such things: nothing follows from their absence
    Absent,        ///< the source could carry it, and does not
    NotChecked,    ///< present; nobody has compared its signature with a key
    Verified,      ///< made with a key that the user gave
    Contradicted,  ///< present, and of another image or of none of the given keys
};
QLatin1String vouchedId(Vouched vouched);

/// Who made the image, as far as the image and its source tell.
struct TrustSource {
    Standing standing;
    QString reference;
    bool pinned = false;  ///< the reference holds a digest
    Vouched signature = Vouched::CannotTell;
    Vouched attestation = Vouched::CannotTell;
    Vouched sbom = Vouched::CannotTell;
    QStringList attached;  ///< media types of what is attached
    std::vector<CheckedSignature> signatures;
};

/// Answer to the four questions. A plain value; made anew from an inventory whenever it is needed.
struct TrustReport {
    TrustSource source;
    std::vector<TrustFinding> findings;                                  ///< by question, worst first
    std::array<std::optional<TrustSeverity>, trustQuestionCount> worst;  ///< per question; nothing: no finding
    ChecksumFacts checksums;
    quint32 leftToDistribution = 0;  ///< packages whose versions only their distribution can judge
    quint32 partlySearched = 0;
    bool searched = false;
    bool complete = false;  ///< every layer was read
    QString rulesVersion;
    QDate outdatedAsOf;

    std::optional<TrustSeverity> worstOf(TrustQuestion question) const { return worst[static_cast<size_t>(question)]; }
    std::optional<TrustSeverity> worstOfAll() const;
};

/// Judges an inventory. `listings`: what the source offers beside the image, null when it is not at hand; `signatures`: what of
/// it was checked. `today` decides what is past its end of life. Pure; any thread.
TrustReport trustReportOf(const Inventory &inventory, const TrustKnowledge &knowledge, const QDate &today,
                          const std::vector<ImageListing> *listings = nullptr, std::vector<CheckedSignature> signatures = {});

}  // namespace waybill
