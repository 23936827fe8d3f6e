// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/embeddedlibraries.h"

#include "core/base/glob.h"

#include <algorithm>
#include <array>
#include <set>

namespace waybill {

namespace {

constexpr size_t blockBytes = 16 << 10;
constexpr size_t lookAhead = 256;  ///< bytes after a marker that its pattern may need
constexpr int tryLimit = 2000;     ///< occurrences of one marker that are examined in one file
constexpr size_t secondLookPiece = 64 << 10;

std::string_view baseName(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// Printable ASCII up to the first other byte: what strings(1) would show.
QString printable(std::span<const char> bytes)
{
    size_t length = 0;
    while (length < bytes.size() && length < 120 && bytes[length] >= 0x20 && bytes[length] < 0x7f)
        ++length;
    return QString::fromLatin1(bytes.data(), static_cast<qsizetype>(length));
}

bool matchesAny(const std::vector<std::string> &globs, std::string_view name)
{
    return std::any_of(globs.begin(), globs.end(), [name](const std::string &glob) { return globMatches(glob, name); });
}

/// A complete program: whatever it needs of its system's libraries was linked into it.
bool loadsNothing(const ElfFacts &facts)
{
    return facts.linkage == ElfLinkage::StaticExecutable || facts.linkage == ElfLinkage::StaticPie;
}

}  // namespace

QLatin1String embeddedRelationId(EmbeddedRelation relation)
{
    static constexpr std::array names {"itself", "contained", "built-against"};
    return QLatin1String(names.at(static_cast<size_t>(relation)));
}

EmbeddedLibraryScan::EmbeddedLibraryScan(const EmbeddedLibraryRules &rules)
    : m_rules(rules), m_hits(rules.m_libraries.size()), m_tries(rules.m_markers.size(), 0)
{
    m_block.reserve(4 * lookAhead);
}

void EmbeddedLibraryScan::feed(std::span<const char> piece)
{
    m_fed += static_cast<qint64>(piece.size());
    const auto left = static_cast<size_t>(std::max<qint64>(0, byteBudget - m_searched));
    piece = piece.first(std::min(piece.size(), left));
    if (piece.size() <= lookAhead) {
        m_block.insert(m_block.end(), piece.begin(), piece.end());
        if (m_block.size() >= blockBytes)
            searchBlock();
        return;
    }
    // Long pieces are searched where they lie; only what spans two of them is copied.
    const size_t waiting = m_block.size();
    m_block.insert(m_block.end(), piece.begin(), piece.begin() + lookAhead);
    search(m_block, waiting);
    const size_t ready = piece.size() - lookAhead;
    search(piece, ready);
    m_block.assign(piece.begin() + static_cast<std::ptrdiff_t>(ready), piece.end());
}

void EmbeddedLibraryScan::searchBlock()
{
    const size_t ready = m_block.size() - lookAhead;
    search(m_block, ready);
    m_block.erase(m_block.begin(), m_block.begin() + static_cast<std::ptrdiff_t>(ready));
}

/// Markers that start in the last `lookAhead` bytes wait for what follows, so each is seen once and with all it needs.
void EmbeddedLibraryScan::search(std::span<const char> bytes, size_t ready)
{
    m_rules.m_search->search(bytes, [this, bytes, ready](int marker, size_t position) {
        if (position < ready)
            visit(marker, bytes, position);
    });
    m_searched += static_cast<qint64>(ready);
}

void EmbeddedLibraryScan::visit(int marker, std::span<const char> bytes, size_t position)
{
    const EmbeddedLibraryRules::Marker &rule = m_rules.m_markers[static_cast<size_t>(marker)];
    int &tries = m_tries[static_cast<size_t>(marker)];
    if (++tries > tryLimit)
        return;
    Hit &hit = m_hits[rule.library];
    if (!rule.flag.isEmpty()) {
        if (!hit.library.flags.contains(rule.flag))
            hit.library.flags.append(rule.flag);
        return;
    }
    if (!hit.library.version.isEmpty())
        return;
    const std::span<const char> here = bytes.subspan(position);
    const std::span<const char> words = here.first(std::min(here.size(), lookAhead));
    QString version;
    if (rule.version) {
        const auto match = rule.version->match(QString::fromLatin1(words.data(), static_cast<qsizetype>(words.size())), 0,
                                               QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return;
        version = match.captured(1);
    } else if (hit.seen) {
        return;
    }
    hit.seen = true;
    hit.library.version = version;
    hit.library.seen = printable(words);
    hit.library.offset = m_searched + static_cast<qint64>(position);
}

void EmbeddedLibraryScan::secondLook(size_t library, const FileWindows &windows)
{
    const EmbeddedLibraryRules::Library &rule = m_rules.m_libraries[library];
    std::set<QString> versions;
    std::span<const char> rest = windows.head();
    while (!rest.empty() && versions.size() < 2) {
        const auto piece = rest.first(std::min(rest.size(), secondLookPiece + lookAhead));
        auto matches = rule.whole->globalMatch(QString::fromLatin1(piece.data(), static_cast<qsizetype>(piece.size())));
        while (matches.hasNext() && versions.size() < 2) {
            const QString found = matches.next().captured(1);
            const QString version = rule.dates.isEmpty() ? found : rule.dates.value(found);
            if (!version.isEmpty())
                versions.insert(version);
        }
        rest = rest.subspan(std::min(rest.size(), secondLookPiece));
    }
    if (versions.size() == 1)
        m_hits[library].library.version = *versions.begin();
}

EmbeddedRelation EmbeddedLibraryScan::relationOf(size_t library, std::string_view fileName, const ElfFacts *facts) const
{
    const std::vector<std::string> &itself = m_rules.m_libraries[library].itself;
    if (matchesAny(itself, fileName) || (facts && !facts->soname.empty() && matchesAny(itself, facts->soname)))
        return EmbeddedRelation::Itself;
    const bool asks = facts && std::any_of(facts->needed.begin(), facts->needed.end(), [&itself](const std::string &name) {
                          return matchesAny(itself, baseName(name));
                      });
    return asks ? EmbeddedRelation::BuiltAgainst : EmbeddedRelation::Contained;
}

std::vector<EmbeddedLibrary> EmbeddedLibraryScan::finish(std::string_view fileName, const ElfFacts *facts,
                                                         const FileWindows &windows)
{
    search(m_block, m_block.size());
    std::vector<EmbeddedLibrary> found;
    for (size_t i = 0; i < m_hits.size(); ++i) {
        const EmbeddedLibraryRules::Library &rule = m_rules.m_libraries[i];
        Hit &hit = m_hits[i];
        const bool defines = !rule.defines.empty() && facts
            && std::find(facts->definedVersions.begin(), facts->definedVersions.end(), rule.defines)
                != facts->definedVersions.end();
        if (!hit.seen && !defines)
            continue;  // build options alone may come from a program's help text
        if (hit.library.version.isEmpty() && rule.whole)
            secondLook(i, windows);
        hit.library.id = rule.id;
        hit.library.name = rule.name;
        hit.library.relation = relationOf(i, baseName(fileName), facts);
        hit.library.licence = m_rules.licenceOf(i, hit.library);
        const bool counts = !rule.onlyItself && (!rule.onlyStatic || (facts && loadsNothing(*facts)));
        if (counts || hit.library.relation == EmbeddedRelation::Itself)
            found.push_back(hit.library);
    }
    return found;
}

}  // namespace waybill
