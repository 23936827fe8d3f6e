// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/riskmatrixmodel.h"

#include "core/report/messages.h"
#include "ui/explorer/riskmap.h"
#include "ui/theme/palette.h"

#include <QLocale>

#include <algorithm>

namespace waybill {

RiskMatrixModel::RiskMatrixModel(QObject *parent) : QAbstractTableModel(parent) { }

void RiskMatrixModel::setAssessment(const Assessment &assessment, const Inventory *inventory)
{
    beginResetModel();
    m_values = {};
    for (const Scenario scenario : allScenarios) {
        const auto s = static_cast<size_t>(scenario);
        Row &findings = m_values[static_cast<size_t>(Measure::Findings)][s];
        for (size_t level = 0; level < levelCount; ++level)
            findings[level] = assessment.verdict(scenario).findingsByRisk[level];
        if (!inventory)
            continue;
        const RiskMap map(*inventory, assessment, scenario);
        for (size_t j = 0; j < inventory->judgements.size(); ++j) {
            const Judgement &judgement = inventory->judgements[j];
            const auto level = static_cast<size_t>(map.of(static_cast<quint32>(j)));
            m_values[static_cast<size_t>(Measure::Files)][s][level] += judgement.liveFiles + judgement.ghostFiles;
            m_values[static_cast<size_t>(Measure::Bytes)][s][level] += judgement.liveBytes + judgement.ghostBytes;
        }
    }
    endResetModel();
}

void RiskMatrixModel::setMeasure(Measure measure)
{
    beginResetModel();
    m_measure = measure;
    endResetModel();
}

qint64 RiskMatrixModel::value(Scenario scenario, RiskLevel level) const
{
    return m_values[static_cast<size_t>(m_measure)][static_cast<size_t>(scenario)][static_cast<size_t>(level)];
}

qint64 RiskMatrixModel::largest() const
{
    qint64 most = 0;
    for (const Row &row : m_values[static_cast<size_t>(m_measure)])
        most = std::max(most, *std::max_element(row.begin(), row.end()));
    return most;
}

QString RiskMatrixModel::text(Scenario scenario, RiskLevel level) const
{
    const qint64 number = value(scenario, level);
    return m_measure == Measure::Bytes ? Messages::bytes(number) : QLocale().toString(number);
}

QString RiskMatrixModel::csv() const
{
    QString out = QStringLiteral("scenario");
    for (int level = 0; level < levelCount; ++level)
        out += QLatin1Char(',') + riskLevelId(static_cast<RiskLevel>(level));
    out += QLatin1Char('\n');
    for (const Scenario scenario : allScenarios) {
        out += scenarioId(scenario);
        for (int level = 0; level < levelCount; ++level)
            out += QLatin1Char(',') + QString::number(value(scenario, static_cast<RiskLevel>(level)));
        out += QLatin1Char('\n');
    }
    return out;
}

int RiskMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : scenarioCount;
}

int RiskMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : levelCount;
}

QVariant RiskMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto scenario = static_cast<Scenario>(index.row());
    const auto level = static_cast<RiskLevel>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(scenario, level);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3", "scenario, risk, number")
            .arg(Messages::scenario(scenario), Messages::risk(level), text(scenario, level));
    default:
        return {};
    }
}

QVariant RiskMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(Messages::scenario(static_cast<Scenario>(section))) : QVariant();
    if (role == Qt::DisplayRole)
        return Messages::risk(static_cast<RiskLevel>(section));
    if (role == Qt::DecorationRole)
        return Theme::riskIcon(static_cast<RiskLevel>(section));
    return {};
}

}  // namespace waybill
