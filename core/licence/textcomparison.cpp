// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/textcomparison.h"

#include "core/base/datafiles.h"
#include "core/licence/decodedtext.h"
#include "core/licence/licenceindex.h"
#include "core/licence/wordtable.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace waybill {

namespace {

/// Steps of the search for the shortest way from one text to the other; its memory grows with their square.
constexpr int mostSteps = 3000;

struct Words {
    QByteArrayView bytes;
    std::vector<TextWord> places;
    std::vector<quint16> numbers;

    Words(QByteArrayView text, WordTable &table) : bytes(text)
    {
        TextTokenizer(text).run(places);
        for (const TextWord &word : places)
            numbers.push_back(table.add(word.hash));
    }
    int size() const { return static_cast<int>(places.size()); }
    QByteArrayView between(int word) const
    {
        const auto from = places[static_cast<std::size_t>(word)].end;
        const auto to = word + 1 < size() ? places[static_cast<std::size_t>(word) + 1].begin : from;
        return bytes.sliced(from, std::max(from, to) - from);
    }
    /// A word with the marks that touch it.
    QString shown(int word) const
    {
        const auto touches = [this](qsizetype at) {
            return at >= 0 && at < bytes.size() && std::strchr("\"'(),.;:<>[]{}`", bytes[at]) != nullptr && bytes[at] != '\0';
        };
        const TextWord &place = places[static_cast<std::size_t>(word)];
        const qsizetype lowest = word > 0 ? places[static_cast<std::size_t>(word) - 1].end : 0;
        const qsizetype highest = word + 1 < size() ? places[static_cast<std::size_t>(word) + 1].begin : bytes.size();
        qsizetype begin = place.begin;
        qsizetype end = place.end;
        while (begin > lowest && place.begin - begin < 3 && touches(begin - 1)
               && std::strchr("\"'(<[{`", bytes[begin - 1]) != nullptr)
            --begin;
        while (end < highest && end - place.end < 3 && touches(end) && std::strchr("(<[{", bytes[end]) == nullptr)
            ++end;
        return QString::fromUtf8(bytes.sliced(begin, end - begin));
    }
    bool endsParagraph(int word) const
    {
        const QByteArrayView gap = between(word);
        int lines = 0;
        for (const char c : gap) {
            lines += c == '\n' ? 1 : 0;
            if (lines == 2)
                return true;
        }
        return false;
    }
};

enum class Step : quint8 { Both, Text, Reference };

/// The shortest way from the text to the reference (E. Myers, "An O(ND) difference algorithm", 1986); empty when it is too long.
std::vector<Step> shortestWay(const std::vector<quint16> &a, const std::vector<quint16> &b)
{
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    std::vector<std::vector<int>> reached;
    std::vector<int> ends(static_cast<std::size_t>(2 * mostSteps + 3), 0);
    const auto end = [&ends](int diagonal) -> int & { return ends[static_cast<std::size_t>(diagonal + mostSteps + 1)]; };
    const auto same = [&](int x, int y) { return a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(y)]; };
    int steps = 0;
    bool done = false;
    for (; steps <= std::min(mostSteps, n + m) && !done; ++steps) {
        for (int k = -steps; k <= steps && !done; k += 2) {
            int x = k == -steps || (k != steps && end(k - 1) < end(k + 1)) ? end(k + 1) : end(k - 1) + 1;
            while (x < n && x - k < m && x - k >= 0 && same(x, x - k))
                ++x;
            end(k) = x;
            done = x >= n && x - k >= m;
        }
        reached.emplace_back(ends.begin() + mostSteps + 1 - steps, ends.begin() + mostSteps + 2 + steps);
    }
    if (!done)
        return {};
    std::vector<Step> way;
    int x = n;
    int y = m;
    for (int d = steps - 1; d > 0; --d) {
        const std::vector<int> &before = reached[static_cast<std::size_t>(d) - 1];
        const auto was = [&before, d](int diagonal) { return before[static_cast<std::size_t>(diagonal + d - 1)]; };
        const int k = x - y;
        const bool down = k == -d || (k != d && was(k - 1) < was(k + 1));
        const int from = down ? was(k + 1) : was(k - 1);
        const int fromY = from - (down ? k + 1 : k - 1);
        for (; x > (down ? from : from + 1) && y > (down ? fromY + 1 : fromY); --x, --y)
            way.push_back(Step::Both);
        way.push_back(down ? Step::Reference : Step::Text);
        x = from;
        y = fromY;
    }
    for (; x > 0 && y > 0; --x, --y)
        way.push_back(Step::Both);
    std::reverse(way.begin(), way.end());
    return way;
}

