// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licencematcher.h"

namespace waybill {

/// One "Files:" paragraph of a machine-readable Debian copyright file (DEP-5).
struct CopyrightStanza {
    QStringList globs;
    QString licenceAsWritten;  ///< short name(s) as in the file
    QString expression;        ///< SPDX form, LicenseRef- for what has none; empty when not resolvable
    LicenceClass licenceClass = LicenceClass::Unknown;
    MatchKind kind = MatchKind::Declared;
    QString edition;    ///< set when the stanza's text is a known vendor agreement
    QString copyright;  ///< holders as written, may span lines
    int firstLine = 0;
    int lastLine = 0;
};

/// The reading of one /usr/share/doc/PACKAGE/copyright file.
struct DebianCopyright {
    bool machineReadable = false;           ///< has a DEP-5 Format field
    std::vector<CopyrightStanza> stanzas;   ///< empty for free-form files
    std::vector<LicenceMatch> textMatches;  ///< for free-form files: what the matcher found
    QString expression;                     ///< for the package as a whole; empty = could not be told
    LicenceClass licenceClass = LicenceClass::Unknown;
    QStringList unresolved;  ///< short names nobody could resolve
    QString edition;         ///< vendor agreement edition that governs "Files: *", or empty
};

/// Reads DEP-5 and free-form files. A package's expression joins the stanzas that can reach the binary package:
/// stanzas about debian/*, tests, documentation and build systems do not count (resources/policy/dep5.yaml).
DebianCopyright readDebianCopyright(QByteArrayView text, const LicenceCatalog &catalog, const LicenceMatcher &matcher);

/// The stanza that governs a source-relative or installed path: last matching glob wins (DEP-5). nullptr when none does.
const CopyrightStanza *stanzaFor(const DebianCopyright &copyright, const std::string &path);

}  // namespace waybill
