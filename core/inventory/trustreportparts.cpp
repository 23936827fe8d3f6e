// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The third question: is anything in it that should not be.

#include "core/inventory/trustreportparts.h"

#include "core/base/glob.h"
#include "core/component/findertools.h"

#include <algorithm>
#include <set>

namespace waybill {

namespace {

constexpr quint16 setIds = 06000;
constexpr quint16 executableBits = 0111;

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

}  // namespace

void TrustJudge::sightings()
{
    for (const TrustSighting &sighting : m_inventory.trust.sightings) {
        const TrustRule *rule = m_knowledge.rules->find(sighting.rule);
        if (!rule)
            continue;
        NodeId node;
        for (const NodeId candidate : m_inventory.tree->findAll(sighting.path)) {
            if (m_inventory.tree->node(candidate).layer == sighting.layer)
                node = candidate;
        }
        if (!node.isValid())
            continue;
        const TrustAllowance *allowed = m_knowledge.rules->allowance(rule->id, sighting.path);
        const bool owned = isUnchangedPackageFile(node, sighting.path);
        // What a package hands to everybody is told once per package, what only this image has file by file.
        const Component *component = owned ? owner(node) : nullptr;
        const TrustSeverity severity = allowed ? TrustSeverity::Note : weightOf(*rule, component);
        const QString path = textOf(sighting.path);
        TrustFinding &finding = addRule(*rule, severity, component ? component->purl : path, component ? component->name : path);
        if (allowed)
            finding.allowed = allowed->reason;
        placeNode(finding, node, sighting.line, sighting.seen);
    }
}

void TrustJudge::fileByRules(NodeId node, const std::string &path)
{
    const TreeNode &entry = m_inventory.tree->node(node);
    const bool executable = (entry.mode & executableBits) != 0 || m_inventory.binary(node);
    const std::string name = lowered(baseNameOf(path));
    for (const TrustRule &rule : m_knowledge.rules->all()) {
        if (rule.paths.empty() && rule.names.empty())
            continue;
        if (rule.onlyExecutable && !executable)
            continue;
        const bool byName = !rule.names.empty() && (executable || name.ends_with(".so"))
            && std::find(rule.names.begin(), rule.names.end(), name) != rule.names.end();
        const bool byPath = !byName && std::any_of(rule.paths.begin(), rule.paths.end(), [&path](const std::string &glob) {
            return globMatches(glob, path);
        });
        if (!byName && !byPath)
            continue;
        const bool owned = isUnchangedPackageFile(node, path);
        if (rule.onlyUnowned && owned)
            continue;
        const TrustAllowance *allowed = m_knowledge.rules->allowance(rule.id, path);
        const Component *component = owned ? owner(node) : nullptr;
        const TrustSeverity severity = allowed ? TrustSeverity::Note : weightOf(rule, component);
        const QString key = rule.collect ? QString::number(entry.layer) : textOf(path);
        TrustFinding &finding = addRule(rule, severity, key, rule.collect ? QString() : textOf(path));
        if (allowed)
            finding.allowed = allowed->reason;
        placeNode(finding, node, 0, component ? component->name : QString());
    }
}

void TrustJudge::files()
{
    const FileTree &tree = *m_inventory.tree;
    const TrustRule *setId = m_knowledge.rules->find(QStringLiteral("suid-unowned"));
    bool hasDatabase = std::any_of(m_inventory.components.begin(), m_inventory.components.end(),
                                   [this](const Component &c) { return isManaged(&c); });
    for (quint32 i = 0; i < static_cast<quint32>(tree.size()); ++i) {
        const NodeId node(i);
        const TreeNode &entry = tree.node(node);
        if (entry.kind != EntryKind::File)
            continue;
        const std::string path = tree.path(node);
        fileByRules(node, path);
        const bool setsId = (entry.mode & setIds) != 0 && (entry.mode & executableBits) != 0;
        if (setId && setsId && !owner(node)) {
            TrustFinding &finding
                = addRule(*setId, hasDatabase ? setId->severity : TrustSeverity::Low, textOf(path), textOf(path));
            placeNode(finding, node, 0, QStringLiteral("mode %1").arg(entry.mode & 07777, 4, 8, QLatin1Char('0')));
        }
        const bool server = baseNameOf(path) == "sshd" && path.find("sbin/") != std::string::npos && !entry.isGhost();
        if (server)
            placeNode(add(QStringLiteral("ssh-server"), TrustQuestion::Contents, TrustSeverity::Low, textOf(path)), node);
    }
    checksums();
}

void TrustJudge::checksums()
{
    const TrustRule *program = m_knowledge.rules->find(QStringLiteral("changed-program"));
    const TrustRule *other = m_knowledge.rules->find(QStringLiteral("changed-file"));
    if (!program || !other)
        return;
    for (const ChecksumMismatch &mismatch : m_inventory.trust.checksums.mismatches) {
        const NodeId node = m_inventory.tree->findLive(mismatch.path);
        if (!node.isValid())
            continue;
        const QString database = textOf(mismatch.database);
        const bool binary = m_inventory.binary(node) != nullptr;
        // Installers write their own interpreter into the first line of scripts.
        const bool isProgram = binary
            || (!database.endsWith(QLatin1String("/RECORD")) && (m_inventory.tree->node(node).mode & executableBits) != 0);
        const TrustRule &rule = isProgram ? *program : *other;
        const TrustAllowance *allowed = m_knowledge.rules->allowance(QStringLiteral("changed-file"), mismatch.path);
        TrustFinding &finding
            = addRule(rule, allowed && !binary ? TrustSeverity::Note : rule.severity,
                      isProgram ? textOf(mismatch.path) : database, isProgram ? textOf(mismatch.path) : database);
        if (allowed && !binary)
            finding.allowed = allowed->reason;
        placeNode(finding, node, 0, mismatch.algorithm + QLatin1Char(' ') + database);
    }
}

/// A name alone says "look"; a name with a pool or a wallet beside it says more, and one that the image starts says all.
void TrustJudge::minerTogether()
{
    const auto isRule = [](const TrustFinding &finding, std::initializer_list<const char *> ids) {
        return std::any_of(ids.begin(), ids.end(), [&finding](const char *id) { return finding.rule == QLatin1String(id); });
    };
    const bool speaks = std::any_of(m_report.findings.begin(), m_report.findings.end(), [&](const TrustFinding &f) {
        return isRule(f, {"miner-pool", "miner-wallet", "miner-config", "miner-program"}) && f.severity >= TrustSeverity::High;
    });
    const QString start = (m_inventory.image.entrypoint + m_inventory.image.cmd).join(QLatin1Char(' ')).toLower();
    for (TrustFinding &finding : m_report.findings) {
        if (!isRule(finding, {"miner-name", "miner-pool", "miner-program", "miner-config"}))
            continue;
        if (isRule(finding, {"miner-name"}) && speaks)
            finding.severity = std::max(finding.severity, TrustSeverity::High);
        for (const TrustPlace &place : finding.places) {
            const QString name = textOf(baseNameOf(place.path)).toLower();
            const bool inCommand = place.path.empty() && place.layer < 0;
            const bool started
                = (name.size() > 3 && start.contains(name)) || inCommand || m_knowledge.rules->isStartupPlace(place.path);
            if (started && finding.severity >= TrustSeverity::Medium)
                finding.severity = TrustSeverity::Extreme;
        }
    }
}

}  // namespace waybill
