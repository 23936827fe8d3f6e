// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/vendorrights.h"

#include "core/licence/vendorfilename.h"
#include "core/licence/vendorrightsdata.h"

namespace waybill {

struct VendorRights::Private {
    std::shared_ptr<const VendorRightsData> data;

    bool inCuda(const FileFacts &file) const;
    bool isOwnedByVendorPackage(const FileFacts &file) const;
    FileRight metadata(const QString &group) const;
    FileRight withEdition(FileRight right, const FileFacts &file) const;
    std::optional<FileRight> byRule(const FileFacts &file, bool cuda) const;
    std::optional<FileRight> asDriver(const FileFacts &file, const VendorFileName &name) const;
    std::optional<FileRight> asTool(const FileFacts &file, const VendorFileName &name, bool cuda) const;
    std::optional<FileRight> byAttachment(const FileFacts &file, const VendorFileName &name, bool cuda) const;
    FileRight unlisted(const FileFacts &file, const VendorFileName &name) const;
    FileRight cudaRight(const FileFacts &file) const;
};

QLatin1String rightId(Right right)
{
    switch (right) {
    case Right::NoAgreement:
        return QLatin1String("no-agreement");
    case Right::Distributable:
        return QLatin1String("distributable");
    case Right::DistributableConditions:
        return QLatin1String("distributable-conditions");
    case Right::InternalOnly:
        return QLatin1String("internal-only");
    case Right::NotListed:
        return QLatin1String("not-listed");
    }
    return {};
}

VendorRights::VendorRights() : d(std::make_unique<Private>()) { }
VendorRights::~VendorRights() = default;

Result<std::shared_ptr<const VendorRights>> VendorRights::load()
{
    const auto data = VendorRightsData::load();
    if (!data)
        return fail(data.error());
    std::shared_ptr<VendorRights> rights(new VendorRights);
    rights->d->data = *data;
    return rights;
}

QString VendorRights::title(const QString &id) const
{
    return d->data->titles.value(id, id);
}

QString VendorRights::editionDate(const QString &editionId) const
{
    return d->data->editions.value(editionId).date;
}

bool VendorRights::Private::isOwnedByVendorPackage(const FileFacts &file) const
{
    if (!data->cuda.packageKinds.contains(file.componentKind))
        return false;
    const QByteArray name = file.componentName.toUtf8();
    return matchesAny(data->cuda.packages, std::string_view(name.constData(), static_cast<std::size_t>(name.size())));
}

bool VendorRights::Private::inCuda(const FileFacts &file) const
{
    if (matchesAny(data->cuda.paths, file.path))
        return !matchesAny(data->cuda.except, file.path);
    return isOwnedByVendorPackage(file) && matchesAny(data->cuda.packageFolders, file.path);
}

FileRight VendorRights::Private::metadata(const QString &group) const
{
    FileRight right;
    right.licenceClass = LicenceClass::PublicDomain;
    right.expression = QStringLiteral("LicenseRef-Package-Metadata");
    right.productId = QStringLiteral("package-metadata");
    right.group = group;
    return right;
}

/// The edition that the file's own component carries governs, then the nearest one, then the assumed one.
FileRight VendorRights::Private::withEdition(FileRight right, const FileFacts &file) const
{
    const auto agreement = data->agreements.constFind(right.agreementId);
    if (agreement == data->agreements.constEnd())
        return right;
    for (const QString &edition : {file.componentEdition, file.nearestEdition}) {
        if (agreement->editions.contains(edition)) {
            right.editionId = edition;
            right.editionInHand = true;
            return right;
        }
    }
    right.editionId = agreement->assumed;
    return right;
}

std::optional<FileRight> VendorRights::Private::byRule(const FileFacts &file, bool cuda) const
{
    for (const VendorRightsData::Rule &rule : data->rules) {
        if ((cuda || !rule.withinCuda) && matchesAny(rule.paths, file.path))
            return withEdition(rule.right, file);
    }
    return std::nullopt;
}

std::optional<FileRight> VendorRights::Private::asDriver(const FileFacts &file, const VendorFileName &name) const
{
    const bool library
        = name.isShared && !name.inStubs && data->driver.libraries.contains(name.stem.substr(0, name.stem.size() - 3));
    const bool program = data->driver.programs.contains(name.base) && file.content != ContentKind::Script;
    if (!library && !program)
        return std::nullopt;
    return withEdition(data->driver.right, file);
}

std::optional<FileRight> VendorRights::Private::asTool(const FileFacts &file, const VendorFileName &name, bool cuda) const
{
    const bool support = cuda && data->cuda.toolSupport.contains(name.base);
    if (!support && !data->cuda.tools.contains(name.base))
        return std::nullopt;
    const bool unowned = file.componentName.isEmpty() && file.content == ContentKind::Elf;
    const bool inTorch = file.path.find("/torch/bin/") != std::string_view::npos;
    if (!cuda && !unowned && !inTorch)
        return std::nullopt;
    if (file.content == ContentKind::Script && data->cuda.wrapperKinds.contains(file.componentKind))
        return data->cuda.wrapper;
    FileRight right = cudaRight(file);
    right.right = Right::InternalOnly;
    right.licenceClass = LicenceClass::VendorInternal;
    right.clause = data->cuda.toolClause;
    right.group = QStringLiteral("tool");
    right.productId = inTorch                                  ? QStringLiteral("torch-ptxas")
        : file.path.find("/triton/") != std::string_view::npos ? QStringLiteral("triton-tools")
                                                               : QStringLiteral("cuda-tools");
    return right;
}

FileRight VendorRights::Private::cudaRight(const FileFacts &file) const
{
    FileRight right;
    right.agreementId = data->cuda.agreement;
    right.expression = data->agreements.value(data->cuda.agreement).expression;
    right.productId = QStringLiteral("cuda-toolkit");
    return withEdition(std::move(right), file);
}

std::optional<FileRight> VendorRights::Private::byAttachment(const FileFacts &file, const VendorFileName &name, bool cuda) const
{
    if (name.inStubs)
        return std::nullopt;
    auto it = data->listed.find(name.stem);
    if (it != data->listed.end() && it->second.group == QLatin1String("header"))
        it = data->listed.end();
    if (it == data->listed.end() && cuda && !name.belowInclude.empty())
        it = data->listed.find(name.belowInclude);
    if (it == data->listed.end())
        return std::nullopt;
    FileRight right = cudaRight(file);
    right.group = it->second.group;
    if (it->second.editions.contains(right.editionId)) {
        right.right = Right::DistributableConditions;
        right.licenceClass = LicenceClass::VendorRedistributable;
        right.clause = it->second.clause;
        right.conditions = it->second.conditions;
        if (name.hadHash)
            right.conditions.append(QStringLiteral("check-unmodified"));
        return right;
    }
    right.right = Right::NotListed;
    right.licenceClass = LicenceClass::VendorInternal;
    right.clause = data->cuda.unlistedClause;
    const QString newest = it->second.editions.constLast();
    if (data->editions.value(newest).order > data->editions.value(right.editionId).order)
        right.newerEditionId = newest;
    return right;
}

FileRight VendorRights::Private::unlisted(const FileFacts &file, const VendorFileName &name) const
{
    FileRight right = cudaRight(file);
    right.right = Right::NotListed;
    right.licenceClass = LicenceClass::VendorInternal;
    right.clause = data->cuda.unlistedClause;
    if (name.inStubs) {
        right.group = QStringLiteral("stub");
        right.clause = data->cuda.stubClause;
    } else if (name.isShared) {
        right.group = QStringLiteral("shared-library");
    } else if (name.isStatic) {
        right.group = QStringLiteral("static-library");
    } else if (!name.belowInclude.empty()) {
        right.group = QStringLiteral("header");
        right.clause = data->cuda.headerClause;
    } else {
        right.group = QStringLiteral("other");
    }
    return right;
}

std::optional<FileRight> VendorRights::judge(const FileFacts &file) const
{
    const Private &p = *d;
    const VendorFileName name(file.path);
    const bool cuda = p.inCuda(file);
    if (cuda && matchesAny(p.data->cuda.texts, file.path))
        return p.metadata(QStringLiteral("licence-text"));
    if (file.content == ContentKind::Empty)
        return cuda ? std::optional(p.metadata(QStringLiteral("empty"))) : std::nullopt;
    if (auto right = p.byRule(file, cuda))
        return right;
    if (auto right = p.asDriver(file, name))
        return right;
    if (auto right = p.asTool(file, name, cuda))
        return right;
    if (auto right = p.byAttachment(file, name, cuda))
        return right;
    if (!cuda)
        return std::nullopt;
    if (matchesAny(p.data->cuda.metadata, file.path))
        return p.metadata(QStringLiteral("metadata"));
    if (file.content == ContentKind::Script && p.data->cuda.wrapperKinds.contains(file.componentKind))
        return p.data->cuda.wrapper;
    return p.unlisted(file, name);
}

}  // namespace waybill
