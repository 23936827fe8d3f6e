// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/indexer/indexbuilder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <set>

namespace waybill {

namespace {

using namespace textindex;

constexpr quint32 maxTitleWords = 12;
constexpr quint32 minWordsWithTitle = 40;

/// Several ids share a text (GPL-2.0-only and -or-later): the text alone says what the plainest of them says.
bool isPlainer(const QString &a, const QString &b, const QStringList &ids)
{
    const auto retired = [&ids](const QString &id) {
        return id.endsWith(QLatin1Char('+')) || ids.contains(QString(id + QLatin1String("-only")));
    };
    return std::make_tuple(retired(a), a.size(), a) < std::make_tuple(retired(b), b.size(), b);
}

/// The text of a GNU licence does not say "or later", nor whether a document has invariant sections: the notice does.
bool isSecondName(const QString &id)
{
    const bool gnu = id.contains(QLatin1String("GPL-")) || id.startsWith(QLatin1String("GFDL-"));
    return gnu && (id.endsWith(QLatin1String("-or-later")) || id.contains(QLatin1String("invariants")));
}

/// Offset where instructions for users of the licence begin, or the size of the text.
qsizetype appendixOffset(const QString &id, const QByteArray &raw)
{
    qsizetype end = raw.size();
    for (const char *mark :
         {"END OF TERMS AND CONDITIONS", "\nExhibit A", "\nEXHIBIT A", "\nADDENDUM: How to use", "\nHow to Apply These Terms",
          "\nHow to apply the Apache License", "\nAPPENDIX: How to apply", "\nX Window System is a trademark"}) {
        const qsizetype at = raw.indexOf(mark);
        if (at > raw.size() / 2)
            end = std::min(end, at);
    }
    // The list prints the GPL behind the LGPL 3, of which it is an amendment; the file in use has the LGPL alone.
    if (id.startsWith(QLatin1String("LGPL-3.0"))) {
        const qsizetype at = raw.indexOf("\nGNU GENERAL PUBLIC LICENSE", 2000);
        if (at > 0)
            end = std::min(end, at);
    }
    return end;
}

/// A part of a text of the list that is in use by itself. Marks are words of the text; an empty one means its end.
struct Part {
    const char *id;
    const char *from;
    const char *to;
};
/// The list prints Sleepycat's terms together with those of the two licences it grew from, and the permission of Unicode behind
/// a preamble that most copies leave out.
constexpr std::array<Part, 6> partsInUse {{{"Zlib", "Permission is granted to anyone", ""},
                                           {"Libpng", "The PNG Reference Library is supplied", ""},
                                           {"Sleepycat", "Redistribution and use", "Copyright (c) 1990"},
                                           {"Unicode-DFS-2015", "Permission is hereby granted", ""},
                                           {"Unicode-DFS-2016", "Permission is hereby granted", ""},
                                           {"Unicode-3.0", "Permission is hereby granted", ""}}};

template <typename T>
Section append(QByteArray &file, const std::vector<T> &items)
{
    while (file.size() % 8 != 0)
        file.append('\0');
    const Section section {static_cast<quint32>(file.size()), static_cast<quint32>(items.size())};
    file.append(reinterpret_cast<const char *>(items.data()), static_cast<qsizetype>(items.size() * sizeof(T)));
    return section;
}

Section append(QByteArray &file, const QByteArray &bytes)
{
    const Section section {static_cast<quint32>(file.size()), static_cast<quint32>(bytes.size())};
    file.append(bytes);
    return section;
}

}  // namespace

IndexBuilder::IndexBuilder() : m_filter(m_table) { }

QByteArray IndexBuilder::build(const QJsonObject &list)
{
    QStringList ids = list.keys();
    const QStringList all = ids;
    std::sort(ids.begin(), ids.end(), [&all](const QString &a, const QString &b) { return isPlainer(a, b, all); });
    for (const QString &id : ids)
        addText(id, list.value(id).toObject().value(QLatin1String("licenseText")).toString().toUtf8());
    const std::size_t whole = m_texts.size();
    for (const Part &part : partsInUse)
        addPart(QLatin1String(part.id), part.from, part.to, whole);
    makeReferences();
    makeGrams();
    return write();
}

void IndexBuilder::addText(const QString &id, const QByteArray &raw)
{
    std::vector<TextWord> words;
    TextTokenizer(raw).run(words);
    Text text {id, raw, {}, 0, 0, false};
    for (const TextWord &word : words) {
        text.words.numbers.push_back(m_table.add(word.hash));
        text.words.begins.push_back(word.begin);
        text.words.ends.push_back(word.end);
    }
    m_filter.apply(text.words);
    splitBody(text);
    m_texts.push_back(std::move(text));
}

void IndexBuilder::addPart(const QString &id, const char *from, const char *to, std::size_t whole)
{
    const auto end = m_texts.begin() + static_cast<std::ptrdiff_t>(whole);
    const auto text = std::find_if(m_texts.begin(), end, [&id](const Text &each) { return each.id == id; });
    const qsizetype begin = text == end ? -1 : text->raw.indexOf(from);
    if (begin < 0)
        return;
    const qsizetype stop = *to == '\0' ? -1 : text->raw.indexOf(to, begin + 1);
    addText(id, stop < 0 ? text->raw.mid(begin) : text->raw.mid(begin, stop - begin));
    m_texts.back().isPart = true;
}

void IndexBuilder::splitBody(Text &text) const
{
    const auto wordsBefore = [&text](qsizetype offset) {
        const auto it = std::lower_bound(text.words.begins.begin(), text.words.begins.end(), static_cast<quint32>(offset));
        return static_cast<quint32>(it - text.words.begins.begin());
    };
    text.bodyEnd = wordsBefore(appendixOffset(text.id, text.raw));
    const qsizetype blank = text.raw.indexOf("\n\n");
    const quint32 title = blank > 0 ? wordsBefore(blank) : 0;
    if (title <= maxTitleWords && text.words.size() >= minWordsWithTitle)
        text.bodyBegin = title;
}

quint32 IndexBuilder::addString(const QByteArray &bytes)
{
    const auto offset = static_cast<quint32>(m_strings.size());
    m_strings.append(bytes);
    return offset;
}

void IndexBuilder::makeReferences()
{
    std::set<std::vector<quint16>> known;
    std::map<QByteArray, Name> stored;
    for (const Text &text : m_texts) {
        const QByteArray id = text.id.toUtf8();
        const quint32 idOffset = addString(id);
        auto [it, isNew] = stored.try_emplace(text.raw);
        if (isNew && !text.isPart) {
            const QByteArray packed = qCompress(text.raw, 9);
            it->second.textOffset = static_cast<quint32>(m_compressed.size());
            it->second.textSize = static_cast<quint32>(packed.size());
            m_compressed.append(packed);
        }
        if (!text.isPart)
            m_names.push_back({idOffset, static_cast<quint32>(id.size()), it->second.textOffset, it->second.textSize});
        if (text.words.size() < gramWords || isSecondName(text.id) || !known.insert(text.words.numbers).second)
            continue;
        m_references.push_back({idOffset, static_cast<quint32>(id.size()), static_cast<quint32>(m_tokens.size()),
                                static_cast<quint32>(text.words.size()), text.bodyBegin, text.bodyEnd, 0, 0});
        m_tokens.insert(m_tokens.end(), text.words.numbers.begin(), text.words.numbers.end());
    }
    std::sort(m_names.begin(), m_names.end(), [this](const Name &a, const Name &b) {
        const auto lower = [this](const Name &n) { return m_strings.mid(n.idOffset, n.idSize).toLower(); };
        return lower(a) < lower(b);
    });
}

/// The OpenSSL licence has those of OpenSSL and of SSLeay in it, each of which is a reference too.
bool IndexBuilder::isPartOfAnother(const Reference &reference, const std::map<quint64, std::vector<quint32>> &grams) const
{
    constexpr double nearlyAll = 0.9;
    std::map<quint32, quint32> shared;
    for (quint32 at = reference.bodyBegin; at + gramWords <= reference.bodyEnd; ++at) {
        std::set<quint32> others;
        for (const quint32 place : grams.at(gramHash(m_tokens.data() + reference.tokenBegin + at)))
            others.insert(place >> positionBits);
        for (const quint32 other : others)
            ++shared[other];
    }
    return std::any_of(shared.begin(), shared.end(), [&](const auto &other) {
        return m_references[other.first].tokenCount > reference.tokenCount + gramWords
            && other.second >= nearlyAll * (reference.bodyEnd - reference.bodyBegin);
    });
}

void IndexBuilder::makeGrams()
{
    std::map<quint64, std::vector<quint32>> grams;
    for (std::size_t r = 0; r < m_references.size(); ++r) {
        Reference &reference = m_references[r];
        std::set<quint64> body;
        for (quint32 at = 0; at + gramWords <= reference.tokenCount; ++at) {
            const quint64 hash = gramHash(m_tokens.data() + reference.tokenBegin + at);
            grams[hash].push_back(static_cast<quint32>(r) << positionBits | at);
            if (at >= reference.bodyBegin && at + gramWords <= reference.bodyEnd)
                body.insert(hash);
        }
        reference.bodyGrams = static_cast<quint32>(body.size());
    }
    for (Reference &reference : m_references)
        reference.isPart = isPartOfAnother(reference, grams) ? 1 : 0;
    const std::size_t capacity = std::bit_ceil(grams.size() * 2);
    m_gramShift = static_cast<quint32>(64 - std::countr_zero(capacity));
    m_slots.resize(capacity);
    for (const auto &[hash, places] : grams) {
        std::size_t slot = hash >> m_gramShift;
        while (m_slots[slot].check != 0)
            slot = (slot + 1) & (capacity - 1);
        m_slots[slot] = {gramCheck(hash), static_cast<quint32>(m_postings.size())};
        m_postings.push_back(static_cast<quint32>(places.size()));
        m_postings.insert(m_postings.end(), places.begin(), places.end());
    }
}

QByteArray IndexBuilder::write() const
{
    QByteArray file(sizeof(Header), '\0');
    Header header;
    header.magic = magic;
    header.gramShift = m_gramShift;
    header.words = append(file, m_table.hashes());
    header.references = append(file, m_references);
    header.names = append(file, m_names);
    header.tokens = append(file, m_tokens);
    header.slots = append(file, m_slots);
    header.postings = append(file, m_postings);
    header.strings = append(file, m_strings);
    header.texts = append(file, m_compressed);
    header.fileSize = static_cast<quint32>(file.size());
    std::memcpy(file.data(), &header, sizeof header);
    return file;
}

}  // namespace waybill
