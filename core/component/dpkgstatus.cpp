// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/dpkgstatus.h"

#include "core/component/findertools.h"
#include "core/component/headerfields.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr size_t valueLimit = 16 << 10;
constexpr std::array<std::string_view, 12> keptFields {"Package",     "Status",  "Version",  "Architecture",
                                                       "Maintainer",  "Source",  "Homepage", "Section",
                                                       "Pre-Depends", "Depends", "Provides", "Essential"};

/// "Source: glibc (2.36-9)" or no field at all: then the binary package names its source.
void readSource(std::string_view field, Component &component)
{
    const size_t bracket = field.find(" (");
    component.sourceName = field.empty() ? component.name : textOf(field.substr(0, bracket));
    component.sourceVersion = component.version;
    if (bracket != std::string_view::npos && field.back() == ')')
        component.sourceVersion = textOf(field.substr(bracket + 2, field.size() - bracket - 3));
}

/// Needs of a package without versions and architecture: "libc6 (>= 2.36), awk | mawk:any" (deb-control(5)).
QStringList readRelations(std::string_view field)
{
    QStringList needs;
    const QStringList written = textOf(field).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &need : written) {
        QStringList names;
        const QStringList choices = need.split(QLatin1Char('|'), Qt::SkipEmptyParts);
        for (const QString &choice : choices) {
            const QString name = choice.section(QLatin1Char('('), 0, 0).section(QLatin1Char(':'), 0, 0).trimmed();
            if (!name.isEmpty())
                names.append(name);
        }
        if (!names.isEmpty())
            needs.append(names.join(QLatin1String(" | ")));
    }
    return needs;
}

/// The third word is the state.
bool isInstalled(std::string_view status)
{
    const std::string_view state = status.substr(status.rfind(' ') + 1);
    return status.empty() || (state != "not-installed" && state != "config-files");
}

DpkgRecord recordOf(const std::vector<HeaderField> &fields)
{
    DpkgRecord record;
    record.name = fieldValue(fields, "Package");
    record.version = fieldValue(fields, "Version");
    record.architecture = fieldValue(fields, "Architecture");
    Component &component = record.component;
    component.name = textOf(record.name);
    component.version = textOf(record.version);
    component.architecture = textOf(record.architecture);
    component.kind = QStringLiteral("deb");
    component.finder = QStringLiteral("dpkg");
    component.supplier = textOf(fieldValue(fields, "Maintainer"));
    component.homePage = textOf(fieldValue(fields, "Homepage"));
    component.section = textOf(fieldValue(fields, "Section"));
    readSource(fieldValue(fields, "Source"), component);
    component.depends = readRelations(fieldValue(fields, "Pre-Depends")) + readRelations(fieldValue(fields, "Depends"));
    component.provides = readRelations(fieldValue(fields, "Provides"));
    component.essential = fieldValue(fields, "Essential") == "yes";
    component.licencePaths = {"usr/share/doc/" + record.name + "/copyright"};
    return record;
}

/// "./usr/bin/x", "/usr/bin/x" and "usr/bin/x" are the same path; one that climbs is a lie and owns nothing.
void addPath(std::vector<std::string> &paths, std::string_view written)
{
    while (written.starts_with('/') || written.starts_with("./"))
        written.remove_prefix(written.starts_with('/') ? 1 : 2);
    if (written.empty() || written == ".")
        return;
    if (written.find("..") == std::string_view::npos) {
        paths.emplace_back(written);
    } else if (std::string path = resolvedPath({}, written); !path.empty()) {
        paths.push_back(std::move(path));
    }
}

}  // namespace

std::vector<DpkgRecord> readDpkgStatus(const QByteArray &content, int &broken)
{
    std::vector<DpkgRecord> records;
    HeaderReader reader(content);
    std::vector<HeaderField> fields;
    while (reader.next(fields)) {
        if (!isInstalled(fieldValue(fields, "Status")))
            continue;
        DpkgRecord record = recordOf(fields);
        if (record.name.empty() || record.version.empty() || record.name.find('\0') != std::string::npos)
            ++broken;
        else
            records.push_back(std::move(record));
    }
    return records;
}

std::unique_ptr<ContentProbe> makeDpkgStatusProbe(qint64 keptLimit)
{
    // A field that stands twice in a paragraph counts once, so a paragraph without end keeps a few kilobytes only.
    return std::make_unique<LineProbe>(keptLimit, [seen = quint32 {0}](std::string_view line, QByteArray &kept) mutable {
        if (trimmedView(line).empty()) {
            if (seen != 0)
                kept.append('\n');
            seen = 0;
            return;
        }
        for (size_t i = 0; i < keptFields.size(); ++i) {
            const std::string_view name = keptFields[i];
            if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ':' || (seen & (1U << i)) != 0)
                continue;
            seen |= 1U << i;
            line = line.substr(0, valueLimit);
            kept.append(line.data(), static_cast<qsizetype>(line.size())).append('\n');
        }
        // A paragraph of strange fields only must still be seen, to be counted as broken.
        if (seen == 0) {
            seen = 1U << 31;
            kept.append("X: \n");
        }
    });
}

std::vector<std::string> readDpkgList(const QByteArray &content)
{
    std::vector<std::string> paths;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line))
        addPath(paths, line);
    return paths;
}

std::vector<std::string> readDpkgSums(const QByteArray &content)
{
    std::vector<std::string> paths;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        const size_t blank = line.find(' ');
        if (blank == 32)
            addPath(paths, trimmedView(line.substr(blank)));
    }
    return paths;
}

DpkgDiversions readDpkgDiversions(const QByteArray &content)
{
    DpkgDiversions diversions;
    std::string_view rest = viewOf(content);
    std::string_view from;
    std::string_view to;
    std::string_view by;
    while (takeLine(rest, from) && takeLine(rest, to) && takeLine(rest, by)) {
        if (from.starts_with('/') && to.starts_with('/'))
            diversions[std::string(from.substr(1))] = {std::string(to.substr(1)), std::string(by)};
    }
    return diversions;
}

}  // namespace waybill
