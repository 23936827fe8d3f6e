// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/noticematcher.h"

#include "core/licence/licenceexpression.h"
#include "core/licence/noticefilter.h"
#include "core/licence/policyyaml.h"

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

constexpr qsizetype maxTagLength = 500;

/// What stands behind "SPDX-License-Identifier:" without the marks that close a comment.
QString tagText(QByteArrayView line)
{
    QString text = QString::fromUtf8(line).trimmed();
    for (const char *closer : {"*/", "-->", "*)", "\"", "'", "`", "-}", "#}", "%>", ",", ";", "\\n"}) {
        const QLatin1String mark(closer);
        while (text.endsWith(mark)) {
            text.chop(mark.size());
            text = text.trimmed();
        }
    }
    return text;
}

bool isWordEnd(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// "MIT.*": a pattern that a checker of licences accepts.
bool isPattern(const NoticeText &text, quint32 end)
{
    const quint32 at = text.words.ends[end - 1];
    return text.bytes.sliced(at, std::min<qsizetype>(2, text.bytes.size() - at)) == ".*";
}

}  // namespace

NoticeMatcher::NoticeMatcher(WordTable &words, std::shared_ptr<const LicenceCatalog> catalog)
    : m_catalog(std::move(catalog)), m_grants(words), m_gnu(words), m_cc(words), m_common(words.addWord("common")),
      m_licenses(words.addWord("licenses")), m_spdx(words.addWord("spdx")), m_spdxLicense(words.addWord("spdxlicense")),
      m_license(words.addWord("license")), m_identifier(words.addWord("identifier")), m_public(words.addWord("public")),
      m_domain(words.addWord("domain"))
{
}

Result<std::shared_ptr<const NoticeMatcher>> NoticeMatcher::load(WordTable &words, std::shared_ptr<const LicenceCatalog> catalog,
                                                                 ParsedPolicy &specialTerms)
{
    auto matcher = std::make_shared<NoticeMatcher>(words, std::move(catalog));
    if (const Result<void> read = matcher->readPhrases(words); !read)
        return fail(read.error());
    if (const Result<void> read = matcher->readTerms(words, specialTerms); !read)
        return fail(read.error());
    return matcher;
}

int NoticeMatcher::payload(const QString &expression)
{
    m_expressions.append(expression);
    return static_cast<int>(m_expressions.size()) - 1;
}

void NoticeMatcher::addPhrases(WordTable &words, const YAML::Node &map, PhraseTable &table)
{
    for (const auto &entry : map) {
        for (const QString &phrase : textsOf(entry.second))
            table.add(words, phrase, payload(textOf(entry.first)));
    }
}

Result<void> NoticeMatcher::readPhrases(WordTable &words)
{
    return readPolicy(QStringLiteral("licence-notices.yaml"), [this, &words](const YAML::Node &root) {
        m_names.setShortNames(textsOf(required(root, "short-names")));
        m_names.setEverydayNames(textsOf(required(root, "everyday-names")));
        m_names.setNameless(textsOf(required(root, "nameless")));
        // What was added first counts where two names are the same words.
        for (const auto &entry : required(root, "vague-names")) {
            for (const QString &name : textsOf(entry.second))
                m_names.add(words, name, textOf(entry.first), true);
        }
        for (const auto &entry : required(root, "names")) {
            for (const QString &name : textsOf(entry.second))
                m_names.add(words, name, textOf(entry.first), false);
        }
        m_names.addCatalog(words, *m_catalog);
        addPhrases(words, required(root, "headers"), m_headers);
        addPhrases(words, required(root, "addresses"), m_addresses);
        m_vague.assign(static_cast<std::size_t>(m_expressions.size()), false);
        addPhrases(words, required(root, "vague-addresses"), m_addresses);
        m_vague.resize(static_cast<std::size_t>(m_expressions.size()), true);
        addPhrases(words, required(root, "exceptions"), m_exceptions);
        addPhrases(words, required(root, "header-rests"), m_rests);
        for (const QString &phrase : textsOf(required(root, "no-grants")))
            m_silent.add(words, phrase, 0);
        for (const auto &entry : required(root, "close-means"))
            m_closeIds.insert(textOf(entry.first), textOf(entry.second));
        for (const auto &entry : required(root, "condition-behind")) {
            auto completion = std::make_shared<Completion>();
            completion->means = textOf(required(entry.second, "means"));
            completion->words.add(words, textOf(required(entry.second, "words")), 0);
            m_completions.insert(textOf(entry.first), completion);
        }
        for (const auto &entry : required(root, "common-licenses")) {
            const QString phrase = QLatin1String("common licenses ") + textOf(entry.first);
            m_commonLicences.add(words, phrase, payload(textOf(entry.second)));
            const bool versioned = std::any_of(phrase.begin(), phrase.end(), [](QChar c) { return c.isDigit(); });
            m_vague.resize(static_cast<std::size_t>(m_expressions.size()), false);
            m_vague.back() = !versioned;
        }
    });
}

