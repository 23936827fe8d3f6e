// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licencecatalogloader.h"

namespace waybill {

namespace {

LicenceClass classOf(const YAML::Node &node)
{
    const std::optional<LicenceClass> cls = licenceClassFromId(textOf(node));
    if (!cls)
        policyFault(node, QLatin1String("unknown licence class ") + textOf(node));
    return *cls;
}

}  // namespace

Result<std::shared_ptr<const LicenceCatalog>> LicenceCatalogLoader::load()
{
    auto catalog = std::make_shared<LicenceCatalog>();
    LicenceCatalogLoader loader(*catalog);  // its largest file is parsed while the others are read
    for (const auto step : {&LicenceCatalogLoader::readLicences, &LicenceCatalogLoader::readAliases,
                            &LicenceCatalogLoader::readExceptions, &LicenceCatalogLoader::readSourceOnlyGlobs}) {
        if (const Result<void> done = (loader.*step)(); !done)
            return fail(done.error());
    }
    return catalog;
}

void LicenceCatalogLoader::add(const QString &id, const QString &name, LicenceClass cls, const QStringList &flags)
{
    m_catalog.m_licences.insert(id.toLower(), LicenceInfo {id, name, cls, flags});
    m_catalog.m_aliases.insert(foldSpelling(id), id);
}

Result<void> LicenceCatalogLoader::readLicences()
{
    return readPolicy(QStringLiteral("spdx-licences.yaml"), [this](const YAML::Node &root) {
        for (const auto &group : required(root, "licences")) {
            const LicenceClass cls = classOf(group.first);
            for (const auto &licence : group.second) {
                QStringList facts = textsOf(licence.second);
                if (facts.isEmpty())
                    policyFault(licence.second, QStringLiteral("a name is expected"));
                const QString name = facts.takeFirst();
                add(textOf(licence.first), name, cls, facts);
            }
        }
    });
}

Result<void> LicenceCatalogLoader::readAliases()
{
    return m_aliases.read([this](const YAML::Node &root) {
        for (const auto &reference : required(root, "references")) {
            const QStringList facts = textsOf(reference.second);
            const std::optional<LicenceClass> cls = facts.isEmpty() ? std::nullopt : licenceClassFromId(facts.constFirst());
            if (!cls)
                policyFault(reference.second, QStringLiteral("class and name are expected"));
            add(textOf(reference.first), facts.value(1), *cls, facts.mid(2));
        }
        for (const auto &entry : required(root, "deprecated"))
            m_catalog.m_replacements.insert(textOf(entry.first).toLower(), textOf(entry.second));
        for (const auto &entry : required(root, "families"))
            m_catalog.m_families.insert(foldSpelling(textOf(entry.first)), textsOf(entry.second));
        for (const auto &entry : required(root, "spellings")) {
            for (const QString &spelling : textsOf(entry.second))
                m_catalog.m_aliases.insert(foldSpelling(spelling), textOf(entry.first));
        }
    });
}

Result<void> LicenceCatalogLoader::readExceptions()
{
    return readPolicy(QStringLiteral("exceptions.yaml"), [this](const YAML::Node &root) {
        for (const auto &group : required(root, "exceptions")) {
            const LicenceClass cls = classOf(group.first);
            for (const auto &entry : group.second) {
                const QString id = textOf(entry.first);
                m_catalog.m_exceptions.insert(id.toLower(), {id, cls, textsOf(entry.second)});
                m_catalog.m_exceptionAliases.insert(foldSpelling(id), id);
            }
        }
        for (const auto &entry : required(root, "spellings")) {
            if (!m_catalog.isException(textOf(entry.first)))
                policyFault(entry.first, QLatin1String("unknown exception ") + textOf(entry.first));
            for (const QString &spelling : textsOf(entry.second))
                m_catalog.m_exceptionAliases.insert(foldSpelling(spelling), textOf(entry.first));
        }
    });
}

Result<void> LicenceCatalogLoader::readSourceOnlyGlobs()
{
    return readPolicy(QStringLiteral("dep5.yaml"), [this](const YAML::Node &root) {
        for (const QString &glob : textsOf(required(root, "globs")))
            m_catalog.m_sourceOnly.emplace_back(glob.toStdString(), true);
    });
}

}  // namespace waybill