/// Words in the place of which every copy has its own.
bool isPlaceholder(const QString &words)
{
    static constexpr std::array<const char *, 16> holders {
        "copyright", "holder",       "holders", "owner", "author", "authors", "the",  "contributors",
        "and",       "organization", "regents", "name",  "of",     "or",      "year", "company"};
    if (words.contains(QLatin1Char('<')) || words.contains(QLatin1Char('[')) || words.contains(QLatin1Char('{')))
        return true;
    const QStringList list = words.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return !list.isEmpty() && std::all_of(list.begin(), list.end(), [](QString word) {
        word.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
        return std::any_of(holders.begin(), holders.end(), [&word](const char *each) { return word == QLatin1String(each); });
    });
}

/// Years and addresses.
bool isOfItsOwn(const QString &words)
{
    const QStringList list = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return !list.isEmpty() && std::all_of(list.begin(), list.end(), [](const QString &word) {
        return word.contains(QLatin1Char('@')) || word.contains(QLatin1String("://"))
            || std::all_of(word.begin(), word.end(), [](QChar c) { return !c.isLetter(); });
    });
}

class PartList
{
public:
    void add(Difference difference, const QString &word, bool paragraph)
    {
        if (m_parts.empty() || m_parts.back().difference != difference)
            m_parts.push_back({difference, {}});
        m_parts.back().text += word + (paragraph ? QStringLiteral("\n\n") : QStringLiteral(" "));
    }
    /// Added beside missing words of a kind that every copy replaces vary; the reference's words go.
    std::vector<ComparedPart> take()
    {
        std::vector<ComparedPart> parts;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            ComparedPart &part = m_parts[i];
            ComparedPart *next = i + 1 < m_parts.size() ? &m_parts[i + 1] : nullptr;
            const bool pair = next != nullptr && part.difference != Difference::Same && next->difference != Difference::Same;
            if (pair) {
                const ComparedPart &missing = part.difference == Difference::Missing ? part : *next;
                const ComparedPart &added = part.difference == Difference::Missing ? *next : part;
                if (isPlaceholder(missing.text)) {
                    parts.push_back({Difference::Varies, added.text});
                    ++i;
                    continue;
                }
            }
            if (part.difference != Difference::Same && isOfItsOwn(part.text))
                part.difference = Difference::Varies;
            parts.push_back(part);
        }
        if (!parts.empty())
            parts.back().text = parts.back().text.trimmed();
        return parts;
    }

private:
    std::vector<ComparedPart> m_parts;
};

}  // namespace

std::vector<ComparedPart> compareWithReference(QByteArrayView text, QByteArrayView reference)
{
    const DecodedText decoded(text);
    WordTable table;
    const Words own(decoded.text(), table);
    const Words listed(reference, table);
    std::vector<Step> way = shortestWay(own.numbers, listed.numbers);
    if (way.empty()) {
        way.assign(own.places.size(), Step::Text);
        way.insert(way.end(), listed.places.size(), Step::Reference);
    }
    PartList parts;
    int at = 0;
    int listedAt = 0;
    for (const Step step : way) {
        if (step == Step::Reference)
            parts.add(Difference::Missing, listed.shown(listedAt), listed.endsParagraph(listedAt));
        else
            parts.add(step == Step::Both ? Difference::Same : Difference::Added, own.shown(at), own.endsParagraph(at));
        listedAt += step == Step::Text ? 0 : 1;
        at += step == Step::Reference ? 0 : 1;
    }
    return parts.take();
}

Result<QByteArray> storedReference(const QString &id)
{
    const QString path = dataFile(QStringLiteral("licences.idx"));
    if (path.isEmpty())
        return fail(ErrorKind::NotFound, QStringLiteral("licences.idx"));
    const auto index = LicenceIndex::open(path);
    if (!index)
        return fail(index.error());
    const QByteArray text = (*index)->text(id);
    if (text.isEmpty())
        return fail(ErrorKind::NotFound, id);
    return text;
}

}  // namespace waybill
