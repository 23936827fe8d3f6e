// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <span>
#include <string>
#include <vector>

namespace waybill {

/// What we keep of one installed rpm package.
struct RpmPackage {
    QString name, version, release, epoch, architecture;
    QString licence, vendor, homePage, sourceRpm;
    QStringList requiredNames, providedNames;
    std::vector<std::string> files;
};

/// Parses a header blob of an rpm database: two counts, an index of 16 bytes per tag, the data; all in network order ("RPM V4
/// header format"). Every offset and count is checked against the bytes that are there. Errors: Malformed.
Result<RpmPackage> readRpmHeader(std::span<const char> blob);

}  // namespace waybill
