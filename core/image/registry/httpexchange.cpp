// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/httpexchange.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace waybill {

namespace {

constexpr qint64 readBuffer = 1 << 20;
constexpr qint64 headerLimit = 64 << 10;
constexpr int tickMs = 50;

QSslConfiguration tlsOf(const HttpTrust &trust)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    // Blobs go over HTTP/1.1: over HTTP/2 the read buffer has no bound (QTBUG seen with 6.4).
    tls.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    for (const QByteArray &pem : trust.authoritiesPem)
        tls.addCaCertificates(QSslCertificate::fromData(pem, QSsl::Pem));
    if (!trust.clientCertificatePem.isEmpty()) {
        const QList<QSslCertificate> chain = QSslCertificate::fromData(trust.clientCertificatePem, QSsl::Pem);
        QSslKey key(trust.clientKeyPem, QSsl::Rsa);
        if (key.isNull())
            key = QSslKey(trust.clientKeyPem, QSsl::Ec);
        tls.setLocalCertificateChain(chain);
        tls.setPrivateKey(key);
    }
    return tls;
}

QString describe(const QSslError &error)
{
    const QByteArray digest = error.certificate().digest(QCryptographicHash::Sha256).toHex(':');
    return error.errorString()
        + (digest.isEmpty() ? QString() : QStringLiteral(" (SHA-256 ") + QString::fromLatin1(digest) + QLatin1Char(')'));
}

}  // namespace

Result<HttpAnswer> HttpExchangeState::wait(const CancelToken &cancel)
{
    std::unique_lock lock(mutex);
    while (!changed.wait_for(lock, std::chrono::milliseconds(tickMs), [this] { return result.has_value(); })) {
        if (cancel.isCancelled())
            abort = true;
    }
    return std::move(*result);
}

void HttpExchangeState::finish(Result<HttpAnswer> answer)
{
    const std::lock_guard lock(mutex);
    result = std::move(answer);
    changed.notify_all();
}

HttpExchange::HttpExchange(QNetworkAccessManager &manager, HttpRequest request, const HttpTrust &trust, const HttpLimits &limits,
                           std::shared_ptr<HttpExchangeState> state, HttpClient::Sink sink)
    : m_manager(manager), m_request(std::move(request)), m_trust(trust), m_limits(limits), m_state(std::move(state)),
      m_sink(std::move(sink))
{
}

QString HttpExchange::place() const
{
    return m_request.url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo);
}

void HttpExchange::start()
{
    QNetworkRequest request(m_request.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Accept-Encoding", "identity");  // or Qt unpacks bodies, and no digest fits
    request.setRawHeader("User-Agent", "waybill/" WAYBILL_VERSION);
    for (auto it = m_request.headers.cbegin(); it != m_request.headers.cend(); ++it)
        request.setRawHeader(it.key(), it.value());
    if (m_request.url.scheme() == QLatin1String("https"))
        request.setSslConfiguration(tlsOf(m_trust));
    m_reply = m_manager.sendCustomRequest(request, m_request.method, m_request.body);
    m_reply->setParent(this);
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onData);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        QStringList texts;
        for (const QSslError &error : errors)
            texts.append(describe(error));
        m_tlsProblem = texts.join(QStringLiteral("; "));
    });
    m_sinceStart.start();
    m_sinceWindow.start();
    connect(&m_tick, &QTimer::timeout, this, &HttpExchange::onTick);
    m_tick.start(tickMs);
}

void HttpExchange::endWith(ErrorKind kind, const QString &cause)
{
    if (!m_failure)
        m_failure = Error {kind, place(), cause, -1, {}, m_received > 0 ? m_received : -1, -1};
    m_reply->abort();  // comes back in onFinished()
}

void HttpExchange::onHead()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_haveHead = m_answer.status != 0;
    m_answer.url = m_request.url;
    m_answer.headers.clear();
    qint64 size = 0;
    const auto &pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs) {
        size += name.size() + value.size();
        QByteArray &joined = m_answer.headers[name.toLower()];
        joined += (joined.isEmpty() ? "" : ", ") + value;
    }
    if (size > headerLimit)
        endWith(ErrorKind::LimitExceeded, QStringLiteral("more than %1 bytes of headers").arg(headerLimit));
}

void HttpExchange::onData()
{
    if (!m_haveHead)
        onHead();
    if (m_failure)
        return;
    const QByteArray bytes = m_reply->readAll();
    m_received += bytes.size();
    m_inWindow += bytes.size();
    if (m_received > m_request.bodyLimit) {
        endWith(ErrorKind::LimitExceeded, QStringLiteral("the answer is longer than %1 bytes").arg(m_request.bodyLimit));
        return;
    }
    const bool good = m_answer.status >= 200 && m_answer.status < 300;
    if (!m_sink || !good)
        m_answer.body += bytes;
    else if (!m_sink(m_answer, {bytes.constData(), static_cast<size_t>(bytes.size())}))
        endWith(ErrorKind::Io, QStringLiteral("stopped by the receiver"));
}

void HttpExchange::onTick()
{
    if (m_state->abort)
        endWith(ErrorKind::Io, QStringLiteral("cancelled"));
    else if (!m_haveHead && m_sinceStart.elapsed() > m_limits.headerTimeoutMs)
        endWith(ErrorKind::Unreachable, QStringLiteral("no answer within %1 s").arg(m_limits.headerTimeoutMs / 1000));
    if (m_haveHead && m_sinceWindow.elapsed() > m_limits.floorWindowMs) {
        if (m_inWindow < m_limits.floorBytes)
            endWith(ErrorKind::Unreachable,
                    QStringLiteral("only %1 bytes in %2 s").arg(m_inWindow).arg(m_limits.floorWindowMs / 1000));
        m_inWindow = 0;
        m_sinceWindow.restart();
    }
}

void HttpExchange::onFinished()
{
    m_tick.stop();
    if (!m_failure && m_reply->bytesAvailable() > 0)
        onData();
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!m_haveHead && status != 0)
        onHead();
    if (!m_failure && !m_tlsProblem.isEmpty() && error == QNetworkReply::SslHandshakeFailedError)
        m_failure = Error {ErrorKind::UntrustedHost, place(), m_tlsProblem, -1, {}, -1, -1};
    // Codes over 100 are answers of a server with an HTTP status; those are for the caller to judge.
    else if (!m_failure && error != QNetworkReply::NoError
             && (!m_haveHead || error < QNetworkReply::ProxyConnectionRefusedError)) {
        const bool cut = m_haveHead && error == QNetworkReply::RemoteHostClosedError;
        m_failure = Error {cut ? ErrorKind::Truncated : ErrorKind::Unreachable,
                           place(),
                           m_reply->errorString(),
                           -1,
                           {},
                           m_received > 0 ? m_received : -1,
                           -1};
    }
    if (m_failure)
        m_state->finish(fail(*m_failure));
    else
        m_state->finish(std::move(m_answer));
    deleteLater();
}

}  // namespace waybill
