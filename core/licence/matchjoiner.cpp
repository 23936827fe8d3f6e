// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/matchjoiner.h"

#include "core/licence/licenceexpression.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr quint32 repeatBefore = 400;    ///< words in which a reference still belongs to the header before it
constexpr quint32 repeatAfter = 60;      ///< words between a title and its text
constexpr quint32 exceptionWords = 150;  ///< words an exception may take
constexpr quint32 exceptionReach = 500;  ///< words between a notice and its exception

/// "GPL-2.0-or-later" is of the family "GPL", "BSD-3-Clause" of "BSD".
QString familyOf(const QString &expression)
{
    qsizetype end = 0;
    while (end < expression.size() && (expression.at(end).isLetter() || expression.at(end) == QLatin1Char('_')))
        ++end;
    return expression.left(end);
}

bool isExpressionFamilyWithException(const QString &expression)
{
    return !expression.contains(QLatin1Char(' '));
}

}  // namespace

void MatchJoiner::addText(const QString &id, const TextHit &hit)
{
    const MatchKind kind = hit.exact ? MatchKind::ExactText : MatchKind::CloseText;
    m_texts.push_back(
        {Notice {id, kind, hit.beginWord, hit.endWord, {}, false}, hit.exact ? 1.0 : std::min(hit.score, 0.9999), false});
}

void MatchJoiner::addEula(Notice notice)
{
    m_parts.push_back({std::move(notice), 1, false});
}

void MatchJoiner::addNotice(Notice notice)
{
    const bool inside = std::any_of(m_texts.begin(), m_texts.end(), [&notice](const Part &text) {
        return notice.begin < text.notice.end && notice.end > text.notice.begin;
    });
    if (!inside)
        m_parts.push_back({std::move(notice), 1, false});
}

void MatchJoiner::bindExceptions()
{
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (!m_parts[i].notice.isException)
            continue;
        m_parts[i].dropped = true;
        for (std::size_t j = i; j > 0; --j) {
            Notice &base = m_parts[j - 1].notice;
            if (m_parts[j - 1].dropped || base.kind == MatchKind::Tag || base.kind == MatchKind::Eula)
                continue;
            const bool near = m_parts[i].notice.begin < base.end + exceptionReach;
            if (!near)
                break;
            if (isExpressionFamilyWithException(base.expression)
                && m_catalog.classWithException(base.expression, m_parts[i].notice.expression)) {
                base.expression += QLatin1String(" WITH ") + m_parts[i].notice.expression;
                base.end = std::max(base.end, m_parts[i].notice.end);
                break;
            }
        }
        // The words of an exception speak of other licences; they do not grant them.
        const quint32 silent = m_parts[i].notice.end + exceptionWords;
        for (std::size_t j = i + 1; j < m_parts.size() && m_parts[j].notice.begin < silent; ++j)
            m_parts[j].dropped = m_parts[j].dropped || m_parts[j].notice.kind == MatchKind::Reference;
    }
}

/// A reference next to a text, header or agreement of the same family says nothing new.
bool MatchJoiner::repeats(const Part &reference, const Part &other) const
{
    if (other.dropped || familyOf(reference.notice.expression) != familyOf(other.notice.expression))
        return false;
    const bool after = reference.notice.begin >= other.notice.begin;
    const bool stronger = other.notice.kind < reference.notice.kind || (after && other.notice.kind == reference.notice.kind);
    if (!stronger)
        return false;
    return after ? reference.notice.begin < other.notice.end + repeatBefore
                 : other.notice.begin < reference.notice.end + repeatAfter;
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

std::vector<LicenceMatch> MatchJoiner::join(const WordStream &stream)
{
    m_parts.insert(m_parts.end(), m_texts.begin(), m_texts.end());
    std::stable_sort(m_parts.begin(), m_parts.end(),
                     [](const Part &a, const Part &b) { return a.notice.begin < b.notice.begin; });
    bindExceptions();
    dropRepeated();
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
