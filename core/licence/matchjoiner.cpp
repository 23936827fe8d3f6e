// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/matchjoiner.h"

#include "core/licence/licenceexpression.h"

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

constexpr quint32 repeatBefore = 400;    ///< words in which a reference still belongs to the header before it
constexpr quint32 repeatAfter = 60;      ///< words between a title and its text
constexpr quint32 exceptionWords = 150;  ///< words an exception may take
constexpr quint32 noticeWords = 4;       ///< words that a notice inside a text takes at least
constexpr quint32 smallDifference = 3;   ///< words of a slip
constexpr quint32 choiceReach = 90;      ///< words between two licences of a choice
constexpr quint32 exceptionReach = 500;  ///< words between a notice and its exception

/// "GPL-2.0-or-later" is of the family "GPL", "BSD-3-Clause" of "BSD".
QString familyOf(const QString &expression)
{
    const QLatin1String altered("LicenseRef-altered-");
    if (expression.startsWith(altered))
        return familyOf(expression.mid(altered.size()));
    qsizetype end = 0;
    while (end < expression.size() && (expression.at(end).isLetter() || expression.at(end) == QLatin1Char('_')))
        ++end;
    return expression.left(end);
}

/// "GPL-2.0" for "GPL-2.0-or-later WITH Bison-exception-2.2".
QString termsOf(const QString &expression)
{
    QString terms = expression.section(QLatin1String(" WITH "), 0, 0);
    for (const char *ending : {"-only", "-or-later", "+", "-no-invariants", "-invariants"}) {
        if (terms.endsWith(QLatin1String(ending)))
            terms.chop(static_cast<qsizetype>(std::strlen(ending)));
    }
    return terms;
}

/// Whether a pointer to a licence adds nothing to a notice of the same family: the same version, one of those that the notice
/// offers, or a later one of a notice that allows later ones.
bool isCovered(const QString &pointer, const QString &notice)
{
    const QStringList arms = notice.split(QStringLiteral(" OR "));
    return std::any_of(arms.begin(), arms.end(), [&pointer](const QString &arm) {
        const QString terms = termsOf(arm);
        return termsOf(pointer) == terms
            || (arm.contains(QLatin1String("-or-later")) && !pointer.contains(QLatin1String(" OR ")) && termsOf(pointer) > terms);
    });
}

bool isDedication(const QString &expression)
{
    return expression.startsWith(QLatin1String("CC0-")) || expression == QLatin1String("Unlicense")
        || expression == QLatin1String("CC-PDDC") || expression == QLatin1String("PDDL-1.0")
        || expression == QLatin1String("blessing") || expression == QLatin1String("SAX-PD");
}

/// "MIT License" above the text of a relative of it.
bool isTitleOfKin(const Notice &title, const Notice &text)
{
    if (text.kind != MatchKind::ExactText && text.kind != MatchKind::CloseText)
        return false;
    static const QStringList mitKin {
        QStringLiteral("X"),   QStringLiteral("ICU"),  QStringLiteral("HPND"), QStringLiteral("curl"),  QStringLiteral("NTP"),
        QStringLiteral("ISC"), QStringLiteral("JSON"), QStringLiteral("NCSA"), QStringLiteral("SMLNJ"), QStringLiteral("Xnet")};
    static const QStringList bsdKin {QStringLiteral("Linux"),   QStringLiteral("ISC"),     QStringLiteral("NCSA"),
                                     QStringLiteral("libtiff"), QStringLiteral("Apache"),  QStringLiteral("TCP"),
                                     QStringLiteral("ICU"),     QStringLiteral("Sendmail")};
    const QString family = familyOf(text.expression);
    if (title.expression == QLatin1String("MIT") || title.expression == QLatin1String("X11"))
        return mitKin.contains(family) || family == QLatin1String("MIT");
    return title.isVague && title.expression.startsWith(QLatin1String("BSD-")) && bsdKin.contains(family);
}

/// Words such as "for non-commercial use only", which inside a text change that text.
bool isUnknownTerms(const QString &expression)
{
    return expression == QLatin1String("LicenseRef-Proprietary") || expression == QLatin1String("LicenseRef-NonCommercial");
}

bool isGnu(const QString &expression)
{
    const QString family = familyOf(expression);
    return family == QLatin1String("GPL") || family == QLatin1String("LGPL") || family == QLatin1String("AGPL");
}

