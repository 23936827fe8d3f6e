// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/packagesums.h"

#include <algorithm>
#include <unordered_map>

namespace waybill {

namespace {

constexpr size_t mismatchesMost = 1000;

std::string keyOf(int layer, const std::string &path)
{
    return std::to_string(layer) + '/' + path;
}

/// The files of all layers and the comparison with one list after the other.
class Comparison
{
public:
    Comparison(const FileTree &tree, std::span<const TrustHarvest *const> layers) : m_tree(tree)
    {
        for (size_t layer = 0; layer < layers.size(); ++layer) {
            if (!layers[layer])
                continue;
            for (const TrustHarvest::Digest &digest : layers[layer]->digests)
                m_digests[keyOf(static_cast<int>(layer), digest.path)] = &digest;
        }
    }
    void compare(const SumList &list)
    {
        for (const RecordedSum &sum : list.sums)
            compare(sum, list.database);
    }
    ChecksumFacts take()
    {
        std::sort(m_facts.mismatches.begin(), m_facts.mismatches.end(),
                  [](const ChecksumMismatch &a, const ChecksumMismatch &b) { return a.path < b.path; });
        return std::move(m_facts);
    }

private:
    /// apk records the hash of a link's target under the link's name: that says nothing about the file it leads to.
    bool isLink(const std::string &path) const
    {
        const size_t slash = path.rfind('/');
        const NodeId folder = slash == std::string::npos ? NodeId() : m_tree.resolveLive(path.substr(0, slash));
        const std::string real = folder.isValid() ? m_tree.path(folder) + path.substr(slash) : path;
        const NodeId node = m_tree.findLive(real);
        return node.isValid() && m_tree.node(node).kind == EntryKind::Symlink;
    }
    void compare(const RecordedSum &sum, const std::string &database);

    const FileTree &m_tree;
    std::unordered_map<std::string, const TrustHarvest::Digest *> m_digests;
    ChecksumFacts m_facts;
};

void Comparison::compare(const RecordedSum &sum, const std::string &database)
{
    const NodeId node = m_tree.resolveLive(sum.path);
    if (!node.isValid() || m_tree.node(node).kind != EntryKind::File) {
        ++m_facts.missing;
        return;
    }
    if (sum.algorithm == SumAlgorithm::Sha1 && isLink(sum.path))
        return;
    const int bringer = m_tree.node(node).layer;
    const std::string path = m_tree.path(node);
    const auto known = m_digests.find(keyOf(bringer, path));
    const QByteArray found = known == m_digests.end() ? QByteArray()
        : sum.algorithm == SumAlgorithm::Md5          ? known->second->md5
        : sum.algorithm == SumAlgorithm::Sha1         ? known->second->sha1
                                                      : known->second->sha256;
    if (found.isEmpty()) {
        ++m_facts.notCompared;
        return;
    }
    ++m_facts.compared;
    if (found != sum.digest && m_facts.mismatches.size() < mismatchesMost)
        m_facts.mismatches.push_back({path, bringer, database, sumAlgorithmId(sum.algorithm)});
}

}  // namespace

ChecksumFacts compareChecksums(const FileTree &tree, std::span<const TrustHarvest *const> layers)
{
    Comparison comparison(tree, layers);
    for (size_t layer = 0; layer < layers.size(); ++layer) {
        if (!layers[layer])
            continue;
        for (const SumList &list : layers[layer]->sums) {
            const NodeId node = tree.findLive(list.database);
            if (node.isValid() && tree.node(node).layer == layer)
                comparison.compare(list);
        }
    }
    return comparison.take();
}

}  // namespace waybill
