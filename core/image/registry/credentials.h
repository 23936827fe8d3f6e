// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/imagereference.h"

#include <QStringList>

namespace waybill {

/// An account at a registry. Never logged, never part of an error; the bytes are wiped when it goes.
struct Credentials {
    QString user;
    QByteArray password;
    QByteArray identityToken;  ///< an OAuth2 refresh token in place of a password
    bool isEmpty() const { return user.isEmpty() && identityToken.isEmpty(); }

    Credentials() = default;
    Credentials(const Credentials &) = default;
    Credentials(Credentials &&) noexcept = default;
    Credentials &operator=(const Credentials &) = default;
    Credentials &operator=(Credentials &&) noexcept = default;
    ~Credentials();
};

/// Finds accounts where container tools keep them, read only: containers `auth.json` files, then Docker's `config.json` with its
/// helper programs. Plain value, any thread; find() may start a helper and wait up to 30 s for it.
class CredentialStore
{
public:
    /// The files that containers/image reads, in its order: $REGISTRY_AUTH_FILE, runtime and configuration folders, Docker.
    static CredentialStore ofUser();
    explicit CredentialStore(QStringList files = {}) : m_files(std::move(files)) { }

    /// Empty when nobody keeps an account. Errors: Malformed (a file is not JSON of the known form), Io (a helper hangs, fails
    /// or prints something else); what a helper printed is never repeated.
    Result<Credentials> find(const ImageReference &reference) const;

private:
    QStringList m_files;
};

/// Runs `docker-credential-NAME get` (Docker credential helper protocol). Empty credentials when it knows none.
Result<Credentials> askCredentialHelper(const QString &name, const QString &serverKey);

}  // namespace waybill
