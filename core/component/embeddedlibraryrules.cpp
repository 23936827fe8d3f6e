// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/embeddedlibraries.h"

#include <QFile>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace waybill {

namespace {

const QString fileName = QStringLiteral("embedded-libraries.yaml");

Error invalid(const YAML::Mark &mark, const QString &cause)
{
    return {ErrorKind::Policy, fileName, cause, -1, {}, -1, mark.line + 1};
}

QString text(const YAML::Node &node)
{
    return node ? QString::fromStdString(node.as<std::string>()) : QString();
}

/// A pattern over bytes (every byte is one Latin-1 character) with at least `groups` groups.
std::optional<QRegularExpression> expression(const YAML::Node &node, int groups)
{
    if (!node)
        return std::nullopt;
    QRegularExpression pattern(text(node));
    if (!pattern.isValid() || pattern.captureCount() < groups)
        throw invalid(node.Mark(), QStringLiteral("a pattern with %1 group(s) is needed: ").arg(groups) + pattern.errorString());
    pattern.optimize();
    return pattern;
}

}  // namespace

Result<std::shared_ptr<const EmbeddedLibraryRules>> EmbeddedLibraryRules::load()
{
    QFile file(QStringLiteral(":/policy/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, fileName, file.errorString());
    return parse(file.readAll());
}

/// Reads one library after the other into the rules it is given. Faults are thrown: YAML's own, and Error.
class EmbeddedLibraryReader
{
public:
    explicit EmbeddedLibraryReader(EmbeddedLibraryRules &rules) : m_rules(rules) { }
    void read(const YAML::Node &item);
    std::vector<std::string> takePatterns() { return std::move(m_patterns); }

private:
    void readTerms(const YAML::Node &licence, EmbeddedLibraryRules::Library &library) const;
    void readMarkers(const YAML::Node &list);
    EmbeddedLibraryRules &m_rules;
    std::vector<std::string> m_patterns;
};

void EmbeddedLibraryReader::read(const YAML::Node &item)
{
    EmbeddedLibraryRules::Library library;
    library.id = text(item["id"]);
    library.name = text(item["name"]);
    if (library.id.isEmpty() || library.name.isEmpty() || !item["itself"])
        throw invalid(item.Mark(), QStringLiteral("a library needs id, name and itself"));
    library.itself = item["itself"].as<std::vector<std::string>>();
    library.defines = item["defines"].as<std::string>(std::string());
    library.onlyItself = item["only_itself"].as<bool>(false);
    library.onlyStatic = item["only_static"].as<bool>(false);
    library.whole = expression(item["whole"], 1);
    for (const auto &date : item["dates"])
        library.dates.insert(text(date.first), text(date.second));
    if (item["licence"])
        readTerms(item["licence"], library);
    for (const char *list : {"seen", "flags"})
        readMarkers(item[list]);
    m_rules.m_libraries.push_back(std::move(library));
}

void EmbeddedLibraryReader::readTerms(const YAML::Node &licence, EmbeddedLibraryRules::Library &library) const
{
    if (licence.IsScalar()) {
        library.terms.push_back({{}, std::nullopt, text(licence)});
        return;
    }
    for (const YAML::Node &item : licence) {
        EmbeddedLibraryRules::Terms terms {{}, expression(item["version"], 0), text(item["expression"])};
        if (terms.expression.isEmpty())
            throw invalid(item.Mark(), QStringLiteral("a case of a licence needs an expression"));
        for (const YAML::Node &flag : item["flags"])
            terms.flags.append(text(flag));
        library.terms.push_back(std::move(terms));
    }
}

void EmbeddedLibraryReader::readMarkers(const YAML::Node &list)
{
    for (const YAML::Node &mark : list) {
        EmbeddedLibraryRules::Marker marker {m_rules.m_libraries.size(), mark["marker"].as<std::string>(),
                                             expression(mark["pattern"], 1), text(mark["flag"])};
        if (marker.bytes.size() < MultiPatternSearch::leastLength)
            throw invalid(mark.Mark(), QStringLiteral("a marker needs at least six bytes"));
        m_patterns.push_back(marker.bytes);
        m_rules.m_markers.push_back(std::move(marker));
    }
}

Result<std::shared_ptr<const EmbeddedLibraryRules>> EmbeddedLibraryRules::parse(const QByteArray &yaml)
{
    auto rules = std::make_shared<EmbeddedLibraryRules>();
    EmbeddedLibraryReader reader(*rules);
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        for (const YAML::Node &item : root["libraries"])
            reader.read(item);
    } catch (const YAML::Exception &problem) {
        return fail(invalid(problem.mark, QString::fromStdString(problem.msg)));
    } catch (const Error &problem) {
        return fail(problem);
    }
    rules->m_search.emplace(reader.takePatterns());
    return std::shared_ptr<const EmbeddedLibraryRules>(std::move(rules));
}

QString EmbeddedLibraryRules::licenceOf(size_t library, const EmbeddedLibrary &found) const
{
    for (const Terms &terms : m_libraries[library].terms) {
        const bool stated = std::all_of(terms.flags.begin(), terms.flags.end(),
                                        [&found](const QString &flag) { return found.flags.contains(flag); });
        const bool fits = !terms.version
            || terms.version
                   ->match(found.version, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
                   .hasMatch();
        if (stated && fits)
            return terms.expression;
    }
    return {};
}

}  // namespace waybill
