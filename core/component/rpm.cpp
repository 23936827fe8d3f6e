// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/packagetimeline.h"
#include "core/component/purl.h"
#include "core/component/rpmdatabase.h"
#include "core/component/rpmheader.h"

#include <QDataStream>
#include <QIODevice>

#include <map>

namespace waybill {

namespace {

constexpr qint64 databaseLimit = 512LL << 20;

bool isDatabase(std::string_view path)
{
    return isRpmDatabasePath(path.ends_with("/rpmdb.sqlite-wal") ? path.substr(0, path.size() - 4) : path);
}

QDataStream &operator<<(QDataStream &stream, const RpmPackage &package)
{
    stream << package.name << package.version << package.release << package.epoch << package.architecture << package.licence
           << package.vendor << package.homePage << package.sourceRpm << package.requiredNames << package.providedNames
           << static_cast<quint32>(package.files.size());
    for (const std::string &file : package.files)
        stream << QByteArray::fromRawData(file.data(), static_cast<qsizetype>(file.size()));
    return stream;
}

QDataStream &operator>>(QDataStream &stream, RpmPackage &package)
{
    quint32 count = 0;
    stream >> package.name >> package.version >> package.release >> package.epoch >> package.architecture >> package.licence
        >> package.vendor >> package.homePage >> package.sourceRpm >> package.requiredNames >> package.providedNames >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QByteArray file;
        stream >> file;
        package.files.push_back(file.toStdString());
    }
    return stream;
}

/// A database is parsed where it is read, and only what counts is kept of it: a tenth.
std::vector<CapturedFile> keptPackages(const QByteArray &content, bool cut)
{
    QByteArray kept;
    QDataStream stream(&kept, QIODevice::WriteOnly);
    bool broken = cut;
    const RpmReading reading
        = readRpmDatabase({content.constData(), static_cast<size_t>(content.size())}, [&](std::span<const char> blob) {
              if (const auto package = readRpmHeader(blob))
                  stream << *package;
              else
                  broken = true;
          });
    return {{{}, 0, kept, -1, broken || reading != RpmReading::Complete}};
}

/// Name, version and release of "bash-5.2.15-3.fc38.src.rpm".
void readSourceRpm(const QString &file, Component &component)
{
    QString stem = file;
    for (const char *ending : {".src.rpm", ".nosrc.rpm"}) {
        if (stem.endsWith(QLatin1String(ending)))
            stem.chop(static_cast<qsizetype>(qstrlen(ending)));
    }
    const qsizetype release = stem.lastIndexOf(QLatin1Char('-'));
    const qsizetype version = release > 0 ? stem.lastIndexOf(QLatin1Char('-'), release - 1) : -1;
    if (version > 0) {
        component.sourceName = stem.left(version);
        component.sourceVersion = stem.mid(version + 1);
    }
}

FoundComponent componentOf(RpmPackage &&package, const CapturedFile &file, const OsIdentity &os, const FileTree &tree)
{
    FoundComponent item;
    Component &component = item.component;
    component.name = package.name;
    component.version = package.release.isEmpty() ? package.version : package.version + QLatin1Char('-') + package.release;
    component.architecture = package.architecture;
    component.kind = QStringLiteral("rpm");
    component.finder = QStringLiteral("rpm");
    component.supplier = package.vendor;
    component.homePage = package.homePage;
    component.depends = package.requiredNames;
    component.provides = package.providedNames;
    component.metadataPath = file.path;
    declare(component, QStringLiteral("License"), package.licence);
    readSourceRpm(package.sourceRpm, component);
    const QString vendor = os.id == QLatin1String("rhel") ? QStringLiteral("redhat") : os.id;
    component.purl = PackageUrl {
        component.kind,
        vendor.isEmpty() ? QStringList() : QStringList {vendor},
        component.name,
        component.version,
        {{QStringLiteral("arch"), component.architecture},
         {QStringLiteral("epoch"), package.epoch},
         {QStringLiteral("distro"), os.versionId.isEmpty() ? QString() : os.distro()}},
        {}}.toString();
    component.licencePaths = licenceFilesIn(tree, "usr/share/licenses/" + package.name.toStdString(), file.layer);
    for (const std::string &path : package.files) {
        std::string clean = resolvedPath({}, path);
        if (!clean.empty())
            item.ownedPaths.push_back(std::move(clean));
    }
    return item;
}

/// rpm packages from the database, whatever its backend, without librpm.
class RpmFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("rpm"); }
    qint64 wants(const Entry &entry) const override { return speaksOfSystem(entry.path) ? 64 << 10 : 0; }
    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        if (!isDatabase(entry.path))
            return nullptr;
        if (entry.path.ends_with("-wal"))
            return std::make_unique<WholeFileProbe>(0, [](const QByteArray &, bool) {
                return std::vector<CapturedFile> {{{}, 0, {}, -1, true}};
            });
        return std::make_unique<WholeFileProbe>(databaseLimit, keptPackages);
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer RpmFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    const OsIdentity os = osIdentityOf(captured);
    FinderAnswer answer;
    std::map<std::string, PackageTimeline, std::less<>> timelines;  // by folder
    for (const CapturedFile *file : captured) {
        if (!isDatabase(file->path))
            continue;
        if (file->cut)
            answer.notes.push_back(noteOf("package-data-damaged", *file, {}, true));
        if (file->path.ends_with("-wal"))
            continue;
        std::vector<FoundComponent> listed;
        QDataStream stream(file->content);
        while (!stream.atEnd()) {
            RpmPackage package;
            stream >> package;
            if (stream.status() != QDataStream::Ok)
                break;
            listed.push_back(componentOf(std::move(package), *file, os, tree));
        }
        timelines[std::string(folderOf(file->path))].addSnapshot(file->layer, std::move(listed), !file->cut);
    }
    for (auto &[folder, timeline] : timelines) {
        std::vector<FoundComponent> found = timeline.take();
        std::move(found.begin(), found.end(), std::back_inserter(answer.components));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeRpmFinder()
{
    return std::make_unique<RpmFinder>();
}

}  // namespace waybill
