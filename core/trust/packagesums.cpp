// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/packagesums.h"

#include "core/component/findertools.h"

#include <algorithm>
#include <unordered_map>

namespace waybill {

namespace {

constexpr size_t mismatchesMost = 1000;

std::optional<RecordedSum> md5Line(std::string_view line)
{
    if (line.size() < 35 || line[32] != ' ')
        return std::nullopt;
    const QByteArray hex(line.data(), 32);
    const QByteArray raw = QByteArray::fromHex(hex);
    std::string path = resolvedPath({}, trimmedView(line.substr(33)));
    if (raw.size() != 16 || raw.toHex() != hex.toLower() || path.empty())
        return std::nullopt;
    return RecordedSum {std::move(path), raw, true};
}

/// A RECORD is CSV; a name that holds a comma is quoted.
std::optional<RecordedSum> recordLine(std::string_view folder, std::string_view line)
{
    const size_t size = line.rfind(',');
    if (size == std::string_view::npos || size == 0)
        return std::nullopt;
    const size_t hash = line.rfind(',', size - 1);
    if (hash == std::string_view::npos)
        return std::nullopt;
    const std::string_view digest = line.substr(hash + 1, size - hash - 1);
    if (!digest.starts_with("sha256="))
        return std::nullopt;
    std::string_view name = line.substr(0, hash);
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    const QByteArray raw = QByteArray::fromBase64(QByteArray(digest.data() + 7, static_cast<qsizetype>(digest.size() - 7)),
                                                  QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    std::string path = resolvedPath(folder, name);
    if (raw.size() != 32 || path.empty())
        return std::nullopt;
    return RecordedSum {std::move(path), raw, false};
}

std::string keyOf(int layer, const std::string &path)
{
    return std::to_string(layer) + '/' + path;
}

}  // namespace

std::vector<RecordedSum> recordedSums(std::string_view path, const QByteArray &content)
{
    std::vector<RecordedSum> sums;
    const bool python = path.ends_with("/RECORD");
    const std::string_view folder = python ? folderOf(folderOf(path)) : std::string_view();
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        if (auto sum = python ? recordLine(folder, line) : md5Line(line))
            sums.push_back(std::move(*sum));
    }
    return sums;
}

ChecksumFacts compareChecksums(const FileTree &tree, std::span<const TrustHarvest *const> layers)
{
    std::unordered_map<std::string, const TrustHarvest::Digest *> digests;
    for (size_t layer = 0; layer < layers.size(); ++layer) {
        if (!layers[layer])
            continue;
        for (const TrustHarvest::Digest &digest : layers[layer]->digests)
            digests[keyOf(static_cast<int>(layer), digest.path)] = &digest;
    }
    ChecksumFacts facts;
    for (size_t layer = 0; layer < layers.size(); ++layer) {
        if (!layers[layer])
            continue;
        for (const auto &[database, content] : layers[layer]->sums) {
            const NodeId list = tree.findLive(database);
            if (!list.isValid() || tree.node(list).layer != layer)
                continue;
            for (const RecordedSum &sum : recordedSums(database, content)) {
                const NodeId node = tree.resolveLive(sum.path);
                if (!node.isValid() || tree.node(node).kind != EntryKind::File) {
                    ++facts.missing;
                    continue;
                }
                const int bringer = tree.node(node).layer;
                const std::string path = tree.path(node);
                const auto known = digests.find(keyOf(bringer, path));
                const QByteArray found = known == digests.end() ? QByteArray()
                    : sum.isMd5                                 ? known->second->md5
                                                                : known->second->sha256;
                if (found.isEmpty()) {
                    ++facts.notCompared;
                    continue;
                }
                ++facts.compared;
                if (found != sum.digest && facts.mismatches.size() < mismatchesMost)
                    facts.mismatches.push_back(
                        {path, bringer, database, sum.isMd5 ? QStringLiteral("md5") : QStringLiteral("sha256")});
            }
        }
    }
    std::sort(facts.mismatches.begin(), facts.mismatches.end(),
              [](const ChecksumMismatch &a, const ChecksumMismatch &b) { return a.path < b.path; });
    return facts;
}

}  // namespace waybill
