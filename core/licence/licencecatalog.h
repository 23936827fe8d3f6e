// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/licence/licenceclass.h"
#include "core/licence/pathglob.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>

namespace waybill {

/// What is known of one SPDX licence id or LicenseRef of ours.
struct LicenceInfo {
    QString id;    ///< spelling of the SPDX list
    QString name;  ///< full name; empty for a LicenseRef without one
    LicenceClass licenceClass = LicenceClass::Unknown;
    QStringList flags;  ///< "osi", "advertising-clause", "deprecated-id" ... (resources/policy/spdx-licences.yaml)
};

/// Ids, classes, exceptions and other spellings of licences: resources/policy/{spdx-licences,licence-aliases,exceptions}.yaml.
/// Immutable after load; share it by pointer, any thread.
class LicenceCatalog
{
public:
    /// Reads the YAML compiled into the library. Fails with Policy and the line when the data is not valid.
    static Result<std::shared_ptr<const LicenceCatalog>> load();

    /// Case-insensitive; nullptr when the id is not known. The pointer lives as long as the catalogue.
    const LicenceInfo *find(const QString &id) const;
    /// Class of `base WITH exception`; nullopt when the exception is not known for a licence of this kind.
    std::optional<LicenceClass> classWithException(const QString &base, const QString &exception) const;
    bool isException(const QString &id) const;
    /// SPDX expression for a spelling used by distributions and package managers ("GPL-2+", "Expat", "Apache 2.0",
    /// "License :: OSI Approved :: MIT License"); an empty string when it is not known. Never guesses.
    QString expressionForSpelling(const QString &spelling) const;
    /// What a distribution may mean by a name that leaves the variant open ("MIT/X11", "Unicode"); empty for other names.
    QStringList familyForSpelling(const QString &spelling) const;
    /// What a deprecated id stands for today ("GPL-2.0+" gives "GPL-2.0-or-later"), or an empty string.
    QString replacementFor(const QString &id) const;
    /// SPDX spelling of an exception id; empty when it is not known.
    QString exceptionId(const QString &id) const;
    /// Exception id for the words of a distribution ("OpenSSL exception", "with Autoconf exception"), or empty.
    QString exceptionForSpelling(const QString &words) const;
    /// False when every glob of a DEP-5 stanza speaks of packaging, tests, documentation or the build system (dep5.yaml).
    bool reachesBinary(const QStringList &globs) const;
    /// Calls back with every spelling and what it means: ids, names, aliases (folded).
    void forEachSpelling(const std::function<void(const QString &spelling, const QString &expression)> &callback) const;
    int size() const;
    /// All ids, sorted.
    QStringList ids() const;

private:
    friend class LicenceCatalogLoader;
    struct ExceptionInfo {
        QString id;
        LicenceClass licenceClass = LicenceClass::Unknown;
        QStringList families;  ///< id prefixes of the licences it may be joined to ("GPL-"); empty = any
    };
    QHash<QString, LicenceInfo> m_licences;      ///< key: lower-case id
    QHash<QString, QString> m_aliases;           ///< key: folded spelling
    QHash<QString, QStringList> m_families;      ///< key: folded spelling, value: ids
    QHash<QString, ExceptionInfo> m_exceptions;  ///< key: lower-case exception id
    QHash<QString, QString> m_exceptionAliases;  ///< key: folded spelling, value: exception id
    QHash<QString, QString> m_replacements;      ///< key: lower-case deprecated id, value: expression
    std::vector<PathGlob> m_sourceOnly;          ///< DEP-5 globs that do not reach a binary package
};

/// The parts of "A or B, and C" at its weakest word; one part when there is none.
struct SpellingParts {
    QString operation;  ///< "AND", "OR" or empty
    QStringList parts;
};
SpellingParts splitSpelling(const QString &spelling);

/// Key under which spellings are compared: lower case, "licence" as "license", everything but letters, digits, '+', '>', '~'
/// and '.' between digits is one space.
QString foldSpelling(const QString &spelling);

}  // namespace waybill