Result<void> NoticeMatcher::readTerms(WordTable &words, ParsedPolicy &specialTerms)
{
    return specialTerms.read([this, &words](const YAML::Node &root) { addPhrases(words, required(root, "phrases"), m_terms); });
}

QString NoticeMatcher::completedId(const QString &id, const WordStream &words, quint32 begin, quint32 end) const
{
    const auto completion = m_completions.constFind(id);
    if (completion == m_completions.constEnd())
        return id;
    constexpr quint32 reach = 40;
    const quint32 last = std::min(static_cast<quint32>(words.size()), end + reach);
    for (quint32 at = begin > reach ? begin - reach : 0; at < last; ++at) {
        if ((*completion)->words.find(words, at).payload >= 0)
            return (*completion)->means;
    }
    return id;
}

std::optional<Notice> NoticeMatcher::phraseAt(const NoticeText &text, quint32 at) const
{
    if (const PhraseTable::Found header = m_headers.find(text.words, at); header.payload >= 0) {
        if (m_grants.isDenied(text, at) || !text.isTogether(at, at + header.words))
            return std::nullopt;
        return Notice {m_expressions.at(header.payload), MatchKind::Header, at, at + header.words, {}, false, false};
    }
    if (const PhraseTable::Found rest = m_rests.find(text.words, at); rest.payload >= 0)
        return Notice {m_expressions.at(rest.payload), MatchKind::Reference, at, at + rest.words, {}, false, true, false, true};
    if (text.words.numbers[at] == m_public && at + 1 < text.words.size() && text.words.numbers[at + 1] == m_domain
        && text.beginsLine(at) && text.endsLine(at + 1) && text.isTogether(at, at + 2))
        return Notice {QStringLiteral("LicenseRef-public-domain"), MatchKind::Reference, at, at + 2, {}, false, false};
    if (const PhraseTable::Found address = m_addresses.find(text.words, at);
        address.payload >= 0 && !text.namesException(at + address.words)) {
        const bool vague = m_vague[static_cast<std::size_t>(address.payload)];
        return Notice {m_expressions.at(address.payload), MatchKind::Reference, at, at + address.words, {}, false, vague};
    }
    return std::nullopt;
}

