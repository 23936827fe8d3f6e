// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/imagereference.h"
#include "core/image/registry/httpclient.h"

#include <QStringList>

namespace waybill {

/// Certificates that container tools keep for one registry (containers-certs.d(5)): `*.crt` are authorities, `NAME.cert` with
/// `NAME.key` is a client certificate. `folders` are searched for a folder named host[:port]; the first that has one counts.
HttpTrust trustFor(const ImageReference &reference, const QStringList &folders);
/// The same over the user's and the system's folders.
HttpTrust trustFor(const ImageReference &reference);

}  // namespace waybill
