// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"
#include "core/policy/finding.h"

#include <QAbstractTableModel>

namespace waybill {

/// Chart C1 as numbers: five scenarios by six risk levels (not assessed is the last and never inside safe). A cell counts the
/// findings of an assessment, the same as the header does; or the files and bytes below them, each file once, at the worst
/// level that any finding gives it. Owned by its panel.
class RiskMatrixModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Measure { Findings, Files, Bytes };
    static constexpr int levelCount = 6;

    explicit RiskMatrixModel(QObject *parent = nullptr);
    void setAssessment(const Assessment &assessment, const Inventory *inventory);
    void setMeasure(Measure measure);
    Measure measure() const { return m_measure; }
    qint64 value(Scenario scenario, RiskLevel level) const;
    qint64 largest() const;
    QString text(Scenario scenario, RiskLevel level) const;  ///< the number as shown
    QString csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using Row = std::array<qint64, levelCount>;
    std::array<std::array<Row, scenarioCount>, 3> m_values {};  ///< by Measure, Scenario, RiskLevel
    Measure m_measure = Measure::Findings;
};

}  // namespace waybill