bool isExpressionFamilyWithException(const QString &expression)
{
    return !expression.contains(QLatin1Char(' '));
}

}  // namespace

ChoiceWords::ChoiceWords(WordTable &words)
    : alternatively(words.addWord("alternatively")), orWord(words.addWord("or")), either(words.addWord("either")),
      dual(words.addWord("dual")), later(words.addWord("later")), any(words.addWord("any")), modify(words.addWord("modify")),
      newer(words.addWord("newer"))
{
}

void MatchJoiner::addText(const QString &id, const QString &closeId, const TextHit &hit)
{
    m_texts.push_back({id, closeId, hit});
}

/// Whether what the text adds to its reference, or lacks of it, changes its meaning. A notice of another licence in the
/// middle ("Alternatively, ... under the terms of the GPL") is that licence, not a change of this one.
bool MatchJoiner::isAltered(const TextHit &hit) const
{
    quint32 turns = 0;
    quint32 doubtful = hit.turnsMissed;
    quint32 differences = 0;
    for (const AddedStretch &stretch : hit.added) {
        const bool notice = std::any_of(m_parts.begin(), m_parts.end(), [&stretch](const Part &part) {
            return part.notice.begin < stretch.end && part.notice.end > stretch.begin && !part.notice.isException
                && !isUnknownTerms(part.notice.expression);
        });
        if (notice && stretch.end - stretch.begin >= noticeWords)
            continue;
        turns += stretch.turning;
        doubtful += stretch.doubtful;
        differences += stretch.turning + stretch.doubtful == 0 && stretch.end - stretch.begin <= smallDifference ? 1 : 0;
    }
    // A copy with many wrong words has some of them at a bad place.
    const quint32 excused = differences / 2;
    return turns + (doubtful > excused ? doubtful - excused : 0) > hit.turnsAllowed;
}

MatchJoiner::Part MatchJoiner::partOf(const Text &text) const
{
    const TextHit &hit = text.hit;
    const MatchKind kind = hit.exact ? MatchKind::ExactText : MatchKind::CloseText;
    Part part {{}, hit.exact ? 1.0 : std::min(hit.score, 0.9999), false, false, {}};
    const QString id = hit.exact ? text.id : text.closeId;
    // Retired ids such as GPL-2.0-with-font-exception have the words of the exception alone as their text.
    const QString today = m_catalog.replacementFor(id);
    const qsizetype with = today.indexOf(QLatin1String(" WITH "));
    const bool exception = with > 0 && hit.endWord - hit.beginWord < exceptionWords * 2;
    part.unbound = exception ? today : QString();
    part.notice = Notice {exception ? today.mid(with + 6) : id, kind, hit.beginWord, hit.endWord, {}, exception, false};
    if (!hit.exact && !exception && isAltered(hit))
        part.notice.expression = QLatin1String("LicenseRef-altered-") + id;
    return part;
}

/// Words of a text that the reference has too are the text itself, not notices beside it.
void MatchJoiner::dropInside()
{
    for (Part &part : m_parts) {
        for (const Text &text : m_texts) {
            const Notice &notice = part.notice;
            if (notice.begin >= text.hit.endWord || notice.end <= text.hit.beginWord)
                continue;
            const bool added = std::any_of(text.hit.added.begin(), text.hit.added.end(), [&notice](const AddedStretch &stretch) {
                return stretch.end - stretch.begin >= noticeWords && notice.begin < stretch.end && notice.end > stretch.begin;
            });
            part.dropped = part.dropped || !added || isUnknownTerms(notice.expression) || notice.kind == MatchKind::Eula;
        }
    }
}

void MatchJoiner::addEula(Notice notice)
{
    m_parts.push_back({std::move(notice), 1, false, false, {}});
}

void MatchJoiner::addNotice(Notice notice)
{
    m_parts.push_back({std::move(notice), 1, false, false, {}});
}

