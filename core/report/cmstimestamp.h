// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/opensslptr.h"
#include "core/report/signature.h"

#include <QByteArrayView>

namespace waybill {

/// What a time stamp token (RFC 3161) says about some bytes. Plain value.
struct TimestampCheck {
    bool readable = false;
    bool digestMatches = false;
    bool signatureMatches = false;
    bool byTimeAuthority = false;  ///< the certificate is for time stamping and nothing else (RFC 3161 section 2.3)
    bool trusted = false;
    QDateTime time;
    QString authority, issuer;
    QString detail;  ///< technical word on what is wrong, empty when nothing is

    bool isSound() const { return readable && digestMatches && signatureMatches && detail.isEmpty(); }
};

/// Checks the token in `der`, which must fill it, against the bytes that it is said to be about. `trust` may be null.
TimestampCheck checkTimestamp(QByteArrayView der, QByteArrayView bytes, X509_STORE *trust);

/// The token that stands as an unsigned attribute of a signer, empty when there is none. `several` tells of more than one.
QByteArray timestampTokenOf(CMS_SignerInfo *signer, bool &several);

/// Asks for a time stamp over `bytes` (SHA-256, with nonce and certificate) and gives the token, DER, once it has been found
/// to be about them. Errors: those of the source; Signature when the answer is a refusal or about something else.
Result<QByteArray> requestTimestamp(QByteArrayView bytes, const TimestampSource &source);

}  // namespace waybill