/// Whether the name is told as the licence of this text; sets begin and kind where a grant stands before it.
bool NoticeMatcher::standsForLicence(const NoticeText &text, quint32 at, const LicenceNames::Found &name, quint32 lastEnd,
                                     Notice &notice) const
{
    const quint32 first = text.words.begins[at];
    const char mark = first > 1 ? text.bytes[first - 1] : '\0';
    const bool isPath = mark == '/' && isWordEnd(text.bytes[first - 2]);
    // "syft-json license", "non-MIT license": a longer word
    const bool isCompound = mark == '-' && isWordEnd(text.bytes[first - 2]);
    notice.isQuoted = text.isQuoted(at, notice.end);
    const bool called = !isCompound && !name.saysLicence && m_grants.isCalledLicence(text, notice.end);
    const GrantContext::Found grant = m_grants.before(text, at);
    if (grant.strength != GrantContext::Strength::None) {
        notice.begin = grant.begin;
        return name.strength != NameStrength::Ordinary || called;
    }
    const bool ends = text.endsLine(notice.end - 1) || std::strchr("\"'<>,;)]}|/", text.after(notice.end - 1)) != nullptr;
    if (m_grants.isDenied(text, at))
        return false;
    if (m_grants.isDeclared(text, at, notice.end))
        return name.strength != NameStrength::Ordinary || called || ends;
    if (name.strength == NameStrength::Ordinary || (isPath && !name.saysLicence && lastEnd != at))
        return false;
    const bool wholeLine = text.beginsLine(at) && text.endsLine(notice.end - 1);
    notice.isBare = lastEnd == at && wholeLine && !name.saysLicence;  // the next item of a list, which nothing introduces
    if (called || (lastEnd > 0 && m_grants.continues(text, lastEnd, at)))
        return true;
    if (name.strength != NameStrength::Sure)
        return false;
    if (name.saysLicence && !name.isVague && !isCompound)
        return true;
    if (notice.isQuoted)
        return false;  // a string of a program or a table that nothing says to be a licence
    notice.isBare = !name.saysLicence;
    return wholeLine;
}

std::optional<Notice> NoticeMatcher::nameAt(const NoticeText &text, quint32 at, quint32 lastEnd) const
{
    LicenceNames::Found name = m_names.find(text.words, at);
    if (name.isId && name.strength == NameStrength::Ordinary && text.isJoined(at, at + name.words))
        name.strength = NameStrength::Sure;
    if (name.expression == nullptr || !text.isTogether(at, at + name.words, "$;{}=") || text.isKeyAndValue(at, at + name.words)
        || text.isPartOfIdentifier(at, at + name.words) || text.namesException(at + name.words))
        return std::nullopt;
    Notice notice {*name.expression, MatchKind::Reference, at, at + name.words, {}, false, name.isVague, false};
    if (!standsForLicence(text, at, name, lastEnd, notice))
        return std::nullopt;
    return notice;
}

std::optional<Notice> NoticeMatcher::ccAt(const NoticeText &text, quint32 at) const
{
    std::optional<Notice> notice = m_cc.read(text, at);
    if (notice && m_grants.isDenied(text, at))
        return std::nullopt;
    if (notice)
        notice->isQuoted = text.isQuoted(notice->begin, notice->end);
    return notice;
}

std::optional<Notice> NoticeMatcher::commonLicenceAt(const NoticeText &text, quint32 at) const
{
    const PhraseTable::Found found = m_commonLicences.find(text.words, at);
    if (found.payload < 0)
        return std::nullopt;
    const bool vague = found.words <= 3 && m_vague[static_cast<std::size_t>(found.payload)];
    return Notice {m_expressions.at(found.payload), MatchKind::Reference, at, at + found.words, {}, false, vague, false, true};
}

/// What the written words of a tag mean: an expression of known ids, a known spelling, or an expression of ids that nobody
/// knows. `written` becomes the part that was understood.
QString NoticeMatcher::tagExpression(QString &written) const
{
    const auto known = [this](const QString &text) {
        const Result<LicenceExpression> parsed = LicenceExpression::parse(text);
        return parsed && parsed->unknownIds(*m_catalog).isEmpty();
    };
    if (known(written))
        return written;
    if (const QString spelled = m_catalog->expressionForSpelling(written); !spelled.isEmpty())
        return spelled;
    Result<LicenceExpression> parsed = LicenceExpression::parse(written);
    if (!parsed && parsed.error().offset > 0) {
        // prose may follow on the same line: take what is an expression up to there
        written = written.left(parsed.error().offset).trimmed();
        parsed = LicenceExpression::parse(written);
    }
    if (!parsed)
        return {};
    if (const QString spelled = known(written) ? QString() : m_catalog->expressionForSpelling(written); !spelled.isEmpty())
        return spelled;
    return written;
}

