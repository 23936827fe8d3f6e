// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/contentsearch.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr size_t lineMost = 1000;
constexpr int toldMost = 5;
constexpr int triesMost = 400;
constexpr size_t overlap = 128;  ///< longer than any mark
constexpr qint64 walletLimit = 1 << 20;
constexpr qint64 reservedMost = 1 << 20;  ///< a header may lie about the size

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

/// Distributions install here and nowhere else; usr/local belongs to whoever builds the image (FHS 3.0, clause 4.9).
bool isPlaceOfPackages(std::string_view path)
{
    static constexpr std::array<std::string_view, 8> folders {"usr/", "etc/", "bin/", "sbin/", "lib", "var/", "opt/", "boot/"};
    return !path.starts_with("usr/local/")
        && std::any_of(folders.begin(), folders.end(), [path](std::string_view folder) { return path.starts_with(folder); });
}

constexpr size_t walletLength = 95;

constexpr std::array<bool, 256> base58Table = [] {
    std::array<bool, 256> table {};
    for (const char c : std::string_view("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool isBase58(char c)
{
    return base58Table[static_cast<unsigned char>(c)];
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

TrustProbe::TrustProbe(const TrustRules &rules, const Entry &entry, SearchedAs kind, bool startup, int layer, SumKinds sums)
    : m_rules(rules), m_path(entry.path), m_size(entry.size), m_kind(kind), m_startup(startup), m_layer(layer),
      m_isList(recordsChecksums(entry.path)), m_told(rules.all().size(), 0)
{
    if (m_isList)
        m_kind = SearchedAs::Other;
    if (m_kind == SearchedAs::Text || m_isList)
        m_content.reserve(static_cast<qsizetype>(std::min(std::max<qint64>(0, entry.size), reservedMost)));
    if (m_isList)
        return;
    if (entry.size <= hashLimit)
        chooseHashes(sums);
}

/// RECORD says SHA-256, wherever it lies; what the system's database says is asked for only where its packages put files.
void TrustProbe::chooseHashes(SumKinds sums)
{
    const bool wheel = m_path.find("/site-packages/") != std::string::npos;
    const bool either = m_path.find("/dist-packages/") != std::string::npos;
    const bool ofSystem = isPlaceOfPackages(m_path);
    // Debian keeps no package in site-packages; others do.
    const bool asksMd5 = ofSystem && sums.md5 && !wheel;
    if (asksMd5 && m_size <= Md5Lanes::contentMost) {
        m_md5Content.emplace();
        if (m_kind != SearchedAs::Text)
            m_md5Content->reserve(static_cast<qsizetype>(std::min(std::max<qint64>(0, m_size), reservedMost)));
    } else if (asksMd5) {
        m_md5.emplace(Hasher::Algorithm::Md5);
    }
    if (ofSystem && sums.sha1)
        m_sha1.emplace(Hasher::Algorithm::Sha1);
    if (wheel || either || (ofSystem && sums.sha256))
        m_sha256.emplace(Hasher::Algorithm::Sha256);
}

bool TrustProbe::feed(std::span<const char> piece)
{
    if (m_md5)
        m_md5->add(piece);
    if (m_md5Content && m_kind != SearchedAs::Text && m_md5Content->size() < Md5Lanes::contentMost)
        m_md5Content->append(piece.data(), static_cast<qsizetype>(piece.size()));
    if (m_sha256)
        m_sha256->add(piece);
    if (m_sha1)
        m_sha1->add(piece);
    m_fed += static_cast<qint64>(piece.size());
    if (m_isList) {
        const qint64 room = checksumListLimit(m_path) - m_content.size();
        m_content.append(piece.data(), static_cast<qsizetype>(std::min<qint64>(room, static_cast<qint64>(piece.size()))));
        return true;
    }
    if (m_kind == SearchedAs::Text) {
        const qint64 room = textLimit - m_content.size();
        m_content.append(piece.data(), static_cast<qsizetype>(std::min<qint64>(room, static_cast<qint64>(piece.size()))));
    } else if (m_kind == SearchedAs::Binary && m_searched < binaryLimit) {
        m_packed.feed(piece);
        searchPiece(piece);
    }
    const bool more
        = m_kind == SearchedAs::Text ? m_content.size() < textLimit : m_kind == SearchedAs::Binary && m_searched < binaryLimit;
    return m_md5 || m_md5Content || m_sha1 || m_sha256 || more;
}

bool TrustProbe::inPlace(const TrustRule &rule)
{
    if (rule.places == 0)
        return true;
    if (!m_places)
        m_places = m_rules.placesOf(m_path, m_startup);
    return (*m_places & rule.places) != 0;
}

void TrustProbe::note(const TrustRule &rule, int line, qint64 offset, std::string_view words)
{
    m_found.push_back({rule.id, m_path, m_layer, line, offset, shownWords(words, rule.secret)});
}

void TrustProbe::visit(size_t index, std::string_view content, size_t position, qint64 base)
{
    const TrustRule &rule = m_rules.all()[index];
    const bool applies = m_kind == SearchedAs::Text ? rule.inText : rule.inBinary;
    if (!applies || m_told[index] >= toldMost || !inPlace(rule))
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
    // A run of that length covers one of every 95 bytes; most of the text is never looked at.
    for (size_t at = 0; at + walletLength <= text.size() && told < toldMost;) {
        const size_t probe = at + walletLength - 1;
        if (!isBase58(text[probe])) {
            at = probe + 1;
            continue;
        }
        size_t begin = probe;
        while (begin > at && isBase58(text[begin - 1]))
            --begin;
        size_t end = probe + 1;
        while (end < text.size() && isBase58(text[end]))
            ++end;
        const std::string_view run = text.substr(begin, end - begin);
        const bool wallet = run.size() == walletLength && (run[0] == '4' || run[0] == '8')
            && ((run[1] >= '0' && run[1] <= '9') || run[1] == 'A' || run[1] == 'B');
        // A real address mixes its letters; a ruler of equal ones does not.
        if (wallet && std::set<char>(run.begin(), run.end()).size() > 20) {
            ++told;
            const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
            note(*rule, static_cast<int>(lines) + 1, static_cast<qint64>(begin), run);
        }
        at = end;
    }
}

void TrustProbe::searchText()
{
    const std::string_view text(m_content.constData(), static_cast<size_t>(m_content.size()));
    const std::span<const char> bytes(text.data(), text.size());
    std::vector<int> tries(m_rules.all().size(), 0);
    m_rules.textSearch().search(bytes, [&](int mark, size_t position) {
        const size_t rule = m_rules.textMarks()[static_cast<size_t>(mark)].rule;
        if (++tries[rule] <= triesMost)
            visit(rule, text, position, 0);
    });
    m_rules.briefSearch().search(bytes, [&](int index, size_t position) {
        const TrustRules::Mark &mark = m_rules.briefMarks()[static_cast<size_t>(index)];
        if (++tries[mark.rule] <= triesMost)
            visit(mark.rule, text, mark.bytes.front() == '\n' ? position + 1 : position, 0);
    });
    // The first line of a text has no line end before it.
    for (const TrustRules::Mark &mark : m_rules.briefMarks()) {
        if (mark.bytes.front() == '\n' && text.starts_with(std::string_view(mark.bytes).substr(1)))
            visit(mark.rule, text, 0, 0);
    }
    for (const TrustRules::Mark &mark : m_rules.placedMarks()) {
        if (!inPlace(m_rules.all()[mark.rule]))
            continue;
        int hits = 0;
        for (size_t at = text.find(mark.bytes); at != std::string_view::npos && ++hits <= triesMost;
             at = text.find(mark.bytes, at + 1))
            visit(mark.rule, text, at, 0);
    }
    findWallets(text);
}

/// Marks that lie across two pieces are found in the end of the one joined with the beginning of the other.
void TrustProbe::searchPiece(std::span<const char> piece)
{
    const auto ruleOf = [this](int mark) { return m_rules.binaryMarks()[static_cast<size_t>(mark)].rule; };
    const auto kept = static_cast<size_t>(m_content.size());
    m_content.append(piece.data(), static_cast<qsizetype>(std::min(piece.size(), overlap)));
    const std::string_view seam(m_content.constData(), static_cast<size_t>(m_content.size()));
    m_rules.binarySearch().search(std::span<const char>(seam.data(), seam.size()), [&](int mark, size_t position) {
        const size_t length = m_rules.binaryMarks()[static_cast<size_t>(mark)].bytes.size();
        if (position < kept && position + length > kept)
            visit(ruleOf(mark), seam, position, m_searched - static_cast<qint64>(kept));
    });
    const std::string_view text(piece.data(), piece.size());
    m_rules.binarySearch().search(piece, [&](int mark, size_t position) { visit(ruleOf(mark), text, position, m_searched); });
    m_searched += static_cast<qint64>(piece.size());
    if (piece.size() >= overlap)
        m_content = QByteArray(piece.data() + piece.size() - overlap, static_cast<qsizetype>(overlap));
    else
        m_content = m_content.right(static_cast<qsizetype>(overlap));
}

void TrustProbe::notePacked()
{
    const auto entropy = m_packed.entropy();
    if (!entropy)
        return;
    for (const TrustRule &rule : m_rules.all()) {
        if (rule.entropy > 0 && *entropy > rule.entropy) {
            const QString words = QStringLiteral("%1 bits per byte, no section table").arg(*entropy, 0, 'f', 2);
            note(rule, 0, 0, words.toStdString());
        }
    }
}

void TrustHarvest::finish()
{
    for (Md5Lanes::Sum &sum : waiting.take())
        digests[sum.id].md5 = std::move(sum.digest);
}

void TrustProbe::finish(bool complete, TrustHarvest &harvest)
{
    if (m_kind == SearchedAs::Text)
        searchText();
    else if (m_kind == SearchedAs::Binary)
        notePacked();
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const TrustSighting &a, const TrustSighting &b) { return a.offset < b.offset; });
    const bool whole = complete && m_fed == m_size;
    const qint64 limit = m_kind == SearchedAs::Text ? textLimit : binaryLimit;
    if (m_kind != SearchedAs::Other && (m_size > limit || !complete))
        ++harvest.partlySearched;
    if (whole && m_isList && m_content.size() == m_size)
        harvest.sums.push_back({m_path, recordedSums(m_path, m_content)});
    const auto taken = [](std::optional<Hasher> &hasher) { return hasher ? hasher->finish() : QByteArray(); };
    if (!whole)
        m_md5Content.reset();
    if (m_md5Content)
        harvest.waiting.add(harvest.digests.size(), m_kind == SearchedAs::Text ? std::move(m_content) : std::move(*m_md5Content));
    if (whole && (m_md5 || m_md5Content || m_sha1 || m_sha256))
        harvest.digests.push_back({m_path, taken(m_md5), taken(m_sha1), taken(m_sha256)});
    harvest.sightings.insert(harvest.sightings.end(), std::make_move_iterator(m_found.begin()),
                             std::make_move_iterator(m_found.end()));
}

}  // namespace waybill
