// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/textindex.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr int linkHops = 5;

std::string_view folderOf(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string joined(std::string_view folder, std::string_view relative)
{
    std::string path(folder);
    while (relative.starts_with("../")) {
        path = std::string(folderOf(path));
        relative.remove_prefix(3);
    }
    if (relative.starts_with('/'))
        return std::string(relative.substr(1));
    return path.empty() ? std::string(relative) : path + '/' + std::string(relative);
}

/// Folders in which many things lie side by side: a text there speaks of one of them, nobody knows which.
bool isSharedFolder(std::string_view folder)
{
    static constexpr std::array<std::string_view, 12> names {"site-packages", "dist-packages", "node_modules", "lib",
                                                             "lib64",         "libexec",       "bin",          "sbin",
                                                             "share",         "include",       "src",          "vendor"};
    const std::string_view name = folder.substr(folder.rfind('/') + 1);
    const bool ofMachine = name.ends_with("-linux-gnu") || name.ends_with("-linux-musl") || name.ends_with("-linux-gnueabihf");
    return ofMachine || std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const LicenceMatch *agreementIn(const TextReading &reading)
{
    const auto find = [](const std::vector<LicenceMatch> &matches) -> const LicenceMatch * {
        for (const LicenceMatch &match : matches) {
            // In the middle of a collection of texts an agreement speaks for a part only; NVIDIA's come behind notices of others.
            const bool governs = &match == &matches.front() || match.expression.startsWith(QLatin1String("LicenseRef-NVIDIA"));
            if (match.kind == MatchKind::Eula && governs)
                return &match;
        }
        return nullptr;
    };
    if (reading.copyright)
        return find(reading.copyright->textMatches);
    return find(reading.matches);
}

TextIndex::TextIndex(std::span<const LayerHarvest *const> harvests, const FileTree &tree) : m_tree(tree)
{
    for (size_t layer = 0; layer < harvests.size(); ++layer) {
        for (const ScannedText &text : harvests[layer]->texts) {
            m_texts[text.path][static_cast<int>(layer)] = &text;
            if (!text.wholeFile)
                continue;
            std::string folder(folderOf(text.path));
            if (folder.ends_with(".dist-info"))
                folder = std::string(folderOf(folder));  // a wheel's text speaks for what lies beside its dist-info folder
            if (const LicenceMatch *match = agreementIn(*text.reading);
                match && match->edition.startsWith(QLatin1String("nvidia-"))) {
                QString &edition = m_editions[folder];
                // Of several editions in one place the oldest grants least, so it is the cautious one.
                if (edition.isEmpty() || match->edition < edition)
                    edition = match->edition;
            }
            if (!std::string_view(text.path).ends_with(".dist-info") && !text.reading->matches.empty())
                m_folderTexts.try_emplace(std::string(folderOf(text.path)), Place {&text, static_cast<int>(layer)});
        }
    }
}

const ScannedText *TextIndex::at(const std::string &path, int layer) const
{
    const auto versions = m_texts.find(path);
    if (versions == m_texts.end())
        return nullptr;
    const auto exact = versions->second.find(layer);
    return exact == versions->second.end() ? nullptr : exact->second;
}

std::optional<TextIndex::Place> TextIndex::find(const std::string &wanted, int layer) const
{
    std::string path = wanted;
    for (int hop = 0; hop < linkHops; ++hop) {
        if (const auto versions = m_texts.find(path); versions != m_texts.end()) {
            auto newest = versions->second.upper_bound(layer);
            if (newest != versions->second.begin()) {
                --newest;
                return Place {newest->second, newest->first};
            }
        }
        const NodeId file = m_tree.findAt(path, layer);
        if (file.isValid() && m_tree.node(file).kind == EntryKind::Symlink) {
            path = joined(folderOf(path), m_tree.linkTarget(file));
            continue;
        }
        const std::string folder(folderOf(path));
        const NodeId link = m_tree.findAt(folder, layer);
        if (!link.isValid() || m_tree.node(link).kind != EntryKind::Symlink)
            return std::nullopt;
        path = joined(folderOf(folder), m_tree.linkTarget(link)) + path.substr(folder.size());
    }
    return std::nullopt;
}

QString TextIndex::nearestEdition(std::string_view path) const
{
    for (std::string_view folder = folderOf(path); !folder.empty(); folder = folderOf(folder)) {
        if (const auto found = m_editions.find(folder); found != m_editions.end())
            return found->second;
    }
    return {};
}

std::optional<TextIndex::Place> TextIndex::nearestText(std::string_view path) const
{
    for (std::string_view folder = folderOf(path); std::count(folder.begin(), folder.end(), '/') >= 2;
         folder = folderOf(folder)) {
        if (isSharedFolder(folder))
            return std::nullopt;
        if (const auto found = m_folderTexts.find(folder); found != m_folderTexts.end())
            return found->second;
    }
    return std::nullopt;
}

}  // namespace waybill
