// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/sbommodel.h"

#include "core/component/findertools.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <set>

namespace waybill {

namespace {

constexpr size_t evidencePerPackage = 10;

QString shortHash(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(10));
}

QString idWord(const QString &text)
{
    QString word;
    for (const QChar c : text) {
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == QLatin1Char('.'));
        if (plain || !word.endsWith(QLatin1Char('-')))
            word += plain ? c : QLatin1Char('-');
    }
    return word.left(60);
}

bool isArchive(std::string_view path)
{
    static constexpr std::array<std::string_view, 9> endings {".jar", ".war",   ".ear", ".whl", ".zip",
                                                              ".egg", ".nupkg", ".gem", ".deb"};
    return std::any_of(endings.begin(), endings.end(), [path](std::string_view ending) { return path.ends_with(ending); });
}

QString codeOf(QList<QByteArray> sums)
{
    if (sums.isEmpty())
        return {};
    std::sort(sums.begin(), sums.end());
    return QString::fromLatin1(QCryptographicHash::hash(sums.join(), QCryptographicHash::Sha1).toHex());
}

}  // namespace

/// Fills a model step by step.
struct SbomModel::Maker {
    const Inventory &inventory;
    const FileDigests *digests;
    const PackageOrigins &origins;
    SbomModel &model;
    SbomLicences licences;

    void addPackages();
    void addLicences(SbomPackage &package, const std::vector<const Judgement *> &judgements);
    void addSuppliers();
    void addFiles();
    void addDependencies();
    void addVersions();
    void addWhole();
    void summarise(SbomPackage &package);
};

/// Identifiers follow from what a component is and where, so that they stay when something else in the image changes.
void SbomModel::Maker::addPackages()
{
    std::vector<std::vector<const Judgement *>> judgements(inventory.components.size());
    for (const Judgement &judgement : inventory.judgements) {
        if (judgement.component.isValid())
            judgements[judgement.component.value].push_back(&judgement);
    }
    QHash<QString, int> seen;
    for (size_t i = 0; i < inventory.components.size(); ++i) {
        const Component &component = inventory.components[i];
        SbomPackage package;
        package.component = &component;
        const QByteArray key = (component.kind + QLatin1Char('\n') + component.purl + QLatin1Char('\n') + component.name
                                + QLatin1Char('\n') + component.version + QLatin1Char('\n'))
                                   .toUtf8()
            + QByteArray::fromStdString(component.metadataPath);
        package.id = idWord(component.kind) + QLatin1Char('-') + idWord(component.name) + QLatin1Char('-') + shortHash(key);
        if (const int again = seen[package.id]++; again > 0)
            package.id += QLatin1Char('.') + QString::number(again + 1);
        package.foundIn = textOf(component.metadataPath);
        package.download = origins.downloadUrl(component);
        package.fileName = origins.fileName(component);
        addLicences(package, judgements[i]);
        model.packages.push_back(std::move(package));
    }
}

void SbomModel::Maker::addLicences(SbomPackage &package, const std::vector<const Judgement *> &judgements)
{
    const Component &component = *package.component;
    QStringList declared;
    for (const DeclaredLicence &statement : component.declared) {
        const QString words = statement.expression.isEmpty() ? statement.asWritten : statement.expression;
        declared.append(licences.expression(words, textOf(statement.path.empty() ? component.metadataPath : statement.path)));
    }
    package.declared = licences.joined(declared);
    const std::string &text = component.licencePaths.empty() ? component.metadataPath : component.licencePaths.front();
    package.concluded = licences.expression(component.expression, textOf(text));
    std::set<quint32> told;
    for (const Judgement *judgement : judgements) {
        for (const EvidenceId id : judgement->evidence) {
            if (package.evidence.size() >= evidencePerPackage || !told.insert(id.value).second)
                continue;
            const LicenceEvidence &seen = inventory.evidence[id.value];
            if (!seen.match.expression.isEmpty())
                package.evidence.push_back({licences.expression(seen.match.expression, textOf(seen.path)), textOf(seen.path),
                                            matchKindId(seen.match.kind), seen.match.firstLine, seen.match.score});
        }
    }
}

