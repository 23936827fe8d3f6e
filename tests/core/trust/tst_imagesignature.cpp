// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/scanner.h"
#include "core/inventory/trustreport.h"
#include "tests/support/tarwriter.h"
#include "tests/support/textimage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace waybill;
using namespace waybill::test;

namespace {

constexpr const char *manifestType = "application/vnd.oci.image.manifest.v1+json";
constexpr const char *configType = "application/vnd.oci.image.config.v1+json";
constexpr const char *simpleType = "application/vnd.dev.cosign.simplesigning.v1+json";
constexpr const char *dsseType = "application/vnd.dsse.envelope.v1+json";
constexpr const char *joseType = "application/jose+json";

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject descriptor(const char *type, const QByteArray &bytes, const QJsonObject &annotations = {})
{
    return {{QStringLiteral("mediaType"), QString::fromLatin1(type)},
            {QStringLiteral("digest"), QString::fromLatin1(digestOf(bytes))},
            {QStringLiteral("size"), static_cast<qint64>(bytes.size())},
            {QStringLiteral("annotations"), annotations}};
}

/// A key pair made for one test.
class SigningKey
{
public:
    explicit SigningKey(const char *kind) : m_key(make(kind)) { }
    ~SigningKey() { EVP_PKEY_free(m_key); }
    Q_DISABLE_COPY_MOVE(SigningKey)

    QByteArray pem() const
    {
        BIO *out = BIO_new(BIO_s_mem());
        PEM_write_bio_PUBKEY(out, m_key);
        char *data = nullptr;
        const long size = BIO_get_mem_data(out, &data);
        QByteArray text(data, static_cast<qsizetype>(size));
        BIO_free(out);
        return text;
    }
    VerifyingKey verifying() const { return *VerifyingKey::fromPem(pem(), QStringLiteral("team.pub")); }
    QByteArray sign(const QByteArray &bytes, bool pss = false) const
    {
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        EVP_PKEY_CTX *parameters = nullptr;
        const bool bare = EVP_PKEY_is_a(m_key, "ED25519") != 0;
        EVP_DigestSignInit(context, &parameters, bare ? nullptr : EVP_sha256(), nullptr, m_key);
        if (pss) {
            EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST);
        }
        size_t size = 1024;
        QByteArray signature(1024, '\0');
        const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
        EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size, data,
                       static_cast<size_t>(bytes.size()));
        EVP_MD_CTX_free(context);
        return signature.left(static_cast<qsizetype>(size));
    }
    /// ECDSA as two numbers of 32 bytes.
    QByteArray signRaw(const QByteArray &bytes) const
    {
        const QByteArray encoded = sign(bytes);
        const auto *at = reinterpret_cast<const unsigned char *>(encoded.constData());
        ECDSA_SIG *pair = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(encoded.size()));
        QByteArray raw(64, '\0');
        BN_bn2binpad(ECDSA_SIG_get0_r(pair), reinterpret_cast<unsigned char *>(raw.data()), 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair), reinterpret_cast<unsigned char *>(raw.data()) + 32, 32);
        ECDSA_SIG_free(pair);
        return raw;
    }

private:
    static EVP_PKEY *make(const char *kind)
    {
        if (qstrcmp(kind, "RSA") == 0)
            return EVP_PKEY_Q_keygen(nullptr, nullptr, kind, size_t(2048));
        return qstrcmp(kind, "EC") == 0 ? EVP_PKEY_Q_keygen(nullptr, nullptr, kind, "P-256")
                                        : EVP_PKEY_Q_keygen(nullptr, nullptr, kind);
    }
    EVP_PKEY *m_key;
};

QByteArray simpleSigning(const QString &digest)
{
    const QJsonObject critical {
        {QStringLiteral("identity"), QJsonObject {{QStringLiteral("docker-reference"), QStringLiteral("example.org/app")}}},
        {QStringLiteral("image"), QJsonObject {{QStringLiteral("docker-manifest-digest"), digest}}},
        {QStringLiteral("type"), QStringLiteral("cosign container image signature")}};
    return json({{QStringLiteral("critical"), critical}, {QStringLiteral("optional"), QJsonValue()}});
}

