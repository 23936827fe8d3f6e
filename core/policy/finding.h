// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/licence/licenceclass.h"
#include "core/policy/scenario.h"

#include <QStringList>

#include <vector>

namespace waybill {

/// What a rule says in one scenario.
struct Effect {
    RiskLevel risk = RiskLevel::NotAssessed;
    Permission permission = Permission::Undetermined;
    QString clause;  ///< "GPL-3.0 s.6"
    QString whyEn;   ///< reason, from the policy data, one sentence
    QString whyZh;
    QStringList duties;  ///< duty ids
};

/// A rule applied to a subject. Its key stays the same as long as rule and subject do, so that decisions can refer to it.
struct Finding {
    QString key;  ///< stable: rule id and subject ("CUDA-INTERNAL@pypi/triton@3.3.0#tool")
    QString ruleId;
    std::array<Effect, scenarioCount> effects;  ///< by Scenario
    QString document;                           ///< source document with its date
    LicenceClass licenceClass = LicenceClass::Unknown;
    QString expression;
    ComponentId component;                ///< invalid when no component owns the files
    QString subject;                      ///< component name and version, product title, or a folder: what people call it
    std::vector<JudgementId> judgements;  ///< what it rests on; files follow from there
    quint32 liveFiles = 0;
    quint32 ghostFiles = 0;
    qint64 liveBytes = 0;
    qint64 ghostBytes = 0;
    std::vector<quint16> layers;
    bool ownTerms = false;  ///< the user's own files, or files without terms of their own: their class is no gap

    /// True when nobody knows the terms; such findings are counted apart.
    bool isUnknown() const { return licenceClass == LicenceClass::Unknown && !ownTerms; }
    const Effect &effect(Scenario scenario) const { return effects[static_cast<size_t>(scenario)]; }
    bool ghostOnly() const { return liveFiles == 0 && ghostFiles > 0; }
};

/// The answer for one scenario.
struct ScenarioVerdict {
    Verdict verdict = Verdict::CannotTell;
    RiskLevel risk = RiskLevel::NotAssessed;             ///< without what is unknown
    RiskLevel riskWithUnknown = RiskLevel::NotAssessed;  ///< unknown taken at its level in the matrix
    std::vector<quint32> holding;                        ///< findings that hold the verdict, worst first
    QStringList duties;                                  ///< duty ids still to do, without duplicates
    std::array<quint32, 6> findingsByRisk {};            ///< by RiskLevel
};

/// All findings and the five verdicts of one inventory. Immutable; plain value.
struct Assessment {
    std::vector<Finding> findings;  ///< worst first (by the worst level over all scenarios), then by key
    std::array<ScenarioVerdict, scenarioCount> verdicts;
    QString policyVersion;
    quint32 assessedFiles = 0;  ///< all files that were judged, the unknown ones included
    quint32 unknownFiles = 0;   ///< files whose terms are not established
    qint64 assessedBytes = 0;
    qint64 unknownBytes = 0;
    bool complete = false;    ///< false: layers or files were not read
    QStringList assumptions;  ///< ids of answers that were not given and taken cautiously

    const ScenarioVerdict &verdict(Scenario scenario) const { return verdicts[static_cast<size_t>(scenario)]; }
};

}  // namespace waybill
