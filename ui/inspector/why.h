// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"
#include "ui/session/judgementfiles.h"

#include <QCoreApplication>

namespace waybill {

/// One step of an explanation: plain text, and where it can be looked at.
struct WhyStep {
    enum class Id { Reason, Rule, Clause, Component, Evidence, OtherOpinion, Layer, Files, Right, Facts, Change };
    Id id = Id::Facts;
    QString title;
    QString text;    ///< never empty
    QString detail;  ///< may be empty
    NodeId node;     ///< a file to open, or invalid
    int layer = -1;  ///< a layer to show, or -1
};

/// Puts what core knows of a finding, a file or a layer into steps of plain text, in the language of the window. Everything
/// that came from the image is escaped for display. UI thread; borrows its arguments during a call only.
class Why
{
    Q_DECLARE_TR_FUNCTIONS(waybill::Why)
public:
    Why(const Review &review, const Policy &policy, const JudgementFiles &files, QString language);

    std::vector<WhyStep> finding(const Finding &finding) const;
    std::vector<WhyStep> node(NodeId node) const;
    std::vector<WhyStep> layer(int layer) const;
    std::vector<WhyStep> component(int index) const;
    /// Findings that rest on the judgement of a node, worst first.
    std::vector<int> findingsOf(NodeId node) const;
    /// "102 files in layer 1, 4 more removed later and still shipped".
    static QString fileCount(quint32 live, quint32 ghosts);

private:
    WhyStep ruleStep(const Finding &finding) const;
    WhyStep clauseStep(const Finding &finding) const;
    WhyStep componentStep(const Finding &finding) const;
    std::vector<WhyStep> evidenceSteps(const std::vector<const Judgement *> &judgements) const;
    WhyStep layerStep(int layer) const;
    std::vector<WhyStep> changeSteps(const Finding &finding) const;
    std::vector<WhyStep> rightSteps(const std::vector<const Judgement *> &judgements) const;
    QString componentText(const Component &component) const;
    QString declaredText(const Component &component) const;
    QString versionsText(const Component &component) const;
    std::vector<WhyStep> binarySteps(NodeId node) const;  ///< empty for files that are no binaries

    const Review &m_review;
    const Inventory &m_inventory;
    const Policy &m_policy;
    const JudgementFiles &m_files;
    QString m_language;
};

}  // namespace waybill
