// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/noticematcher.h"

#include "core/licence/licenceexpression.h"
#include "core/licence/policyyaml.h"

#include <algorithm>

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

}  // namespace

NoticeMatcher::NoticeMatcher(WordTable &words)
    : m_grants(words), m_gnu(words), m_common(words.addWord("common")), m_licenses(words.addWord("licenses")),
      m_spdx(words.addWord("spdx")), m_license(words.addWord("license")), m_identifier(words.addWord("identifier"))
{
}

Result<std::shared_ptr<const NoticeMatcher>> NoticeMatcher::load(WordTable &words)
{
    auto matcher = std::make_shared<NoticeMatcher>(words);
    if (const Result<void> read = matcher->readPhrases(words); !read)
        return fail(read.error());
    return matcher;
}

int NoticeMatcher::payload(const QString &expression)
{
    m_expressions.append(expression);
    return static_cast<int>(m_expressions.size()) - 1;
}

Result<void> NoticeMatcher::readPhrases(WordTable &words)
{
    return readPolicy(QStringLiteral("licence-notices.yaml"), [this, &words](const YAML::Node &root) {
        const std::pair<const char *, PhraseTable *> tables[]
            = {{"names", &m_names}, {"headers", &m_headers}, {"exceptions", &m_exceptions}};
        for (const auto &[key, table] : tables) {
            for (const auto &entry : required(root, key)) {
                for (const QString &phrase : textsOf(entry.second))
                    table->add(words, phrase, payload(textOf(entry.first)));
            }
        }
        for (const auto &entry : required(root, "close-means"))
            m_closeIds.insert(textOf(entry.first), textOf(entry.second));
        for (const auto &entry : required(root, "common-licenses")) {
            const QString phrase = QLatin1String("common licenses ") + textOf(entry.first);
            m_commonLicences.add(words, phrase, payload(textOf(entry.second)));
        }
    });
}

std::optional<Notice> NoticeMatcher::nameAt(const NoticeText &text, quint32 at) const
{
    if (const PhraseTable::Found header = m_headers.find(text.words, at); header.payload >= 0)
        return Notice {m_expressions.at(header.payload), MatchKind::Header, at, at + header.words, {}, false};
    const PhraseTable::Found name = m_names.find(text.words, at);
    if (name.payload < 0)
        return std::nullopt;
    Notice notice {m_expressions.at(name.payload), MatchKind::Reference, at, at + name.words, {}, false};
    const GrantContext::Found grant = m_grants.before(text, at);
    if (grant.strength != GrantContext::Strength::None)
        notice.begin = grant.begin;
    else if (!text.beginsLine(at) || !text.endsLine(notice.end - 1))
        return std::nullopt;
    return notice;
}

std::optional<Notice> NoticeMatcher::commonLicenceAt(const NoticeText &text, quint32 at) const
{
    const PhraseTable::Found found = m_commonLicences.find(text.words, at);
    if (found.payload < 0)
        return std::nullopt;
    return Notice {m_expressions.at(found.payload), MatchKind::Reference, at, at + found.words, {}, false};
}

std::optional<Notice> NoticeMatcher::tagAt(const NoticeText &text, quint32 at) const
{
    const std::vector<quint16> &numbers = text.words.numbers;
    if (at + 3 >= numbers.size() || numbers[at + 1] != m_license || numbers[at + 2] != m_identifier || text.after(at + 2) != ':')
        return std::nullopt;
    const qsizetype begin = text.words.ends[at + 2] + 1;
    const QByteArrayView rest = text.bytes.sliced(begin, std::min<qsizetype>(maxTagLength, text.bytes.size() - begin));
    const qsizetype lineEnd = rest.indexOf('\n');
    QString words = tagText(lineEnd < 0 ? rest : rest.first(lineEnd));
    Result<LicenceExpression> expression = LicenceExpression::parse(words);
    if (!expression && expression.error().offset > 0) {
        // prose may follow on the same line: take what is an expression up to there
        words = words.left(expression.error().offset).trimmed();
        expression = LicenceExpression::parse(words);
    }
    if (!expression)
        return std::nullopt;
    quint32 end = at + 3;
    const qsizetype endByte = begin + rest.indexOf(words.toUtf8()) + words.toUtf8().size();
    while (end < numbers.size() && text.words.ends[end] <= endByte)
        ++end;
    return Notice {words, MatchKind::Tag, at, end, {}, false};
}

std::vector<Notice> NoticeMatcher::find(const NoticeText &text) const
{
    std::vector<Notice> notices;
    const std::vector<quint16> &numbers = text.words.numbers;
    for (quint32 at = 0; at < numbers.size(); ++at) {
        const quint16 word = numbers[at];
        if (word == 0)
            continue;
        std::optional<Notice> notice = nameAt(text, at);
        if (!notice && word == m_spdx)
            notice = tagAt(text, at);
        if (!notice && word == m_common)
            notice = commonLicenceAt(text, at);
        if (!notice && m_gnu.isAnchor(word))
            notice = m_gnu.read(text, m_grants, at);
        if (!notice) {
            if (const PhraseTable::Found exception = m_exceptions.find(text.words, at); exception.payload >= 0)
                notice = Notice {m_expressions.at(exception.payload), MatchKind::Header, at, at + exception.words, {}, true};
        }
        if (notice) {
            at = std::max(at, notice->end - 1);
            notices.push_back(std::move(*notice));
        }
    }
    return notices;
}

}  // namespace waybill
