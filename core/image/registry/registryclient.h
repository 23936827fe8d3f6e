// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/registry/challenge.h"
#include "core/image/registry/credentials.h"
#include "core/image/registry/httpclient.h"

namespace waybill {

/// How a registry is reached, as the user chose it.
struct RegistryOptions {
    CredentialStore credentials;
    HttpTrust trust;
    HttpLimits limits;
    int retries = 5;          ///< for 429, 502, 503, 504 and cut transfers
    int retryDelayMs = 2000;  ///< first delay when the server names none; doubles, at most 60 s
};

/// A manifest or index as the registry sent it.
struct RegistryDocument {
    QByteArray bytes;
    QString mediaType;
    QString digest;  ///< computed over the bytes
};

/// OCI distribution-spec 1.1 client for one repository: manifests, blobs, tags, referrers. Reads only. Authenticates when asked
/// (Basic, Bearer with anonymous, password or identity token), at most twice per request. Blocks; any thread but the UI's, one
/// request at a time per object.
class RegistryClient
{
public:
    RegistryClient(ImageReference reference, RegistryOptions options);
    ~RegistryClient();

    const ImageReference &reference() const { return m_reference; }
    /// A client for the same repository that may work at the same time; it starts with what this one has learned.
    std::unique_ptr<RegistryClient> another() const;

    /// `name` is a tag or digest; a digest is verified. Errors: NotFound, Unauthorized, Unreachable, UntrustedHost,
    /// DigestMismatch, LimitExceeded, Malformed.
    Result<RegistryDocument> manifest(const QString &name, const CancelToken &cancel);
    /// The bytes of a blob from `offset` on, as they arrive; `into` returns false to stop. A server that ignores the range makes
    /// the bytes before `offset` be skipped. Cut transfers are resumed. Errors: as above, SizeMismatch, Truncated.
    Result<void> blob(const QString &digest, qint64 size, qint64 offset, const CancelToken &cancel,
                      const std::function<bool(std::span<const char>)> &into);
    /// All tags in the order of the server, at most 100,000.
    Result<QStringList> tags(const CancelToken &cancel);

private:
    Result<HttpAnswer> get(const QString &path, const QMap<QByteArray, QByteArray> &headers, qint64 limit,
                           const CancelToken &cancel, const HttpClient::Sink &sink = {});
    Result<HttpAnswer> attempt(HttpRequest request, const CancelToken &cancel, const HttpClient::Sink &sink);
    Result<void> answerChallenge(const HttpAnswer &answer, const QString &scope, const CancelToken &cancel);
    Result<QByteArray> fetchToken(const AuthChallenge &challenge, const QString &scope, const Credentials &account,
                                  const CancelToken &cancel);
    Result<void> checkRealm(const QUrl &realm) const;
    Result<void> chooseScheme(const CancelToken &cancel);
    Error statusError(const HttpAnswer &answer, const QString &subject) const;

    ImageReference m_reference;
    RegistryOptions m_options;
    HttpClient m_http;
    QString m_scheme;            ///< "https" or "http", empty until known
    QByteArray m_authorization;  ///< header value, empty until asked for
};

}  // namespace waybill
