// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/httpclient.h"

#include "core/image/registry/httpexchange.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QThread>

namespace waybill {

struct HttpClient::Private {
    HttpTrust trust;
    HttpLimits limits;
    QThread thread;
    QNetworkAccessManager *manager = nullptr;  ///< lives in `thread`

    Result<HttpAnswer> once(const HttpRequest &request, const QUrl &url, const CancelToken &cancel, const HttpClient::Sink &sink);
};

namespace {

QString hostAndPort(const QUrl &url)
{
    return url.host() + QLatin1Char(':') + QString::number(url.port(url.scheme() == QLatin1String("https") ? 443 : 80));
}

/// Signed addresses carry secrets in their query.
QString shown(const QUrl &url)
{
    return url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

Result<void> checkUrl(const QUrl &url, const HttpTrust &trust)
{
    const bool plain = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!plain && url.scheme() != QLatin1String("https")))
        return fail(ErrorKind::Malformed, shown(url), QStringLiteral("not an https address"));
    if (!url.userInfo().isEmpty())
        return fail(ErrorKind::Malformed, shown(url), QStringLiteral("an address with a user name in it"));
    const QString host = url.host();
    const bool loopback = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
    if (plain && !loopback && !trust.allowPlainHttp)
        return fail(ErrorKind::UntrustedHost, hostAndPort(url), QStringLiteral("plain http was not allowed for this registry"));
    return {};
}

Result<void> checkRedirect(const QUrl &from, const QUrl &to, const HttpTrust &trust)
{
    if (from.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https"))
        return fail(ErrorKind::UntrustedHost, shown(from), QStringLiteral("redirects from https to ") + shown(to));
    if (!isPrivateAddress(from.host()) && from.host() != QLatin1String("localhost") && isPrivateAddress(to.host()))
        return fail(ErrorKind::UntrustedHost, shown(from), QStringLiteral("redirects to the private address ") + shown(to));
    auto checked = checkUrl(to, trust);
    if (!checked)
        return fail(ErrorKind::UntrustedHost, shown(from),
                    QStringLiteral("redirects to ") + shown(to) + QStringLiteral(": ") + checked.error().cause);
    return {};
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

bool isPrivateAddress(const QString &host)
{
    const QHostAddress address(host);
    if (address.isNull())
        return false;
    static const QList<QPair<QHostAddress, int>> ranges {
        QHostAddress::parseSubnet(QStringLiteral("0.0.0.0/8")),      QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")),  QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("169.254.0.0/16")), QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")), QHostAddress::parseSubnet(QStringLiteral("fc00::/7")),
        QHostAddress::parseSubnet(QStringLiteral("fe80::/10")),      QHostAddress::parseSubnet(QStringLiteral("::/127")),
    };
    bool mapped = false;
    const QHostAddress four(address.toIPv4Address(&mapped));
    const QHostAddress &plain = mapped ? four : address;
    return std::any_of(ranges.begin(), ranges.end(), [&plain](const auto &range) { return plain.isInSubnet(range); });
}

HttpClient::HttpClient(HttpTrust trust, HttpLimits limits) : d(std::make_unique<Private>())
{
    d->trust = std::move(trust);
    d->limits = limits;
    d->thread.setObjectName(QStringLiteral("http"));
    d->manager = new QNetworkAccessManager;
    d->manager->moveToThread(&d->thread);
    QObject::connect(&d->thread, &QThread::finished, d->manager, &QObject::deleteLater);
    d->thread.start();
}

HttpClient::~HttpClient()
{
    d->thread.quit();
    d->thread.wait();
}

Result<HttpAnswer> HttpClient::Private::once(const HttpRequest &request, const QUrl &url, const CancelToken &cancel,
                                             const HttpClient::Sink &sink)
{
    const auto state = std::make_shared<HttpExchangeState>();
    HttpRequest sent = request;
    sent.url = url;
    QMetaObject::invokeMethod(
        manager,
        [this, state, sent, sink] {
            // Deletes itself when the reply has ended, which abort() brings about too.
            auto *exchange = new HttpExchange(*manager, sent, trust, limits, state, sink);
            exchange->start();
        },
        Qt::QueuedConnection);
    return state->wait(cancel);
}

Result<HttpAnswer> HttpClient::send(const HttpRequest &request, const CancelToken &cancel, const Sink &sink)
{
    if (auto checked = checkUrl(request.url, d->trust); !checked)
        return fail(checked.error());
    HttpRequest current = request;
    for (int hop = 0; hop <= d->limits.redirects; ++hop) {
        auto answer = d->once(current, current.url, cancel, sink);
        if (!answer || !isRedirect(answer->status) || answer->header("location").isEmpty())
            return answer;
        const QUrl target = current.url.resolved(QUrl::fromEncoded(answer->header("location"), QUrl::StrictMode));
        if (auto allowed = checkRedirect(current.url, target, d->trust); !allowed)
            return fail(allowed.error());
        if (hostAndPort(target) != hostAndPort(current.url)) {
            // A body may hold a refresh token; only a question without one may be asked elsewhere.
            if (!current.body.isEmpty() && answer->status != 303)
                return fail(ErrorKind::UntrustedHost, shown(current.url),
                            QStringLiteral("redirects what we sent to ") + shown(target));
            // Names compare without case: a header in another spelling is the same header.
            const QList<QByteArray> names = current.headers.keys();
            for (const QByteArray &name : names) {
                if (const QByteArray lower = name.toLower(); lower == "authorization" || lower == "cookie")
                    current.headers.remove(name);
            }
        }
        if (answer->status == 303) {
            current.method = "GET";
            current.body.clear();
        }
        current.url = target;
    }
    return fail(ErrorKind::LimitExceeded, shown(request.url),
                QStringLiteral("more than %1 redirects, the last to %2").arg(d->limits.redirects).arg(shown(current.url)));
}

}  // namespace waybill