/// The supplier is who hands the package out: named by its metadata, else who ships it inside something else, else the registry.
void SbomModel::Maker::addSuppliers()
{
    for (SbomPackage &package : model.packages)
        package.supplier = SbomParty::parse(package.component->supplier);
    for (SbomPackage &package : model.packages) {
        const Component *outer = package.component;
        for (int hops = 0; package.supplier.isEmpty() && outer->partOf.isValid() && hops < 8; ++hops) {
            const bool sameKind = outer->kind == inventory.components[outer->partOf.value].kind;
            package.supplier = sameKind ? SbomParty() : model.packages[outer->partOf.value].supplier;
            outer = &inventory.components[outer->partOf.value];
        }
        if (package.supplier.isEmpty())
            package.supplier = {origins.registry(*package.component), {}, false};
        // A vendored product of unknown origin came with the layer, so with the image.
        if (package.supplier.isEmpty())
            package.supplier = model.supplier;
        package.maker = SbomParty::parse(package.component->supplier);
        if (package.maker.isEmpty())
            package.maker = package.supplier;
        const QString &home = package.component->homePage;
        const bool isLink = home.startsWith(QLatin1String("http")) && !home.contains(QLatin1Char(' '));
        if (package.maker.mail.isEmpty())
            package.maker.url = isLink ? home : package.download;
    }
}

void SbomModel::Maker::addFiles()
{
    if (!digests)
        return;
    QHash<quint32, QString> byJudgement;
    const FileTree &tree = *inventory.tree;
    for (quint32 i = 0; i < static_cast<quint32>(tree.size()); ++i) {
        const NodeId node(i);
        const TreeNode &entry = tree.node(node);
        const FileDigest *digest = digests->find(node);
        if (entry.kind != EntryKind::File || entry.isGhost() || !digest)
            continue;
        const std::string path = tree.path(node);
        SbomFile file {node, QStringLiteral("File-") + shortHash(QByteArray::fromStdString(path)), textOf(path), entry.layer,
                       digest};
        const Judgement *judgement = inventory.judgement(node);
        if (judgement) {
            const quint32 index = inventory.judgementOf[i];
            if (!byJudgement.contains(index))
                byJudgement.insert(index, licences.expression(judgement->expression, file.path));
            file.concluded = byJudgement.value(index);
            file.owner = judgement->component.value;
        }
        file.archive = isArchive(path);
        file.executable = inventory.binary(node) || (entry.mode & 0111) != 0;
        if (file.owner < model.packages.size())
            model.packages[file.owner].files.push_back(static_cast<quint32>(model.files.size()));
        model.files.push_back(std::move(file));
    }
    // Hashes of ten digits may meet; the second of two gets a number.
    QHash<QString, int> seen;
    for (SbomFile &file : model.files) {
        if (const int again = seen[file.id]++; again > 0)
            file.id += QLatin1Char('.') + QString::number(again + 1);
    }
}

void SbomModel::Maker::summarise(SbomPackage &package)
{
    const std::string outer(outerPath(package.component->metadataPath));
    QList<QByteArray> sums;
    for (const quint32 index : package.files) {
        const SbomFile &file = model.files[index];
        sums.append(QByteArray(file.digest->sha1.data(), 20).toHex());
        package.executable = package.executable || file.executable;
        if (package.files.size() == 1 || (isArchive(outer) && file.path == textOf(outer))) {
            package.digest = file.digest;
            package.fileName = file.path.section(QLatin1Char('/'), -1);
        }
    }
    package.archive = isArchive(outer) || isArchive(package.fileName.toStdString());
    std::sort(sums.begin(), sums.end());
    if (!sums.isEmpty())
        package.verificationCode = QString::fromLatin1(QCryptographicHash::hash(sums.join(), QCryptographicHash::Sha1).toHex());
}

