// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsoncomparison.h"

#include "core/report/jsonparts.h"
#include "core/report/messages.h"

namespace waybill {

namespace {

constexpr size_t mostFiles = 10'000;

QJsonValue layerNumber(int layer)
{
    return layer < 0 ? QJsonValue() : QJsonValue(layer + 1);
}

QJsonArray layersJson(const Comparison &comparison)
{
    QJsonArray out;
    for (const LayerChange &layer : comparison.layers)
        out.append(QJsonObject {{QStringLiteral("change"), changeId(layer.change())},
                                {QStringLiteral("a"), layerNumber(layer.a)},
                                {QStringLiteral("b"), layerNumber(layer.b)},
                                {QStringLiteral("diffId"), layer.diffId},
                                {QStringLiteral("createdBy"), layer.createdBy},
                                {QStringLiteral("bytes"), layer.bytes}});
    return out;
}

QJsonObject filesJson(const Comparison &comparison)
{
    QJsonArray list;
    std::array<qint64, 5> counts {};
    for (const FileChange &file : comparison.files) {
        ++counts[static_cast<size_t>(file.change)];
        if (list.size() >= static_cast<qsizetype>(mostFiles))
            continue;
        QJsonObject item {{QStringLiteral("change"), changeId(file.change)}};
        json::putPath(item, file.path);
        if (!file.from.empty())
            item[QStringLiteral("from")] = displayPath(file.from);
        if (file.a.isValid()) {
            item[QStringLiteral("sizeA")] = file.sizeA;
            item[QStringLiteral("classA")] = licenceClassId(file.classA);
        }
        if (file.b.isValid()) {
            item[QStringLiteral("sizeB")] = file.sizeB;
            item[QStringLiteral("classB")] = licenceClassId(file.classB);
        }
        list.append(item);
    }
    return {{QStringLiteral("added"), counts[static_cast<size_t>(Change::Added)]},
            {QStringLiteral("removed"), counts[static_cast<size_t>(Change::Removed)]},
            {QStringLiteral("changed"), counts[static_cast<size_t>(Change::Changed)]},
            {QStringLiteral("moved"), counts[static_cast<size_t>(Change::Moved)]},
            {QStringLiteral("same"), static_cast<qint64>(comparison.sameFiles)},
            {QStringLiteral("alike"), static_cast<qint64>(comparison.alikeFiles)},
            {QStringLiteral("comparedBy"), QStringLiteral("layer, kind, mode, size, link target")},
            {QStringLiteral("list"), list}};
}

QJsonArray componentsJson(const Comparison &comparison)
{
    QJsonArray out;
    for (const ComponentChange &component : comparison.components) {
        QJsonObject item {{QStringLiteral("change"), changeId(component.change)},
                          {QStringLiteral("kind"), component.kind},
                          {QStringLiteral("name"), component.name}};
        if (component.change != Change::Added) {
            item[QStringLiteral("versionA")] = component.versionA;
            item[QStringLiteral("expressionA")] = component.expressionA;
            item[QStringLiteral("classA")] = licenceClassId(component.classA);
        }
        if (component.change != Change::Removed) {
            item[QStringLiteral("versionB")] = component.versionB;
            item[QStringLiteral("expressionB")] = component.expressionB;
            item[QStringLiteral("classB")] = licenceClassId(component.classB);
        }
        out.append(item);
    }
    return out;
}

QJsonArray findingsJson(const Comparison &comparison)
{
    QJsonArray out;
    for (const FindingChange &finding : comparison.findings) {
        QJsonObject scenarios;
        for (const Scenario scenario : allScenarios) {
            const auto s = static_cast<size_t>(scenario);
            scenarios[scenarioId(scenario)] = QJsonObject {{QStringLiteral("permissionA"), permissionId(finding.permissionA[s])},
                                                           {QStringLiteral("permissionB"), permissionId(finding.permissionB[s])},
                                                           {QStringLiteral("riskA"), riskLevelId(finding.riskA[s])},
                                                           {QStringLiteral("riskB"), riskLevelId(finding.riskB[s])}};
        }
        out.append(QJsonObject {{QStringLiteral("key"), finding.key},
                                {QStringLiteral("rule"), finding.ruleId},
                                {QStringLiteral("subject"), finding.subject},
                                {QStringLiteral("change"), changeId(finding.change)},
                                {QStringLiteral("scenarios"), scenarios}});
    }
    return out;
}

QJsonObject verdictsJson(const Comparison &comparison)
{
    QJsonObject out;
    for (const Scenario scenario : allScenarios) {
        const ScenarioVerdict &a = comparison.verdictsA[static_cast<size_t>(scenario)];
        const ScenarioVerdict &b = comparison.verdictsB[static_cast<size_t>(scenario)];
        out[scenarioId(scenario)] = QJsonObject {{QStringLiteral("verdictA"), verdictId(a.verdict)},
                                                 {QStringLiteral("verdictB"), verdictId(b.verdict)},
                                                 {QStringLiteral("riskA"), riskLevelId(a.risk)},
                                                 {QStringLiteral("riskB"), riskLevelId(b.risk)}};
    }
    return out;
}

QJsonObject classesJson(const Comparison &comparison)
{
    QJsonObject out;
    for (size_t i = 0; i < licenceClassCount; ++i) {
        if (comparison.classesA.files[i] == 0 && comparison.classesB.files[i] == 0)
            continue;
        out[licenceClassId(static_cast<LicenceClass>(i))]
            = QJsonObject {{QStringLiteral("filesA"), static_cast<qint64>(comparison.classesA.files[i])},
                           {QStringLiteral("filesB"), static_cast<qint64>(comparison.classesB.files[i])},
                           {QStringLiteral("bytesA"), comparison.classesA.bytes[i]},
                           {QStringLiteral("bytesB"), comparison.classesB.bytes[i]}};
    }
    return out;
}

}  // namespace

QJsonObject comparisonJson(const ComparedImage &a, const ComparedImage &b, const Comparison &comparison)
{
    QJsonObject out = json::document(QStringLiteral("compare"));
    out[QStringLiteral("a")] = json::image(*a.inventory);
    out[QStringLiteral("b")] = json::image(*b.inventory);
    out[QStringLiteral("policyVersion")] = b.assessment.policyVersion;
    out[QStringLiteral("verdicts")] = verdictsJson(comparison);
    out[QStringLiteral("layers")] = layersJson(comparison);
    out[QStringLiteral("sharedBytes")] = comparison.sharedBytes;
    out[QStringLiteral("files")] = filesJson(comparison);
    out[QStringLiteral("components")] = componentsJson(comparison);
    out[QStringLiteral("sameComponents")] = static_cast<qint64>(comparison.sameComponents);
    out[QStringLiteral("classes")] = classesJson(comparison);
    out[QStringLiteral("findings")] = findingsJson(comparison);
    return out;
}

}  // namespace waybill
