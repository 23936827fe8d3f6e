// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace waybill {

/// What a CMS SignedData (RFC 5652) says in fields that no digest protects and that OpenSSL reads without looking at them:
/// versions, algorithm lists and their parameters, the signer's identifier against the certificate, needlessly long lengths,
/// unknown unsigned attributes. Any thread.
struct CmsForm {
    bool timestamp = false;  ///< the content is a time stamp (RFC 3161), whose version rule is stricter

    /// Empty when all of it agrees, else a technical word on what does not. `certificate` is the DER of the certificate of
    /// the signer with the number `signer`, from 0.
    QString faultOf(QByteArrayView cms, size_t signer, QByteArrayView certificate) const;
    /// The signed attributes of a signer as the SET that was signed; empty when there are none.
    static QByteArray signedAttributes(QByteArrayView cms, size_t signer);
};

/// True when two DER-encoded names (X.501) say the same with the same letters; only the kind of string may differ.
bool isSameName(QByteArrayView one, QByteArrayView other);

}  // namespace waybill
