// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/registryclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace waybill {

namespace {

constexpr qint64 tokenLimit = 64 << 10;

/// A header value must not be able to end its line.
bool isHeaderValue(const QByteArray &token)
{
    return !token.isEmpty() && std::all_of(token.begin(), token.end(), [](char c) { return c > 32 && c < 127; });
}

}  // namespace

/// The realm is a server's word about another server: https, unless the registry itself is plain, and no private address
/// but the registry's own.
Result<void> RegistryClient::checkRealm(const QUrl &realm) const
{
    const bool https = realm.scheme() == QLatin1String("https");
    const bool http = realm.scheme() == QLatin1String("http") && m_scheme == QLatin1String("http");
    const QString shown = realm.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo);
    if (!realm.isValid() || realm.host().isEmpty() || !realm.userInfo().isEmpty() || (!https && !http))
        return fail(ErrorKind::UntrustedHost, m_reference.registry, QStringLiteral("sends us for a token to ") + shown);
    const QUrl registry(m_scheme + QStringLiteral("://") + m_reference.apiHost());
    const bool own = realm.host() == registry.host();
    if (isPrivateAddress(realm.host()) && !own && !(m_reference.isLoopback() && realm.host().startsWith(QLatin1String("127."))))
        return fail(ErrorKind::UntrustedHost, m_reference.registry,
                    QStringLiteral("sends us for a token to the private address ") + shown);
    return {};
}

Result<QByteArray> RegistryClient::fetchToken(const AuthChallenge &challenge, const QString &scope, const Credentials &account,
                                              const CancelToken &cancel)
{
    const QUrl realm(challenge.parameters.value(QStringLiteral("realm")), QUrl::StrictMode);
    if (auto allowed = checkRealm(realm); !allowed)
        return fail(allowed.error());
    const QString service = challenge.parameters.value(QStringLiteral("service"));
    HttpRequest request;
    request.url = realm;
    request.bodyLimit = tokenLimit;
    QUrlQuery query(realm);
    if (!service.isEmpty())
        query.addQueryItem(QStringLiteral("service"), QString::fromLatin1(QUrl::toPercentEncoding(service)));
    query.addQueryItem(QStringLiteral("scope"), QString::fromLatin1(QUrl::toPercentEncoding(scope)));
    Result<HttpAnswer> answer = fail(ErrorKind::Unauthorized, m_reference.registry);
    if (!account.identityToken.isEmpty()) {
        HttpRequest post = request;
        post.method = "POST";
        post.headers.insert("Content-Type", "application/x-www-form-urlencoded");
        post.body = "grant_type=refresh_token&client_id=waybill&service=" + QUrl::toPercentEncoding(service)
            + "&scope=" + QUrl::toPercentEncoding(scope)
            + "&refresh_token=" + QUrl::toPercentEncoding(QString::fromUtf8(account.identityToken));
        answer = m_http.send(post, cancel);
    }
    if (account.identityToken.isEmpty() || (answer && answer->status == 404)) {
        if (!account.user.isEmpty()) {
            query.addQueryItem(QStringLiteral("account"), QString::fromLatin1(QUrl::toPercentEncoding(account.user)));
            request.headers.insert("Authorization",
                                   "Basic " + QByteArray(account.user.toUtf8() + ':' + account.password).toBase64());
        }
        request.url.setQuery(query);
        answer = m_http.send(request, cancel);
    }
    if (!answer)
        return fail(answer.error());
    if (answer->status != 200)
        return fail(statusError(*answer, m_reference.registry));
    const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
    QByteArray token = body[QLatin1String("token")].toString().toUtf8();
    if (token.isEmpty())
        token = body[QLatin1String("access_token")].toString().toUtf8();
    if (!isHeaderValue(token))
        return fail(ErrorKind::Malformed, realm.toString(QUrl::RemoveQuery), QStringLiteral("the answer holds no usable token"));
    return token;
}

}  // namespace waybill
