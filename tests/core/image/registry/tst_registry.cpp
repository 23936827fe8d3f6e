// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/digest.h"
#include "core/image/registry/backoff.h"
#include "core/image/registry/blobcache.h"
#include "core/image/registry/challenge.h"
#include "core/image/registry/registrysource.h"
#include "fakeregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;

namespace {

QString digestOf(const QByteArray &bytes)
{
    return sha256Digest({bytes.constData(), static_cast<size_t>(bytes.size())});
}

/// A small image: one config, one layer, a manifest.
struct SmallImage {
    QByteArray layer, config, manifest;
    SmallImage()
    {
        for (int i = 0; i < 40'000; ++i)
            layer += QByteArray::number(i);
        config = R"({"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[")" + digestOf(layer).toLatin1()
            + R"("]}})";
        manifest = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":)"
            + descriptor("application/vnd.oci.image.config.v1+json", config) + R"(,"layers":[)"
            + descriptor("application/vnd.oci.image.layer.v1.tar", layer) + "]}";
    }
    static QByteArray descriptor(const QByteArray &type, const QByteArray &bytes)
    {
        return R"({"mediaType":")" + type + R"(","digest":")" + digestOf(bytes).toLatin1() + R"(","size":)"
            + QByteArray::number(bytes.size()) + "}";
    }
    /// A registry that does everything right.
    FakeReply answer(const FakeRequest &request) const
    {
        FakeReply reply;
        if (request.path == "/v2/")
            return reply;
        if (request.path.startsWith("/v2/app/manifests/")) {
            reply.headers.push_back({"Content-Type", "application/vnd.oci.image.manifest.v1+json"});
            reply.body = manifest;
            return reply;
        }
        for (const QByteArray &blob : {config, layer}) {
            if (!request.path.endsWith(digestOf(blob).toLatin1()))
                continue;
            reply.body = blob;
            if (const QByteArray range = request.headers.value("range"); range.startsWith("bytes=")) {
                const qsizetype first = range.mid(6, range.indexOf('-') - 6).toLongLong();
                reply.head = "HTTP/1.1 206 Partial Content";
                reply.headers.push_back({"Content-Range",
                                         "bytes " + QByteArray::number(first) + '-' + QByteArray::number(blob.size() - 1) + '/'
                                             + QByteArray::number(blob.size())});
                reply.body = blob.mid(first);
            }
            return reply;
        }
        reply.head = "HTTP/1.1 404 Not Found";
        return reply;
    }
};

RegistryOptions quick()
{
    RegistryOptions options;
    options.retryDelayMs = 1;
    options.limits.headerTimeoutMs = 2000;
    return options;
}

}  // namespace

class TestRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void challenges_data();
    void challenges();
    void delays();
    void readsAnImage();
    void usesTheCache();
    void resumesACutTransfer();
    void continuesWhereAnEarlierRunStopped();
    void fetchesATokenAndSendsItOnlyToItsHost();
    void keepsARefreshTokenAtHome();
    void usesBasicAccounts();
    void triesAgainLater();
    void refuses_data();
    void refuses();
    void wrongBytesAreNeverGivenOutWhole();
    void cancelEndsAWait();
    void signatures();

private:
    Result<std::shared_ptr<const ImageSource>> open(const FakeRegistry &registry, const RegistryOptions &options = quick(),
                                                    const CancelToken &cancel = {}) const
    {
        const auto reference = ImageReference::parse(registry.host() + QStringLiteral("/app:1"));
        return openRegistryImage(*reference, options, m_folder->filePath(QStringLiteral("cache")), cancel);
    }
    static Result<QByteArray> layerOf(const ImageSource &source, const CancelToken &cancel = {})
    {
        const auto image = source.image(0);
        if (!image)
            return fail(image.error());
        const auto layer = source.streamLayer(*image, 0, cancel);
        return layer ? readAll(**layer, 1 << 30) : Result<QByteArray>(fail(layer.error()));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    const SmallImage m_image;
};

void TestRegistry::challenges_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *name, const char *header, const char *read) {
        QTest::newRow(name) << QByteArray(header) << QString::fromLatin1(read);
    };
    row("bearer", R"(Bearer realm="https://a/t",service="r",scope="repository:a/b:pull,push")",
        "bearer{realm=https://a/t;scope=repository:a/b:pull,push;service=r}");
    row("case", "BASIC Realm=x", "basic{realm=x}");
    row("two in one", R"(Basic realm="a", Bearer realm="b")", "basic{realm=a}bearer{realm=b}");
    row("unknown first", R"(Negotiate, Basic realm="a")", "negotiate{}basic{realm=a}");
    row("escapes", R"(Basic realm="a\"b\\c")", R"(basic{realm=a"b\c})");
    row("unclosed quote", R"(Basic realm="a)", "");
    row("empty", "", "");
    row("commas", ",,, ,", "");
    row("garbage", "\x01\x02", "");
}

