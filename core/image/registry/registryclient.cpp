// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/registryclient.h"

#include "core/archive/digest.h"
#include "core/image/registry/backoff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/crypto.h>

namespace waybill {

namespace {

constexpr qint64 manifestLimit = 4 << 20;
constexpr qint64 listLimit = 16 << 20;
constexpr int pageLimit = 1000;
constexpr qsizetype tagLimit = 100'000;

const QByteArray &acceptedManifests()
{
    // All six, or old registries convert to schema 1 behind our back.
    static const QByteArray types("application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
                                  "application/vnd.docker.distribution.manifest.list.v2+json, "
                                  "application/vnd.docker.distribution.manifest.v2+json, "
                                  "application/vnd.docker.distribution.manifest.v1+prettyjws, "
                                  "application/vnd.docker.distribution.manifest.v1+json");
    return types;
}

/// The message of an error body (distribution-spec "Error Codes"), or its first characters as plain text.
QString messageOf(const HttpAnswer &answer)
{
    const QJsonArray errors = QJsonDocument::fromJson(answer.body).object()[QLatin1String("errors")].toArray();
    QStringList texts;
    for (const QJsonValue &error : errors) {
        const QString code = error[QLatin1String("code")].toString();
        const QString message = error[QLatin1String("message")].toString();
        texts.append(message.isEmpty() ? code : code + QStringLiteral(": ") + message);
    }
    const QString text
        = texts.isEmpty() ? QString::fromUtf8(answer.body.left(400)).simplified() : texts.join(QStringLiteral("; "));
    return QStringLiteral("HTTP %1 %2").arg(answer.status).arg(text.left(400)).trimmed();
}

}  // namespace

RegistryClient::RegistryClient(ImageReference reference, RegistryOptions options)
    : m_reference(std::move(reference)), m_options(std::move(options)), m_http(m_options.trust, m_options.limits)
{
}

RegistryClient::~RegistryClient()
{
    if (!m_authorization.isEmpty())
        OPENSSL_cleanse(m_authorization.data(), static_cast<size_t>(m_authorization.size()));
}

std::unique_ptr<RegistryClient> RegistryClient::another() const
{
    auto client = std::make_unique<RegistryClient>(m_reference, m_options);
    client->m_scheme = m_scheme;
    client->m_authorization = QByteArray(m_authorization.constData(), m_authorization.size());  // a copy of its own to wipe
    return client;
}

/// https always, save that a server on loopback may speak http, and that the user may have allowed it for this registry. A wrong
/// certificate never leads to http. The question carries no account.
Result<void> RegistryClient::chooseScheme(const CancelToken &cancel)
{
    if (!m_scheme.isEmpty())
        return {};
    const QString https = QStringLiteral("https");
    const QString http = QStringLiteral("http");
    QStringList schemes {https};
    if (m_reference.isLoopback())
        schemes = QStringList {http, https};
    else if (m_options.trust.allowPlainHttp)
        schemes = QStringList {https, http};
    std::optional<Error> problem;
    for (const QString &scheme : schemes) {
        HttpRequest ping;
        ping.url = QUrl(scheme + QStringLiteral("://") + m_reference.apiHost() + QStringLiteral("/v2/"));
        ping.bodyLimit = 1 << 20;
        const auto answer = m_http.send(ping, cancel);
        // A TLS server answers a plain question with 400.
        if (answer && !(scheme == http && answer->status == 400)) {
            m_scheme = scheme;
            return {};
        }
        if (!answer)
            problem = answer.error();
        if (cancel.isCancelled() || (!answer && answer.error().kind == ErrorKind::UntrustedHost))
            break;
    }
    return fail(problem.value_or(Error {ErrorKind::Unreachable, m_reference.registry, {}, -1, {}, -1, -1}));
}

Error RegistryClient::statusError(const HttpAnswer &answer, const QString &subject) const
{
    ErrorKind kind = ErrorKind::Unreachable;
    if (answer.status == 401 || answer.status == 403)
        kind = ErrorKind::Unauthorized;
    else if (answer.status == 404)
        kind = ErrorKind::NotFound;
    return Error {kind, subject, messageOf(answer), -1, {}, -1, -1};
}

Result<HttpAnswer> RegistryClient::attempt(HttpRequest request, const CancelToken &cancel, const HttpClient::Sink &sink)
{
    Backoff backoff(m_options.retries, m_options.retryDelayMs);
    for (;;) {
        if (!m_authorization.isEmpty())
            request.headers.insert("Authorization", m_authorization);
        auto answer = m_http.send(request, cancel, sink);
        if (!answer || !Backoff::isTransient(answer->status) || !backoff.wait(answer->header("retry-after"), cancel))
            return answer;
    }
}

Result<HttpAnswer> RegistryClient::get(const QString &path, const QMap<QByteArray, QByteArray> &headers, qint64 limit,
                                       const CancelToken &cancel, const HttpClient::Sink &sink)
{
    if (auto chosen = chooseScheme(cancel); !chosen)
        return fail(chosen.error());
    HttpRequest request;
    request.url = QUrl(m_scheme + QStringLiteral("://") + m_reference.apiHost() + path, QUrl::StrictMode);
    request.headers = headers;
    request.bodyLimit = limit;
    QString scope = QStringLiteral("repository:") + m_reference.repository + QStringLiteral(":pull");
    for (int round = 0;; ++round) {
        auto answer = attempt(request, cancel, sink);
        // Two rounds: without an account, and once more with what the challenge asks for.
        if (!answer || answer->status != 401 || round == 2)
            return answer;
        if (auto authorised = answerChallenge(*answer, scope, cancel); !authorised)
            return fail(authorised.error());
    }
}

Result<void> RegistryClient::answerChallenge(const HttpAnswer &answer, const QString &scope, const CancelToken &cancel)
{
    auto account = m_options.credentials.find(m_reference);
    if (!account)
        return fail(account.error());
    for (const AuthChallenge &challenge : parseChallenges(answer.header("www-authenticate"))) {
        if (challenge.scheme == QLatin1String("basic")) {
            if (account->user.isEmpty())
                break;
            m_authorization = "Basic " + QByteArray(account->user.toUtf8() + ':' + account->password).toBase64();
            return {};
        }
        if (challenge.scheme == QLatin1String("bearer")) {
            const QString wanted = challenge.parameters.value(QStringLiteral("scope"), scope);
            auto token = fetchToken(challenge, wanted, *account, cancel);
            if (!token)
                return fail(token.error());
            m_authorization = "Bearer " + *token;
            return {};
        }
    }
    return fail(statusError(answer, m_reference.toString()));
}

Result<RegistryDocument> RegistryClient::manifest(const QString &name, const CancelToken &cancel)
{
    const QString path = QStringLiteral("/v2/") + m_reference.repository + QStringLiteral("/manifests/") + name;
    const auto answer = get(path, {{"Accept", acceptedManifests()}}, manifestLimit, cancel);
    if (!answer)
        return fail(answer.error());
    if (answer->status != 200)
        return fail(statusError(*answer, m_reference.toString()));
    RegistryDocument document;
    document.bytes = answer->body;
    document.mediaType = QString::fromLatin1(answer->header("content-type").split(';').constFirst().trimmed());
    document.digest = sha256Digest({answer->body.constData(), static_cast<size_t>(answer->body.size())});
    const QString promised = QString::fromLatin1(answer->header("docker-content-digest")).trimmed();
    const QString &pinned = isValidDigest(name) ? name : promised;
    if (pinned.startsWith(QLatin1String("sha512:"))) {
        Hasher hasher(Hasher::Algorithm::Sha512);
        hasher.add({answer->body.constData(), static_cast<size_t>(answer->body.size())});
        document.digest = hasher.finishDigest();
    }
    if (isValidDigest(pinned) && pinned != document.digest)
        return fail(ErrorKind::DigestMismatch, m_reference.toString(),
                    QStringLiteral("%1 was asked for or promised, the bytes have %2").arg(pinned, document.digest));
    return document;
}

Result<void> RegistryClient::blob(const QString &digest, qint64 size, qint64 offset, const CancelToken &cancel,
                                  const std::function<bool(std::span<const char>)> &into)
{
    const QString path = QStringLiteral("/v2/") + m_reference.repository + QStringLiteral("/blobs/") + digest;
    qint64 at = offset;
    bool stopped = false;
    Backoff backoff(m_options.retries, m_options.retryDelayMs);
    for (;;) {
        QMap<QByteArray, QByteArray> headers;
        if (at > 0)
            headers.insert("Range", "bytes=" + QByteArray::number(at) + '-');
        qint64 skip = -1;
        std::optional<Error> problem;
        const qint64 before = at;
        const auto answer = get(path, headers, size + 1, cancel, [&](const HttpAnswer &head, std::span<const char> bytes) {
            if (skip < 0) {
                const ContentRange range = ContentRange::of(head.header("content-range"));
                if (head.status == 206 && (range.first != at || (range.total >= 0 && range.total != size))) {
                    problem = Error {ErrorKind::SizeMismatch,
                                     digest,
                                     QStringLiteral("the server sent another range than was asked for"),
                                     -1,
                                     {},
                                     at,
                                     -1};
                    return false;
                }
                skip = head.status == 206 ? 0 : at;  // 200 starts from zero
            }
            const qint64 passed = qMin<qint64>(skip, static_cast<qint64>(bytes.size()));
            skip -= passed;
            bytes = bytes.subspan(static_cast<size_t>(passed));
            at += static_cast<qint64>(bytes.size());
            if (at > size) {
                problem = Error {ErrorKind::SizeMismatch,
                                 digest,
                                 QStringLiteral("longer than the %1 bytes declared").arg(size),
                                 -1,
                                 {},
                                 size,
                                 -1};
                return false;
            }
            stopped = !bytes.empty() && !into(bytes);
            return !stopped;
        });
        if (problem)
            return fail(*problem);
        if (at == size)
            return {};
        const bool cut
            = answer ? (answer->status == 200 || answer->status == 206) : answer.error().kind != ErrorKind::UntrustedHost;
        if (answer && !cut)
            return fail(statusError(*answer, m_reference.toString()));
        if (at > before)
            backoff = Backoff(m_options.retries, m_options.retryDelayMs);
        if (!cut || stopped || cancel.isCancelled() || (!answer && answer.error().kind == ErrorKind::LimitExceeded)
            || !backoff.wait({}, cancel))
            return answer
                ? fail(Error {ErrorKind::Truncated, digest, QStringLiteral("%1 of %2 bytes").arg(at).arg(size), -1, {}, at, -1})
                : fail(answer.error());
    }
}

Result<QStringList> RegistryClient::tags(const CancelToken &cancel)
{
    QStringList names;
    QString path = QStringLiteral("/v2/") + m_reference.repository + QStringLiteral("/tags/list?n=1000");
    for (int page = 0; page < pageLimit && names.size() < tagLimit; ++page) {
        const auto answer = get(path, {}, listLimit, cancel);
        if (!answer)
            return fail(answer.error());
        if (answer->status != 200)
            return fail(statusError(*answer, m_reference.toString()));
        const QJsonArray listed = QJsonDocument::fromJson(answer->body).object()[QLatin1String("tags")].toArray();
        for (const QJsonValue &tag : listed)
            names.append(tag.toString());
        const QUrl here(m_scheme + QStringLiteral("://") + m_reference.apiHost() + path);
        const QUrl next = nextPage(answer->header("link"), here);
        if (next.isEmpty() || next.authority() != here.authority() || next.scheme() != here.scheme())
            break;
        path = next.path(QUrl::FullyEncoded) + QLatin1Char('?') + next.query(QUrl::FullyEncoded);
    }
    return names;
}

}  // namespace waybill
