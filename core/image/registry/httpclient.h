// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArrayList>
#include <QMap>
#include <QUrl>

#include <functional>
#include <memory>
#include <span>

namespace waybill {

struct HttpRequest {
    QUrl url;
    QByteArray method = "GET";
    QMap<QByteArray, QByteArray> headers;  ///< `Authorization` is dropped when a redirect leaves the host
    QByteArray body;
    qint64 bodyLimit = 4 << 20;  ///< bytes of the answer; more is an error
};

struct HttpAnswer {
    int status = 0;
    QMap<QByteArray, QByteArray> headers;  ///< names in lower case; equal names are joined with commas
    QByteArray body;                       ///< empty when a sink took it
    QUrl url;                              ///< after redirects
    QByteArray header(const char *lowerCaseName) const { return headers.value(lowerCaseName); }
};

/// Floors and ceilings of one exchange. Every wait ends by itself.
struct HttpLimits {
    int redirects = 10;
    int headerTimeoutMs = 30'000;  ///< until the head of an answer has arrived
    int floorWindowMs = 60'000;    ///< in every window of this length ...
    qint64 floorBytes = 60'000;    ///< ... so much must arrive, or the transfer is given up
};

/// What is trusted beyond the system's authorities, and where plain http is allowed.
struct HttpTrust {
    QByteArrayList authoritiesPem;  ///< extra certificates of authorities
    QByteArray clientCertificatePem, clientKeyPem;
    bool allowPlainHttp = false;  ///< chosen by the user for this registry; loopback needs no choice
};

/// Speaks HTTP/1.1 on a thread of its own and blocks the caller, who must not be the UI thread. Redirects are followed here:
/// never from https to http, never from a public host to a private address, never with credentials to another host, at most
/// `redirects` times (Qt's own policies hand `Authorization` on). Bodies arrive as sent, never decoded. No cookies, no cached
/// credentials. One request at a time per client.
class HttpClient
{
public:
    /// Receives the body of a 2xx answer on the network thread; false stops the transfer. The head is known by then.
    using Sink = std::function<bool(const HttpAnswer &head, std::span<const char> bytes)>;

    explicit HttpClient(HttpTrust trust = {}, HttpLimits limits = {});
    ~HttpClient();

    /// Errors: Unreachable, UntrustedHost (TLS, refused redirects), Truncated, LimitExceeded (body, redirects, too slow),
    /// Io with the cause "cancelled". Answers with any status are no error.
    Result<HttpAnswer> send(const HttpRequest &request, const CancelToken &cancel, const Sink &sink = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// True for literals of loopback, link-local, private and unspecified addresses (RFC 6890).
bool isPrivateAddress(const QString &host);

}  // namespace waybill
