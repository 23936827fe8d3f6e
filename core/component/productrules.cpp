// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/products.h"

#include "core/base/glob.h"
#include "core/component/findertools.h"

#include <QFile>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace waybill {

namespace {

const QString fileName = QStringLiteral("product-finds.yaml");
constexpr qint64 textLimit = 64 << 10;

tl::unexpected<Error> invalid(const YAML::Mark &mark, const QString &cause)
{
    return fail(Error {ErrorKind::Policy, fileName, cause, -1, {}, -1, mark.line + 1});
}

QString text(const YAML::Node &node)
{
    return node ? QString::fromStdString(node.as<std::string>()) : QString();
}

std::vector<std::string> list(const YAML::Node &node)
{
    return node ? node.as<std::vector<std::string>>() : std::vector<std::string>();
}

Result<QRegularExpression> expression(const YAML::Node &node, int groups)
{
    QRegularExpression pattern(text(node));
    if (!pattern.isValid() || pattern.captureCount() < groups)
        return invalid(node.Mark(), QStringLiteral("pattern: ") + pattern.errorString());
    pattern.optimize();
    return pattern;
}

Result<ProductRules::VersionSource> versionSource(const YAML::Node &node)
{
    using Source = ProductRules::VersionSource;
    if (node["embedded"])
        return Source {Source::Kind::Embedded, {}, text(node["embedded"])};
    for (const auto &[key, kind] : {std::pair("file", Source::Kind::FileName), std::pair("path", Source::Kind::Path),
                                    std::pair("text", Source::Kind::Text)}) {
        if (!node[key])
            continue;
        auto pattern = expression(node[key], 1);
        if (!pattern)
            return fail(pattern.error());
        return Source {kind, *pattern, {}};
    }
    return invalid(node.Mark(), QStringLiteral("a version needs file, path, text or embedded"));
}

Result<ProductRules::Rule> ruleOf(const YAML::Node &item)
{
    ProductRules::Rule rule;
    rule.id = text(item["id"]);
    rule.name = text(item["name"]);
    rule.supplier = text(item["supplier"]);
    rule.names = list(item["names"]);
    rule.needs = list(item["needs"]);
    rule.owns = list(item["owns"]);
    if (item["under"])
        rule.under = {item["under"].as<std::string>()};
    rule.binary = item["binary"].as<bool>(false);
    rule.bundled = item["bundled"].as<bool>(false);
    rule.takes = item["takes"].as<bool>(false);
    rule.root = item["root"].as<int>(0);
    const bool badName = std::any_of(rule.names.begin(), rule.names.end(), [](const std::string &name) {
        return name.empty() || name.front() == '*' || name.front() == '?' || name.find('/') != std::string::npos;
    });
    if (rule.id.isEmpty() || rule.name.isEmpty() || rule.names.empty() || badName)
        return invalid(item.Mark(), QStringLiteral("a product needs id, name and names that begin with a letter"));
    if (item["match"]) {
        auto match = expression(item["match"], 0);
        if (!match)
            return fail(match.error());
        rule.match = *match;
    }
    for (const YAML::Node &node : item["version"]) {
        auto source = versionSource(node);
        if (!source)
            return fail(source.error());
        rule.versions.push_back(*source);
    }
    if (const YAML::Node licence = item["licence"]; licence && licence.IsScalar()) {
        rule.terms.push_back({{}, text(licence)});
    } else {
        for (const YAML::Node &terms : licence) {
            QStringList flags;
            for (const std::string &flag : list(terms["flags"]))
                flags.append(QString::fromStdString(flag));
            rule.terms.push_back({flags, text(terms["expression"])});
        }
    }
    return rule;
}

}  // namespace

Result<std::shared_ptr<const ProductRules>> ProductRules::load()
{
    QFile file(QStringLiteral(":/policy/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, fileName, file.errorString());
    return parse(file.readAll());
}

Result<std::shared_ptr<const ProductRules>> ProductRules::parse(const QByteArray &yaml)
{
    auto rules = std::make_shared<ProductRules>();
    try {
        for (const YAML::Node &item : YAML::Load(yaml.toStdString())["products"]) {
            auto rule = ruleOf(item);
            if (!rule)
                return fail(rule.error());
            for (const std::string &name : rule->names) {
                std::vector<size_t> &place = rules->m_byFirst[name.front()];
                if (place.empty() || place.back() != rules->m_rules.size())
                    place.push_back(rules->m_rules.size());
            }
            rules->m_rules.push_back(std::move(*rule));
        }
    } catch (const YAML::Exception &problem) {
        return invalid(problem.mark, QString::fromStdString(problem.msg));
    }
    return std::shared_ptr<const ProductRules>(std::move(rules));
}

qint64 ProductRules::wants(const Entry &entry) const
{
    const std::string_view name = baseNameOf(entry.path);
    const auto place = name.empty() ? m_byFirst.end() : m_byFirst.find(name.front());
    if (place == m_byFirst.end() || entry.size > 4 * textLimit)
        return 0;
    const bool wanted = std::any_of(place->second.begin(), place->second.end(), [&](size_t index) {
        const Rule &rule = m_rules[index];
        return rule.match && std::any_of(rule.names.begin(), rule.names.end(), [name](const std::string &glob) {
                   return globMatches(glob, name);
               });
    });
    return wanted ? textLimit : 0;
}

}  // namespace waybill