void MatchJoiner::bindExceptions()
{
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (!m_parts[i].notice.isException)
            continue;
        m_parts[i].dropped = true;
        bool bound = false;
        for (std::size_t j = i; j > 0 && !bound; --j) {
            Notice &base = m_parts[j - 1].notice;
            if (m_parts[j - 1].dropped || base.kind == MatchKind::Tag || base.kind == MatchKind::Eula)
                continue;
            const bool near = m_parts[i].notice.begin < base.end + exceptionReach;
            if (!near)
                break;
            if (m_parts[i].notice.expression == QLatin1String("Autoconf-exception-generic")
                && base.expression.startsWith(QLatin1String("GPL-3")))
                m_parts[i].notice.expression += QLatin1String("-3.0");
            if (isExpressionFamilyWithException(base.expression)
                && m_catalog.classWithException(base.expression, m_parts[i].notice.expression)) {
                base.expression += QLatin1String(" WITH ") + m_parts[i].notice.expression;
                base.end = std::max(base.end, m_parts[i].notice.end);
                bound = true;
            }
        }
        if (!bound && !m_parts[i].unbound.isEmpty()) {
            m_parts[i].notice.expression = m_parts[i].unbound;
            m_parts[i].notice.isException = false;
            m_parts[i].dropped = false;
        }
        // The words of an exception speak of other licences; they do not grant them.
        const quint32 silent = m_parts[i].notice.end + exceptionWords;
        for (std::size_t j = i + 1; j < m_parts.size() && m_parts[j].notice.begin < silent; ++j)
            m_parts[j].dropped = m_parts[j].dropped || m_parts[j].notice.kind == MatchKind::Reference;
    }
}

/// A reference next to a text, header or agreement of the same terms says nothing new.
bool MatchJoiner::repeats(const Part &reference, const Part &other) const
{
    const Notice &a = reference.notice;
    const Notice &b = other.notice;
    if (other.dropped || &reference == &other || (b.isVague && !a.isVague))
        return false;
    const bool publicDomain = a.expression == QLatin1String("LicenseRef-public-domain") && isDedication(b.expression);
    // LGPL 3 is the GPL 3 with permissions added, so its notice points at both.
    if (a.isPointer && a.isVague && isGnu(b.expression) && !(b.isPointer && b.isVague && b.begin > a.begin))
        return std::max(a.begin, b.begin) < std::min(a.end, b.end) + repeatBefore;
    const bool lesser
        = a.isPointer && familyOf(a.expression) == QLatin1String("GPL") && b.expression.startsWith(QLatin1String("LGPL-3"));
    const bool nonCommercial
        = a.expression == QLatin1String("LicenseRef-NonCommercial") && b.expression.contains(QLatin1String("-NC-"));
    if (nonCommercial)
        return true;
    const bool sameFamily = lesser || familyOf(a.expression) == familyOf(b.expression) || isTitleOfKin(a, b);
    if (!sameFamily && !publicDomain)
        return false;
    const bool after = a.begin >= b.begin;
    const bool stronger = b.kind < a.kind || (a.isVague && !b.isVague) || publicDomain || (after && b.kind == a.kind);
    if (!stronger)
        return false;
    if (!after)
        return b.begin < a.end + repeatBefore && (a.isVague || b.begin < a.end + repeatAfter);
    if (a.begin >= b.end + repeatBefore)
        return false;
    // "On Debian systems, the text of version 2 is in /usr/share/common-licenses/GPL-2" below "either version 3 or later".
    if (a.isPointer && !b.isPointer && !b.isVague && (b.kind < a.kind || isCovered(a.expression, b.expression)))
        return true;
    const bool altered = b.expression.startsWith(QLatin1String("LicenseRef-altered-"));
    return a.isVague || publicDomain || altered || isCovered(a.expression, b.expression);
}

void MatchJoiner::dropRepeated()
{
    // Only neighbours matter; the window keeps many references in one file linear.
    constexpr std::size_t window = 12;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const MatchKind kind = m_parts[i].notice.kind;
        if (m_parts[i].dropped || (kind != MatchKind::Reference && kind != MatchKind::Header))
            continue;
        const std::size_t first = i > window ? i - window : 0;
        const std::size_t end = std::min(m_parts.size(), i + window);
        for (std::size_t j = first; j < end && !m_parts[i].dropped; ++j)
            m_parts[i].dropped = j != i && repeats(m_parts[i], m_parts[j]);
    }
}

/// A file with a notice of its own speaks of other licences in its strings: a checker, a test, a list.
void MatchJoiner::dropQuoted()
{
    const bool own = std::any_of(m_parts.begin(), m_parts.end(), [](const Part &part) {
        return !part.dropped && part.notice.kind != MatchKind::Reference && !part.notice.isException;
    });
    for (Part &part : m_parts)
        part.dropped = part.dropped || (own && part.notice.isQuoted && part.notice.kind == MatchKind::Reference);
}

