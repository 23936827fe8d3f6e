// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waybill {

/// One part that a bill of materials says is there.
struct ClaimedPart {
    QString name;
    QString version;
    QString purl;     ///< as written, may be empty
    QString licence;  ///< as declared there, may be empty
};

/// What a bill of materials inside the image says. A claim of whoever wrote it, never a fact.
struct SbomClaim {
    std::string path;  ///< of the file, or the digest of an attestation
    int layer = 0;     ///< that brought the file, or -1: attached to the image, not in it
    QString format;    ///< "SPDX 2.3 JSON", "SPDX 2.2 tag-value", "CycloneDX 1.5 JSON", "Syft JSON"
    QString subject;   ///< what it is about, as it says
    QString tool;      ///< what made it, as it says
    std::vector<ClaimedPart> parts;
    bool complete = true;  ///< false: cut, or more parts than are read
};

/// Bytes to read of a file that may be a bill of materials by its place or name, or 0 (legal facts 6.2: /var/lib/db/sbom,
/// usr/share/sbom, Bitnami's .spdx-*.spdx, PEP 770's dist-info/sboms, names such as bom.json, *.spdx.json, *.cdx.json). Fast.
qint64 sbomClaimLimit(std::string_view path);

/// Reads SPDX (JSON, tag-value), CycloneDX JSON, Syft JSON, and in-toto statements around one of them, as BuildKit writes them.
/// nullopt when the bytes are none of these or broken. Bounded by the bytes: at most 1024 levels and 200 000 parts.
std::optional<SbomClaim> readSbomClaim(const QByteArray &content);

}  // namespace waybill
