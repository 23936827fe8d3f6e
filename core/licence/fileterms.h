// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/copyrightstatements.h"
#include "core/licence/licencematcher.h"

namespace waybill {

/// Under which terms one loose file stands, by its own words.
struct FileTerms {
    std::vector<LicenceMatch> matches;  ///< by position; fields of a manifest are of kind Declared
    QString declared;                   ///< what the manifest's fields say together; empty when it is no manifest or says nothing
    QString detected;                   ///< what texts, notices and tags say together
    QString expression;                 ///< the answer: declared before detected; empty = the file names no licence
    LicenceClass licenceClass = LicenceClass::Unknown;
    QString manifestFormat;      ///< "npm", "debian-copyright" ...; empty for other files
    QStringList unresolved;      ///< declared values that nobody could map
    bool contradiction = false;  ///< declared and detected have no licence in common
    std::vector<CopyrightStatement> copyrights;
    QStringList holders;
    QLatin1String encoding;
};

/// Reads one file's bytes. `fileName` decides which fields count as a manifest's; its folder does not matter. Any bytes are
/// accepted; time is linear in their number. Any thread.
FileTerms readFileTerms(const QString &fileName, QByteArrayView bytes, const LicenceCatalog &catalog,
                        const LicenceMatcher &matcher);

/// One expression for all matches of a text: a choice where the text offers one, all of them otherwise.
QString joinedExpression(const std::vector<LicenceMatch> &matches, const LicenceCatalog &catalog);

}  // namespace waybill
