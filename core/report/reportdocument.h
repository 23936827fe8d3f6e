// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pagewriter.h"
#include "core/report/pdfreport.h"
#include "core/report/reportmarks.h"

#include <QCoreApplication>
#include <QLocale>

#include <optional>

namespace waybill {

/// The words and the order of a report; one member per section. Drawn twice: to count pages, then for good.
class ReportDocument
{
    Q_DECLARE_TR_FUNCTIONS(waybill::ReportDocument)
public:
    ReportDocument(const Review &review, const Policy &policy, const ReportOptions &options);

    QString title() const;
    PageFurniture furniture() const;
    void draw(PageWriter &pages);
    /// Where the signature field belongs on page one, in report units.
    QRectF signaturePanel() const { return m_panel; }

private:
    void titlePage(PageWriter &pages);
    void banner(PageWriter &pages);
    void identity(PageWriter &pages);
    void panel(PageWriter &pages);
    void summary(PageWriter &pages);
    void summarySentences(PageWriter &pages);
    void scenarioSection(PageWriter &pages);
    void scenarioTable(PageWriter &pages);
    void classShares(PageWriter &pages);
    void answers(PageWriter &pages);
    void findings(PageWriter &pages);
    void findingBlock(PageWriter &pages, const Finding &finding, size_t pathLimit);
    void findingFacts(PageWriter &pages, const Finding &finding, const Effect &effect);
    void findingFiles(PageWriter &pages, const Finding &finding, size_t pathLimit);
    void findingLayers(PageWriter &pages, const Finding &finding);
    void findingTable(PageWriter &pages, const std::vector<quint32> &indices);
    void duties(PageWriter &pages);
    void ghosts(PageWriter &pages);
    void layers(PageWriter &pages);
    void components(PageWriter &pages);
    void coverage(PageWriter &pages);
    void log(PageWriter &pages);

    QString count(qint64 number) const { return m_locale.toString(number); }
    QString time(const QDateTime &time) const;
    QString fileCounts(const Finding &finding) const;
    std::optional<LicenceClass> classOf(const Component &component) const;  ///< empty: no file of its own was judged
    const ScenarioVerdict &verdict() const { return m_review.concluded.verdict(m_review.scenario); }

    const Review &m_review;
    const Policy &m_policy;
    const ReportOptions &m_options;
    const Inventory &m_inventory;
    ReportMarks m_marks;
    QLocale m_locale;
    QRectF m_panel;
    bool m_tableOnTitle = false;
    std::vector<std::optional<LicenceClass>> m_componentClasses;
};

}  // namespace waybill
