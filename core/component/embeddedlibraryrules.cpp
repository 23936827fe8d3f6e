// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/embeddedlibraries.h"

#include <QFile>

#include <yaml-cpp/yaml.h>

namespace waybill {

namespace {

const QString fileName = QStringLiteral("embedded-libraries.yaml");

tl::unexpected<Error> invalid(const YAML::Mark &mark, const QString &cause)
{
    return fail(Error {ErrorKind::Policy, fileName, cause, -1, {}, -1, mark.line + 1});
}

QString text(const YAML::Node &node)
{
    return node ? QString::fromStdString(node.as<std::string>()) : QString();
}

/// A pattern over bytes: every byte is one Latin-1 character.
Result<std::optional<QRegularExpression>> expression(const YAML::Node &node)
{
    if (!node)
        return std::optional<QRegularExpression>();
    QRegularExpression pattern(text(node));
    if (!pattern.isValid() || pattern.captureCount() < 1)
        return invalid(node.Mark(), QStringLiteral("a pattern with one group is needed: ") + pattern.errorString());
    pattern.optimize();
    return std::optional<QRegularExpression>(pattern);
}

}  // namespace

Result<std::shared_ptr<const EmbeddedLibraryRules>> EmbeddedLibraryRules::load()
{
    QFile file(QStringLiteral(":/policy/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, fileName, file.errorString());
    return parse(file.readAll());
}

Result<std::shared_ptr<const EmbeddedLibraryRules>> EmbeddedLibraryRules::parse(const QByteArray &yaml)
{
    auto rules = std::make_shared<EmbeddedLibraryRules>();
    std::vector<std::string> patterns;
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        for (const YAML::Node &item : root["libraries"]) {
            Library library;
            library.id = text(item["id"]);
            library.name = text(item["name"]);
            if (library.id.isEmpty() || library.name.isEmpty() || !item["itself"])
                return invalid(item.Mark(), QStringLiteral("a library needs id, name and itself"));
            library.itself = item["itself"].as<std::vector<std::string>>();
            library.defines = item["defines"].as<std::string>(std::string());
            library.onlyItself = item["only_itself"].as<bool>(false);
            auto whole = expression(item["whole"]);
            if (!whole)
                return fail(whole.error());
            library.whole = *whole;
            for (const auto &date : item["dates"])
                library.dates.insert(text(date.first), text(date.second));
            for (const char *list : {"seen", "flags"}) {
                for (const YAML::Node &mark : item[list]) {
                    Marker marker {rules->m_libraries.size(), mark["marker"].as<std::string>(), {}, text(mark["flag"])};
                    auto version = expression(mark["pattern"]);
                    if (!version)
                        return fail(version.error());
                    marker.version = *version;
                    if (marker.bytes.size() < MultiPatternSearch::leastLength)
                        return invalid(mark.Mark(), QStringLiteral("a marker needs at least six bytes"));
                    patterns.push_back(marker.bytes);
                    rules->m_markers.push_back(std::move(marker));
                }
            }
            rules->m_libraries.push_back(std::move(library));
        }
    } catch (const YAML::Exception &problem) {
        return invalid(problem.mark, QString::fromStdString(problem.msg));
    }
    rules->m_search.emplace(std::move(patterns));
    return std::shared_ptr<const EmbeddedLibraryRules>(std::move(rules));
}

}  // namespace waybill
