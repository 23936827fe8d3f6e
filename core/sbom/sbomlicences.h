// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licencecatalog.h"

#include <map>

namespace waybill {

/// A licence that the SPDX list does not have, under a name of the document's own.
struct CustomLicence {
    QString id;    ///< "LicenseRef-..."
    QString name;  ///< for people
    QString text;  ///< what is known of it: the words of the metadata, or where its text stands
};

/// Turns licence words into expressions that every SPDX reader accepts, and collects the licences that have to be explained. One
/// per document; one thread. Borrows the catalogue.
class SbomLicences
{
public:
    /// `tooRecent`: ids of the SPDX list, and exceptions, that readers of the format do not know yet; they are explained like the
    /// document's own.
    SbomLicences(const LicenceCatalog &catalog, QStringList tooRecent) : m_catalog(catalog), m_tooRecent(std::move(tooRecent)) { }

    /// SPDX expression in normal form in which every id is on the SPDX list or begins with LicenseRef-. Empty for empty words.
    /// `where`: path of the text or metadata, for what has to be explained.
    QString expression(const QString &words, const QString &where);
    /// The declared words of a package joined with AND, each once.
    QString joined(const QStringList &expressions);
    bool isListed(const QString &expression) const;  ///< a single id of the SPDX list
    std::vector<CustomLicence> custom() const;       ///< by id

private:
    QString freeWords(const QString &words, const QString &where);
    void explain(const QString &id, const QString &name, const QString &text);
    const LicenceCatalog &m_catalog;
    QStringList m_tooRecent;
    std::map<QString, CustomLicence> m_custom;
};

}  // namespace waybill
