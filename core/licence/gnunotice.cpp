// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/gnunotice.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr quint32 versionWindow = 22;
constexpr quint32 laterWindow = 18;
constexpr quint32 maxQuoted = 7;  ///< words of a name between quotes; more are a sentence
constexpr quint32 alternativeWindow = 9;

std::unordered_set<quint16> setOf(WordTable &words, std::initializer_list<const char *> list)
{
    std::unordered_set<quint16> set;
    for (const char *word : list)
        set.insert(words.addWord(word));
    return set;
}

}  // namespace

GnuNotice::GnuNotice(WordTable &words)
    : m_versionWords(setOf(words, {"version", "versions", "v", "ver"})),
      m_laterWords(setOf(words, {"later", "newer", "greater", "higher", "subsequent", "above"})),
      m_stopWords(setOf(words, {"general", "warranty", "see", "should", "apache", "mit", "bsd", "mozilla"})),
      m_general(words.addWord("general")), m_public(words.addWord("public")), m_license(words.addWord("license")),
      m_gnu(words.addWord("gnu")), m_lesser(words.addWord("lesser")), m_library(words.addWord("library")),
      m_affero(words.addWord("affero")), m_or(words.addWord("or")), m_any(words.addWord("any")), m_the(words.addWord("the")),
      m_of(words.addWord("of")), m_compatible(words.addWord("compatible")), m_and(words.addWord("and")),
      m_free(words.addWord("free")), m_documentation(words.addWord("documentation")), m_only(words.addWord("only")),
      m_invariant(words.addWord("invariant")), m_sections(words.addWord("sections")), m_no(words.addWord("no")),
      m_without(words.addWord("without"))
{
    const std::pair<const char *, Family> families[]
        = {{"gpl", Family::Gpl}, {"lgpl", Family::Lgpl}, {"agpl", Family::Agpl}, {"gfdl", Family::Gfdl}, {"fdl", Family::Gfdl}};
    const char *digits[] = {"0", "1", "2", "3"};
    for (const auto &[name, family] : families) {
        m_abbreviations.insert_or_assign(words.addWord(name), Abbreviation {family, 0});
        for (int digit = 1; digit <= 3; ++digit) {
            const std::string number = digits[digit];
            for (const std::string &form : {std::string(name) + "v" + number, std::string(name) + number})
                m_abbreviations.insert_or_assign(words.addWord(form), Abbreviation {family, digit * 10});
        }
    }
    for (int digit = 0; digit <= 3; ++digit) {
        m_digits.insert_or_assign(words.addWord(digits[digit]), digit);
        if (digit > 0)
            m_joinedDigits.insert_or_assign(words.addWord(std::string("v") + digits[digit]), digit);
    }
    m_anchor.assign(static_cast<std::size_t>(words.size()) + 1, false);
    m_anchor[m_general] = true;
    m_anchor[m_documentation] = true;
    m_anchor[m_public] = true;
    for (const auto &[word, abbreviation] : m_abbreviations)
        m_anchor[word] = true;
}

