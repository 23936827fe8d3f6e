// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/contentsearch.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t lineMost = 1000;
constexpr int toldMost = 5;
constexpr int triesMost = 400;
constexpr qsizetype blockBytes = 256 << 10;
constexpr qsizetype overlap = 128;
constexpr qint64 walletLimit = 1 << 20;

/// The line around a position, at most lineMost bytes of it with the position inside.
std::string_view lineAround(std::string_view text, size_t position)
{
    const size_t floor = position > lineMost / 2 ? position - lineMost / 2 : 0;
    size_t begin = position;
    while (begin > floor && text[begin - 1] != '\n' && text[begin - 1] != '\r' && text[begin - 1] != '\0')
        --begin;
    const size_t most = std::min(text.size(), begin + lineMost);
    size_t end = position;
    while (end < most && text[end] != '\n' && text[end] != '\r' && text[end] != '\0')
        ++end;
    return text.substr(begin, end - begin);
}

bool isBase58(char c)
{
    return (c >= '1' && c <= '9') || (c >= 'A' && c <= 'Z' && c != 'I' && c != 'O') || (c >= 'a' && c <= 'z' && c != 'l');
}

/// A key's lines follow its first one; a program that only speaks of keys has something else there.
bool keyFollows(std::string_view text, size_t lineEnd)
{
    size_t at = lineEnd;
    int lines = 0;
    while (at < text.size() && lines < 6) {
        while (at < text.size() && (text[at] == '\r' || text[at] == '\n'))
            ++at;
        const size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        const bool base64 = line.size() >= 32 && line.size() <= 80 && std::all_of(line.begin(), line.end(), [](char c) {
                                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'
                                    || c == '/' || c == '=';
                            });
        if (base64)
            return true;
        at = end;
        ++lines;
    }
    return false;
}

}  // namespace

QString shownWords(std::string_view words, bool secret)
{
    constexpr size_t most = 160;
    constexpr size_t clear = 4;
    QString shown;
    size_t taken = 0;
    for (const char c : words.substr(0, most)) {
        const auto byte = static_cast<unsigned char>(c);
        if (secret && taken++ >= clear)
            break;
        shown += byte >= 0x20 && byte < 0x7f ? QChar(QLatin1Char(c)) : QChar(QLatin1Char('.'));
    }
    return secret ? shown + QStringLiteral("… (%1 characters)").arg(words.size()) : shown.trimmed();
}

bool recordsChecksums(std::string_view path)
{
    return (path.starts_with("var/lib/dpkg/info/") && path.ends_with(".md5sums"))
        || (path.starts_with("var/lib/dpkg/status.d/") && path.ends_with(".md5sums")) || path.ends_with(".dist-info/RECORD");
}

TrustProbe::TrustProbe(const TrustRules &rules, const Entry &entry, SearchedAs kind, bool startup, int layer)
    : m_rules(rules), m_path(entry.path), m_size(entry.size), m_kind(kind), m_startup(startup), m_layer(layer),
      m_place(rules.all().size(), -1), m_told(rules.all().size(), 0)
{
    if (entry.size > hashLimit)
        return;
    // RECORD says SHA-256, dpkg says MD5; Debian's own Python folder may be under both.
    const bool wheel = entry.path.find("/site-packages/") != std::string::npos;
    const bool either = entry.path.find("/dist-packages/") != std::string::npos;
    if (wheel || either)
        m_sha256.emplace(Hasher::Algorithm::Sha256);
    if (!wheel)
        m_md5.emplace(Hasher::Algorithm::Md5);
}

bool TrustProbe::feed(std::span<const char> piece)
{
    if (m_md5)
        m_md5->add(piece);
    if (m_sha256)
        m_sha256->add(piece);
    m_fed += static_cast<qint64>(piece.size());
    if (m_kind == SearchedAs::Text) {
        const qint64 room = textLimit - m_content.size();
        m_content.append(piece.data(), static_cast<qsizetype>(std::min<qint64>(room, static_cast<qint64>(piece.size()))));
    } else if (m_kind == SearchedAs::Binary && m_blockOffset < binaryLimit) {
        while (!piece.empty()) {
            const auto take = std::min<size_t>(piece.size(), static_cast<size_t>(blockBytes + overlap - m_content.size()));
            m_content.append(piece.data(), static_cast<qsizetype>(take));
            piece = piece.subspan(take);
            if (m_content.size() == blockBytes + overlap)
                searchBlock(false);
        }
    }
    const bool more
        = m_kind == SearchedAs::Text ? m_content.size() < textLimit : m_kind == SearchedAs::Binary && m_blockOffset < binaryLimit;
    return m_md5 || m_sha256 || more;
}

bool TrustProbe::inPlace(size_t rule)
{
    qint8 &known = m_place[rule];
    if (known < 0)
        known = m_rules.isInPlace(m_rules.all()[rule], m_path, m_startup) ? 1 : 0;
    return known == 1;
}

