// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/packagetimeline.h"
#include "core/component/purl.h"

#include <set>

namespace waybill {

namespace {

constexpr qint64 keptLimit = 96 << 20;
constexpr size_t valueLimit = 8 << 10;

bool isDatabase(std::string_view path)
{
    return path == "lib/apk/db/installed" || path == "usr/lib/apk/db/installed";
}

/// Alpine packages ("P:name" and so on in lib/apk/db/installed; apk-v2 "Installed Database V2").
class ApkFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("apk"); }
    qint64 wants(const Entry &entry) const override { return speaksOfSystem(entry.path) ? 64 << 10 : 0; }
    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char>) const override
    {
        if (!isDatabase(entry.path))
            return nullptr;
        // Checksums and modes are most of the file.
        return std::make_unique<LineProbe>(keptLimit, [](std::string_view line, QByteArray &kept) {
            constexpr std::string_view fields = "PVAULomDpFR";
            const bool field = line.size() >= 2 && line[1] == ':';
            if (!line.empty() && (!field || fields.find(line[0]) == std::string_view::npos))
                line = field ? std::string_view() : "?:";
            else if (line.empty())
                kept.append('\n');
            if (!line.empty()) {
                line = line.substr(0, valueLimit);
                kept.append(line.data(), static_cast<qsizetype>(line.size())).append('\n');
            }
        });
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

/// One package while its lines are read.
struct Reading {
    const CapturedFile &file;
    const OsIdentity &os;
    std::vector<FoundComponent> listed;
    FoundComponent item {};
    std::string folder {};
    int broken = 0;
    bool open = false;

    void field(char name, std::string_view value);
    void close();
};

QStringList relations(std::string_view value)
{
    QStringList names;
    for (const QString &word : textOf(value).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString name = word.section(QLatin1Char('='), 0, 0)
                                 .section(QLatin1Char('>'), 0, 0)
                                 .section(QLatin1Char('<'), 0, 0)
                                 .section(QLatin1Char('~'), 0, 0);
        if (!name.isEmpty() && !name.startsWith(QLatin1Char('!')))
            names.append(name);
    }
    return names;
}

void Reading::field(char name, std::string_view value)
{
    open = true;
    Component &component = item.component;
    switch (name) {
    case 'P':
        component.name = textOf(value);
        break;
    case 'V':
        component.version = textOf(value);
        break;
    case 'A':
        component.architecture = textOf(value);
        break;
    case 'U':
        component.homePage = textOf(value);
        break;
    case 'L':
        component.metadataPath = file.path;
        declare(component, QStringLiteral("License"), textOf(value));
        break;
    case 'o':
        component.sourceName = textOf(value);
        break;
    case 'm':
        component.supplier = textOf(value);
        break;
    case 'D':
        component.depends = relations(value);
        break;
    case 'p':
        component.provides = relations(value);
        break;
    case 'F':
        folder = resolvedPath({}, value);
        break;
    case 'R':
        if (std::string path = resolvedPath(folder, value); !path.empty() && !value.starts_with('/'))
            item.ownedPaths.push_back(std::move(path));
        break;
    default:
        break;
    }
}

void Reading::close()
{
    Component &component = item.component;
    if (open && (component.name.isEmpty() || component.version.isEmpty())) {
        ++broken;
    } else if (open) {
        component.kind = QStringLiteral("apk");
        component.finder = QStringLiteral("apk");
        component.metadataPath = file.path;
        if (component.sourceName.isEmpty())
            component.sourceName = component.name;
        component.sourceVersion = component.version;
        component.purl = PackageUrl {
            component.kind,
            {os.id.isEmpty() ? QStringLiteral("alpine") : os.id},
            component.name,
            component.version,
            {{QStringLiteral("arch"), component.architecture},
             {QStringLiteral("distro"), os.versionId.isEmpty() ? QString() : os.distro()}},
            {}}.toString();
        listed.push_back(std::move(item));
    }
    item = {};
    folder.clear();
    open = false;
}

FinderAnswer ApkFinder::find(std::span<const CapturedFile *const> captured, const FileTree &) const
{
    const OsIdentity os = osIdentityOf(captured);
    FinderAnswer answer;
    PackageTimeline timeline;
    for (const CapturedFile *file : captured) {
        if (!isDatabase(file->path))
            continue;
        Reading reading {*file, os, {}};
        std::string_view rest = viewOf(file->content);
        std::string_view line;
        while (takeLine(rest, line)) {
            if (line.empty())
                reading.close();
            else if (line.size() >= 2)
                reading.field(line[0], line.substr(2));
        }
        reading.close();
        const bool whole = reading.broken == 0 && !file->cut;
        if (!whole)
            answer.notes.push_back(noteOf("package-data-damaged", *file, QString::number(reading.broken), true));
        timeline.addSnapshot(file->layer, std::move(reading.listed), whole);
    }
    answer.components = timeline.take();
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeApkFinder()
{
    return std::make_unique<ApkFinder>();
}

}  // namespace waybill
