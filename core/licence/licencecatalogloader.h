// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licencecatalog.h"
#include "core/licence/policyyaml.h"

namespace waybill {

/// Fills a LicenceCatalog from the YAML files compiled into the library.
class LicenceCatalogLoader
{
public:
    static Result<std::shared_ptr<const LicenceCatalog>> load();

private:
    explicit LicenceCatalogLoader(LicenceCatalog &catalog) : m_catalog(catalog), m_aliases(QStringLiteral("licence-aliases.yaml"))
    {
    }
    Result<void> readLicences();
    Result<void> readAliases();
    Result<void> readExceptions();
    Result<void> readSourceOnlyGlobs();
    void add(const QString &id, const QString &name, LicenceClass cls, const QStringList &flags);

    LicenceCatalog &m_catalog;
    ParsedPolicy m_aliases;
};

}  // namespace waybill
