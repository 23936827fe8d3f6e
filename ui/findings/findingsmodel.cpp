// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findingsmodel.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QLocale>

#include <algorithm>

namespace waybill {

namespace {

/// Order of badness: what was not assessed is worse than safe and milder than anything that is known to matter.
int rank(RiskLevel level)
{
    switch (level) {
    case RiskLevel::Safe:
        return 0;
    case RiskLevel::NotAssessed:
        return 1;
    default:
        return static_cast<int>(level) + 1;
    }
}

/// Some expressions join twenty licences; the tooltip has them all.
QString shortened(const QString &title)
{
    return title.size() <= 90 ? title : QString(title.left(60) % QStringLiteral("…") % title.right(25));
}

}  // namespace

FindingsModel::FindingsModel(std::shared_ptr<const Policy> policy, QObject *parent)
    : QAbstractItemModel(parent), m_policy(std::move(policy))
{
}

void FindingsModel::setReview(const Review &review)
{
    beginResetModel();
    if (m_inventory != review.inventory) {
        m_inventory = review.inventory;
        m_files = m_inventory ? JudgementFiles(*m_inventory) : JudgementFiles();
    }
    m_assessment = m_inventory ? review.concluded : Assessment();
    m_scenario = review.scenario;
    m_decisions.clear();
    for (const Decision &decision : review.decisions) {
        if (decision.withdrawn)
            m_decisions.remove(decision.findingKey);
        else
            m_decisions.insert(decision.findingKey, decision.action);
    }
    m_paths.clear();
    for (const Finding &finding : m_assessment.findings) {
        const NodeId node = m_files.first(finding, *m_inventory->tree);
        m_paths.push_back(node.isValid() ? QString(QLatin1Char('/') + displayPath(m_inventory->tree->path(node))) : QString());
    }
    rebuild();
    endResetModel();
}

void FindingsModel::setGrouping(Grouping grouping)
{
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void FindingsModel::setFilter(const FindingFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
}

void FindingsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
    endResetModel();
}

bool FindingsModel::isUndecided(int i) const
{
    return effect(i).permission >= Permission::Undetermined && !m_decisions.contains(finding(i).key);
}

void FindingsModel::rebuild()
{
    m_order.clear();
    for (int i = 0; i < totalFindings(); ++i) {
        const Finding &current = finding(i);
        FilterFacts facts;
        facts.risk = effect(i).risk;
        facts.licenceClass = current.licenceClass;
        if (const auto decision = m_decisions.constFind(current.key); decision != m_decisions.cend())
            facts.decision = *decision;
        facts.undecided = isUndecided(i);
        facts.ghostOnly = current.ghostOnly();
        facts.layers.assign(current.layers.begin(), current.layers.end());
        facts.subject = current.subject;
        facts.expression = current.expression;
        facts.rule = current.ruleId;
        facts.anyFile = [&](const std::function<bool(const QString &)> &test) {
            for (const JudgementId judgement : current.judgements) {
                for (const NodeId node : m_files.of(judgement)) {
                    if (test(QLatin1Char('/') + displayPath(m_inventory->tree->path(node))))
                        return true;
                }
            }
            return false;
        };
        if (m_filter.matches(facts))
            m_order.push_back(i);
    }
    sortOrder();
    buildGroups();
}

void FindingsModel::sortOrder()
{
    std::vector<QVariant> keys(m_assessment.findings.size());
    for (const int i : m_order)
        keys[static_cast<size_t>(i)] = sortValue(i, m_sortColumn);
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        const QPartialOrdering order = QVariant::compare(keys[static_cast<size_t>(a)], keys[static_cast<size_t>(b)]);
        if (order != QPartialOrdering::Equivalent)
            return m_sortOrder == Qt::AscendingOrder ? order == QPartialOrdering::Less : order == QPartialOrdering::Greater;
        return false;  // findings come worst first, and equal cells keep that order
    });
}

void FindingsModel::buildGroups()
{
    m_groups.clear();
    if (m_grouping == Grouping::None)
        return;
    QHash<QString, size_t> known;
    for (const int i : m_order) {
        const QString title = groupTitle(finding(i));
        auto place = known.constFind(title);
        if (place == known.cend()) {
            place = known.insert(title, m_groups.size());
            m_groups.push_back({title, {}, 0, RiskLevel::Safe});
        }
        Group &group = m_groups[*place];
        group.findings.push_back(i);
        group.undecided += isUndecided(i) ? 1 : 0;
        if (group.findings.size() == 1 || rank(effect(i).risk) > rank(group.worst))
            group.worst = effect(i).risk;
    }
}

