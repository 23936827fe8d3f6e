// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/jsoncomponents.h"

#include "core/inventory/licencegap.h"
#include "core/inventory/linkage.h"
#include "core/inventory/sbomcomparison.h"
#include "core/report/jsonparts.h"
#include "core/report/messages.h"

#include <algorithm>

namespace waybill::json {

namespace {

QJsonArray texts(const std::vector<std::string> &list)
{
    QJsonArray out;
    for (const std::string &text : list)
        out.append(displayPath(text));
    return out;
}

void putText(QJsonObject &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[QLatin1String(key)] = text;
}

QJsonObject sum(const LedgerSum &sum)
{
    return {{QStringLiteral("bytes"), sum.bytes}, {QStringLiteral("files"), static_cast<qint64>(sum.files)}};
}

QJsonObject sums(const std::array<LedgerSum, explanationCount> &parts, const LedgerSum &total)
{
    QJsonObject out {{QStringLiteral("total"), sum(total)}};
    for (size_t i = 0; i < parts.size(); ++i)
        out[explanationId(static_cast<Explanation>(i))] = sum(parts[i]);
    return out;
}

QJsonArray embedded(const std::vector<EmbeddedLibrary> &libraries)
{
    QJsonArray out;
    for (const EmbeddedLibrary &library : libraries) {
        QJsonObject object {{QStringLiteral("name"), library.name},
                            {QStringLiteral("version"), library.version},
                            {QStringLiteral("relation"), embeddedRelationId(library.relation)}};
        if (!library.flags.isEmpty())
            object[QStringLiteral("flags")] = QJsonArray::fromStringList(library.flags);
        putText(object, "licence", library.licence);
        putText(object, "seen", library.seen);
        if (library.offset >= 0)
            object[QStringLiteral("offset")] = library.offset;
        out.append(object);
    }
    return out;
}

}  // namespace

QJsonArray componentDetails(const Inventory &inventory)
{
    QJsonArray out = components(inventory);
    for (size_t i = 0; i < inventory.components.size(); ++i) {
        const Component &component = inventory.components[i];
        QJsonObject object = out[static_cast<qsizetype>(i)].toObject();
        putText(object, "finder", component.finder);
        putText(object, "architecture", component.architecture);
        putText(object, "sourceName", component.sourceName);
        putText(object, "sourceVersion", component.sourceVersion);
        putText(object, "homePage", component.homePage);
        putText(object, "section", component.section);
        putText(object, "metadataPath", displayPath(component.metadataPath));
        if (!component.licencePaths.empty())
            object[QStringLiteral("licencePaths")] = texts(component.licencePaths);
        QJsonArray sightings;
        for (const Sighting &sighting : component.sightings)
            sightings.append(QJsonObject {{QStringLiteral("finder"), sighting.finder},
                                          {QStringLiteral("purl"), sighting.purl},
                                          {QStringLiteral("path"), displayPath(sighting.path)}});
        if (!sightings.isEmpty())
            object[QStringLiteral("sightings")] = sightings;
        putText(object, "licenceGap", licenceGapId(licenceGapOf(component)));
        if (component.vendored)
            object[QStringLiteral("vendored")] = true;
        if (component.partOf.isValid())
            putText(object, "partOf", inventory.components[component.partOf.value].purl);
        out[static_cast<qsizetype>(i)] = object;
    }
    return out;
}

QJsonArray binaries(const Inventory &inventory)
{
    const Linkage linkage(inventory);
    QJsonArray out;
    for (size_t i = 0; i < inventory.binaries.size(); ++i) {
        const BinaryFile &binary = inventory.binaries[i];
        const bool isElf = binary.format == BinaryFormat::Elf;
        QJsonObject object = file(inventory.tree->node(binary.node), inventory.tree->path(binary.node));
        object[QStringLiteral("linkage")] = isElf ? QString(elfLinkageId(binary.elf.linkage)) : QStringLiteral("static-library");
        object[QStringLiteral("complete")] = binary.elf.complete && binary.searchedAll;
        if (isElf) {
            object[QStringLiteral("machine")] = binary.elf.machine;
            object[QStringLiteral("needed")] = texts(binary.elf.needed);
            object[QStringLiteral("usedBy")] = static_cast<qint64>(linkage.usedBy(i).size());
        }
        if (!linkage.unresolved(i).empty())
            object[QStringLiteral("unresolved")] = texts(linkage.unresolved(i));
        putText(object, "soname", displayPath(binary.elf.soname));
        putText(object, "interpreter", displayPath(binary.elf.interpreter));
        putText(object, "buildId", QString::fromStdString(binary.elf.buildId));
        putText(object, "comment", displayText(QString::fromUtf8(binary.elf.comment)));
        if (!binary.embedded.empty())
            object[QStringLiteral("embedded")] = embedded(binary.embedded);
        out.append(object);
    }
    return out;
}

QJsonObject base(const BaseImage &base)
{
    QJsonObject out {{QStringLiteral("layers"), base.layers}, {QStringLiteral("evidence"), baseEvidenceId(base.evidence)}};
    putText(out, "detail", base.detail);
    putText(out, "name", base.name);
    putText(out, "digest", base.digest);
    return out;
}

QJsonArray claims(const Inventory &inventory)
{
    constexpr int partLimit = 20'000;
    int left = partLimit;
    QJsonArray out;
    for (const SbomClaim &claim : inventory.claims) {
        const std::vector<ClaimAnswer> answers = answerClaim(inventory, claim);
        std::array<qint64, claimStateCount> counts {};
        QJsonArray parts;
        for (size_t i = 0; i < answers.size(); ++i) {
            ++counts[static_cast<size_t>(answers[i].state)];
            if (left-- <= 0)
                continue;
            QJsonObject part {{QStringLiteral("name"), claim.parts[i].name},
                              {QStringLiteral("version"), claim.parts[i].version},
                              {QStringLiteral("state"), claimStateId(answers[i].state)}};
            putText(part, "purl", claim.parts[i].purl);
            if (answers[i].state == ClaimState::OtherVersion)
                part[QStringLiteral("foundVersion")] = inventory.components[answers[i].component.value].version;
            parts.append(part);
        }
        QJsonObject object {{QStringLiteral("format"), claim.format}, {QStringLiteral("subject"), claim.subject},
                            {QStringLiteral("tool"), claim.tool},     {QStringLiteral("complete"), claim.complete},
                            {QStringLiteral("parts"), parts},         {QStringLiteral("attached"), claim.layer < 0}};
        if (claim.layer >= 0)
            object[QStringLiteral("layer")] = claim.layer + 1;
        putPath(object, claim.path);
        QJsonObject sums;
        for (size_t i = 0; i < claimStateCount; ++i)
            sums[claimStateId(static_cast<ClaimState>(i))] = counts[i];
        object[QStringLiteral("sums")] = sums;
        out.append(object);
    }
    return out;
}

QJsonObject ledger(const Inventory &inventory, size_t limit)
{
    const Ledger ledger = ledgerOf(inventory);
    QJsonArray files;
    for (size_t i = 0; i < std::min(limit, ledger.unexplained.size()); ++i) {
        const UnexplainedFile &open = ledger.unexplained[i];
        QJsonObject object = file(inventory.tree->node(open.node), inventory.tree->path(open.node));
        object[QStringLiteral("kind")] = unexplainedKindId(open.kind);
        files.append(object);
    }
    return {{QStringLiteral("live"), sums(ledger.live, ledger.liveTotal)},
            {QStringLiteral("ghost"), sums(ledger.ghost, ledger.ghostTotal)},
            {QStringLiteral("explainedShare"), ledger.explainedShare()},
            {QStringLiteral("unexplainedFiles"), files}};
}

}  // namespace waybill::json
