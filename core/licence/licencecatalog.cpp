// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licencecatalog.h"

#include "core/licence/licencecatalogloader.h"

#include <algorithm>

namespace waybill {

Result<std::shared_ptr<const LicenceCatalog>> LicenceCatalog::load()
{
    return LicenceCatalogLoader::load();
}

const LicenceInfo *LicenceCatalog::find(const QString &id) const
{
    const auto it = m_licences.constFind(id.toLower());
    return it == m_licences.constEnd() ? nullptr : &*it;
}

std::optional<LicenceClass> LicenceCatalog::classWithException(const QString &base, const QString &exception) const
{
    const auto it = m_exceptions.constFind(exception.toLower());
    if (it == m_exceptions.constEnd() || find(base) == nullptr)
        return std::nullopt;
    if (it->families.isEmpty())
        return it->licenceClass;
    for (const QString &family : it->families) {
        if (base.startsWith(family, Qt::CaseInsensitive))
            return it->licenceClass;
    }
    return std::nullopt;
}

bool LicenceCatalog::isException(const QString &id) const
{
    return m_exceptions.contains(id.toLower());
}

QString LicenceCatalog::replacementFor(const QString &id) const
{
    return m_replacements.value(id.toLower());
}

QString LicenceCatalog::exceptionId(const QString &id) const
{
    return m_exceptions.value(id.toLower()).id;
}

bool LicenceCatalog::reachesBinary(const QStringList &globs) const
{
    return !std::all_of(globs.begin(), globs.end(),
                        [this](const QString &glob) { return matchesAny(m_sourceOnly, glob.toStdString()); });
}

void LicenceCatalog::forEachSpelling(const std::function<void(const QString &, const QString &)> &callback) const
{
    for (auto it = m_licences.constBegin(); it != m_licences.constEnd(); ++it) {
        const QString replacement = replacementFor(it->id);
        const QString &expression = replacement.isEmpty() ? it->id : replacement;
        callback(it->id, expression);
        if (!it->name.isEmpty())
            callback(it->name, expression);
    }
    for (auto it = m_aliases.constBegin(); it != m_aliases.constEnd(); ++it)
        callback(it.key(), it.value());
}

int LicenceCatalog::size() const
{
    return static_cast<int>(m_licences.size());
}

QStringList LicenceCatalog::ids() const
{
    QStringList ids;
    for (const LicenceInfo &info : m_licences)
        ids.append(info.id);
    ids.sort();
    return ids;
}

}  // namespace waybill
