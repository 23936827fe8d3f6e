// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/findingfilter.h"
#include "ui/session/judgementfiles.h"

#include <QAbstractItemModel>
#include <QHash>

namespace waybill {

/// The findings of the current scenario as a list or as groups of lists: filtered, sorted and grouped here, because a few
/// thousand rows are rearranged faster than three proxies can be kept in step. UI thread; owns copies of what it shows.
class FindingsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Risk, Class, Licence, Component, Files, Layer, Status, Rule, FirstPath, ColumnCount };
    enum class Grouping { Licence, Component, Rule, Layer, None };
    Q_ENUM(Grouping)
    enum Role {
        SortRole = Qt::UserRole,  ///< raw value of the cell
        FindingRole,              ///< index into the concluded assessment, or -1 for a group
        UndecidedRole,            ///< bool
    };

    explicit FindingsModel(std::shared_ptr<const Policy> policy, QObject *parent = nullptr);

    void setReview(const Review &review);
    void setGrouping(Grouping grouping);
    void setFilter(const FindingFilter &filter);
    Grouping grouping() const { return m_grouping; }
    int totalFindings() const { return static_cast<int>(m_assessment.findings.size()); }
    int shownFindings() const { return static_cast<int>(m_order.size()); }
    static QString riskText(RiskLevel level, Permission permission);  ///< as in the Risk column
    QModelIndex indexOf(int finding) const;                           ///< invalid when the filter hides it
    QString keyOf(int finding) const;
    int findingWithKey(const QString &key) const;  ///< -1 when there is none

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Group {
        QString title;
        std::vector<int> findings;
        int undecided = 0;
        RiskLevel worst = RiskLevel::NotAssessed;
    };
    void rebuild();
    bool isUndecided(int finding) const;
    bool accepted(int finding) const;
    void sortOrder();
    void buildGroups();
    QString groupTitle(const Finding &finding) const;
    const Finding &finding(int i) const { return m_assessment.findings[static_cast<size_t>(i)]; }
    const Effect &effect(int i) const { return finding(i).effect(m_scenario); }
    QString text(int finding, int column) const;
    QVariant sortValue(int finding, int column) const;
    QVariant icon(int finding, int column) const;
    QString toolTip(int finding, int column) const;
    QString sentence(int finding) const;
    QVariant groupData(const Group &group, int column, int role) const;
    int findingAt(const QModelIndex &index) const;

    std::shared_ptr<const Policy> m_policy;
    std::shared_ptr<const Inventory> m_inventory;
    JudgementFiles m_files;
    Assessment m_assessment;
    Scenario m_scenario = Scenario::OnPremises;
    QHash<QString, DecisionAction> m_decisions;
    std::vector<QString> m_paths;  ///< first path of each finding
    FindingFilter m_filter;
    Grouping m_grouping = Grouping::Licence;
    int m_sortColumn = Risk;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    std::vector<int> m_order;  ///< shown findings, sorted
    std::vector<Group> m_groups;
};

}  // namespace waybill
