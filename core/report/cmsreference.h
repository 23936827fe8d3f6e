// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/opensslptr.h"

namespace waybill {

/// Whether the signed attributes say by digest which certificate was meant.
enum class CertificateReference : quint8 { Missing, Right, Wrong };

/// Reads signingCertificate (RFC 2634) and signingCertificateV2 (RFC 5035); with both, both must name `certificate` first.
/// Where they name the chain as well, the other certificates in `all` must be those.
CertificateReference certificateReference(CMS_SignerInfo *signer, X509 *certificate, const STACK_OF(X509) * all);

/// Empty when each certificate whose issuer is among them was really signed by it, else a word on the first that was not.
/// Certificates without their issuer cannot be judged here; trust does that.
QString certificateFault(const STACK_OF(X509) * all);

/// DER of a certificate, empty when it has none.
QByteArray derOf(X509 *certificate);

}  // namespace waybill
