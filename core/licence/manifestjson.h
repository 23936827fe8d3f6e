// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/manifestfields.h"

namespace waybill {

/// Licence fields of manifests in JSON: npm, Composer, Bower, Perl and Puppet metadata, CodeMeta, OpenAPI, SPDX, CycloneDX,
/// vcpkg, conda. Any other JSON file has no format. Any thread.
Manifest readJsonManifest(const QString &name, QByteArrayView text);

}  // namespace waybill
