// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/digest.h"
#include "core/archive/entry.h"
#include "core/trust/md5lanes.h"
#include "core/trust/packedprogram.h"
#include "core/trust/recordedsums.h"
#include "core/trust/trustrules.h"

#include <QByteArray>

#include <set>
#include <span>

namespace waybill {

/// What a layer's files gave. One per layer, on the thread that reads it.
struct TrustHarvest {
    struct Digest {
        std::string path;
        QByteArray md5;  ///< raw, as the others; empty when not taken
        QByteArray sha1;
        QByteArray sha256;
    };
    std::vector<TrustSighting> sightings;
    std::vector<Digest> digests;
    std::vector<SumList> sums;  ///< of package databases
    quint32 partlySearched = 0;
    Md5Lanes waiting;  ///< contents whose MD5 is still to come, by index in `digests`

    /// To be called when the last file of the layer has come by.
    void finish();
};

/// What a file counts as while it is searched.
enum class SearchedAs : quint8 { Text, Binary, Other };

/// Looks through one file that comes by once for the marks of the rules, and takes its hash. Linear in the bytes: marks are found
/// with one table, patterns see one line of at most 1000 bytes, and each rule is told at most five times per file. One thread.
class TrustProbe
{
public:
    /// Text that is searched, and kept while it is; what is longer is searched to here.
    static constexpr qint64 textLimit = 4 << 20;
    static constexpr qint64 binaryLimit = 256 << 20;
    /// Files up to this size are hashed for the comparison with package databases.
    static constexpr qint64 hashLimit = 16 << 20;

    TrustProbe(const TrustRules &rules, const Entry &entry, SearchedAs kind, bool startup, int layer, SumKinds sums = {});
    bool feed(std::span<const char> piece);
    void finish(bool complete, TrustHarvest &harvest);

private:
    void chooseHashes(SumKinds sums);
    void searchText();
    void notePacked();
    void searchPiece(std::span<const char> piece);
    void visit(size_t rule, std::string_view content, size_t position, qint64 base);
    void findWallets(std::string_view text);
    bool inPlace(const TrustRule &rule);
    void note(const TrustRule &rule, int line, qint64 offset, std::string_view words);

    const TrustRules &m_rules;
    std::string m_path;
    qint64 m_size;
    SearchedAs m_kind;
    bool m_startup;
    int m_layer;
    bool m_isList;  ///< a checksum list: kept whole, and not searched
    qint64 m_fed = 0;
    QByteArray m_content;             ///< of texts; of binaries the last bytes of what came before
    qint64 m_searched = 0;            ///< bytes of a binary that came before
    std::optional<quint32> m_places;  ///< sets that hold the path; asked for once
    std::vector<int> m_told;          ///< by rule
    std::set<std::pair<size_t, qint64>> m_lines;
    std::vector<TrustSighting> m_found;
    PackedProgram m_packed;
    std::optional<Hasher> m_md5;
    std::optional<QByteArray> m_md5Content;  ///< of smaller files, hashed together
    std::optional<Hasher> m_sha1;
    std::optional<Hasher> m_sha256;
};

/// Shown form of words: printable, at most 160 characters; for secrets the first letters and the length only.
QString shownWords(std::string_view words, bool secret);

}  // namespace waybill
