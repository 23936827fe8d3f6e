// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signingkey_p.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

struct Question {
    const QByteArray *password;
    bool asked = false;
};

int giveSecret(char *buffer, int size, int, void *data)
{
    auto *question = static_cast<Question *>(data);
    question->asked = true;
    const int length = std::min<int>(size, static_cast<int>(question->password->size()));
    std::memcpy(buffer, question->password->constData(), static_cast<size_t>(length));
    return length > 0 ? length : -1;
}

}  // namespace

Result<SigningKey> SigningKey::fromPem(const QString &path, const QString &certificates, QByteArray password,
                                       const QDateTime &now)
{
    const Wiper wiper {password};
    Result<QByteArray> bytes = readKeyFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const Wiper fileWiper {*bytes};
    const BioPtr in(BIO_new_mem_buf(bytes->constData(), static_cast<int>(bytes->size())));
    Question question {&password};
    KeyPtr key(PEM_read_bio_PrivateKey(in.get(), nullptr, giveSecret, &question));
    const QString cause = takeOpenSslError();
    if (!key && question.asked)
        return fail(ErrorKind::WrongPassword, path);
    if (!key)
        return fail(ErrorKind::Malformed, path, QStringLiteral("no private key in it: %1").arg(cause));
    X509StackPtr all = readPemCertificates(*bytes);
    if (!certificates.isEmpty()) {
        const Result<QByteArray> more = readKeyFile(certificates);
        if (!more)
            return tl::unexpected(more.error());
        all = readPemCertificates(*more);
    }
    X509Ptr certificate = takeCertificateOf(key.get(), all.get());
    if (!certificate)
        return fail(ErrorKind::BadCertificate, path, QStringLiteral("no certificate belongs to the key"));
    return checked(path, {std::move(key), std::move(certificate), std::move(all)}, now);
}

}  // namespace waybill
