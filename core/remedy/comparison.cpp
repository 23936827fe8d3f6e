// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/comparison.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace waybill {

QLatin1String changeId(Change change)
{
    static constexpr std::array names {"same", "added", "removed", "changed", "moved"};
    return QLatin1String(names.at(static_cast<size_t>(change)));
}

namespace {

QString diffIdOf(const Inventory &inventory, size_t layer)
{
    // What was computed over the bytes; what the config says only where the layer was not read.
    const QString &read = layer < inventory.readings.size() ? inventory.readings[layer].diffId : QString();
    return read.isEmpty() ? inventory.image.layers[layer].diffId : read;
}

qint64 unpackedOf(const Inventory &inventory, size_t layer)
{
    return layer < inventory.readings.size() ? inventory.readings[layer].unpackedBytes : 0;
}

LayerChange layerOf(const Inventory &inventory, size_t layer)
{
    return {-1, -1, diffIdOf(inventory, layer), inventory.image.layers[layer].createdBy, unpackedOf(inventory, layer)};
}

class Comparer
{
public:
    Comparer(const ComparedImage &a, const ComparedImage &b) : m_a(a), m_b(b) { }
    Comparison run();
    std::pair<std::vector<NodeId>, std::vector<NodeId>> contents();

private:
    void compareLayers();
    void compareFiles();
    void compareComponents();
    void compareFindings();
    void findMoved();
    bool inSharedLayer(const TreeNode &a, const TreeNode &b) const;
    std::optional<bool> equalContent(NodeId a, NodeId b) const;
    FileChange fileChange(NodeId a, NodeId b) const;