void TestRegistry::challenges()
{
    QFETCH(const QByteArray, header);
    QString read;
    for (const AuthChallenge &challenge : parseChallenges(header)) {
        QStringList parts;
        for (auto it = challenge.parameters.begin(); it != challenge.parameters.end(); ++it)
            parts.append(it.key() + QLatin1Char('=') + it.value());
        read += challenge.scheme + QLatin1Char('{') + parts.join(QLatin1Char(';')) + QLatin1Char('}');
    }
    QTEST(read, "read");
    QVERIFY(parseChallenges("Basic realm=" + QByteArray(100'000, 'x')).size() <= 1);
    QVERIFY(parseChallenges(QByteArray("Basic a=b, ").repeated(10'000)).size() <= 16);
}

void TestRegistry::delays()
{
    QCOMPARE(Backoff::delayOf("3"), 3000);
    QCOMPARE(Backoff::delayOf("999999999"), 60'000);
    QCOMPARE(Backoff::delayOf("-5"), 0);
    QCOMPARE(Backoff::delayOf("Fri, 01 Jan 1999 00:00:00 GMT"), 0);
    QCOMPARE(Backoff::delayOf("Fri, 01 Jan 2999 00:00:00 GMT"), -1);  // not a Friday: not a date
    QCOMPARE(Backoff::delayOf("soon"), -1);
    QCOMPARE(ContentRange::of("bytes 5-9/10").first, 5);
    QCOMPARE(ContentRange::of("bytes 5-9/*").total, -1);
    QCOMPARE(ContentRange::of("bytes */10").first, -1);
    QCOMPARE(nextPage("</v2/a/tags/list?last=x>; rel=\"next\"", QUrl(QStringLiteral("http://h:1/v2/a"))).toString(),
             QStringLiteral("http://h:1/v2/a/tags/list?last=x"));
    QVERIFY(nextPage("<x>; rel=\"prev\"", QUrl(QStringLiteral("http://h/"))).isEmpty());
    for (const char *host :
         {"10.1.2.3", "127.0.0.1", "169.254.169.254", "192.168.0.1", "::1", "fe80::1", "::ffff:10.0.0.1", "0.0.0.0"})
        QVERIFY2(isPrivateAddress(QString::fromLatin1(host)), host);
    for (const char *host : {"8.8.8.8", "2001:4860:4860::8888", "r.example"})
        QVERIFY2(!isPrivateAddress(QString::fromLatin1(host)), host);
}

void TestRegistry::readsAnImage()
{
    const FakeRegistry registry([this](const FakeRequest &request) { return m_image.answer(request); });
    const auto source = open(registry);
    QVERIFY2(source, source ? "" : qPrintable(source.error().cause));
    const auto image = (*source)->image(0);
    QVERIFY(image);
    QCOMPARE(image->sourceKind, SourceKind::Registry);
    QCOMPARE(image->manifestDigest, digestOf(m_image.manifest));
    QCOMPARE(image->configDigest, digestOf(m_image.config));
    QCOMPARE(image->layers.size(), size_t(1));
    const auto bytes = layerOf(**source);
    QVERIFY(bytes);
    QVERIFY(*bytes == m_image.layer);
}

void TestRegistry::usesTheCache()
{
    const FakeRegistry registry([this](const FakeRequest &request) { return m_image.answer(request); });
    QVERIFY(layerOf(**open(registry)));
    const qsizetype before = registry.requests().size();
    const auto source = open(registry);
    QVERIFY(*layerOf(**source) == m_image.layer);
    for (const FakeRequest &request : registry.requests().mid(before))
        QVERIFY2(!request.path.contains("/blobs/"), request.path.constData());
    // What rots in the cache at the same size is found by the scan, which says so; then it is fetched again.
    const QString rotten = m_folder->filePath(QStringLiteral("cache/sha256/") + digestOf(m_image.layer).mid(7));
    QFile rot(rotten);
    QVERIFY(rot.open(QIODevice::ReadWrite));
    rot.write("!");
    rot.close();
    const auto stale = open(registry);
    QVERIFY(*layerOf(**stale) != m_image.layer);
    (*stale)->discardLayer(*(*stale)->image(0), 0);
    QVERIFY(!QFile::exists(rotten));
    QVERIFY(*layerOf(**open(registry)) == m_image.layer);
    // Another size than the manifest names cannot be the blob.
    const QString blob = m_folder->filePath(QStringLiteral("cache/sha256/") + digestOf(m_image.layer).mid(7));
    QVERIFY(QFile::resize(blob, 10));
    QVERIFY(*layerOf(**open(registry)) == m_image.layer);
    const BlobCache small(m_folder->filePath(QStringLiteral("cache")), 5);
    small.trim();
    QVERIFY(!QFile::exists(blob));
}

void TestRegistry::resumesACutTransfer()
{
    std::atomic<int> cuts {0};
    const FakeRegistry registry([&](const FakeRequest &request) {
        FakeReply reply = m_image.answer(request);
        if (reply.body.size() > 60'000) {  // three times only a part arrives
            ++cuts;
            reply.announced = reply.body.size();
            reply.body.truncate(50'000);
        }
        return reply;
    });
    const auto bytes = layerOf(**open(registry));
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().cause));
    QVERIFY(*bytes == m_image.layer);
    QVERIFY(cuts >= 3);
}

void TestRegistry::continuesWhereAnEarlierRunStopped()
{
    const FakeRegistry registry([this](const FakeRequest &request) { return m_image.answer(request); });
    const QString part
        = m_folder->filePath(QStringLiteral("cache/sha256/") + digestOf(m_image.layer).mid(7) + QStringLiteral(".part"));
    QVERIFY(QDir().mkpath(QFileInfo(part).path()));
    QFile file(part);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_image.layer.left(70'000));
    file.close();
    QVERIFY(*layerOf(**open(registry)) == m_image.layer);
    QByteArray range;
    for (const FakeRequest &request : registry.requests())
        range += request.headers.value("range");
    QCOMPARE(range, QByteArray("bytes=70000-"));
    QVERIFY(!QFile::exists(part));
}

void TestRegistry::fetchesATokenAndSendsItOnlyToItsHost()
{
    // Blobs are redirected to another name of this machine, which must not see the token.
    quint16 storagePort = 0;
    const FakeRegistry storage([this](const FakeRequest &request) { return m_image.answer(request); });
    storagePort = storage.port();
    QString self;
    const FakeRegistry registry([&](const FakeRequest &request) {
        FakeReply reply;
        if (request.path.startsWith("/token")) {
            reply.body = R"({"token":"t0ken"})";
        } else if (request.headers.value("authorization") != "Bearer t0ken") {
            reply.head = "HTTP/1.1 401 Unauthorized";
            reply.headers.push_back(
                {"WWW-Authenticate", "Bearer realm=\"http://" + self.toLatin1() + "/token\",service=\"fake\""});
        } else if (request.path.contains("/blobs/")) {
            reply.head = "HTTP/1.1 307 Temporary Redirect";
            reply.headers.push_back({"Location", "http://localhost:" + QByteArray::number(storagePort) + request.path});
        } else {
            reply = m_image.answer(request);
        }
        return reply;
    });
    self = registry.host();
    const auto bytes = layerOf(**open(registry));
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().cause));
    QVERIFY(*bytes == m_image.layer);
    QVERIFY(!storage.requests().isEmpty());
    for (const FakeRequest &request : storage.requests())
        QVERIFY(!request.headers.contains("authorization"));
    QByteArray token;
    for (const FakeRequest &request : registry.requests()) {
        if (request.path.startsWith("/token"))
            token = request.path;
    }
    QCOMPARE(token, QByteArray("/token?service=fake&scope=repository%3Aapp%3Apull"));
}

void TestRegistry::keepsARefreshTokenAtHome()
{
    const FakeRegistry thief([](const FakeRequest &) { return FakeReply {}; });
    QString self;
    const FakeRegistry registry([&](const FakeRequest &request) {
        FakeReply reply;
        if (request.path == "/token") {
            reply.head = "HTTP/1.1 307 Temporary Redirect";
            reply.headers.push_back({"Location", "http://localhost:" + QByteArray::number(thief.port()) + "/token"});
        } else if (request.path != "/v2/") {
            reply.head = "HTTP/1.1 401 Unauthorized";
            reply.headers.push_back({"WWW-Authenticate", "Bearer realm=\"http://" + self.toLatin1() + "/token\""});
        }
        return reply;
    });
    self = registry.host();
    QFile file(m_folder->filePath(QStringLiteral("auth.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"auths\":{\"" + registry.host().toLatin1() + "\":{\"identitytoken\":\"s3cret\"}}}");
    file.close();
    RegistryOptions options = quick();
    options.credentials = CredentialStore({file.fileName()});
    const auto source = open(registry, options);
    QVERIFY(!source);
    QCOMPARE(source.error().kind, ErrorKind::UntrustedHost);
    QVERIFY(!source.error().cause.contains(QLatin1String("s3cret")));
    QVERIFY(thief.requests().isEmpty());
}

void TestRegistry::usesBasicAccounts()
{
    const FakeRegistry registry([this](const FakeRequest &request) {
        if (request.headers.value("authorization") == "Basic " + QByteArray("alice:s3:cret").toBase64() || request.path == "/v2/")
            return m_image.answer(request);
        FakeReply reply;
        reply.head = "HTTP/1.1 401 Unauthorized";
        reply.headers.push_back({"WWW-Authenticate", "Basic realm=\"x\""});
        return reply;
    });
    const auto without = open(registry);
    QVERIFY(!without);
    QCOMPARE(without.error().kind, ErrorKind::Unauthorized);
    QFile file(m_folder->filePath(QStringLiteral("auth.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"auths\":{\"" + registry.host().toLatin1() + "\":{\"auth\":\"" + QByteArray("alice:s3:cret").toBase64()
               + "\"}}}");
    file.close();
    RegistryOptions options = quick();
    options.credentials = CredentialStore({file.fileName()});
    const auto with = open(registry, options);
    QVERIFY2(with, with ? "" : qPrintable(with.error().cause));
    QVERIFY(*layerOf(**with) == m_image.layer);
}

void TestRegistry::triesAgainLater()
{
    std::atomic<int> refused {0};
    const FakeRegistry registry([&](const FakeRequest &request) {
        if (request.path.contains("/manifests/") && refused.fetch_add(1) < 3) {
            FakeReply reply;
            reply.head = "HTTP/1.1 429 Too Many Requests";
            reply.headers.push_back({"Retry-After", "0"});
            return reply;
        }
        return m_image.answer(request);
    });
    QVERIFY(open(registry));
    QCOMPARE(refused.load(), 4);
}

void TestRegistry::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *what, ErrorKind kind) { QTest::newRow(what) << QString::fromLatin1(what) << int(kind); };
    row("not found", ErrorKind::NotFound);
    row("endless manifest", ErrorKind::LimitExceeded);
    row("redirect loop", ErrorKind::LimitExceeded);
    row("redirect to a file", ErrorKind::UntrustedHost);
    row("redirect with a user", ErrorKind::UntrustedHost);
    row("forever 401", ErrorKind::Unauthorized);
    row("forever 503", ErrorKind::Unreachable);
    row("promised digest", ErrorKind::DigestMismatch);
    row("realm is metadata service", ErrorKind::UntrustedHost);
    row("realm is a file", ErrorKind::UntrustedHost);
    row("token with a line break", ErrorKind::Malformed);
    row("huge token", ErrorKind::LimitExceeded);
    row("silence", ErrorKind::Unreachable);
    row("schema 1", ErrorKind::NotSupported);
}

void TestRegistry::refuses()
{
    QFETCH(const QString, what);
    QString self;
    const FakeRegistry registry([&](const FakeRequest &request) {
        FakeReply reply;
        const auto challenge = [&](const QByteArray &realm) {
            reply.head = "HTTP/1.1 401 Unauthorized";
            reply.headers.push_back({"WWW-Authenticate", "Bearer realm=\"" + realm + "\""});
        };
        if (request.path == "/v2/")
            return reply;
        if (request.path.startsWith("/token"))
            reply.body = what == QLatin1String("huge token") ? "{\"token\":\"" + QByteArray(200'000, 'a') + "\"}"
                                                             : QByteArray("{\"token\":\"a\\r\\nX: y\"}");
        else if (what == QLatin1String("not found"))
            reply.head = "HTTP/1.1 404 Not Found";
        else if (what == QLatin1String("endless manifest")) {
            reply.body = QByteArray(1 << 20, '{');
            reply.announced = -1;
            reply.repeat = 50;
        } else if (what.startsWith(QLatin1String("redirect"))) {
            reply.head = "HTTP/1.1 302 Found";
            const QByteArray here = "http://" + self.toLatin1() + request.path;
            reply.headers.push_back({"Location",
                                     what.endsWith(QLatin1String("file"))       ? QByteArray("file:///etc/passwd")
                                         : what.endsWith(QLatin1String("user")) ? "http://u:p@" + self.toLatin1() + "/x"
                                                                                : here});
        } else if (what == QLatin1String("forever 401"))
            challenge("http://" + self.toLatin1() + "/v2/");
        else if (what == QLatin1String("forever 503"))
            reply.head = "HTTP/1.1 503 Service Unavailable";
        else if (what == QLatin1String("promised digest")) {
            reply = m_image.answer(request);
            reply.headers.push_back({"Docker-Content-Digest", digestOf("other").toLatin1()});
        } else if (what == QLatin1String("realm is metadata service"))
            challenge("http://169.254.169.254/token");
        else if (what == QLatin1String("realm is a file"))
            challenge("file:///etc/passwd");
        else if (what.contains(QLatin1String("token")))
            challenge("http://" + self.toLatin1() + "/token");
        else if (what == QLatin1String("silence")) {
            reply.head.clear();
            reply.hang = true;
        } else if (what == QLatin1String("schema 1")) {
            reply.headers.push_back({"Content-Type", "application/vnd.docker.distribution.manifest.v1+prettyjws"});
            reply.body = "{\"schemaVersion\":1}";
        }
        return reply;
    });
    self = registry.host();
    const auto source = open(registry);
    QVERIFY(!source);
    QFETCH(const int, kind);
    QCOMPARE(errorKindId(source.error().kind), errorKindId(static_cast<ErrorKind>(kind)));
}

void TestRegistry::wrongBytesAreNeverGivenOutWhole()
{
    const FakeRegistry registry([this](const FakeRequest &request) {
        FakeReply reply = m_image.answer(request);
        if (reply.body == m_image.layer)
            reply.body[1000] = '!';
        return reply;
    });
    const auto bytes = layerOf(**open(registry));
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, ErrorKind::DigestMismatch);
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("cache/sha256"))).entryList({QStringLiteral("*.part")}).isEmpty());
}

/// Cosign keeps them under a tag that is made of the digest; everything else has none.
void TestRegistry::signatures()
{
    const QByteArray payload
        = R"({"critical":{"image":{"docker-manifest-digest":")" + digestOf(m_image.manifest).toLatin1() + R"("}}})";
    const QByteArray described = SmallImage::descriptor("application/vnd.dev.cosign.simplesigning.v1+json", payload).chopped(1)
        + R"(,"annotations":{"dev.cosignproject.cosign/signature":"eHl6"}})";
    const QByteArray manifest = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":)"
        + SmallImage::descriptor("application/vnd.oci.image.config.v1+json", m_image.config) + R"(,"layers":[)" + described
        + "]}";
    const QByteArray tag = digestOf(m_image.manifest).replace(QLatin1Char(':'), QLatin1Char('-')).toLatin1();
    const FakeRegistry registry([&](const FakeRequest &request) {
        FakeReply reply = m_image.answer(request);
        if (request.path.endsWith(QByteArray(tag + ".sig")))
            reply.body = manifest;
        else if (request.path.endsWith(digestOf(payload).toLatin1()))
            reply = FakeReply(), reply.body = payload;
        else if (request.path.endsWith(".att"))
            reply = FakeReply(), reply.head = "HTTP/1.1 404 Not Found";
        return reply;
    });
    const auto source = open(registry);
    QVERIFY(source);
    const auto image = (*source)->image(0);
    QVERIFY(image);
    const auto found = (*source)->signatures(*image);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(static_cast<int>(found[0].format), static_cast<int>(SignatureFormat::SimpleSigning));
    QCOMPARE(found[0].payload, payload);
    QCOMPARE(found[0].signature, QByteArray("xyz"));
    QCOMPARE(found[0].attachedTo, digestOf(m_image.manifest));
    QCOMPARE(found[0].digest, digestOf(manifest));
}

void TestRegistry::cancelEndsAWait()
{
    const CancelToken cancel;
    const FakeRegistry registry([&](const FakeRequest &request) {
        FakeReply reply = m_image.answer(request);
        if (reply.body == m_image.layer) {
            reply.announced = reply.body.size();
            reply.body.truncate(1000);
            reply.hang = true;
            cancel.cancel();
        }
        return reply;
    });
    const auto bytes = layerOf(**open(registry), cancel);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, ErrorKind::Io);
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
