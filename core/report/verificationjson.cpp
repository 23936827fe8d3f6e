// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/verificationjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waybill {

namespace {

QString idOf(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Unchanged:
        return QStringLiteral("unchanged");
    case Integrity::Changed:
        return QStringLiteral("changed");
    case Integrity::NotSigned:
        return QStringLiteral("notSigned");
    case Integrity::Unreadable:
        break;
    }
    return QStringLiteral("unreadable");
}

QString idOf(UpdateKind kind)
{
    switch (kind) {
    case UpdateKind::Signature:
        return QStringLiteral("signature");
    case UpdateKind::Timestamp:
        return QStringLiteral("timestamp");
    case UpdateKind::ValidationData:
        return QStringLiteral("validationData");
    case UpdateKind::FormFilling:
        return QStringLiteral("formFilling");
    case UpdateKind::Annotation:
        return QStringLiteral("annotation");
    case UpdateKind::Metadata:
        return QStringLiteral("metadata");
    case UpdateKind::Ineffective:
        return QStringLiteral("ineffective");
    case UpdateKind::Forbidden:
        break;
    }
    return QStringLiteral("forbidden");
}

QString idOf(SignatureRole role)
{
    return role == SignatureRole::Timestamp    ? QStringLiteral("timestamp")
        : role == SignatureRole::Certification ? QStringLiteral("certification")
                                               : QStringLiteral("approval");
}

QString idOf(Revocation revocation)
{
    return revocation == Revocation::Revoked ? QStringLiteral("revoked")
        : revocation == Revocation::Good     ? QStringLiteral("good")
                                             : QStringLiteral("notChecked");
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonArray updatesJson(const std::vector<UpdateNote> &updates)
{
    QJsonArray out;
    for (const UpdateNote &note : updates)
        out << QJsonObject {{QStringLiteral("kind"), idOf(note.kind)},
                            {QStringLiteral("permitted"), note.kind != UpdateKind::Forbidden},
                            {QStringLiteral("detail"), note.detail}};
    return out;
}

QJsonObject signatureJson(const SignatureCheck &check)
{
    const QJsonObject signer {{QStringLiteral("name"), check.signerName},
                              {QStringLiteral("issuer"), check.issuerName},
                              {QStringLiteral("certificateSha256"), check.certificateDigest},
                              {QStringLiteral("validFrom"), timeOrNull(check.validFrom)},
                              {QStringLiteral("validUntil"), timeOrNull(check.validUntil)},
                              {QStringLiteral("trusted"), check.trusted},
                              {QStringLiteral("selfSigned"), check.selfSigned},
                              {QStringLiteral("validToday"), !check.certificateExpired && check.validFrom.isValid()},
                              {QStringLiteral("revocation"), idOf(check.revocation)},
                              {QStringLiteral("statedName"), check.statedName}};
    const QJsonObject time {{QStringLiteral("claimed"), timeOrNull(check.claimedTime)},
                            {QStringLiteral("proven"), timeOrNull(check.provenTime)},
                            {QStringLiteral("authority"), check.timeAuthority},
                            {QStringLiteral("authorityTrusted"), check.timeTrusted}};
    const QJsonObject coverage {{QStringLiteral("wholeFile"), check.coversWholeFile},
                                {QStringLiteral("bytes"), check.coveredBytes},
                                {QStringLiteral("revision"), check.revision},
                                {QStringLiteral("revisionsAfter"), check.revisionsAfter}};
    return {{QStringLiteral("field"), check.fieldName},
            {QStringLiteral("role"), idOf(check.role)},
            {QStringLiteral("format"), check.subFilter},
            {QStringLiteral("integrity"), idOf(check.integrity)},
            {QStringLiteral("digestMatches"), check.digestMatches},
            {QStringLiteral("signatureMatches"), check.signatureMatches},
            {QStringLiteral("digestAlgorithm"), check.digestAlgorithm},
            {QStringLiteral("keyAlgorithm"), check.signatureAlgorithm},
            {QStringLiteral("weak"), check.weak},
            {QStringLiteral("permission"), check.permission},
            {QStringLiteral("coverage"), coverage},
            {QStringLiteral("updates"), updatesJson(check.updates)},
            {QStringLiteral("signer"), signer},
            {QStringLiteral("time"), time},
            {QStringLiteral("reason"), check.reason},
            {QStringLiteral("place"), check.place},
            {QStringLiteral("detail"), check.detail}};
}

}  // namespace

QByteArray verificationJson(const PdfVerification &verification, std::optional<bool> imageMatches)
{
    QJsonArray signatures;
    bool trusted = !verification.signatures.empty();
    for (const SignatureCheck &check : verification.signatures) {
        signatures << signatureJson(check);
        trusted = trusted && check.trusted;
    }
    QJsonObject root {{QStringLiteral("schemaVersion"), 1},
                      {QStringLiteral("document"), QStringLiteral("verification")},
                      {QStringLiteral("integrity"), idOf(verification.integrity)},
                      {QStringLiteral("unchanged"), verification.integrity == Integrity::Unchanged},
                      {QStringLiteral("signed"), !verification.signatures.empty()},
                      {QStringLiteral("trusted"), trusted},
                      {QStringLiteral("revisions"), verification.revisions},
                      {QStringLiteral("signatures"), signatures},
                      {QStringLiteral("hasReview"), verification.hasReview},
                      {QStringLiteral("reviewAltered"), verification.reviewAltered},
                      {QStringLiteral("imageDigest"), verification.imageDigest},
                      {QStringLiteral("imageReference"), verification.imageReference},
                      {QStringLiteral("policyVersion"), verification.policyVersion}};
    if (imageMatches)
        root.insert(QStringLiteral("imageMatches"), *imageMatches);
    return QJsonDocument(root).toJson();
}

}  // namespace waybill