QByteArray envelope(const SigningKey &key, const QString &digest, const char *predicate)
{
    const QByteArray type = "application/vnd.in-toto+json";
    const QJsonObject subject {{QStringLiteral("name"), QStringLiteral("example.org/app")},
                               {QStringLiteral("digest"), QJsonObject {{QStringLiteral("sha256"), digest.mid(7)}}}};
    const QByteArray payload = json({{QStringLiteral("_type"), QStringLiteral("https://in-toto.io/Statement/v1")},
                                     {QStringLiteral("predicateType"), QString::fromLatin1(predicate)},
                                     {QStringLiteral("subject"), QJsonArray {subject}}});
    const QByteArray signedBytes
        = "DSSEv1 " + QByteArray::number(type.size()) + ' ' + type + ' ' + QByteArray::number(payload.size()) + ' ' + payload;
    const QString signature = QString::fromLatin1(key.sign(signedBytes).toBase64());
    return json({{QStringLiteral("payloadType"), QString::fromLatin1(type)},
                 {QStringLiteral("payload"), QString::fromLatin1(payload.toBase64())},
                 {QStringLiteral("signatures"), QJsonArray {QJsonObject {{QStringLiteral("sig"), signature}}}}});
}

QByteArray jws(const SigningKey &key, const QString &digest, const char *algorithm)
{
    const auto coded
        = [](const QByteArray &bytes) { return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); };
    const QByteArray header = coded(json({{QStringLiteral("alg"), QString::fromLatin1(algorithm)}}));
    const QByteArray payload
        = coded(json({{QStringLiteral("targetArtifact"), QJsonObject {{QStringLiteral("digest"), digest}}}}));
    const QByteArray bytes = header + '.' + payload;
    const QByteArray signature = algorithm[0] == 'P' ? key.sign(bytes, true) : key.signRaw(bytes);
    return json({{QStringLiteral("payload"), QString::fromLatin1(payload)},
                 {QStringLiteral("protected"), QString::fromLatin1(header)},
                 {QStringLiteral("signature"), QString::fromLatin1(coded(signature))}});
}

/// An OCI layout of one image and what is attached to it.
struct Layout {
    std::vector<QByteArray> blobs;
    QJsonArray manifests;
    QString imageDigest;

    Layout()
    {
        TarWriter tar;
        tar.add({.path = "etc/hostname", .bytes = "box"});
        const QByteArray layer = tar.finish();
        const QByteArray config
            = json({{QStringLiteral("os"), QStringLiteral("linux")},
                    {QStringLiteral("architecture"), QStringLiteral("amd64")},
                    {QStringLiteral("rootfs"),
                     QJsonObject {{QStringLiteral("diff_ids"), QJsonArray {QString::fromLatin1(digestOf(layer))}}}}});
        const QByteArray manifest = add({}, config, "application/vnd.oci.image.layer.v1.tar", layer, {}, {});
        imageDigest = QString::fromLatin1(digestOf(manifest));
    }
    /// A manifest with one layer; `tag` becomes its name in the index.
    QByteArray add(const QString &tag, const QByteArray &config, const char *type, const QByteArray &layer,
                   const QJsonObject &layerNotes, QJsonObject notes)
    {
        QByteArray manifest = json({{QStringLiteral("schemaVersion"), 2},
                                    {QStringLiteral("config"), descriptor(configType, config)},
                                    {QStringLiteral("layers"), QJsonArray {descriptor(type, layer, layerNotes)}}});
        if (!tag.isEmpty())
            notes[QStringLiteral("org.opencontainers.image.ref.name")] = tag;
        manifests.append(descriptor(manifestType, manifest, notes));
        blobs.insert(blobs.end(), {config, layer, manifest});
        return manifest;
    }
    void sign(const QByteArray &payload, const QByteArray &signature)
    {
        add(QString(imageDigest).replace(QLatin1Char(':'), QLatin1Char('-')) + QLatin1String(".sig"), "{}", simpleType, payload,
            {{QStringLiteral("dev.cosignproject.cosign/signature"), QString::fromLatin1(signature.toBase64())}}, {});
    }
    std::shared_ptr<const ImageSource> open() const
    {
        TarWriter tar;
        for (const QByteArray &blob : blobs)
            tar.add({.path = "blobs/sha256/" + digestOf(blob).mid(7), .bytes = blob});
        tar.add({.path = "oci-layout", .bytes = R"({"imageLayoutVersion":"1.0.0"})"});
        tar.add({.path = "index.json",
                 .bytes = json({{QStringLiteral("schemaVersion"), 2}, {QStringLiteral("manifests"), manifests}})});
        const auto source = openImageArchive(memorySource(tar.finish(), QStringLiteral("i.tar")), QStringLiteral("i.tar"));
        return source ? *source : nullptr;
    }
};

}  // namespace

/// Signatures beside an image, with and without keys; all keys are made here.
class TestImageSignature : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void kinds_data();
    void kinds();
    void attachedInLayout();
    void savedByCosign();
    void keysThatDoNotFit();
    void signatureOfAnotherImage();
    void attestations();
    void notary_data();
    void notary();
    void unreadable();
    void keyFiles();