std::optional<GnuNotice::Name> GnuNotice::nameAt(const NoticeText &text, quint32 at) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    if (const auto it = m_abbreviations.find(numbers[at]); it != m_abbreviations.end()) {
        Name name {it->second.family, at, at + 1, it->second.version, false};
        const bool joined = at + 1 < numbers.size() && (text.between(at) == "." || text.between(at) == "-");
        const auto digit = joined ? m_digits.find(numbers[at + 1]) : m_digits.end();
        if (digit != m_digits.end() && name.version > 0 && text.between(at) == ".") {  // GPLv2.1
            name.version += digit->second;
            ++name.end;
        }
        if (name.end < numbers.size() && numbers[name.end] == m_compatible)
            return std::nullopt;
        while (name.begin > 0 && numbers[name.begin - 1] == m_gnu)
            --name.begin;
        return name;
    }
    if (numbers[at] == m_documentation) {
        if (at == 0 || numbers[at - 1] != m_free || at + 1 >= numbers.size() || numbers[at + 1] != m_license)
            return std::nullopt;
        const bool gnu = at > 1 && numbers[at - 2] == m_gnu;
        return Name {Family::Gfdl, gnu ? at - 2 : at - 1, at + 2, 0, false};
    }
    const bool isPublic = numbers[at] == m_public && at > 0 && numbers[at - 1] == m_gnu;
    if (isPublic && at + 1 < numbers.size() && numbers[at + 1] == m_license)
        return Name {Family::Gpl, at - 1, at + 2, 0, false};  // "GNU Public License"
    if (at + 2 >= numbers.size() || numbers[at] != m_general || numbers[at + 1] != m_public || numbers[at + 2] != m_license)
        return std::nullopt;
    Name name {Family::Gpl, at, at + 3, 0, false};
    bool gnu = false;
    while (name.begin > 0) {
        const quint16 word = numbers[name.begin - 1];
        if (word == m_lesser || word == m_library) {
            name.family = Family::Lgpl;
            name.isLesser = word == m_lesser;
        } else if (word == m_affero)
            name.family = Family::Agpl;
        else if (word == m_gnu)
            gnu = true;
        else if (word != m_or || name.begin < 2 || (numbers[name.begin - 2] != m_library && numbers[name.begin - 2] != m_lesser))
            break;
        --name.begin;
    }
    // Without "GNU" it is one where a grant and a version stand beside it.
    name.isDoubtful = !gnu && name.family == Family::Gpl;
    if (name.isDoubtful && (name.begin == 0 || numbers[name.begin - 1] != m_the))
        return std::nullopt;
    return name;
}

/// "2", "2.1", "v2", at this very word.
GnuNotice::Version GnuNotice::versionAt(const NoticeText &text, quint32 at) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    if (at >= numbers.size())
        return {};
    auto major = m_digits.find(numbers[at]);
    if (major == m_digits.end()) {
        major = m_joinedDigits.find(numbers[at]);
        if (major == m_joinedDigits.end())
            return {};
    }
    if (major->second == 0)
        return {};
    Version version {major->second * 10, at, at + 1};
    if (at + 1 < numbers.size() && text.between(at) == ".") {
        const auto minor = m_digits.find(numbers[at + 1]);
        if (minor == m_digits.end())
            return {};
        version.number += minor->second;
        version.end = at + 2;
    }
    return version;
}

GnuNotice::Version GnuNotice::versionAfter(const NoticeText &text, quint32 from) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    if (const Version direct = versionAt(text, from); direct.number > 0)
        return direct;
    const quint32 limit = std::min(static_cast<quint32>(numbers.size()), from + versionWindow);
    for (quint32 i = from; i < limit; ++i) {
        if (m_stopWords.contains(numbers[i]))
            return {};
        if (m_joinedDigits.contains(numbers[i]))
            return versionAt(text, i);
        if (m_versionWords.contains(numbers[i])) {
            // A key of a table has a value of its own: "license": "GPL", "version": "1.0".
            const bool isKey = text.between(i).contains('"') && text.between(i).contains(':');
            if (const Version version = versionAt(text, i + 1); version.number > 0 && !isKey)
                return version;
        }
    }
    return {};
}

/// "version 2 of the GNU General Public License", "version 3 or any later version of the ...".
GnuNotice::Version GnuNotice::versionBefore(const NoticeText &text, quint32 name) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    quint32 at = name;
    while (at > 0 && (numbers[at - 1] == m_the || numbers[at - 1] == m_of))
        --at;
    if (at == name || at == 0)
        return {};
    const quint32 limit = at > 11 ? at - 11 : 0;
    for (quint32 i = at; i > limit; --i) {
        const Version version = versionAt(text, i - 1);
        if (version.number == 0 || i < 2 || !m_versionWords.contains(numbers[i - 2]))
            continue;
        const bool direct = version.end == at;
        const bool another
            = std::any_of(numbers.begin() + version.end, numbers.begin() + at, [this](quint16 word) { return isAnchor(word); });
        if (direct || (!another && laterEnd(text, version.end, at) > 0))
            return version;
    }
    return {};
}