/// Finds what a text offers as a choice: "either ... or ...", "dual licensed under ...", "Alternatively, ...".
void MatchJoiner::markChoices(const WordStream &stream)
{
    const Part *last = nullptr;
    bool choosing = false;
    for (Part &part : m_parts) {
        if (part.dropped || part.notice.isException)
            continue;
        if (last != nullptr && part.notice.begin >= last->notice.end && part.notice.kind != MatchKind::Tag
            && part.notice.expression != last->notice.expression) {
            const quint32 from = last->notice.end;
            const quint32 to = std::min(part.notice.end, static_cast<quint32>(stream.size()));
            const quint32 gap = part.notice.begin - from;
            bool either = choosing && gap < 8;
            for (quint32 i = from; i < to && gap <= choiceReach && !either; ++i) {
                const quint16 word = stream.numbers[i];
                either = (word == m_words.alternatively && i + 60 > part.notice.begin)
                    || (word == m_words.orWord && gap <= 25 && i < part.notice.begin + 1 && !isClauseOr(stream, i));
            }
            const quint32 dualFrom = last->notice.begin > 20 ? last->notice.begin - 20 : 0;
            for (quint32 i = dualFrom; i < last->notice.end && gap <= 25 && !either; ++i)
                either = stream.numbers[i] == m_words.dual || stream.numbers[i] == m_words.either;
            part.isAlternative = either;
            choosing = either;
        } else if (last != nullptr && part.notice.end <= last->notice.end && opensChoice(stream, part.notice.begin)) {
            // "ALTERNATIVELY, this product may be distributed under the terms of the GPL" above the disclaimer of the text
            part.isAlternative = true;
            continue;
        } else {
            choosing = false;
        }
        last = &part;
    }
}

/// Whether the sentence before a notice begins with "Alternatively".
bool MatchJoiner::opensChoice(const WordStream &stream, quint32 at) const
{
    constexpr quint32 reach = 20;
    const auto end = stream.numbers.begin() + static_cast<std::ptrdiff_t>(at);
    return std::find(end - static_cast<std::ptrdiff_t>(std::min(at, reach)), end, m_words.alternatively) != end;
}

/// "or later", "or any later", "or modify": an "or" that does not stand between licences.
bool MatchJoiner::isClauseOr(const WordStream &stream, quint32 at) const
{
    const quint16 next = at + 1 < stream.size() ? stream.numbers[at + 1] : 0;
    return next == m_words.later || next == m_words.any || next == m_words.modify || next == m_words.newer;
}

std::vector<LicenceMatch> MatchJoiner::join(const WordStream &stream)
{
    std::vector<Part> texts;
    for (const Text &text : m_texts)
        texts.push_back(partOf(text));
    dropInside();
    std::erase_if(m_parts, [](const Part &part) { return part.dropped; });
    m_parts.insert(m_parts.end(), texts.begin(), texts.end());
    std::stable_sort(m_parts.begin(), m_parts.end(),
                     [](const Part &a, const Part &b) { return a.notice.begin < b.notice.begin; });
    dropRepeated();
    dropQuoted();
    bindExceptions();
    markChoices(stream);
    std::vector<LicenceMatch> matches;
    for (const Part &part : m_parts) {
        if (part.dropped || part.notice.end <= part.notice.begin)
            continue;
        LicenceMatch match;
        match.expression = part.notice.expression;
        if (const auto expression = LicenceExpression::parse(match.expression))
            match.expression = expression->toString(m_catalog);
        match.kind = part.notice.kind;
        match.score = part.score;
        match.firstByte = stream.begins[part.notice.begin];
        match.endByte = stream.ends[part.notice.end - 1];
        match.edition = part.notice.edition;
        match.isAlternative = part.isAlternative;
        matches.push_back(std::move(match));
    }
    return matches;
}

void numberLines(QByteArrayView text, std::vector<LicenceMatch> &matches)
{
    std::vector<std::pair<qint64, int *>> places;
    for (LicenceMatch &match : matches) {
        places.emplace_back(match.firstByte, &match.firstLine);
        places.emplace_back(std::max(match.firstByte, match.endByte - 1), &match.lastLine);
    }
    std::sort(places.begin(), places.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    qint64 at = 0;
    int line = 1;
    for (const auto &[offset, target] : places) {
        line += static_cast<int>(std::count(text.begin() + at, text.begin() + offset, '\n'));
        at = offset;
        *target = line;
    }
}

}  // namespace waybill