private:
    TrustReport judged(const Layout &layout, const std::vector<VerifyingKey> &keys) const;
    ScanKnowledge m_knowledge;
    TrustKnowledge m_trust;
};

void TestImageSignature::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge);
    m_knowledge = *knowledge;
    const auto trust = TrustKnowledge::load();
    QVERIFY(trust);
    m_trust = *trust;
}

TrustReport TestImageSignature::judged(const Layout &layout, const std::vector<VerifyingKey> &keys) const
{
    const auto source = layout.open();
    const auto image = source->image(0);
    Progress progress;
    const auto inventory = scan(*source, *image, m_knowledge, {}, {}, progress);
    return trustReportOf(*inventory, m_trust, QDate(2026, 11, 25), &source->listings(),
                         checkSignatures(source->signatures(*image), image->manifestDigest, keys));
}

void TestImageSignature::kinds_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"EC", "RSA", "ED25519"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestImageSignature::kinds()
{
    QFETCH(QByteArray, kind);
    const SigningKey key(kind.constData());
    const QByteArray good = key.sign("words");
    QVERIFY(key.verifying().verifies("words", good));
    QVERIFY(!key.verifying().verifies("wordz", good));
    QVERIFY(!key.verifying().verifies("words", good.left(good.size() - 1)));
    QVERIFY(!key.verifying().verifies("words", {}));
}

void TestImageSignature::attachedInLayout()
{
    const SigningKey key("EC");
    Layout layout;
    const QByteArray payload = simpleSigning(layout.imageDigest);
    layout.sign(payload, key.sign(payload));
    const auto source = layout.open();
    QVERIFY(source);
    QCOMPARE(source->listings().size(), size_t(2));
    QVERIFY(source->listings()[0].isImage);
    QVERIFY(!source->listings()[1].isImage);
    QCOMPARE(source->listings()[1].attachedTo, layout.imageDigest);
    QCOMPARE(static_cast<int>(judged(layout, {}).source.signature), static_cast<int>(Vouched::NotChecked));
    const TrustReport report = judged(layout, {SigningKey("EC").verifying(), key.verifying()});
    QCOMPARE(static_cast<int>(report.source.signature), static_cast<int>(Vouched::Verified));
    QCOMPARE(report.source.signatures.size(), size_t(1));
    QCOMPARE(report.source.signatures[0].identity, QStringLiteral("example.org/app"));
    QCOMPARE(report.source.signatures[0].subject, layout.imageDigest);
    QCOMPARE(report.source.signatures[0].key, QStringLiteral("team.pub"));
    QCOMPARE(static_cast<int>(report.source.attestation), static_cast<int>(Vouched::CannotTell));
}

/// Its layouts name no tags; the kind of an entry stands in an annotation.
void TestImageSignature::savedByCosign()
{
    const SigningKey key("EC");
    Layout layout;
    const QByteArray payload = simpleSigning(layout.imageDigest);
    layout.add({}, "{}", simpleType, payload,
               {{QStringLiteral("dev.cosignproject.cosign/signature"), QString::fromLatin1(key.sign(payload).toBase64())}},
               {{QStringLiteral("kind"), QStringLiteral("dev.cosignproject.cosign/sigs")}});
    QCOMPARE(static_cast<int>(judged(layout, {key.verifying()}).source.signature), static_cast<int>(Vouched::Verified));
}

void TestImageSignature::keysThatDoNotFit()
{
    const SigningKey key("EC");
    Layout layout;
    const QByteArray payload = simpleSigning(layout.imageDigest);
    layout.sign(payload, key.sign(payload));
    const TrustReport wrong = judged(layout, {SigningKey("EC").verifying()});
    QCOMPARE(static_cast<int>(wrong.source.signature), static_cast<int>(Vouched::Contradicted));
    QCOMPARE(wrong.findings.front().rule, QStringLiteral("signature-other-key"));
    QCOMPARE(wrong.findings.front().severity, TrustSeverity::High);
    // Somebody else signed as well: one good signature is enough.
    layout.sign(payload + ' ', SigningKey("EC").sign(payload));
    const TrustReport both = judged(layout, {key.verifying()});
    QCOMPARE(static_cast<int>(both.source.signature), static_cast<int>(Vouched::Verified));
    QCOMPARE(both.worstOf(TrustQuestion::Maker), std::optional(TrustSeverity::Note));
}

