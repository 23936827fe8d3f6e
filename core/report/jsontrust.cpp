// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/jsontrust.h"

#include "core/report/jsonparts.h"
#include "core/report/messages.h"

#include <QLocale>

namespace waybill {

namespace {

constexpr size_t partsMost = 2000;

QJsonValue severity(const std::optional<TrustSeverity> &severity)
{
    return severity ? QJsonValue(trustSeverityId(*severity)) : QJsonValue();
}

/// `instruction`: of what the configuration says.
QJsonObject place(const TrustPlace &place, const Inventory *inventory, const QString &instruction)
{
    QJsonObject object;
    if (!place.path.empty())
        json::putPath(object, place.path);
    object[QStringLiteral("layer")] = place.layer < 0 ? QJsonValue() : QJsonValue(place.layer + 1);
    if (place.line > 0)
        object[QStringLiteral("line")] = place.line;
    if (!place.seen.isEmpty())
        object[QStringLiteral("seen")] = displayText(place.seen);
    if (place.hiddenBy >= 0)
        object[QStringLiteral("hiddenBy")] = place.hiddenBy + 1;
    if (inventory && place.layer >= 0 && static_cast<size_t>(place.layer) < inventory->image.layers.size())
        object[QStringLiteral("createdBy")] = inventory->image.layers[static_cast<size_t>(place.layer)].createdBy;
    else if (inventory && place.path.empty() && !instruction.isEmpty())
        object[QStringLiteral("createdBy")] = instruction;
    return object;
}

QJsonObject finding(const TrustFinding &finding, const Inventory *inventory)
{
    const QString language = QLocale().name();
    QJsonArray places;
    for (const TrustPlace &one : finding.places)
        places.append(place(one, inventory, finding.detail));
    QJsonObject object {{QStringLiteral("rule"), finding.rule},
                        {QStringLiteral("question"), trustQuestionId(finding.question)},
                        {QStringLiteral("severity"), trustSeverityId(finding.severity)},
                        {QStringLiteral("title"), finding.title.in(language)},
                        {QStringLiteral("why"), finding.why.in(language)},
                        {QStringLiteral("subject"), displayText(finding.subject)},
                        {QStringLiteral("detail"), finding.detail},
                        {QStringLiteral("count"), static_cast<qint64>(finding.count)},
                        {QStringLiteral("places"), places}};
    if (!finding.allowed.en.isEmpty())
        object[QStringLiteral("allowed")] = finding.allowed.in(language);
    return object;
}

QJsonObject findings(const TrustReport &report, const Inventory *inventory)
{
    QJsonArray all;
    for (const TrustFinding &one : report.findings)
        all.append(finding(one, inventory));
    QJsonObject worst;
    for (int i = 0; i < trustQuestionCount; ++i)
        worst[trustQuestionId(static_cast<TrustQuestion>(i))] = severity(report.worst[static_cast<size_t>(i)]);
    return {{QStringLiteral("worst"), worst},
            {QStringLiteral("searched"), report.searched},
            {QStringLiteral("rulesVersion"), report.rulesVersion},
            {QStringLiteral("findings"), all}};
}

QJsonArray signatures(const std::vector<CheckedSignature> &checked)
{
    QJsonArray all;
    for (const CheckedSignature &one : checked)
        all.append(QJsonObject {{QStringLiteral("standing"), signatureStandingId(one.standing)},
                                {QStringLiteral("format"), one.format},
                                {QStringLiteral("manifest"), one.manifest},
                                {QStringLiteral("subject"), one.subject},
                                {QStringLiteral("identity"), displayText(one.identity)},
                                {QStringLiteral("predicateType"), displayText(one.predicateType)},
                                {QStringLiteral("key"), displayText(one.key)}});
    return all;
}

QJsonObject source(const TrustSource &source)
{
    return {{QStringLiteral("reference"), source.reference},
            {QStringLiteral("repository"), source.standing.canonical},
            {QStringLiteral("standing"), nameStandingId(source.standing.standing)},
            {QStringLiteral("publisher"), source.standing.who},
            {QStringLiteral("publisherKind"), source.standing.kind},
            {QStringLiteral("note"), source.standing.note},
            {QStringLiteral("resembles"), source.standing.resembles},
            {QStringLiteral("pinned"), source.pinned},
            {QStringLiteral("signature"), vouchedId(source.signature)},
            {QStringLiteral("attestation"), vouchedId(source.attestation)},
            {QStringLiteral("sbom"), vouchedId(source.sbom)},
            {QStringLiteral("attached"), QJsonArray::fromStringList(source.attached)},
            {QStringLiteral("signatures"), signatures(source.signatures)}};
}

QJsonObject scan(const ScannerReport &report)
{
    QJsonArray holes;
    int dismissed = 0;
    for (const ScannedHole &hole : report.holes) {
        dismissed += hole.isDismissed() ? 1 : 0;
        QJsonObject object {{QStringLiteral("id"), hole.id},           {QStringLiteral("severity"), hole.severity},
                            {QStringLiteral("package"), hole.package}, {QStringLiteral("version"), hole.version},
                            {QStringLiteral("purl"), hole.purl},       {QStringLiteral("fixed"), hole.fixed},
                            {QStringLiteral("title"), hole.title},     {QStringLiteral("path"), hole.path}};
        if (!hole.status.isEmpty()) {
            object[QStringLiteral("vexStatus")] = hole.status;
            object[QStringLiteral("vexReason")] = hole.reason;
            object[QStringLiteral("vexSource")] = hole.source;
        }
        holes.append(object);
    }
    return {{QStringLiteral("scanner"), report.tool},          {QStringLiteral("scannerVersion"), report.toolVersion},
            {QStringLiteral("made"), json::time(report.made)}, {QStringLiteral("dataDate"), json::time(report.dataDate)},
            {QStringLiteral("subject"), report.subject},       {QStringLiteral("complete"), report.complete},
            {QStringLiteral("dismissed"), dismissed},          {QStringLiteral("holes"), holes}};
}

QJsonObject bill(const ComparedBill &bill, const Inventory &inventory)
{
    std::array<int, claimStateCount> counts {};
    QJsonArray differing;
    for (size_t i = 0; i < bill.result.answers.size(); ++i) {
        const ClaimAnswer &answer = bill.result.answers[i];
        ++counts[static_cast<size_t>(answer.state)];
        if (answer.state == ClaimState::Found || differing.size() >= static_cast<qsizetype>(partsMost))
            continue;
        const ClaimedPart &part = bill.claim.parts[i];
        differing.append(
            QJsonObject {{QStringLiteral("state"), claimStateId(answer.state)},
                         {QStringLiteral("name"), part.name},
                         {QStringLiteral("version"), part.version},
                         {QStringLiteral("found"),
                          answer.component.isValid() ? inventory.components[answer.component.value].version : QString()}});
    }
    QJsonArray unclaimed;
    for (const ComponentId id : bill.result.unclaimed) {
        if (unclaimed.size() < static_cast<qsizetype>(partsMost))
            unclaimed.append(
                QString(inventory.components[id.value].name + QLatin1Char(' ') + inventory.components[id.value].version));
    }
    QJsonArray licences;
    for (const quint32 index : bill.result.otherLicence) {
        if (licences.size() < static_cast<qsizetype>(partsMost))
            licences.append(QJsonObject {
                {QStringLiteral("name"), bill.claim.parts[index].name},
                {QStringLiteral("claimed"), bill.claim.parts[index].licence},
                {QStringLiteral("found"), inventory.components[bill.result.answers[index].component.value].expression}});
    }
    QJsonObject object {{QStringLiteral("file"), bill.file},
                        {QStringLiteral("format"), bill.claim.format},
                        {QStringLiteral("tool"), bill.claim.tool},
                        {QStringLiteral("claimed"), static_cast<qint64>(bill.claim.parts.size())},
                        {QStringLiteral("complete"), bill.claim.complete},
                        {QStringLiteral("unclaimedCount"), static_cast<qint64>(bill.result.unclaimed.size())},
                        {QStringLiteral("otherLicenceCount"), static_cast<qint64>(bill.result.otherLicence.size())},
                        {QStringLiteral("differing"), differing},
                        {QStringLiteral("unclaimed"), unclaimed},
                        {QStringLiteral("otherLicence"), licences}};
    for (size_t i = 0; i < counts.size(); ++i)
        object[claimStateId(static_cast<ClaimState>(i))] = counts[i];
    return object;
}

}  // namespace

QJsonObject trustPart(const TrustReport &report)
{
    return findings(report, nullptr);
}

QJsonObject trustJson(const Inventory &inventory, const TrustReport &report, const std::vector<ScannerReport> &scans,
                      const std::vector<ComparedBill> &bills)
{
    QJsonObject out = json::document(QStringLiteral("trust"));
    out[QStringLiteral("image")] = json::image(inventory);
    out[QStringLiteral("complete")] = report.complete;
    out[QStringLiteral("source")] = source(report.source);
    const QJsonObject found = findings(report, &inventory);
    for (auto it = found.begin(); it != found.end(); ++it)
        out[it.key()] = it.value();
    out[QStringLiteral("partlySearched")] = static_cast<qint64>(report.partlySearched);
    out[QStringLiteral("checksums")]
        = QJsonObject {{QStringLiteral("compared"), static_cast<qint64>(report.checksums.compared)},
                       {QStringLiteral("differing"), static_cast<qint64>(report.checksums.mismatches.size())},
                       {QStringLiteral("notCompared"), static_cast<qint64>(report.checksums.notCompared)},
                       {QStringLiteral("missing"), static_cast<qint64>(report.checksums.missing)}};
    out[QStringLiteral("outdated")]
        = QJsonObject {{QStringLiteral("asOf"), report.outdatedAsOf.toString(Qt::ISODate)},
                       {QStringLiteral("leftToDistribution"), static_cast<qint64>(report.leftToDistribution)}};
    QJsonArray looked;
    for (const ScannerReport &one : scans)
        looked.append(scan(one));
    out[QStringLiteral("vulnerabilities")]
        = QJsonObject {{QStringLiteral("state"), scans.empty() ? QStringLiteral("no-scanner") : QStringLiteral("scanned")},
                       {QStringLiteral("reports"), looked}};
    QJsonArray compared;
    for (const ComparedBill &one : bills)
        compared.append(bill(one, inventory));
    out[QStringLiteral("bills")] = compared;
    return out;
}

}  // namespace waybill
