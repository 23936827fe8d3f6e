// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/attachedsignatures.h"

#include "core/archive/digest.h"
#include "core/image/strictjson.h"

#include <QJsonDocument>

namespace waybill {

namespace {

constexpr size_t signaturesMost = 64;

SignatureFormat formatOf(const QString &mediaType)
{
    if (mediaType == QLatin1String("application/vnd.dev.cosign.simplesigning.v1+json"))
        return SignatureFormat::SimpleSigning;
    if (mediaType == QLatin1String("application/vnd.dsse.envelope.v1+json"))
        return SignatureFormat::Dsse;
    if (mediaType.startsWith(QLatin1String("application/vnd.dev.sigstore.bundle")))
        return SignatureFormat::SigstoreBundle;
    if (mediaType == QLatin1String("application/jose+json"))
        return SignatureFormat::NotaryJws;
    return SignatureFormat::Unknown;
}

}  // namespace

QString subjectOfTag(const QString &tag)
{
    for (const char *ending : {".sig", ".att", ".sbom"}) {
        if (!tag.endsWith(QLatin1String(ending)))
            continue;
        const QString digest = QString(tag.section(QLatin1Char(':'), -1).section(QLatin1Char('/'), -1))
                                   .chopped(static_cast<qsizetype>(qstrlen(ending)))
                                   .replace(QLatin1String("sha256-"), QLatin1String("sha256:"));
        return isValidDigest(digest) ? digest : QString();
    }
    return {};
}

QString subjectOfManifest(const QByteArray &manifest)
{
    const QJsonObject object = QJsonDocument::fromJson(manifest).object();
    const QString digest = object[QLatin1String("subject")].toObject()[QLatin1String("digest")].toString();
    return isValidDigest(digest) ? digest : QString();
}

std::vector<AttachedSignature> signaturesOf(const Manifest &manifest, const QString &digest, const BlobReader &read)
{
    std::vector<AttachedSignature> found;
    for (const Descriptor &layer : manifest.layers) {
        const SignatureFormat format = formatOf(layer.mediaType);
        if (format == SignatureFormat::Unknown || found.size() >= signaturesMost)
            continue;
        auto payload = read(layer);
        if (!payload)
            continue;
        AttachedSignature signature;
        signature.format = format;
        signature.digest = digest;
        signature.payload = std::move(*payload);
        signature.signature
            = QByteArray::fromBase64(layer.annotations.value(QStringLiteral("dev.cosignproject.cosign/signature")).toLatin1());
        signature.certificate = layer.annotations.value(QStringLiteral("dev.sigstore.cosign/certificate")).toUtf8();
        found.push_back(std::move(signature));
    }
    return found;
}

}  // namespace waybill
