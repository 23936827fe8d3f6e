// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonremedy.h"

#include "core/report/jsonparts.h"
#include "core/report/remedymessages.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t mostFiles = 1000;

QJsonObject verdictJson(const ScenarioVerdict &verdict)
{
    return {{QStringLiteral("verdict"), verdictId(verdict.verdict)},
            {QStringLiteral("risk"), riskLevelId(verdict.risk)},
            {QStringLiteral("riskWithUnknown"), riskLevelId(verdict.riskWithUnknown)},
            {QStringLiteral("duties"), QJsonArray::fromStringList(verdict.duties)}};
}

QJsonArray filesJson(const Inventory &inventory, const std::vector<NodeId> &nodes)
{
    QJsonArray out;
    for (size_t i = 0; i < std::min(mostFiles, nodes.size()); ++i)
        out.append(json::file(inventory.tree->node(nodes[i]), inventory.tree->path(nodes[i])));
    return out;
}

QJsonArray breaksJson(const std::vector<Breakage> &breaks)
{
    QJsonArray out;
    for (const Breakage &item : breaks)
        out.append(QJsonObject {{QStringLiteral("kind"), breakageKindId(item.kind)},
                                {QStringLiteral("who"), item.who},
                                {QStringLiteral("needs"), item.needs},
                                {QStringLiteral("sentence"), RemedyMessages::breakage(item)}});
    return out;
}

QJsonObject removalJson(const Inventory &inventory, const Removal &removal)
{
    QJsonArray components, layers;
    for (const ComponentId id : removal.components)
        components.append(inventory.components[id.value].purl);
    for (const quint16 layer : removal.layers)
        layers.append(layer + 1);
    return {{QStringLiteral("id"), removal.id},
            {QStringLiteral("kind"), removalKindId(removal.kind)},
            {QStringLiteral("reason"), removalReasonId(removal.reason)},
            {QStringLiteral("subject"), removal.subject},
            {QStringLiteral("chosen"), removal.chosen},
            {QStringLiteral("permission"), permissionId(removal.permission)},
            {QStringLiteral("risk"), riskLevelId(removal.risk)},
            {QStringLiteral("components"), components},
            {QStringLiteral("layers"), layers},
            {QStringLiteral("findings"), QJsonArray::fromStringList(removal.findings)},
            {QStringLiteral("liveFiles"), static_cast<qint64>(removal.liveFiles)},
            {QStringLiteral("ghostFiles"), static_cast<qint64>(removal.ghostFiles)},
            {QStringLiteral("liveBytes"), removal.liveBytes},
            {QStringLiteral("ghostBytes"), removal.ghostBytes},
            {QStringLiteral("breaks"), breaksJson(removal.breaks)},
            {QStringLiteral("entries"), static_cast<qint64>(removal.nodes.size())},
            {QStringLiteral("files"), filesJson(inventory, removal.nodes)}};
}

}  // namespace

QJsonObject remedyJson(const RemedyPlanner &planner, const RemedyPlan &plan, const Policy &policy)
{
    const Inventory &inventory = planner.inventory();
    QJsonArray removals, obstacles, hints, emptied;
    for (const Removal &removal : plan.removals)
        removals.append(removalJson(inventory, removal));
    for (const Obstacle &obstacle : plan.obstacles)
        obstacles.append(QJsonObject {{QStringLiteral("subject"), obstacle.subject},
                                      {QStringLiteral("finding"), obstacle.findingKey},
                                      {QStringLiteral("neededBy"), breaksJson(obstacle.neededBy)},
                                      {QStringLiteral("newerEdition"), obstacle.newerEditionId},
                                      {QStringLiteral("files"), filesJson(inventory, obstacle.nodes)}});
    for (const RemedyHint &hint : plan.hints)
        hints.append(QJsonObject {{QStringLiteral("id"), hint.id},
                                  {QStringLiteral("parts"), QJsonArray::fromStringList(hint.parts)},
                                  {QStringLiteral("files"), hint.files},
                                  {QStringLiteral("bytes"), hint.bytes},
                                  {QStringLiteral("sentence"), RemedyMessages::hint(hint, policy)}});
    for (const int layer : plan.emptiedLayers)
        emptied.append(layer + 1);
    QJsonObject out = json::document(QStringLiteral("remedy"));
    out[QStringLiteral("image")] = json::image(inventory);
    out[QStringLiteral("scenario")] = scenarioId(plan.scenario);
    out[QStringLiteral("policyVersion")] = policy.version();
    out[QStringLiteral("before")] = verdictJson(plan.before);
    out[QStringLiteral("after")] = verdictJson(plan.after);
    out[QStringLiteral("bytesBefore")] = plan.bytesBefore;
    out[QStringLiteral("bytesAfter")] = plan.bytesAfter;
    out[QStringLiteral("removals")] = removals;
    out[QStringLiteral("obstacles")] = obstacles;
    out[QStringLiteral("hints")] = hints;
    out[QStringLiteral("emptiedLayers")] = emptied;
    return out;
}

QJsonObject writtenJson(const WrittenImage &written, const QString &folder, const ScenarioVerdict &checked)
{
    QJsonArray layers, dropped;
    for (const WrittenImage::Layer &layer : written.layers)
        layers.append(QJsonObject {{QStringLiteral("before"), layer.before < 0 ? QJsonValue() : QJsonValue(layer.before + 1)},
                                   {QStringLiteral("digest"), layer.digest},
                                   {QStringLiteral("diffId"), layer.diffId},
                                   {QStringLiteral("storedBytes"), layer.storedBytes},
                                   {QStringLiteral("rewritten"), layer.rewritten},
                                   {QStringLiteral("removedFiles"), layer.droppedFiles},
                                   {QStringLiteral("editedFiles"), layer.editedFiles}});
    for (const int layer : written.droppedLayers)
        dropped.append(layer + 1);
    return {{QStringLiteral("folder"), folder},
            {QStringLiteral("manifestDigest"), written.manifestDigest},
            {QStringLiteral("configDigest"), written.configDigest},
            {QStringLiteral("layers"), layers},
            {QStringLiteral("droppedLayers"), dropped},
            {QStringLiteral("checked"), verdictJson(checked)}};
}

}  // namespace waybill
