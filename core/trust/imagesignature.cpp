// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/imagesignature.h"

#include "core/archive/digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

namespace waybill {

namespace {

constexpr qsizetype wordsMost = 300;

/// What has to be verified, and what it says.
struct Statement {
    QByteArray bytes;
    std::vector<QByteArray> signatures;
    QString jwsAlgorithm;  ///< empty: not a JWS
    QString subject;       ///< of an attestation about several images the one in question
    QString identity;
    QString predicateType;
};

QString word(const QJsonObject &object, const char *key)
{
    return object[QLatin1String(key)].toString().left(wordsMost);
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// {"critical": {"identity": {"docker-reference": ...}, "image": {"docker-manifest-digest": ...}}, ...} (containers/image,
/// signature format; cosign signs the same).
std::optional<Statement> simpleSigning(const AttachedSignature &attached)
{
    const QJsonObject critical = objectOf(attached.payload)[QLatin1String("critical")].toObject();
    Statement statement;
    statement.bytes = attached.payload;
    statement.signatures.push_back(attached.signature);
    statement.subject = word(critical[QLatin1String("image")].toObject(), "docker-manifest-digest");
    statement.identity = word(critical[QLatin1String("identity")].toObject(), "docker-reference");
    return isValidDigest(statement.subject) ? std::optional(std::move(statement)) : std::nullopt;
}

/// DSSE v1: the signed bytes are the pre-authentication encoding of type and payload; the payload is an in-toto statement.
std::optional<Statement> envelope(const QJsonObject &json, const QString &image)
{
    const QByteArray type = json[QLatin1String("payloadType")].toString().toUtf8();
    const QByteArray payload = QByteArray::fromBase64(json[QLatin1String("payload")].toString().toLatin1());
    const QJsonObject said = objectOf(payload);
    Statement statement;
    statement.bytes
        = "DSSEv1 " + QByteArray::number(type.size()) + ' ' + type + ' ' + QByteArray::number(payload.size()) + ' ' + payload;
    const QJsonArray signatures = json[QLatin1String("signatures")].toArray();
    for (const auto &one : signatures)
        statement.signatures.push_back(QByteArray::fromBase64(one.toObject()[QLatin1String("sig")].toString().toLatin1()));
    statement.predicateType = word(said, "predicateType");
    const QJsonArray subjects = said[QLatin1String("subject")].toArray();
    for (const auto &one : subjects) {
        const QJsonObject subject = one.toObject();
        const QString digest = QStringLiteral("sha256:") + word(subject[QLatin1String("digest")].toObject(), "sha256").toLower();
        if (!isValidDigest(digest))
            continue;
        if (statement.subject.isEmpty() || digest == image) {
            statement.subject = digest;
            statement.identity = word(subject, "name");
        }
    }
    const bool usable = !payload.isEmpty() && !statement.subject.isEmpty() && !statement.predicateType.isEmpty();
    return usable ? std::optional(std::move(statement)) : std::nullopt;
}

/// Notary Project signature in JSON: payload, protected header and signature in base64url (RFC 7515, flattened form).
std::optional<Statement> jws(const QByteArray &json)
{
    const QJsonObject object = objectOf(json);
    const auto decoded = [](const QByteArray &text) { return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding); };
    const QByteArray header = object[QLatin1String("protected")].toString().toLatin1();
    const QByteArray payload = object[QLatin1String("payload")].toString().toLatin1();
    Statement statement;
    statement.bytes = header + '.' + payload;
    statement.signatures.push_back(decoded(object[QLatin1String("signature")].toString().toLatin1()));
    statement.jwsAlgorithm = word(objectOf(decoded(header)), "alg");
    statement.subject = word(objectOf(decoded(payload))[QLatin1String("targetArtifact")].toObject(), "digest");
    const bool usable = isValidDigest(statement.subject) && !statement.jwsAlgorithm.isEmpty();
    return usable ? std::optional(std::move(statement)) : std::nullopt;
}

std::optional<Statement> statementOf(const AttachedSignature &attached, const QString &image)
{
    switch (attached.format) {
    case SignatureFormat::SimpleSigning:
        return simpleSigning(attached);
    case SignatureFormat::Dsse:
        return envelope(objectOf(attached.payload), image);
    case SignatureFormat::SigstoreBundle:
        return envelope(objectOf(attached.payload)[QLatin1String("dsseEnvelope")].toObject(), image);
    case SignatureFormat::NotaryJws:
        return jws(attached.payload);
    case SignatureFormat::Unknown:
        break;
    }
    return std::nullopt;
}

QString formatName(SignatureFormat format)
{
    static constexpr std::array names {"unknown", "cosign", "dsse", "sigstore-bundle", "notation"};
    return QLatin1String(names.at(static_cast<size_t>(format)));
}

bool madeBy(const VerifyingKey &key, const Statement &statement)
{
    return std::any_of(statement.signatures.begin(), statement.signatures.end(), [&](const QByteArray &signature) {
        return statement.jwsAlgorithm.isEmpty() ? key.verifies(statement.bytes, signature)
                                                : key.verifiesJws(statement.jwsAlgorithm, statement.bytes, signature);
    });
}

}  // namespace

QLatin1String signatureStandingId(SignatureStanding standing)
{
    static constexpr std::array names {"not-checked", "verified", "other-key", "other-image", "unreadable"};
    return QLatin1String(names.at(static_cast<size_t>(standing)));
}

std::vector<CheckedSignature> checkSignatures(std::span<const AttachedSignature> attached, const QString &manifestDigest,
                                              std::span<const VerifyingKey> keys)
{
    std::vector<CheckedSignature> checked;
    for (const AttachedSignature &one : attached) {
        CheckedSignature result;
        result.format = formatName(one.format);
        result.manifest = one.digest;
        const QString &wanted = one.attachedTo.isEmpty() ? manifestDigest : one.attachedTo;
        const auto statement = statementOf(one, wanted);
        if (!statement) {
            result.standing = SignatureStanding::Unreadable;
            checked.push_back(std::move(result));
            continue;
        }
        result.subject = statement->subject;
        result.identity = statement->identity;
        // Current cosign writes plain signatures as statements too.
        const bool plain = statement->predicateType == QLatin1String("https://sigstore.dev/cosign/sign/v1");
        result.predicateType = plain ? QString() : statement->predicateType;
        const auto maker
            = std::find_if(keys.begin(), keys.end(), [&statement](const VerifyingKey &key) { return madeBy(key, *statement); });
        if (statement->subject != wanted)
            result.standing = SignatureStanding::OtherImage;
        else if (maker != keys.end())
            result.standing = SignatureStanding::Verified;
        else if (!keys.empty())
            result.standing = SignatureStanding::OtherKey;
        if (result.standing == SignatureStanding::Verified)
            result.key = maker->label();
        checked.push_back(std::move(result));
    }
    return checked;
}

}  // namespace waybill