void TestImageSignature::signatureOfAnotherImage()
{
    const SigningKey key("EC");
    Layout layout;
    const QByteArray payload = simpleSigning(QStringLiteral("sha256:") + QString(64, QLatin1Char('a')));
    layout.sign(payload, key.sign(payload));
    for (const std::vector<VerifyingKey> &keys : {std::vector<VerifyingKey>(), {key.verifying()}}) {
        const TrustReport report = judged(layout, keys);
        QCOMPARE(static_cast<int>(report.source.signature), static_cast<int>(Vouched::Contradicted));
        QCOMPARE(report.findings.front().rule, QStringLiteral("signature-other-image"));
    }
}

void TestImageSignature::attestations()
{
    const SigningKey key("EC");
    Layout layout;
    const QString tag = QString(layout.imageDigest).replace(QLatin1Char(':'), QLatin1Char('-')) + QLatin1String(".att");
    layout.add(tag, "{}", dsseType, envelope(key, layout.imageDigest, "https://slsa.dev/provenance/v1"), {}, {});
    const TrustReport report = judged(layout, {key.verifying()});
    QCOMPARE(static_cast<int>(report.source.attestation), static_cast<int>(Vouched::Verified));
    QCOMPARE(static_cast<int>(report.source.signature), static_cast<int>(Vouched::CannotTell));
    QCOMPARE(report.source.signatures[0].predicateType, QStringLiteral("https://slsa.dev/provenance/v1"));
    QCOMPARE(static_cast<int>(judged(layout, {SigningKey("EC").verifying()}).source.attestation),
             static_cast<int>(Vouched::Contradicted));
    // Newer clients write a plain signature as a statement inside a bundle.
    AttachedSignature bundle;
    bundle.format = SignatureFormat::SigstoreBundle;
    bundle.payload
        = json({{QStringLiteral("dsseEnvelope"),
                 QJsonDocument::fromJson(envelope(key, layout.imageDigest, "https://sigstore.dev/cosign/sign/v1")).object()}});
    const std::vector keys {key.verifying()};
    const auto checked = checkSignatures({&bundle, 1}, layout.imageDigest, keys);
    QCOMPARE(checked.size(), size_t(1));
    QCOMPARE(static_cast<int>(checked[0].standing), static_cast<int>(SignatureStanding::Verified));
    QVERIFY(!checked[0].isAttestation());
}

void TestImageSignature::notary_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("algorithm");
    QTest::newRow("RSA") << QByteArray("RSA") << QByteArray("PS256");
    QTest::newRow("EC") << QByteArray("EC") << QByteArray("ES256");
}

void TestImageSignature::notary()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, algorithm);
    const SigningKey key(kind.constData());
    const QString digest = QStringLiteral("sha256:") + QString(64, QLatin1Char('b'));
    AttachedSignature attached;
    attached.format = SignatureFormat::NotaryJws;
    attached.payload = jws(key, digest, algorithm.constData());
    const std::vector keys {key.verifying()};
    QCOMPARE(static_cast<int>(checkSignatures({&attached, 1}, digest, keys)[0].standing),
             static_cast<int>(SignatureStanding::Verified));
    const std::vector others {SigningKey(kind.constData()).verifying()};
    QCOMPARE(static_cast<int>(checkSignatures({&attached, 1}, digest, others)[0].standing),
             static_cast<int>(SignatureStanding::OtherKey));
    // The algorithm is the signer's word; a key of another kind never fits it.
    attached.payload.replace(QByteArray("\"protected\":\""), QByteArray("\"protected\":\"x"));
    QCOMPARE(static_cast<int>(checkSignatures({&attached, 1}, digest, keys)[0].standing),
             static_cast<int>(SignatureStanding::Unreadable));
}

void TestImageSignature::unreadable()
{
    for (const SignatureFormat format : {SignatureFormat::SimpleSigning, SignatureFormat::Dsse, SignatureFormat::SigstoreBundle,
                                         SignatureFormat::NotaryJws, SignatureFormat::Unknown}) {
        for (const QByteArray &payload : {QByteArray(), QByteArray("{}"), QByteArray("[[["), QByteArray(3000, '{')}) {
            AttachedSignature attached;
            attached.format = format;
            attached.payload = payload;
            const auto checked = checkSignatures({&attached, 1}, QStringLiteral("sha256:a"), {});
            QCOMPARE(static_cast<int>(checked.at(0).standing), static_cast<int>(SignatureStanding::Unreadable));
        }
    }
}

void TestImageSignature::keyFiles()
{
    QVERIFY(VerifyingKey::fromPem(SigningKey("EC").pem(), QStringLiteral("k")));
    const auto none = VerifyingKey::fromPem("no key", QStringLiteral("k.pub"));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Malformed);
    QCOMPARE(none.error().subject, QStringLiteral("k.pub"));
}

QTEST_GUILESS_MAIN(TestImageSignature)
#include "tst_imagesignature.moc"
