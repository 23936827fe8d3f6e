// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkreports.h"
#include "core/report/jsonreport.h"
#include "core/report/messages.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t placesOfResult = 10;  ///< files that a result points to; the true number stands beside them

QJsonObject text(const QString &words)
{
    return {{QStringLiteral("text"), words}};
}

/// RFC 3986 path of image bytes, relative to the root of the image.
QString uriOf(const std::string &path)
{
    return QString::fromLatin1(QByteArray::fromStdString(path).toPercentEncoding("/"));
}

QString levelOf(const Effect &effect)
{
    switch (effect.permission) {
    case Permission::NotPermitted:
        return QStringLiteral("error");
    case Permission::Undetermined:
        return QStringLiteral("warning");
    case Permission::PermittedWithDuties:
        return QStringLiteral("note");
    case Permission::Permitted:
        break;
    }
    return QStringLiteral("none");
}

QJsonObject ruleOf(const RuleText &rule)
{
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("name"), rule.id},
            {QStringLiteral("shortDescription"), text(rule.title.en)},
            {QStringLiteral("fullDescription"), text(rule.rationale.en)},
            {QStringLiteral("help"), text(rule.clause + QStringLiteral(" — ") + rule.document)},
            {QStringLiteral("properties"),
             QJsonObject {{QStringLiteral("clause"), rule.clause},
                          {QStringLiteral("document"), rule.document},
                          {QStringLiteral("date"), rule.date},
                          {QStringLiteral("certainty"), rule.certainty}}}};
}

QJsonObject logicalLayer(const Inventory &inventory, quint16 layer)
{
    const QString instruction = layer < inventory.image.layers.size() ? inventory.image.layers[layer].createdBy : QString();
    return {{QStringLiteral("name"), QStringLiteral("layer %1").arg(layer + 1)},
            {QStringLiteral("kind"), QStringLiteral("module")},
            {QStringLiteral("fullyQualifiedName"), displayText(instruction.simplified().left(500))}};
}

QJsonArray locationsOf(const CheckView &view, const Finding &finding)
{
    const Inventory &inventory = *view.review.inventory;
    QJsonArray places;
    const FindingFiles files = filesOf(inventory, finding, placesOfResult);
    for (const FindingFile &file : files.files) {
        const QJsonObject artifact {{QStringLiteral("uri"), uriOf(file.path)},
                                    {QStringLiteral("uriBaseId"), QStringLiteral("IMAGE")}};
        QJsonObject place {{QStringLiteral("physicalLocation"), QJsonObject {{QStringLiteral("artifactLocation"), artifact}}},
                           {QStringLiteral("logicalLocations"), QJsonArray {logicalLayer(inventory, file.entry->layer)}}};
        if (file.entry->isGhost())
            place[QStringLiteral("message")] = text(Messages::ghost(*file.entry));
        places.append(place);
    }
    if (!places.isEmpty())
        return places;
    // A finding about the image as a whole points to its root.
    const QJsonObject root {{QStringLiteral("uri"), QStringLiteral(".")}, {QStringLiteral("uriBaseId"), QStringLiteral("IMAGE")}};
    return {QJsonObject {{QStringLiteral("physicalLocation"), QJsonObject {{QStringLiteral("artifactLocation"), root}}}}};
}

