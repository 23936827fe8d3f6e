// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
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

/// A file as an installed package records it.
struct RpmFileSum {
    std::string path;        ///< absolute
    QByteArray digest;       ///< raw; MD5, SHA-1 or SHA-256 by its length
    bool mayChange = false;  ///< configuration, or made by the package's scripts
};
/// The recorded hashes of the files of one package; folders, links and files without one are left out. Empty for a blob that is
/// no header.
std::vector<RpmFileSum> readRpmFileSums(std::span<const char> blob);

}  // namespace waybill