/// Word behind "any later version", "or later", "or (at your option) any newer", or 0.
quint32 GnuNotice::laterEnd(const NoticeText &text, quint32 from, quint32 limit) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    const quint32 end = std::min({static_cast<quint32>(numbers.size()), limit, from + laterWindow});
    for (quint32 i = from; i < end; ++i) {
        if (m_stopWords.contains(numbers[i]))
            return 0;
        if (m_laterWords.contains(numbers[i]) && i > 0 && (numbers[i - 1] == m_any || numbers[i - 1] == m_or))
            return i + 1 < numbers.size() && m_versionWords.contains(numbers[i + 1]) ? i + 2 : i + 1;
    }
    return 0;
}

/// "version 2 or version 3": the other version, or 0.
int GnuNotice::alternative(const NoticeText &text, const Version &version, quint32 &end) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    const quint32 limit = std::min(static_cast<quint32>(numbers.size()), version.end + alternativeWindow);
    bool sawOr = false;
    for (quint32 i = version.end; i < limit; ++i) {
        if (m_stopWords.contains(numbers[i]))
            return 0;
        sawOr = sawOr || numbers[i] == m_or;
        const bool direct = i > version.end && numbers[i - 1] == m_or;  // "versions 2 or 3"
        if (!sawOr || !(direct || m_versionWords.contains(numbers[i])))
            continue;
        const Version other = versionAt(text, direct && !m_versionWords.contains(numbers[i]) ? i : i + 1);
        if (other.number > version.number) {
            end = other.end;
            return other.number;
        }
    }
    return 0;
}

QString GnuNotice::expression(Family family, int version, bool later)
{
    const QLatin1String name = family == Family::Gpl ? QLatin1String("GPL")
        : family == Family::Lgpl                     ? QLatin1String("LGPL")
        : family == Family::Agpl                     ? QLatin1String("AGPL")
                                                     : QLatin1String("GFDL");
    if (version == 0) {
        // By its own words a version that is not named may be any; only the AGPL is practically always the third.
        return family == Family::Gpl ? QStringLiteral("GPL-1.0-or-later")
            : family == Family::Lgpl ? QStringLiteral("LGPL-2.0-or-later")
            : family == Family::Agpl ? QStringLiteral("AGPL-3.0-or-later")
                                     : QStringLiteral("GFDL-1.1-or-later");
    }
    if (family == Family::Gfdl && version == 10)
        version = 11;
    const bool document = family == Family::Gfdl && version >= 11 && version <= 13;
    const bool exists = document
        || (family != Family::Gfdl
            && (version == 30 || (version == 20 && family != Family::Agpl) || (version == 21 && family == Family::Lgpl)
                || (version == 10 && family != Family::Lgpl)));
    if (!exists)
        return {};
    return QString(QLatin1String("%1-%2.%3-%4"))
        .arg(name)
        .arg(version / 10)
        .arg(version % 10)
        .arg(later ? QLatin1String("or-later") : QLatin1String("only"));
}

/// Whether the name, which grants nothing by the words before it, still stands for the licence of this text.
bool GnuNotice::speaksAlone(const NoticeText &text, const GrantContext &grants, const Name &name, const Notice &notice,
                            bool versioned) const
{
    if (grants.isDenied(text, name.begin))
        return false;
    if (grants.isDeclared(text, notice.begin, notice.end))
        return true;
    if (notice.isQuoted && notice.end - notice.begin < maxQuoted)
        return false;  // a string that nothing says to be a licence
    if (grants.isCalledLicence(text, notice.end) || grants.isCalledLicence(text, name.end))
        return true;
    // A bare name must be a heading with its version, nothing more on the line; a full name with a version says enough.
    return versioned && ((text.beginsLine(name.begin) && text.endsLine(notice.end - 1)) || name.end - name.begin >= 2);
}

