// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace waybill {

/// Hashes that package databases record.
enum class SumAlgorithm : quint8 { Md5, Sha1, Sha256 };
QLatin1String sumAlgorithmId(SumAlgorithm algorithm);

/// One line of a checksum list.
struct RecordedSum {
    std::string path;   ///< in the image
    QByteArray digest;  ///< raw
    SumAlgorithm algorithm = SumAlgorithm::Md5;
};

/// What one database file records.
struct SumList {
    std::string database;
    std::vector<RecordedSum> sums;
};

/// Which hashes the databases of an image may ask for; each costs time.
struct SumKinds {
    bool md5 = true;
    bool sha1 = true;
    bool sha256 = true;
};

/// The kinds that a path speaks for, when it belongs to a package system ("etc/apt/sources.list" -> MD5 only); false for others.
bool sumKindsAt(std::string_view path, SumKinds &kinds);

/// A file that records checksums: dpkg's *.md5sums and `status` (configuration files), the RECORD of a Python distribution, apk's
/// `installed`, an rpm database.
bool recordsChecksums(std::string_view path);
/// More of such a file is not read, in bytes.
qint64 checksumListLimit(std::string_view path);

/// Reads dpkg's *.md5sums ("hex  path") or the Conffiles of its `status`, a RECORD ("path,sha256=base64url,size", PEP 376 and
/// 427), apk's database (F:, R: and Z: lines, apk-v2 "Installed Database V2") or the headers of an rpm database, told by the
/// path. Configuration files of rpm are left out, for they are meant to change. What is neither is passed over. Linear in the
/// bytes.
std::vector<RecordedSum> recordedSums(std::string_view path, const QByteArray &content);

}  // namespace waybill
