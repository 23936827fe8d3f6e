// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licencematcher.h"

#include "core/base/datafiles.h"
#include "core/licence/eulamatcher.h"
#include "core/licence/holderfilter.h"
#include "core/licence/matchjoiner.h"
#include "core/licence/noticematcher.h"
#include "core/licence/textaligner.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace waybill {

namespace {

/// Long inputs are read in pieces of this size that overlap by more than the longest licence, so that memory stays bounded.
constexpr qsizetype pieceSize = 4 << 20;
constexpr qsizetype pieceOverlap = 256 << 10;
/// Beyond this many matches only licences that were not told yet are added: the list stays bounded, the answer complete.
constexpr std::size_t manyMatches = 100'000;

}  // namespace

QLatin1String matchKindId(MatchKind kind)
{
    switch (kind) {
    case MatchKind::ExactText:
        return QLatin1String("exact-text");
    case MatchKind::CloseText:
        return QLatin1String("close-text");
    case MatchKind::Eula:
        return QLatin1String("eula");
    case MatchKind::Header:
        return QLatin1String("header");
    case MatchKind::Tag:
        return QLatin1String("tag");
    case MatchKind::Reference:
        return QLatin1String("reference");
    case MatchKind::Declared:
        return QLatin1String("declared");
    }
    return {};
}

struct LicenceMatcher::Private {
    std::shared_ptr<const LicenceCatalog> catalog;
    std::shared_ptr<const LicenceIndex> index;
    WordTable words;
    std::optional<HolderFilter> filter;
    std::optional<TextAligner> aligner;
    std::optional<ChoiceWords> choiceWords;
    std::shared_ptr<const NoticeMatcher> notices;
    std::shared_ptr<const EulaMatcher> eulas;

    Result<void> load();
    void readWords(QByteArrayView text, WordStream &stream) const;
    std::vector<LicenceMatch> matchPiece(QByteArrayView text) const;
};

LicenceMatcher::LicenceMatcher() : d(std::make_unique<Private>()) { }
LicenceMatcher::~LicenceMatcher() = default;

Result<std::shared_ptr<const LicenceMatcher>> LicenceMatcher::load(std::shared_ptr<const LicenceCatalog> catalog)
{
    std::shared_ptr<LicenceMatcher> matcher(new LicenceMatcher);
    matcher->d->catalog = std::move(catalog);
    if (const Result<void> loaded = matcher->d->load(); !loaded)
        return fail(loaded.error());
    return matcher;
}

Result<void> LicenceMatcher::Private::load()
{
    ParsedPolicy specialTerms(QStringLiteral("special-terms.yaml"));
    ParsedPolicy nvidia(QStringLiteral("eula-nvidia.yaml"));
    const QString path = dataFile(QStringLiteral("licences.idx"));
    if (path.isEmpty())
        return fail(ErrorKind::NotFound, QStringLiteral("licences.idx"));
    const auto opened = LicenceIndex::open(path);
    if (!opened)
        return fail(opened.error());
    index = *opened;
    // The numbers in the index are the order in which the builder met the words; the same order gives the same numbers.
    for (const quint64 hash : index->wordHashes())
        words.add(hash);
    filter.emplace(words);
    aligner.emplace(index, words);
    choiceWords.emplace(words);
    const auto loadedNotices = NoticeMatcher::load(words, catalog, specialTerms);
    if (!loadedNotices)
        return fail(loadedNotices.error());
    notices = *loadedNotices;
    const auto loadedEulas = EulaMatcher::load(words, {&nvidia, &specialTerms});
    if (!loadedEulas)
        return fail(loadedEulas.error());
    eulas = *loadedEulas;
    return {};
}

void LicenceMatcher::Private::readWords(QByteArrayView text, WordStream &stream) const
{
    std::vector<TextWord> split;
    split.reserve(static_cast<std::size_t>(text.size() / 5));
    TextTokenizer(text).run(split);
    stream.numbers.resize(split.size());
    stream.begins.resize(split.size());
    stream.ends.resize(split.size());
    for (std::size_t i = 0; i < split.size(); ++i) {
        stream.numbers[i] = words.find(split[i].hash);
        stream.begins[i] = split[i].begin;
        stream.ends[i] = split[i].end;
    }
    filter->apply(stream);
}

std::vector<LicenceMatch> LicenceMatcher::Private::matchPiece(QByteArrayView text) const
{
    WordStream stream;
    readWords(text, stream);
    const NoticeText noticeText {stream, text};
    MatchJoiner joiner(*catalog, *choiceWords);
    for (const TextHit &hit : aligner->find(stream)) {
        const QString id = index->id(index->references()[hit.reference]);
        const QString completed = notices->completedId(id, stream, hit.beginWord, hit.endWord);
        joiner.addText(completed, notices->closeId(completed), hit);
    }
    for (Notice &notice : eulas->find(noticeText))
        joiner.addEula(std::move(notice));
    for (Notice &notice : notices->find(noticeText))
        joiner.addNotice(std::move(notice));
    return joiner.join(stream);
}

std::vector<LicenceMatch> LicenceMatcher::match(QByteArrayView text) const
{
    std::vector<LicenceMatch> matches;
    QSet<QString> told;
    qint64 reached = 0;  // what begins before was told already
    for (qsizetype begin = 0; begin < text.size(); begin += pieceSize - pieceOverlap) {
        const qsizetype size = std::min(pieceSize, text.size() - begin);
        const bool last = begin + size == text.size();
        for (LicenceMatch &match : d->matchPiece(text.sliced(begin, size))) {
            match.firstByte += begin;
            match.endByte += begin;
            const bool next = !last && match.firstByte >= begin + pieceSize - pieceOverlap;
            if (next || match.firstByte < reached)
                continue;
            if (matches.size() >= manyMatches && told.contains(match.expression))
                continue;
            told.insert(match.expression);
            matches.push_back(std::move(match));
        }
        if (!matches.empty())
            reached = std::max(reached, matches.back().endByte);
        if (last)
            break;
    }
    numberLines(text, matches);
    return matches;
}

QByteArray LicenceMatcher::referenceText(const QString &id) const
{
    return d->index->text(id);
}

}  // namespace waybill