QString FindingsModel::groupTitle(const Finding &current) const
{
    switch (m_grouping) {
    case Grouping::Licence:
        return current.expression.isEmpty() ? tr("No licence established") : displayText(current.expression);
    case Grouping::Component:
        return displayText(current.subject);
    case Grouping::Rule: {
        const RuleText *rule = m_policy ? m_policy->rule(current.ruleId) : nullptr;
        return rule ? current.ruleId % QLatin1String(": ") % rule->title.in(QLocale().name()) : current.ruleId;
    }
    case Grouping::Layer: {
        if (current.layers.empty())
            return tr("No layer");
        const size_t layer = current.layers.front();
        const auto &layers = m_inventory->image.layers;
        const QString instruction = layer < layers.size() ? displayText(layers[layer].createdBy).left(80) : QString();
        return instruction.isEmpty() ? Messages::layerName(static_cast<int>(layer))
                                     : Messages::layerName(static_cast<int>(layer)) % QLatin1String(": ") % instruction;
    }
    case Grouping::None:
        break;
    }
    return {};
}

QModelIndex FindingsModel::indexOf(int wanted) const
{
    if (m_grouping == Grouping::None) {
        const auto place = std::find(m_order.begin(), m_order.end(), wanted);
        return place == m_order.end() ? QModelIndex() : index(static_cast<int>(place - m_order.begin()), 0);
    }
    for (size_t g = 0; g < m_groups.size(); ++g) {
        const auto &members = m_groups[g].findings;
        const auto place = std::find(members.begin(), members.end(), wanted);
        if (place != members.end())
            return index(static_cast<int>(place - members.begin()), 0, index(static_cast<int>(g), 0));
    }
    return {};
}

QString FindingsModel::keyOf(int wanted) const
{
    return wanted >= 0 && wanted < totalFindings() ? finding(wanted).key : QString();
}

int FindingsModel::findingWithKey(const QString &key) const
{
    for (int i = 0; i < totalFindings(); ++i) {
        if (finding(i).key == key)
            return i;
    }
    return -1;
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // The internal id is 0 at the top and the group's row plus one inside a group.
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex FindingsModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() > 0 ? createIndex(static_cast<int>(child.internalId() - 1), 0, quintptr(0))
                                                     : QModelIndex();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_grouping == Grouping::None ? m_order.size() : m_groups.size());
    if (m_grouping == Grouping::None || parent.internalId() > 0 || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<size_t>(parent.row())].findings.size());
}

int FindingsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

int FindingsModel::findingAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return -1;
    const auto row = static_cast<size_t>(index.row());
    if (m_grouping == Grouping::None)
        return row < m_order.size() ? m_order[row] : -1;
    if (index.internalId() == 0)
        return -1;
    const size_t group = index.internalId() - 1;
    return group < m_groups.size() && row < m_groups[group].findings.size() ? m_groups[group].findings[row] : -1;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int i = findingAt(index);
    if (i < 0)
        return groupData(m_groups[static_cast<size_t>(index.row())], index.column(), role);
    switch (role) {
    case Qt::DisplayRole:
        return text(i, index.column());
    case Qt::DecorationRole:
        return icon(i, index.column());
    case Qt::ToolTipRole:
        return toolTip(i, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? sentence(i) : text(i, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Files ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::BackgroundRole:
        return index.column() == Risk ? QVariant(QBrush(Theme::rowTint(Theme::riskColor(effect(i).risk)))) : QVariant();
    case SortRole:
        return sortValue(i, index.column());
    case FindingRole:
        return i;
    case UndecidedRole:
        return isUndecided(i);
    default:
        return {};
    }
}

QVariant FindingsModel::groupData(const Group &group, int column, int role) const
{
    if (role == FindingRole)
        return -1;
    if (role == UndecidedRole)
        return false;
    if (column != 0)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QString text = tr("%1 · %n finding(s)", nullptr, static_cast<int>(group.findings.size())).arg(shortened(group.title));
        if (group.undecided > 0)
            text += QStringLiteral(" · ") + tr("%n undecided", nullptr, group.undecided);
        return text;
    }
    case Qt::ToolTipRole:
        return group.title;
    case Qt::DecorationRole:
        return Theme::riskIcon(group.worst);
    case SortRole:
        return group.title;
    default:
        return {};
    }
}

}  // namespace waybill