QJsonObject resultOf(const CheckView &view, const Finding &finding, int ruleIndex)
{
    const Effect &effect = finding.effect(view.scenario);
    const QString level = levelOf(effect);
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(finding.key.toUtf8(), QCryptographicHash::Sha256).toHex());
    QJsonArray layers;
    for (const quint16 layer : finding.layers)
        layers.append(layer + 1);
    const QString message = displayText(finding.subject) + QStringLiteral(": ") + effect.whyEn + QStringLiteral(" (")
        + effect.clause + QLatin1Char(')');
    QJsonObject result {
        {QStringLiteral("ruleId"), finding.ruleId},
        {QStringLiteral("level"), level},
        {QStringLiteral("kind"), level == QLatin1String("none") ? QStringLiteral("pass") : QStringLiteral("fail")},
        {QStringLiteral("message"), text(message)},
        {QStringLiteral("locations"), locationsOf(view, finding)},
        {QStringLiteral("partialFingerprints"), QJsonObject {{QStringLiteral("waybillFinding/v1"), hash}}},
        {QStringLiteral("properties"),
         QJsonObject {{QStringLiteral("key"), finding.key},
                      {QStringLiteral("risk"), riskLevelId(effect.risk)},
                      {QStringLiteral("permission"), permissionId(effect.permission)},
                      {QStringLiteral("class"), licenceClassId(finding.licenceClass)},
                      {QStringLiteral("licence"), finding.expression},
                      {QStringLiteral("clause"), effect.clause},
                      {QStringLiteral("document"), finding.document},
                      {QStringLiteral("duties"), QJsonArray::fromStringList(effect.duties)},
                      {QStringLiteral("layers"), layers},
                      {QStringLiteral("liveFiles"), static_cast<qint64>(finding.liveFiles)},
                      {QStringLiteral("ghostFiles"), static_cast<qint64>(finding.ghostFiles)}}}};
    if (ruleIndex >= 0)
        result[QStringLiteral("ruleIndex")] = ruleIndex;
    if (const Decision *decision = view.review.decisionOn(finding.key); decision && decision->action == DecisionAction::Accept)
        result[QStringLiteral("suppressions")] = QJsonArray {QJsonObject {{QStringLiteral("kind"), QStringLiteral("external")},
                                                                          {QStringLiteral("status"), QStringLiteral("accepted")},
                                                                          {QStringLiteral("justification"), decision->reason}}};
    return result;
}

QJsonObject runOf(const CheckView &view)
{
    const Assessment &assessment = view.review.concluded;
    QStringList ids;
    QJsonArray rules;
    QJsonArray results;
    for (const quint32 index : view.findings) {
        const Finding &finding = view.finding(index);
        if (!ids.contains(finding.ruleId)) {
            if (const RuleText *rule = view.policy.rule(finding.ruleId)) {
                ids.append(finding.ruleId);
                rules.append(ruleOf(*rule));
            }
        }
        results.append(resultOf(view, finding, static_cast<int>(ids.indexOf(finding.ruleId))));
    }
    QJsonArray notes;
    for (const ImageNote &note : allNotes(*view.review.inventory))
        notes.append(QJsonObject {{QStringLiteral("message"), text(Messages::note(note))},
                                  {QStringLiteral("level"), note.incomplete ? QStringLiteral("error") : QStringLiteral("note")}});
    const QJsonObject driver {{QStringLiteral("name"), QStringLiteral("Waybill")},
                              {QStringLiteral("version"), QStringLiteral(WAYBILL_VERSION)},
                              {QStringLiteral("rules"), rules}};
    const QString scenario = scenarioId(view.scenario);
    return {
        {QStringLiteral("tool"), QJsonObject {{QStringLiteral("driver"), driver}}},
        {QStringLiteral("automationDetails"), QJsonObject {{QStringLiteral("id"), QStringLiteral("waybill/%1/").arg(scenario)}}},
        {QStringLiteral("columnKind"), QStringLiteral("unicodeCodePoints")},
        {QStringLiteral("originalUriBaseIds"),
         QJsonObject {{QStringLiteral("IMAGE"),
                       QJsonObject {{QStringLiteral("description"), text(QStringLiteral("Root of the image"))}}}}},
        {QStringLiteral("invocations"),
         QJsonArray {QJsonObject {{QStringLiteral("executionSuccessful"), assessment.complete},
                                  {QStringLiteral("toolExecutionNotifications"), notes}}}},
        {QStringLiteral("results"), results},
        {QStringLiteral("properties"),
         QJsonObject {{QStringLiteral("scenario"), scenario},
                      {QStringLiteral("image"), imageDigest(view.review.inventory->image)},
                      {QStringLiteral("policyVersion"), assessment.policyVersion},
                      {QStringLiteral("verdict"), verdictId(view.verdict().verdict)},
                      {QStringLiteral("risk"), riskLevelId(view.verdict().risk)},
                      {QStringLiteral("riskWithUnknown"), riskLevelId(view.verdict().riskWithUnknown)},
                      {QStringLiteral("duties"), QJsonArray::fromStringList(view.verdict().duties)}}}};
}

}  // namespace

QByteArray writeSarif(const std::vector<CheckView> &views)
{
    QJsonArray runs;
    for (const CheckView &view : views)
        runs.append(runOf(view));
    const QJsonObject document {{QStringLiteral("$schema"), QStringLiteral("https://json.schemastore.org/sarif-2.1.0.json")},
                                {QStringLiteral("version"), QStringLiteral("2.1.0")},
                                {QStringLiteral("runs"), runs}};
    return QJsonDocument(document).toJson();
}

}  // namespace waybill