void TrustProbe::note(const TrustRule &rule, int line, qint64 offset, std::string_view words)
{
    m_found.push_back({rule.id, m_path, m_layer, line, offset, shownWords(words, rule.secret)});
}

void TrustProbe::visit(size_t index, std::string_view content, size_t position, qint64 base)
{
    const TrustRule &rule = m_rules.all()[index];
    const bool applies = m_kind == SearchedAs::Text ? rule.inText : rule.inBinary;
    if (!applies || m_told[index] >= toldMost || !inPlace(index))
        return;
    const std::string_view line = lineAround(content, position);
    const auto begin = static_cast<size_t>(line.data() - content.data());
    if (!m_lines.emplace(index, base + static_cast<qint64>(begin)).second)
        return;
    std::string_view words = line;
    if (rule.pattern) {
        const auto match = rule.pattern->match(QString::fromLatin1(line.data(), static_cast<qsizetype>(line.size())));
        if (!match.hasMatch())
            return;
        if (rule.secret)
            words = line.substr(static_cast<size_t>(match.capturedStart()), static_cast<size_t>(match.capturedLength()));
    }
    if (rule.id == QLatin1String("private-key") && !keyFollows(content, begin + line.size()))
        return;
    ++m_told[index];
    const int number = m_kind == SearchedAs::Text
        ? static_cast<int>(std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) + 1
        : 0;
    note(rule, number, base + static_cast<qint64>(begin), words);
}

void TrustProbe::findWallets(std::string_view text)
{
    const TrustRule *rule = m_rules.find(QStringLiteral("miner-wallet"));
    if (!rule || static_cast<qint64>(text.size()) > walletLimit)
        return;
    int told = 0;
    for (size_t at = 0; at < text.size() && told < toldMost;) {
        size_t end = at;
        while (end < text.size() && isBase58(text[end]))
            ++end;
        const std::string_view run = text.substr(at, end - at);
        const bool wallet = run.size() == 95 && (run[0] == '4' || run[0] == '8')
            && ((run[1] >= '0' && run[1] <= '9') || run[1] == 'A' || run[1] == 'B');
        // A real address mixes its letters; a ruler of equal ones does not.
        if (wallet && std::set<char>(run.begin(), run.end()).size() > 20) {
            ++told;
            const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            note(*rule, static_cast<int>(lines) + 1, static_cast<qint64>(at), run);
        }
        at = end + 1;
    }
}

void TrustProbe::searchText()
{
    const std::string_view text(m_content.constData(), static_cast<size_t>(m_content.size()));
    const std::span<const char> bytes(text.data(), text.size());
    std::vector<int> tries(m_rules.all().size(), 0);
    m_rules.search().search(bytes, [&](int mark, size_t position) {
        const size_t rule = m_rules.marks()[static_cast<size_t>(mark)].rule;
        if (++tries[rule] <= triesMost)
            visit(rule, text, position, 0);
    });
    for (const TrustRules::Mark &mark : m_rules.shortMarks()) {
        if (!m_rules.all()[mark.rule].places.isEmpty() && !inPlace(mark.rule))
            continue;
        int hits = 0;
        for (size_t at = text.find(mark.bytes); at != std::string_view::npos && ++hits <= triesMost;
             at = text.find(mark.bytes, at + 1))
            visit(mark.rule, text, at, 0);
    }
    findWallets(text);
}

void TrustProbe::searchBlock(bool last)
{
    const auto ready = static_cast<size_t>(last ? m_content.size() : m_content.size() - overlap);
    const std::string_view block(m_content.constData(), static_cast<size_t>(m_content.size()));
    m_rules.search().search(std::span<const char>(block.data(), block.size()), [&](int mark, size_t position) {
        if (position < ready)
            visit(m_rules.marks()[static_cast<size_t>(mark)].rule, block, position, m_blockOffset);
    });
    m_content.remove(0, static_cast<qsizetype>(ready));
    m_blockOffset += static_cast<qint64>(ready);
}

void TrustProbe::finish(bool complete, TrustHarvest &harvest)
{
    if (m_kind == SearchedAs::Text)
        searchText();
    else if (m_kind == SearchedAs::Binary)
        searchBlock(true);
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const TrustSighting &a, const TrustSighting &b) { return a.offset < b.offset; });
    const bool whole = complete && m_fed == m_size;
    const qint64 limit = m_kind == SearchedAs::Text ? textLimit : binaryLimit;
    if (m_kind != SearchedAs::Other && (m_size > limit || !complete))
        ++harvest.partlySearched;
    if (whole && recordsChecksums(m_path) && m_size <= textLimit)
        harvest.sums.emplace_back(m_path, m_content);
    if (whole && (m_md5 || m_sha256))
        harvest.digests.push_back({m_path, m_md5 ? m_md5->finish() : QByteArray(), m_sha256 ? m_sha256->finish() : QByteArray()});
    harvest.sightings.insert(harvest.sightings.end(), std::make_move_iterator(m_found.begin()),
                             std::make_move_iterator(m_found.end()));
}

}  // namespace waybill