    const ComparedImage &m_a;
    const ComparedImage &m_b;
    std::vector<int> m_layerOfA;                     ///< by layer of the second: the same layer of the first, or -1
    std::vector<std::pair<NodeId, NodeId>> m_alike;  ///< pairs that only their content could tell apart
    Comparison m_result;
};

void Comparer::compareLayers()
{
    const Inventory &a = *m_a.inventory;
    const Inventory &b = *m_b.inventory;
    std::vector<bool> used(a.image.layers.size());
    m_layerOfA.assign(b.image.layers.size(), -1);
    for (size_t i = 0; i < b.image.layers.size(); ++i) {
        LayerChange change = layerOf(b, i);
        change.b = static_cast<int>(i);
        for (size_t j = 0; j < used.size() && change.a < 0; ++j) {
            if (!used[j] && !change.diffId.isEmpty() && diffIdOf(a, j) == change.diffId) {
                used[j] = true;
                change.a = m_layerOfA[i] = static_cast<int>(j);
                m_result.sharedBytes += change.bytes;
            }
        }
        m_result.layers.push_back(std::move(change));
    }
    for (size_t j = 0; j < used.size(); ++j) {
        if (used[j])
            continue;
        LayerChange change = layerOf(a, j);
        change.a = static_cast<int>(j);
        m_result.layers.push_back(std::move(change));
    }
}

bool Comparer::inSharedLayer(const TreeNode &a, const TreeNode &b) const
{
    return b.layer < m_layerOfA.size() && m_layerOfA[b.layer] == a.layer;
}

FileChange Comparer::fileChange(NodeId a, NodeId b) const
{
    FileChange change;
    change.a = a;
    change.b = b;
    if (a.isValid()) {
        change.path = m_a.inventory->tree->path(a);
        change.sizeA = m_a.inventory->tree->node(a).size;
        change.classA = licenceClassOf(*m_a.inventory, a);
    }
    if (b.isValid()) {
        change.path = m_b.inventory->tree->path(b);
        change.sizeB = m_b.inventory->tree->node(b).size;
        change.classB = licenceClassOf(*m_b.inventory, b);
    }
    change.change = !a.isValid() ? Change::Added : !b.isValid() ? Change::Removed : Change::Changed;
    return change;
}

void Comparer::compareFiles()
{
    const FileTree &a = *m_a.inventory->tree;
    const FileTree &b = *m_b.inventory->tree;
    const auto counts = [](const TreeNode &node) { return !node.isFolder() && !node.isGhost(); };
    std::unordered_map<std::string, NodeId> ofA;
    for (size_t i = 0; i < static_cast<size_t>(a.size()); ++i) {
        if (counts(a.node(NodeId(i))))
            ofA.emplace(a.path(NodeId(i)), NodeId(i));
    }
    for (size_t i = 0; i < static_cast<size_t>(b.size()); ++i) {
        const NodeId id(i);
        const TreeNode &node = b.node(id);
        if (!counts(node))
            continue;
        const auto found = ofA.find(b.path(id));
        if (found == ofA.end()) {
            m_result.files.push_back(fileChange({}, id));
            continue;
        }
        const TreeNode &other = a.node(found->second);
        const bool alike = other.kind == node.kind && other.mode == node.mode && other.size == node.size
            && a.linkTarget(found->second) == b.linkTarget(id);
        const std::optional<bool> equal = alike ? equalContent(found->second, id) : false;
        if (inSharedLayer(other, node) || equal.value_or(false)) {
            ++m_result.sameFiles;
        } else if (!equal) {
            ++m_result.alikeFiles;
            m_alike.emplace_back(found->second, id);
        } else {
            m_result.files.push_back(fileChange(found->second, id));
        }
        ofA.erase(found);
    }
    for (const auto &[path, id] : ofA)
        m_result.files.push_back(fileChange(id, {}));
    findMoved();
}

/// Links and empty files say all that they have; of others nothing is known without digests.
std::optional<bool> Comparer::equalContent(NodeId a, NodeId b) const
{
    const TreeNode &node = m_a.inventory->tree->node(a);
    if (node.kind == EntryKind::Symlink || (node.kind == EntryKind::File && node.size == 0))
        return true;
    const auto ofA = m_a.digests.find(a);
    const auto ofB = m_b.digests.find(b);
    if (ofA == m_a.digests.end() || ofB == m_b.digests.end())
        return std::nullopt;
    return ofA->second == ofB->second;
}

/// What is gone at one path and new at another with the same bytes has moved. Pairs are made in the order of paths.
void Comparer::findMoved()
{
    const auto byPath = [](const FileChange &x, const FileChange &y) { return x.path < y.path; };
    std::sort(m_result.files.begin(), m_result.files.end(), byPath);
    std::multimap<QByteArray, size_t> gone;
    for (size_t i = 0; i < m_result.files.size(); ++i) {
        const FileChange &file = m_result.files[i];
        const auto digest = m_a.digests.find(file.a);
        if (file.change == Change::Removed && file.sizeA > 0 && digest != m_a.digests.end())
            gone.emplace(digest->second, i);
    }
    std::vector<bool> paired(m_result.files.size());
    for (FileChange &file : m_result.files) {
        const auto digest = m_b.digests.find(file.b);
        if (file.change != Change::Added || file.sizeB == 0 || digest == m_b.digests.end())
            continue;
        const auto origin = gone.find(digest->second);
        if (origin == gone.end())
            continue;
        const FileChange &before = m_result.files[origin->second];
        file.change = Change::Moved;
        file.from = before.path;
        file.a = before.a;
        file.sizeA = before.sizeA;
        file.classA = before.classA;
        paired[origin->second] = true;
        gone.erase(origin);
    }
    size_t at = 0;
    std::erase_if(m_result.files, [&](const FileChange &) { return paired[at++]; });
}

std::pair<std::vector<NodeId>, std::vector<NodeId>> Comparer::contents()
{
    compareLayers();
    compareFiles();
    std::pair<std::vector<NodeId>, std::vector<NodeId>> wanted;
    for (const auto &[a, b] : m_alike) {
        wanted.first.push_back(a);
        wanted.second.push_back(b);
    }
    std::unordered_map<qint64, std::pair<std::vector<NodeId>, std::vector<NodeId>>> bySize;
    for (const FileChange &file : m_result.files) {
        if (file.change == Change::Removed && file.sizeA > 0)
            bySize[file.sizeA].first.push_back(file.a);
        if (file.change == Change::Added && file.sizeB > 0)
            bySize[file.sizeB].second.push_back(file.b);
    }
    for (const auto &[size, nodes] : bySize) {
        if (nodes.first.empty() || nodes.second.empty())
            continue;
        wanted.first.insert(wanted.first.end(), nodes.first.begin(), nodes.first.end());
        wanted.second.insert(wanted.second.end(), nodes.second.begin(), nodes.second.end());
    }
    std::sort(wanted.first.begin(), wanted.first.end());
    std::sort(wanted.second.begin(), wanted.second.end());
    return wanted;
}

struct Side {
    QStringList versions, expressions;
    LicenceClass licenceClass = LicenceClass::Unknown;
    bool any = false, anyClass = false;
};

using Packages = std::map<std::pair<QString, QString>, std::array<Side, 2>>;

void addPackages(Packages &packages, const Inventory &inventory, size_t side)
{
    std::vector<std::optional<LicenceClass>> worst(inventory.components.size());
    for (const Judgement &judgement : inventory.judgements) {
        if (!judgement.component.isValid() || judgement.liveFiles == 0 || judgement.basis == Basis::Generated)
            continue;
        auto &known = worst[judgement.component.value];
        if (!known || licenceClassRank(judgement.licenceClass) > licenceClassRank(*known))
            known = judgement.licenceClass;
    }
    for (size_t i = 0; i < inventory.components.size(); ++i) {
        const Component &component = inventory.components[i];
        if (component.isGhost())
            continue;
        Side &entry = packages[{component.kind, component.name}][side];
        entry.any = true;
        if (!entry.versions.contains(component.version))
            entry.versions.append(component.version);
        if (!component.expression.isEmpty() && !entry.expressions.contains(component.expression))
            entry.expressions.append(component.expression);
        if (worst[i] && (!entry.anyClass || licenceClassRank(*worst[i]) > licenceClassRank(entry.licenceClass))) {
            entry.licenceClass = *worst[i];
            entry.anyClass = true;
        }
    }
}

QString joined(QStringList list)
{
    list.sort();
    return list.join(QLatin1String(", "));
}

void Comparer::compareComponents()
{
    Packages packages;
    addPackages(packages, *m_a.inventory, 0);
    addPackages(packages, *m_b.inventory, 1);
    for (const auto &[key, sides] : packages) {
        const Side &a = sides[0];
        const Side &b = sides[1];
        ComponentChange change {key.first,
                                key.second,
                                Change::Changed,
                                joined(a.versions),
                                joined(b.versions),
                                joined(a.expressions),
                                joined(b.expressions),
                                a.licenceClass,
                                b.licenceClass};
        if (!a.any)
            change.change = Change::Added;
        else if (!b.any)
            change.change = Change::Removed;
        else if (change.versionA == change.versionB && change.expressionA == change.expressionB
                 && change.classA == change.classB) {
            ++m_result.sameComponents;
            continue;
        }
        m_result.components.push_back(std::move(change));
    }
}

void Comparer::compareFindings()
{
    std::map<QString, std::pair<const Finding *, const Finding *>> byKey;
    for (const Finding &finding : m_a.assessment.findings)
        byKey[finding.key].first = &finding;
    for (const Finding &finding : m_b.assessment.findings)
        byKey[finding.key].second = &finding;
    for (const auto &[key, pair] : byKey) {
        const auto &[a, b] = pair;
        const Finding &any = b ? *b : *a;
        FindingChange change {key, any.subject, any.ruleId, !a ? Change::Added : !b ? Change::Removed : Change::Same,
                              {},  {},          {},         {}};
        for (size_t s = 0; s < scenarioCount; ++s) {
            change.permissionA[s] = a ? a->effects[s].permission : Permission::Permitted;
            change.permissionB[s] = b ? b->effects[s].permission : Permission::Permitted;
            change.riskA[s] = a ? a->effects[s].risk : RiskLevel::NotAssessed;
            change.riskB[s] = b ? b->effects[s].risk : RiskLevel::NotAssessed;
        }
        if (a && b && (change.permissionA != change.permissionB || change.riskA != change.riskB))
            change.change = Change::Changed;
        if (change.change != Change::Same)
            m_result.findings.push_back(std::move(change));
    }
}

Comparison Comparer::run()
{
    compareLayers();
    compareFiles();
    compareComponents();
    compareFindings();
    const auto totals = [](const Inventory &inventory) {
        ClassTotals sum;
        for (const Judgement &judgement : inventory.judgements)
            sum.add(judgement.licenceClass, judgement.liveBytes + judgement.ghostBytes,
                    judgement.liveFiles + judgement.ghostFiles);
        return sum;
    };
    m_result.classesA = totals(*m_a.inventory);
    m_result.classesB = totals(*m_b.inventory);
    m_result.verdictsA = m_a.assessment.verdicts;
    m_result.verdictsB = m_b.assessment.verdicts;
    return std::move(m_result);
}

}  // namespace

std::pair<std::vector<NodeId>, std::vector<NodeId>> contentsToCompare(const Inventory &a, const Inventory &b)
{
    const auto borrowed = [](const Inventory &inventory) {
        return ComparedImage {{std::shared_ptr<const Inventory>(), &inventory}, {}, {}};
    };
    const ComparedImage first = borrowed(a);
    const ComparedImage second = borrowed(b);
    return Comparer(first, second).contents();
}

Comparison compareImages(const ComparedImage &a, const ComparedImage &b)
{
    return Comparer(a, b).run();
}

}  // namespace waybill
