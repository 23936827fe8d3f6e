// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barmodel.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <numeric>

namespace waybill {

namespace {

constexpr size_t worstShown = 15;

/// Not assessed stands before safe, so that nobody reads it as harmless.
int rankOf(RiskLevel level)
{
    return level == RiskLevel::NotAssessed ? 1 : static_cast<int>(level) * 2;
}

QString quoted(const QString &text)
{
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QLatin1Char(' ')) + QLatin1Char('"');
}

}  // namespace

void BarModel::setRows(const QStringList &series, std::vector<Row> rows)
{
    beginResetModel();
    m_series = series;
    m_rows = std::move(rows);
    endResetModel();
}

qint64 BarModel::largest() const
{
    qint64 most = 0;
    for (const Row &row : m_rows)
        most = std::max(most, std::accumulate(row.values.begin(), row.values.end(), qint64(0)));
    return most;
}

QString BarModel::csv() const
{
    QString out = quoted(tr("Row")) + QLatin1Char(',') + m_series.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const Row &row : m_rows) {
        out += quoted(row.title);
        for (const qint64 value : row.values)
            out += QLatin1Char(',') + QString::number(value);
        out += QLatin1Char('\n');
    }
    return out;
}

int BarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BarModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size()) + 1;
}

QVariant BarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == 0 ? row.title : row.texts.value(index.column() - 1);
    if (role == Qt::DecorationRole && index.column() == 0)
        return Theme::riskIcon(row.risk);
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant BarModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == 0 ? tr("Row") : m_series.value(section - 1);
}

void BarModel::showProgress(const Review &review)
{
    std::array<std::array<qint64, 2>, 6> counts {};
    for (const Finding &finding : review.concluded.findings) {
        const auto level = static_cast<size_t>(finding.effect(review.scenario).risk);
        ++counts[level][review.decisionOn(finding.key) ? 0 : 1];
    }
    std::vector<Row> rows;
    for (const RiskLevel level :
         {RiskLevel::Extreme, RiskLevel::High, RiskLevel::Medium, RiskLevel::Low, RiskLevel::NotAssessed, RiskLevel::Safe}) {
        const auto &pair = counts[static_cast<size_t>(level)];
        rows.push_back({Messages::risk(level),
                        {pair[0], pair[1]},
                        {QLocale().toString(pair[0]), QLocale().toString(pair[1])},
                        level,
                        QLatin1String("risk:") + riskLevelId(level)});
    }
    setRows({tr("Decided"), tr("Undecided")}, std::move(rows));
}

void BarModel::showWorst(const Review &review)
{
    struct Sum {
        RiskLevel risk = RiskLevel::Safe;
        qint64 bytes = 0;
    };
    std::map<QString, Sum> sums;
    for (const Finding &finding : review.concluded.findings) {
        Sum &sum = sums[finding.subject];
        const RiskLevel risk = finding.effect(review.scenario).risk;
        if (rankOf(risk) > rankOf(sum.risk))
            sum.risk = risk;
        sum.bytes += finding.liveBytes + finding.ghostBytes;
    }
    std::vector<std::pair<QString, Sum>> order(sums.begin(), sums.end());
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) {
        const int first = rankOf(a.second.risk);
        const int second = rankOf(b.second.risk);
        return first != second ? first > second : a.second.bytes > b.second.bytes;
    });
    order.resize(std::min(order.size(), worstShown));
    std::vector<Row> rows;
    for (const auto &[subject, sum] : order)
        rows.push_back(
            {displayText(subject), {sum.bytes}, {Messages::bytes(sum.bytes)}, sum.risk, QLatin1String("pkg:") + quoted(subject)});
    setRows({tr("Bytes")}, std::move(rows));
}

}  // namespace waybill
