// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/component/elfreader.h"
#include "core/component/multipatternsearch.h"

#include <QHash>
#include <QRegularExpression>

#include <memory>
#include <optional>

namespace waybill {

/// How a binary stands to the library whose version string it carries.
enum class EmbeddedRelation : quint8 {
    Itself,        ///< the file is that library
    Contained,     ///< the library was linked into it
    BuiltAgainst,  ///< it asks for the library at run time; the string came from its headers
};
QLatin1String embeddedRelationId(EmbeddedRelation relation);

/// A library found by its own words inside a binary.
struct EmbeddedLibrary {
    QString id;  ///< rule of embedded-libraries.yaml
    QString name;
    QString version;  ///< empty when it is there and does not say which
    QString licence;  ///< SPDX expression of the library itself, as built into this file; empty when the rules name none
    EmbeddedRelation relation = EmbeddedRelation::Contained;
    QStringList flags;   ///< build options that it states ("gpl", "nonfree")
    QString seen;        ///< the words, at most 120 characters, printable
    qint64 offset = -1;  ///< of the words in the file
};

/// Which libraries can be told, and how. Immutable, any thread.
class EmbeddedLibraryRules
{
public:
    /// Reads embedded-libraries.yaml of the resources. Errors: NotFound, Policy.
    static Result<std::shared_ptr<const EmbeddedLibraryRules>> load();
    /// As load(), from the text of such a file.
    static Result<std::shared_ptr<const EmbeddedLibraryRules>> parse(const QByteArray &yaml);

private:
    friend class EmbeddedLibraryScan;
    /// Terms of a library under a condition; see the head of the file.
    struct Terms {
        QStringList flags;
        std::optional<QRegularExpression> version;
        QString expression;
    };
    struct Library {
        QString id, name;
        std::vector<Terms> terms;
        std::vector<std::string> itself;
        std::string defines;
        bool onlyItself = false;
        bool onlyStatic = false;
        std::optional<QRegularExpression> whole;
        QHash<QString, QString> dates;
    };
    struct Marker {
        size_t library = 0;
        std::string bytes;
        std::optional<QRegularExpression> version;
        QString flag;
    };
    friend class EmbeddedLibraryReader;
    QString licenceOf(size_t library, const EmbeddedLibrary &found) const;

    std::vector<Library> m_libraries;
    std::vector<Marker> m_markers;
    std::optional<MultiPatternSearch> m_search;
};

/// Searches one file that comes by once. One thread.
class EmbeddedLibraryScan
{
public:
    explicit EmbeddedLibraryScan(const EmbeddedLibraryRules &rules);
    /// The next bytes. After `byteBudget` bytes in all, nothing more is searched; see searchedAll().
    void feed(std::span<const char> piece);
    bool searchedAll() const { return m_fed <= byteBudget; }
    /// Everything found, in the order of the rules. `facts` is null for files that are no ELF.
    std::vector<EmbeddedLibrary> finish(std::string_view fileName, const ElfFacts *facts, const FileWindows &windows);

    static constexpr qint64 byteBudget = 1LL << 30;

private:
    struct Hit {
        bool seen = false;
        EmbeddedLibrary library;
    };
    void searchBlock();
    void search(std::span<const char> bytes, size_t ready);
    void visit(int marker, std::span<const char> bytes, size_t position);
    void secondLook(size_t library, const FileWindows &windows);
    EmbeddedRelation relationOf(size_t library, std::string_view fileName, const ElfFacts *facts) const;

    const EmbeddedLibraryRules &m_rules;
    std::vector<char> m_block;  ///< bytes that wait for those behind them
    qint64 m_searched = 0;      ///< bytes before m_block
    qint64 m_fed = 0;
    std::vector<Hit> m_hits;   ///< by library
    std::vector<int> m_tries;  ///< by marker
};

}  // namespace waybill
