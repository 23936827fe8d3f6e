// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/pythonmetadata.h"

#include "core/component/findertools.h"
#include "core/component/headerfields.h"
#include "core/component/purl.h"

#include <QRegularExpression>

namespace waybill {

namespace {

constexpr size_t statementLimit = 256;

/// "Homepage, https://example.org" of the newer Project-URL fields.
QString projectHome(const std::vector<HeaderField> &fields)
{
    for (const HeaderField &field : fields) {
        if (field.name != "Project-URL")
            continue;
        const QString label = textOf(field.value).section(QLatin1Char(','), 0, 0).trimmed().toLower();
        if (label == QLatin1String("homepage") || label == QLatin1String("home"))
            return textOf(field.value).section(QLatin1Char(','), 1).trimmed();
    }
    return {};
}

QString firstOf(const std::vector<HeaderField> &fields, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const std::string_view value = trimmedView(fieldValue(fields, name));
        if (!value.empty() && value != "UNKNOWN")
            return textOf(value);
    }
    return {};
}

/// The distribution that a Requires-Dist field names, or empty for what only an extra asks for (PEP 508). Other markers are
/// not evaluated: a need that the marker switches off is not installed and so leads nowhere.
QString requiredName(std::string_view field)
{
    static const QRegularExpression leading(QStringLiteral("^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)"));
    static const QRegularExpression extra(QStringLiteral("\\bextra\\s*(==|in\\b)"));
    static const QRegularExpression separators(QStringLiteral("[-_.]+"));
    const QString requirement = textOf(field);
    const qsizetype marker = requirement.indexOf(QLatin1Char(';'));
    if (marker >= 0 && extra.match(requirement, marker).hasMatch())
        return {};
    return leading.match(requirement).captured(1).toLower().replace(separators, QStringLiteral("-"));
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

}  // namespace

PythonMetadata readPythonMetadata(const CapturedFile &file)
{
    PythonMetadata metadata;
    Component &component = metadata.component;
    HeaderReader reader(file.content);
    std::vector<HeaderField> fields;
    if (!reader.next(fields))
        return metadata;
    component.metadataPath = file.path;
    component.layer = file.layer;
    component.name = textOf(trimmedView(fieldValue(fields, "Name")));
    component.version = textOf(trimmedView(fieldValue(fields, "Version")));
    component.kind = QStringLiteral("pypi");
    component.finder = QStringLiteral("python");
    component.purl = PackageUrl {component.kind, {}, component.name, component.version, {}, {}}.toString();
    component.supplier = firstOf(fields, {"Author", "Author-email", "Maintainer", "Maintainer-email"});
    component.homePage = firstOf(fields, {"Home-page"});
    if (component.homePage.isEmpty())
        component.homePage = projectHome(fields);
    for (const char *name : {"License-Expression", "License"})
        declare(component, QString::fromLatin1(name), textOf(fieldValue(fields, name)));
    for (const HeaderField &field : fields) {
        if (component.declared.size() < statementLimit && field.name == "Classifier" && field.value.starts_with("License ::"))
            declare(component, QStringLiteral("Classifier"), textOf(field.value));
        else if (metadata.licenceFiles.size() < statementLimit && field.name == "License-File")
            metadata.licenceFiles.emplace_back(trimmedView(field.value));
        const QString required = field.name == "Requires-Dist" ? requiredName(field.value) : QString();
        if (!required.isEmpty() && !component.depends.contains(required))
            component.depends.append(required);
    }
    return metadata;
}

std::vector<std::string> readPythonRecord(const QByteArray &content, std::string_view folder)
{
    std::vector<std::string> paths;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        std::string path = resolvedPath(folder, line);
        if (!path.empty())
            paths.push_back(std::move(path));
    }
    return paths;
}

std::unique_ptr<ContentProbe> makePythonRecordProbe(qint64 keptLimit)
{
    return std::make_unique<LineProbe>(keptLimit, [](std::string_view line, QByteArray &kept) {
        const std::string path = firstCsvField(line);
        if (!path.empty())
            kept.append(path.data(), static_cast<qsizetype>(path.size())).append('\n');
    });
}

std::vector<std::pair<QString, QString>> readPythonVendorList(const QByteArray &content)
{
    std::vector<std::pair<QString, QString>> list;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        line = trimmedView(line.substr(0, line.find_first_of("#;")));
        const size_t equals = line.find("==");
        if (equals == std::string_view::npos || equals == 0)
            continue;
        const QString name = textOf(trimmedView(line.substr(0, line.find_first_of("=[ "))));
        const QString version = textOf(trimmedView(line.substr(equals + 2))).section(QLatin1Char(' '), 0, 0);
        if (!name.isEmpty() && !version.isEmpty())
            list.emplace_back(name, version);
    }
    return list;
}

}  // namespace waybill
