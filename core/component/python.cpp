// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/headerfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace waybill {

namespace {

constexpr qint64 metadataLimit = 4 << 20;
constexpr qint64 recordLimit = 64 << 20;
constexpr std::string_view distInfo = ".dist-info/";

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string_view folderOf(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// PEP 503 spelling, which package URLs use.
QString normalisedName(QString name)
{
    static const QRegularExpression separators(QStringLiteral("[-_.]+"));
    return name.toLower().replace(separators, QStringLiteral("-"));
}

void addDeclared(Component &component, const char *field, std::string_view value)
{
    if (!value.empty() && value != "UNKNOWN")
        component.declared.push_back({text(value), QString::fromLatin1(field), component.metadataPath, {}});
}

/// The distribution that a Requires-Dist field names, or empty for what only an extra asks for (PEP 508). Other markers are
/// not evaluated: a need that the marker switches off is not installed and so leads nowhere.
QString requiredName(std::string_view field)
{
    static const QRegularExpression leading(QStringLiteral("^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)"));
    static const QRegularExpression extra(QStringLiteral("\\bextra\\s*(==|in\\b)"));
    const QString requirement = text(field);
    const qsizetype marker = requirement.indexOf(QLatin1Char(';'));
    if (marker >= 0 && extra.match(requirement, marker).hasMatch())
        return {};
    return normalisedName(leading.match(requirement).captured(1));
}

Component readMetadata(const CapturedFile &file)
{
    Component component;
    HeaderReader reader(file.content);
    std::vector<HeaderField> fields;
    if (!reader.next(fields))
        return component;
    component.metadataPath = file.path;
    component.name = text(fieldValue(fields, "Name"));
    component.version = text(fieldValue(fields, "Version"));
    component.kind = QStringLiteral("pypi");
    component.finder = QStringLiteral("python");
    component.purl = QStringLiteral("pkg:pypi/") + normalisedName(component.name) + QLatin1Char('@') + component.version;
    component.supplier = text(fieldValue(fields, "Author"));
    component.homePage = text(fieldValue(fields, "Home-page"));
    component.layer = file.layer;
    addDeclared(component, "License-Expression", fieldValue(fields, "License-Expression"));
    addDeclared(component, "License", fieldValue(fields, "License"));
    for (const HeaderField &field : fields) {
        if (field.name == "Classifier" && field.value.starts_with("License ::"))
            addDeclared(component, "Classifier", field.value);
        const QString required = field.name == "Requires-Dist" ? requiredName(field.value) : QString();
        if (!required.isEmpty() && !component.depends.contains(required))
            component.depends.append(required);
    }
    return component;
}

/// First field of a CSV line; RECORD quotes a path only when it holds a comma or a quote (PEP 376).
std::string firstCsvField(std::string_view line)
{
    if (!line.starts_with('"'))
        return std::string(line.substr(0, line.find(',')));
    std::string field;
    for (size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '"') {
            if (i + 1 >= line.size() || line[i + 1] != '"')
                break;
            ++i;
        }
        field += line[i];
    }
    return field;
}

/// A RECORD path against its site-packages folder; empty when it climbs out of the image.
std::string resolved(std::string_view base, std::string_view relative)
{
    std::vector<std::string_view> parts;
    const auto push = [&parts](std::string_view path) {
        while (!path.empty()) {
            const size_t slash = path.find('/');
            const std::string_view part = path.substr(0, slash);
            path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
            if (part == "..") {
                if (parts.empty())
                    return false;
                parts.pop_back();
            } else if (!part.empty() && part != ".") {
                parts.push_back(part);
            }
        }
        return true;
    };
    if (!relative.starts_with('/') && !push(base))
        return {};
    if (!push(relative))
        return {};
    std::string path;
    for (const std::string_view part : parts) {
        if (!path.empty())
            path += '/';
        path += part;
    }
    return path;
}

std::vector<std::string> readRecord(const QByteArray &content, std::string_view base)
{
    std::vector<std::string> paths;
    std::string_view rest(content.constData(), static_cast<size_t>(content.size()));
    while (!rest.empty()) {
        const size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        std::string path = resolved(base, firstCsvField(line));
        if (!path.empty())
            paths.push_back(std::move(path));
    }
    return paths;
}

/// Licence texts that lie in the dist-info folder (PEP 639 and its forerunners).
std::vector<std::string> licenceTexts(const std::vector<std::string> &owned, std::string_view info)
{
    static const QRegularExpression name(QStringLiteral("(licen[cs]e|copying|notice|eula|authors)"),
                                         QRegularExpression::CaseInsensitiveOption);
    std::vector<std::string> texts;
    for (const std::string &path : owned) {
        if (!std::string_view(path).starts_with(info) || path.size() <= info.size())
            continue;
        const QString rest = QString::fromUtf8(path.c_str() + info.size());
        if (rest.startsWith(QLatin1String("/licenses/")) || name.match(rest).hasMatch())
            texts.push_back(path);
    }
    return texts;
}

/// Python distributions installed from wheels: dist-info folders with METADATA and RECORD.
class PythonFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("python"); }

    qint64 wants(const Entry &entry) const override
    {
        const std::string_view path = entry.path;
        const size_t info = path.rfind(distInfo);
        // Copies vendored inside another distribution belong to that one, and pip does not list them either.
        if (info == std::string_view::npos || path.find("/_vendor/") != std::string_view::npos)
            return 0;
        const std::string_view name = path.substr(info + distInfo.size());
        if (name == "METADATA")
            return metadataLimit;
        return name == "RECORD" ? recordLimit : 0;
    }

    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer PythonFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    std::map<std::pair<std::string_view, int>, const CapturedFile *> records;
    for (const CapturedFile *file : captured) {
        if (file->path.ends_with("/RECORD"))
            records[{folderOf(file->path), file->layer}] = file;
    }
    std::vector<FoundComponent> found;
    for (const CapturedFile *file : captured) {
        if (!file->path.ends_with("/METADATA"))
            continue;
        FoundComponent item {readMetadata(*file), {}};
        if (item.component.name.isEmpty() || item.component.version.isEmpty())
            continue;
        const std::string_view info = folderOf(file->path);
        if (const auto record = records.find({info, file->layer}); record != records.end())
            item.ownedPaths = readRecord(record->second->content, folderOf(info));
        item.ownedPaths.push_back(file->path);
        item.component.licencePaths = licenceTexts(item.ownedPaths, info);
        for (const NodeId node : tree.findAll(file->path)) {
            if (tree.node(node).layer == file->layer && tree.node(node).isGhost())
                item.component.hiddenBy = tree.node(node).hiddenBy;
        }
        found.push_back(std::move(item));
    }
    return {std::move(found), {}};
}

}  // namespace

std::unique_ptr<ComponentFinder> makePythonFinder()
{
    return std::make_unique<PythonFinder>();
}

}  // namespace waybill