std::optional<Notice> GnuNotice::read(const NoticeText &text, const GrantContext &grants, quint32 at, quint32 lastEnd) const
{
    const std::optional<Name> name = nameAt(text, at);
    if (!name || text.isPartOfIdentifier(name->begin, name->end))
        return std::nullopt;
    Version version = versionBefore(text, name->begin);
    const quint32 grantEnd = version.number > 0 ? version.begin - 1 : name->begin;
    const GrantContext::Found grant = grants.before(text, grantEnd);
    const bool granted = grant.strength != GrantContext::Strength::None;
    if (version.number == 0)
        version = name->version > 0 ? Version {name->version, at, name->end} : versionAfter(text, name->end);
    Notice notice;
    notice.begin = granted ? grant.begin : std::min(name->begin, version.number > 0 ? version.begin : name->begin);
    notice.end = std::max(name->end, version.end);
    if (version.number > 0)
        readVersions(text, *name, version, notice);
    else
        notice.expression = name->isLesser ? QStringLiteral("LGPL-2.1-or-later") : expression(name->family, 0, true);
    notice.isVague = version.number == 0;
    if (name->isDoubtful && (!granted || version.number == 0))
        return std::nullopt;
    notice.isQuoted = text.isQuoted(notice.begin, notice.end);
    if (text.namesException(notice.end))
        return std::nullopt;
    const bool continued = lastEnd > 0 && grants.continues(text, lastEnd, name->begin);
    if (notice.expression.isEmpty() || !(granted || continued || speaksAlone(text, grants, *name, notice, version.number > 0)))
        return std::nullopt;
    notice.kind = grant.strength == GrantContext::Strength::Header ? MatchKind::Header : MatchKind::Reference;
    if (name->family == Family::Gfdl && version.number > 0)
        readInvariants(text, notice);
    return notice;
}

/// "with no Invariant Sections", "with the Invariant Sections being ...": part of the licence's name in the SPDX list.
void GnuNotice::readInvariants(const NoticeText &text, Notice &notice) const
{
    constexpr quint32 reach = 60;
    const std::vector<quint16> &numbers = text.words.numbers;
    const quint32 limit = std::min(static_cast<quint32>(numbers.size()), notice.end + reach);
    for (quint32 i = notice.end; i + 1 < limit; ++i) {
        if (numbers[i] != m_invariant || numbers[i + 1] != m_sections)
            continue;
        const bool none = numbers[i - 1] == m_no || numbers[i - 1] == m_without || numbers[i - 1] == m_any;
        const QLatin1String part = none ? QLatin1String("-no-invariants") : QLatin1String("-invariants");
        for (const char *ending : {"-only", "-or-later"})
            notice.expression.replace(QLatin1String(ending), part + QLatin1String(ending));
        notice.end = i + 2;
        return;
    }
}

void GnuNotice::readVersions(const NoticeText &text, const Name &name, const Version &version, Notice &notice) const
{
    bool later = text.after(version.end - 1) == '+';
    const quint32 from = std::max(version.end, name.end > version.end + 6 ? version.end : name.end);
    quint32 end = laterEnd(text, version.end, version.end + laterWindow);
    if (end == 0 && from != version.end)
        end = laterEnd(text, from, from + laterWindow);
    later = later || end > 0;
    notice.end = std::max(notice.end, end);
    quint32 alternativeEnd = 0;
    const int other = later ? 0 : alternative(text, version, alternativeEnd);
    notice.expression = expression(name.family, version.number, later);
    if (other > 0 && !notice.expression.isEmpty()) {
        notice.expression += QLatin1String(" OR ") + expression(name.family, other, false);
        notice.end = std::max(notice.end, alternativeEnd);
    }
}

}  // namespace waybill