void SbomModel::Maker::addVersions()
{
    const auto &layers = inventory.image.layers;
    for (SbomPackage &package : model.packages) {
        package.version = package.component->version;
        if (!package.version.isEmpty())
            continue;
        const FileDigest *digest = package.digest;
        if (!digest && digests)
            digest = digests->find(inventory.tree->findLive(std::string(outerPath(package.component->metadataPath))));
        const int layer = package.component->layer;
        const QDateTime built = layer >= 0 && static_cast<size_t>(layer) < layers.size()
            ? layers[static_cast<size_t>(layer)].created
            : inventory.image.created;
        const QDateTime date = digest ? QDateTime::fromSecsSinceEpoch(digest->modified, Qt::UTC) : built.toUTC();
        if (date.isValid())
            package.version = date.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
    }
}

/// Whoever hands on the image hands on all of it.
void SbomModel::Maker::addWhole()
{
    QStringList all;
    for (const SbomPackage &package : model.packages) {
        if (!package.concluded.isEmpty() && !all.contains(package.concluded))
            all.append(package.concluded);
    }
    all.sort();
    model.concluded = licences.joined(all);
}

/// What a need names; of several packages that meet it the first choice that is there.
void SbomModel::Maker::addDependencies()
{
    QHash<QString, std::vector<quint32>> byName;
    const auto spelled = [](const Component &component, QString name) {
        if (component.kind == QLatin1String("pypi"))  // PEP 503
            name = name.toLower().replace(QLatin1Char('_'), QLatin1Char('-')).replace(QLatin1Char('.'), QLatin1Char('-'));
        return QString(component.kind + QLatin1Char('/') + name);
    };
    for (size_t i = 0; i < inventory.components.size(); ++i) {
        const Component &component = inventory.components[i];
        if (component.isGhost())
            continue;
        for (const QString &name : QStringList {component.name} + component.provides)
            byName[spelled(component, name)].push_back(static_cast<quint32>(i));
    }
    for (quint32 i = 0; i < static_cast<quint32>(model.packages.size()); ++i) {
        SbomPackage &package = model.packages[i];
        if (package.component->isGhost())
            continue;
        for (const QString &choices : package.component->depends) {
            for (const QString &name : choices.split(QLatin1String(" | "))) {
                const std::vector<quint32> there = byName.value(spelled(*package.component, name));
                package.depends.insert(package.depends.end(), there.begin(), there.end());
                if (!there.empty())
                    break;
            }
        }
        std::sort(package.depends.begin(), package.depends.end());
        package.depends.erase(std::unique(package.depends.begin(), package.depends.end()), package.depends.end());
        std::erase(package.depends, i);
    }
}

Result<SbomModel> SbomModel::make(const Inventory &inventory, const LicenceCatalog &catalog, const FileDigests *digests,
                                  const SbomOptions &options)
{
    const auto origins = PackageOrigins::load();
    if (!origins)
        return fail(origins.error());
    SbomModel model;
    model.nameImage(inventory, options, digests != nullptr);
    const bool oldReaders = options.format == SbomFormat::Spdx23;
    Maker maker {inventory, digests, **origins, model,
                 SbomLicences(catalog, oldReaders ? (*origins)->recentLicences() : QStringList())};
    maker.addPackages();
    maker.addSuppliers();
    maker.addFiles();
    for (SbomPackage &package : model.packages)
        maker.summarise(package);
    maker.addDependencies();
    maker.addVersions();
    maker.addWhole();
    QList<QByteArray> loose;
    for (const SbomFile &file : model.files) {
        if (file.owner >= model.packages.size())
            loose.append(QByteArray(file.digest->sha1.data(), 20).toHex());
    }
    model.verificationCode = codeOf(std::move(loose));
    model.licences = maker.licences.custom();
    return model;
}

}  // namespace waybill