std::optional<Notice> NoticeMatcher::tagAt(const NoticeText &text, quint32 at) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    quint32 last = at;
    if (numbers[at] == m_spdx && at + 2 < numbers.size() && numbers[at + 1] == m_license)
        last = at + 2;
    else if (numbers[at] == m_spdxLicense && at + 1 < numbers.size())
        last = at + 1;
    if (last == at || last + 1 >= numbers.size() || numbers[last] != m_identifier)
        return std::nullopt;
    // A tag between quotes is told about, not given: `SPDX-License-Identifier: MIT`.
    const quint32 begins = text.words.begins[at];
    const char before = begins > 0 ? text.bytes[begins - 1] : '\n';
    if (before == '`' || before == '"' || before == '\'')
        return std::nullopt;
    qsizetype begin = text.words.ends[last];
    while (begin < text.bytes.size() && (text.bytes[begin] == ' ' || text.bytes[begin] == '"' || text.bytes[begin] == '\''))
        ++begin;
    if (begin >= text.bytes.size() || (text.bytes[begin] != ':' && text.bytes[begin] != '='))
        return std::nullopt;
    ++begin;
    const QByteArrayView rest = text.bytes.sliced(begin, std::min<qsizetype>(maxTagLength, text.bytes.size() - begin));
    const qsizetype lineEnd = rest.indexOf('\n');
    QString written = tagText(lineEnd < 0 ? rest : rest.first(lineEnd));
    const QString expression = tagExpression(written);
    if (expression.isEmpty())
        return std::nullopt;
    quint32 end = last + 1;
    const qsizetype endByte = begin + std::max<qsizetype>(0, rest.indexOf(written.toUtf8())) + written.toUtf8().size();
    while (end < numbers.size() && text.words.ends[end] <= endByte)
        ++end;
    return Notice {expression, MatchKind::Tag, at, end, {}, false, false};
}

std::optional<Notice> NoticeMatcher::exceptionAt(const NoticeText &text, quint32 at) const
{
    const PhraseTable::Found exception = m_exceptions.find(text.words, at);
    if (exception.payload < 0)
        return std::nullopt;
    return Notice {m_expressions.at(exception.payload), MatchKind::Header, at, at + exception.words, {}, true, false};
}

/// Words of unknown proprietary terms.
std::optional<Notice> NoticeMatcher::termsAt(const NoticeText &text, quint32 at) const
{
    const PhraseTable::Found terms = m_terms.find(text.words, at);
    if (terms.payload < 0 || !text.isTogether(at, at + terms.words))
        return std::nullopt;
    return Notice {m_expressions.at(terms.payload), MatchKind::Reference, at, at + terms.words, {}, false, false, false};
}

std::optional<Notice> NoticeMatcher::noticeAt(const NoticeText &text, quint32 at, quint32 lastEnd) const
{
    const quint16 word = text.words.numbers[at];
    std::optional<Notice> notice = phraseAt(text, at);
    if (!notice && (word == m_spdx || word == m_spdxLicense))
        notice = tagAt(text, at);
    if (!notice)
        notice = exceptionAt(text, at);
    if (!notice && m_cc.isAnchor(word))
        notice = ccAt(text, at);
    if (!notice)
        notice = nameAt(text, at, lastEnd);
    if (!notice && word == m_common)
        notice = commonLicenceAt(text, at);
    if (!notice && m_gnu.isAnchor(word))
        notice = m_gnu.read(text, m_grants, at, lastEnd);
    if (!notice)
        notice = termsAt(text, at);
    return notice;
}

std::vector<Notice> NoticeMatcher::find(const NoticeText &text) const
{
    std::vector<Notice> notices;
    quint32 lastEnd = 0;
    for (quint32 at = 0; at < text.words.size(); ++at) {
        if (text.words.numbers[at] == 0)
            continue;
        if (const PhraseTable::Found silent = m_silent.find(text.words, at); silent.payload >= 0) {
            at += silent.words - 1;
            continue;
        }
        std::optional<Notice> notice = noticeAt(text, at, lastEnd);
        if (!notice || isPattern(text, notice->end))
            continue;
        at = std::max(at, notice->end - 1);
        lastEnd = notice->isException ? lastEnd : notice->end;
        notices.push_back(std::move(*notice));
    }
    filterNotices(text, notices);
    return notices;
}

}  // namespace waybill
