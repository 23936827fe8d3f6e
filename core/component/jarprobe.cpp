// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/jarprobe.h"

#include "core/component/findertools.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace waybill {

namespace {

constexpr int deepestNesting = 16;
constexpr qint64 memberLimit = 1 << 20;
constexpr qint64 keptLimit = 32 << 20;  // of one outer archive

enum class MemberRole : quint8 { None, Text, Nested };

MemberRole roleOf(std::string_view name)
{
    if (name == "META-INF/MANIFEST.MF")
        return MemberRole::Text;
    if (name.starts_with("META-INF/maven/"))
        return name.ends_with("/pom.properties") || name.ends_with("/pom.xml") ? MemberRole::Text : MemberRole::None;
    return isJavaArchive(name) ? MemberRole::Nested : MemberRole::None;
}

}  // namespace

bool isJavaArchive(std::string_view path)
{
    static constexpr std::array<std::string_view, 10> endings {".jar", ".war", ".ear", ".par", ".sar",
                                                               ".jpi", ".hpi", ".kar", ".aar", ".lpkg"};
    const size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || path.size() - dot > 5)
        return false;
    std::array<char, 5> ending {};
    std::transform(path.begin() + static_cast<std::ptrdiff_t>(dot), path.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(endings.begin(), endings.end(), std::string_view(ending.data(), path.size() - dot)) != endings.end();
}

/// What all archives inside one file share.
struct JarProbe::Shared {
    ZipBudget budget;
    qint64 kept = 0;
    std::vector<CapturedFile> records;
};

/// One archive; a nested one is fed by its outer one.
struct JarProbe::Archive final : ZipVisitor {
    Archive(std::string where, int level, Shared &common)
        : path(std::move(where)), depth(level), shared(common), stream(*this, common.budget)
    {
    }

    bool wants(const ZipMember &member) override
    {
        name = member.name;
        role = roleOf(name);
        text.clear();
        if (role == MemberRole::Nested && depth >= deepestNesting) {
            trouble = "nested too deep";
            role = MemberRole::None;
        }
        if (role == MemberRole::Nested)
            nested = std::make_unique<Archive>(path + "!/" + name, depth + 1, shared);
        return role != MemberRole::None;
    }

    bool content(std::span<const char> piece) override
    {
        if (role == MemberRole::Nested)
            return nested->stream.feed(piece);
        if (text.size() + static_cast<qsizetype>(piece.size()) > memberLimit || shared.kept > keptLimit) {
            trouble = "metadata too long";
            return false;
        }
        text.append(piece.data(), static_cast<qsizetype>(piece.size()));
        return true;
    }

    void memberEnds(bool complete) override
    {
        if (role == MemberRole::Nested) {
            nested->close(complete);
            nested.reset();
        } else if (complete) {
            shared.kept += text.size();
            texts.push_back({path + "!/" + name, 0, text, -1, false});
        } else if (role == MemberRole::Text && trouble.isEmpty()) {
            trouble = "damaged metadata";
        }
        role = MemberRole::None;
        text.clear();
    }

    void listed(std::string_view entry) override
    {
        if (roleOf(entry) == MemberRole::Text && table.size() < tableLimit)
            table.emplace(entry);
    }

    /// The archive ends. Metadata that its table of contents does not name is no part of it.
    void close(bool complete)
    {
        if (nested)
            nested->close(false);
        const bool whole = stream.state() == ZipStream::State::Complete;
        if (stream.state() == ZipStream::State::Limit)
            trouble = "too much content";
        else if (!whole && trouble.isEmpty())
            trouble = complete ? "not a complete zip archive" : "cut";
        if (whole) {
            std::erase_if(texts, [this](const CapturedFile &file) { return !table.contains(file.path.substr(path.size() + 2)); });
        }
        std::move(texts.begin(), texts.end(), std::back_inserter(shared.records));
        shared.records.push_back({path + "!/", 0, trouble, -1, !trouble.isEmpty()});
    }

    static constexpr size_t tableLimit = 20'000;
    std::string path;
    int depth;
    Shared &shared;
    ZipStream stream;
    std::string name;  // of the member that is being read
    MemberRole role = MemberRole::None;
    QByteArray text;
    std::unique_ptr<Archive> nested;
    std::vector<CapturedFile> texts;
    std::set<std::string, std::less<>> table;
    QByteArray trouble;
};

JarProbe::JarProbe(std::string path)
    : m_shared(std::make_unique<Shared>()), m_archive(std::make_unique<Archive>(std::move(path), 0, *m_shared))
{
}

JarProbe::~JarProbe() = default;

bool JarProbe::feed(std::span<const char> piece)
{
    return m_archive->stream.feed(piece);
}

std::vector<CapturedFile> JarProbe::finish(bool complete)
{
    m_archive->close(complete);
    return std::move(m_shared->records);
}

}  // namespace waybill
