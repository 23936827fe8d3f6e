// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/signature.h"

#include <qpdf/QPDFObjectHandle.hh>

namespace waybill {

/// The room for a signature in a file that is being written: a random marker stands in /Contents until the file is complete,
/// so that the place is found again whatever else the file holds. Plain value.
class SignaturePlace
{
public:
    /// Errors: Signature (no random numbers).
    static Result<SignaturePlace> make();

    /// The signature dictionary with the marker and room for /ByteRange.
    QPDFObjectHandle dictionary(const SigningKey &key, const SignOptions &options) const;
    /// Sets the range, signs and puts the signature over the marker; nothing else changes. Errors: Signature, and those of
    /// the time authority.
    Result<QByteArray> fill(QByteArray file, const SigningKey &key, const SignOptions &options) const;

private:
    QByteArray m_marker;
};

}  // namespace waybill
