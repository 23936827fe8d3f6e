// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/trustsink.h"

#include "core/component/findertools.h"
#include "core/trust/packagesums.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t sightingsMost = 20'000;

class TrustSink final : public ContentProbe
{
public:
    TrustSink(const TrustRules &rules, const Entry &entry, SearchedAs kind, bool starts, int layer, SumKinds sums,
              LayerHarvest &harvest)
        : m_probe(rules, entry, kind, starts, layer, sums), m_harvest(harvest)
    {
    }
    bool feed(std::span<const char> piece) override { return m_probe.feed(piece); }
    std::vector<CapturedFile> finish(bool complete) override
    {
        m_probe.finish(complete, m_harvest.trust);
        return {};
    }

private:
    TrustProbe m_probe;
    LayerHarvest &m_harvest;
};

/// Looks at the first names of a layer for a package system.
class SystemSniffer final : public EntryVisitor
{
public:
    explicit SystemSniffer(SumKinds &kinds) : m_kinds(kinds) { }
    bool visit(const Entry &entry, EntryContent &) override
    {
        m_bytes += std::max<qint64>(0, entry.size);
        return !sumKindsAt(entry.path, m_kinds) && ++m_entries < entriesMost && m_bytes < bytesMost;
    }

private:
    static constexpr int entriesMost = 4000;
    static constexpr qint64 bytesMost = 64 << 20;
    SumKinds &m_kinds;
    int m_entries = 0;
    qint64 m_bytes = 0;
};

SearchedAs searchedAs(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Text:
    case ContentKind::Script:
        return SearchedAs::Text;
    case ContentKind::Elf:
        return SearchedAs::Binary;
    default:
        return SearchedAs::Other;
    }
}

}  // namespace

std::unique_ptr<ContentProbe> makeTrustSink(const TrustRules &rules, const Entry &entry, ContentKind kind, bool starts, int layer,
                                            SumKinds sums, LayerHarvest &harvest)
{
    const SearchedAs as = searchedAs(kind);
    if (as == SearchedAs::Other && entry.size > TrustProbe::hashLimit && !recordsChecksums(entry.path))
        return nullptr;
    return std::make_unique<TrustSink>(rules, entry, as, starts, layer, sums, harvest);
}

SumKinds sumKindsOf(const ImageSource &source, const Image &image, const CancelToken &cancel)
{
    SumKinds kinds;
    if (image.layers.empty() || !image.layers.front().available || image.sourceKind == SourceKind::Registry)
        return kinds;
    const auto bytes = source.openLayer(image, 0);
    if (!bytes)
        return kinds;
    SystemSniffer sniffer(kinds);
    readLayer(**bytes, sniffer, {}, cancel, nullptr);
    return kinds;
}

std::set<std::string> startFilesOf(const Image &image)
{
    std::set<std::string> files;
    for (const QString &word : image.entrypoint + image.cmd) {
        for (const QString &part : word.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const std::string folder = part.startsWith(QLatin1Char('/')) ? std::string() : image.workingDir.toStdString();
            const std::string path
                = resolvedPath(folder.empty() ? std::string_view() : std::string_view(folder).substr(1), part.toStdString());
            if (!path.empty())
                files.insert(path);
        }
    }
    return files;
}

TrustFacts trustFactsOf(std::span<const LayerHarvest *const> harvests, const FileTree &tree)
{
    TrustFacts facts;
    facts.searched = true;
    std::vector<const TrustHarvest *> layers;
    for (const LayerHarvest *harvest : harvests) {
        layers.push_back(&harvest->trust);
        facts.partlySearched += harvest->trust.partlySearched;
        const size_t room = sightingsMost - std::min(sightingsMost, facts.sightings.size());
        const auto &seen = harvest->trust.sightings;
        facts.sightings.insert(facts.sightings.end(), seen.begin(),
                               seen.begin() + static_cast<std::ptrdiff_t>(std::min(room, seen.size())));
    }
    facts.checksums = compareChecksums(tree, layers);
    return facts;
}

}  // namespace waybill
