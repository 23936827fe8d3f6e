// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/outdated.h"

#include "core/licence/policyyaml.h"

#include <algorithm>

namespace waybill {

namespace {

/// Runs of digits and of letters.
QStringList partsOf(const QString &version)
{
    QStringList parts;
    int kind = 0;
    for (const QChar c : version.left(100)) {
        const int now = c.isDigit() ? 1 : c.isLetter() ? 2 : 0;
        if (now != 0 && now == kind)
            parts.last() += c;
        else if (now != 0)
            parts.append(c);
        kind = now;
    }
    return parts;
}

QDate dateOf(const YAML::Node &node)
{
    const QDate date = QDate::fromString(textOf(node), Qt::ISODate);
    if (!date.isValid())
        policyFault(node, QStringLiteral("no date"));
    return date;
}

TrustSeverity severityOf(const YAML::Node &node)
{
    const auto severity = trustSeverityFromId(textOf(node));
    if (!severity)
        policyFault(node, QStringLiteral("no such severity"));
    return *severity;
}

bool startsBranch(const QString &version, const QString &branch)
{
    return version == branch || (version.startsWith(branch) && !version.at(branch.size()).isDigit());
}

}  // namespace

int compareVersions(const QString &a, const QString &b)
{
    const QStringList left = partsOf(a);
    const QStringList right = partsOf(b);
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        const QString x = left.value(i);
        const QString y = right.value(i);
        const bool numbers = (x.isEmpty() || x.at(0).isDigit()) && (y.isEmpty() || y.at(0).isDigit());
        if (numbers) {
            const qulonglong m = x.left(18).toULongLong();
            const qulonglong n = y.left(18).toULongLong();
            if (m != n)
                return m < n ? -1 : 1;
            continue;
        }
        if (x == y)
            continue;
        // "1.0.2" before "1.0.2a"; a number before a letter.
        if (x.isEmpty() || y.isEmpty())
            return x.isEmpty() ? -1 : 1;
        if (x.at(0).isDigit() != y.at(0).isDigit())
            return x.at(0).isDigit() ? 1 : -1;
        if (x.size() != y.size())
            return x.size() < y.size() ? -1 : 1;
        return x < y ? -1 : 1;
    }
    return 0;
}

Result<std::shared_ptr<const OutdatedParts>> OutdatedParts::load()
{
    auto parts = std::make_shared<OutdatedParts>();
    const auto read = readPolicy(QStringLiteral("outdated.yaml"), [&](const YAML::Node &root) {
        parts->m_asOf = dateOf(required(root, "as-of"));
        for (const auto &name : required(root, "names"))
            parts->m_names.emplace_back(textOf(name.first), textsOf(name.second));
        for (const YAML::Node &node : required(root, "vulnerable")) {
            Entry entry;
            entry.part = textOf(required(node, "part"));
            for (const QString &range : textOf(required(node, "affected")).split(QLatin1Char(','))) {
                const QString words = range.trimmed();
                const bool open = words.startsWith(QLatin1Char('<'));
                const QString first = open ? QString() : words.section(QLatin1Char('-'), 0, 0);
                const QString last = open              ? words.mid(1)
                    : words.contains(QLatin1Char('-')) ? words.section(QLatin1Char('-'), 1)
                                                       : first;
                entry.ranges.emplace_back(first, last);
                entry.open.push_back(open);
            }
            entry.outdated
                = {Outdated::Kind::Vulnerable,     severityOf(required(node, "severity")), textOf(required(node, "id")),
                   textOf(required(node, "what")), textOf(required(node, "fixed")),        {}};
            parts->m_entries.push_back(std::move(entry));
        }
        for (const YAML::Node &node : required(root, "distribution"))
            parts->m_revisions.push_back({textOf(required(node, "package")),
                                          {},
                                          true,
                                          textsOf(required(node, "versions")),
                                          {Outdated::Kind::BadRevision,
                                           severityOf(required(node, "severity")),
                                           textOf(required(node, "id")),
                                           textOf(required(node, "what")),
                                           {},
                                           {}}});
        for (const YAML::Node &node : required(root, "malicious"))
            parts->m_revisions.push_back(
                {textOf(required(node, "package")),
                 textOf(required(node, "kind")),
                 false,
                 textsOf(required(node, "versions")),
                 {Outdated::Kind::Malicious, TrustSeverity::Extreme, {}, textOf(required(node, "what")), {}, {}}});
        for (const YAML::Node &node : required(root, "end-of-life"))
            parts->m_lives.push_back(
                {textOf(required(node, "part")), textOf(required(node, "branch")), dateOf(required(node, "date"))});
        for (const YAML::Node &node : required(root, "systems"))
            parts->m_systems.push_back(
                {textOf(required(node, "id")), textOf(required(node, "version")), dateOf(required(node, "date"))});
    });
    if (!read)
        return fail(read.error());
    return std::shared_ptr<const OutdatedParts>(std::move(parts));
}

QString OutdatedParts::partOf(const QString &name) const
{
    const auto found = std::find_if(m_names.begin(), m_names.end(),
                                    [&name](const auto &entry) { return entry.first == name || entry.second.contains(name); });
    if (found != m_names.end())
        return found->first;
    const bool lives = std::any_of(m_lives.begin(), m_lives.end(), [&name](const Life &life) { return life.part == name; });
    return lives ? name : QString();
}

std::vector<Outdated> OutdatedParts::unmanaged(const QString &name, const QString &version, const QDate &today) const
{
    std::vector<Outdated> found;
    const QString part = partOf(name);
    if (part.isEmpty() || version.isEmpty())
        return found;
    for (const Entry &entry : m_entries) {
        if (entry.part != part)
            continue;
        for (size_t i = 0; i < entry.ranges.size(); ++i) {
            const auto &[first, last] = entry.ranges[i];
            const int top = compareVersions(version, last);
            const bool inside = (first.isEmpty() || compareVersions(version, first) >= 0) && (entry.open[i] ? top < 0 : top <= 0);
            // "1.0.2" in a list of branches stands for every release of that branch.
            const bool branch = first == last && startsBranch(version, last);
            if (!inside && !branch)
                continue;
            found.push_back(entry.outdated);
            break;
        }
    }
    for (const Life &life : m_lives) {
        if (life.part == part && startsBranch(version, life.version) && life.date < today)
            found.push_back({Outdated::Kind::EndOfLife, TrustSeverity::Medium, {}, {}, {}, life.date});
    }
    return found;
}

std::vector<Outdated> OutdatedParts::package(const Component &component) const
{
    std::vector<Outdated> found;
    for (const Revision &revision : m_revisions) {
        const QString &name = revision.source && !component.sourceName.isEmpty() ? component.sourceName : component.name;
        const QString &version
            = revision.source && !component.sourceVersion.isEmpty() ? component.sourceVersion : component.version;
        if (name == revision.package && (revision.kind.isEmpty() || revision.kind == component.kind)
            && (revision.versions.contains(version) || revision.versions.contains(QStringLiteral("*"))))
            found.push_back(revision.outdated);
    }
    return found;
}

std::optional<Outdated> OutdatedParts::system(const QString &id, const QString &version, const QDate &today) const
{
    for (const Life &life : m_systems) {
        if (life.part == id && startsBranch(version, life.version) && life.date < today)
            return Outdated {Outdated::Kind::EndOfLife, TrustSeverity::Medium, {}, {}, {}, life.date};
    }
    return std::nullopt;
}

}  // namespace waybill
