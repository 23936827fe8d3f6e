// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/yarncache.h"

#include "core/component/findertools.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr qsizetype manifestLimit = 2 << 20;
constexpr size_t manifestCount = 200;  // a package and what it bundles

/// "node_modules/NAME/package.json", also below the node_modules of another one.
bool isManifest(std::string_view name)
{
    constexpr std::string_view ending = "/package.json";
    constexpr std::string_view folder = "node_modules/";
    if (!name.ends_with(ending))
        return false;
    name.remove_suffix(ending.size());
    const size_t at = name.rfind(folder);
    if (at == std::string_view::npos || (at > 0 && name[at - 1] != '/'))
        return false;
    name.remove_prefix(at + folder.size());
    return std::count(name.begin(), name.end(), '/') == (name.starts_with('@') ? 1 : 0);
}

}  // namespace

bool isYarnArchive(std::string_view path)
{
    if (!path.ends_with(".zip"))
        return false;
    const std::string_view folder = folderOf(path);
    if (!folder.ends_with("/cache") && folder != "cache")
        return false;
    static constexpr std::array<std::string_view, 5> protocols {"-npm-", "-patch-", "-https-", "-file-", "-virtual-"};
    const std::string_view name = baseNameOf(path);
    return std::any_of(protocols.begin(), protocols.end(),
                       [name](std::string_view protocol) { return name.find(protocol) != std::string_view::npos; });
}

YarnArchiveProbe::YarnArchiveProbe(std::string path, Make make)
    : m_path(std::move(path)), m_make(std::move(make)), m_stream(*this, m_budget)
{
}

bool YarnArchiveProbe::feed(std::span<const char> piece)
{
    return m_stream.feed(piece);
}

bool YarnArchiveProbe::wants(const ZipMember &member)
{
    if (!isManifest(member.name) || m_manifests.size() >= manifestCount)
        return false;
    m_name = member.name;
    m_text.clear();
    return true;
}

bool YarnArchiveProbe::content(std::span<const char> piece)
{
    if (m_text.size() + static_cast<qsizetype>(piece.size()) > manifestLimit) {
        m_trouble = "metadata too long";
        return false;
    }
    m_text.append(piece.data(), static_cast<qsizetype>(piece.size()));
    return true;
}

void YarnArchiveProbe::memberEnds(bool complete)
{
    if (complete)
        m_manifests.emplace_back(m_name, m_text);
    else if (m_trouble.isEmpty())
        m_trouble = "damaged metadata";
}

void YarnArchiveProbe::listed(std::string_view name)
{
    if (isManifest(name) && m_listed.size() < manifestCount)
        m_listed.emplace_back(name);
}

/// What the table of contents does not name is no part of the archive.
std::vector<CapturedFile> YarnArchiveProbe::finish(bool complete)
{
    const bool whole = m_stream.state() == ZipStream::State::Complete;
    if (m_stream.state() == ZipStream::State::Limit)
        m_trouble = "too much content";
    else if (!whole && m_trouble.isEmpty())
        m_trouble = complete ? "not a complete zip archive" : "cut";
    std::vector<CapturedFile> records;
    for (const auto &[name, text] : m_manifests) {
        if (whole && std::find(m_listed.begin(), m_listed.end(), name) == m_listed.end())
            continue;
        for (CapturedFile &record : m_make(text)) {
            record.path = m_path + "!/" + name;
            records.push_back(std::move(record));
        }
    }
    records.push_back({m_path + "!/", 0, m_trouble, -1, !m_trouble.isEmpty()});
    return records;
}

}  // namespace waybill
