// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace waybill {

/// How much an observation weighs. It says where to look first, never that something is proven.
enum class TrustSeverity : quint8 {
    Note,     ///< worth knowing, no reason for distrust
    Low,      ///< untidy
    Medium,   ///< should be explained before delivery
    High,     ///< must be explained before delivery
    Extreme,  ///< looks like an attack
};
inline constexpr int trustSeverityCount = 5;
QLatin1String trustSeverityId(TrustSeverity severity);
std::optional<TrustSeverity> trustSeverityFromId(const QString &id);

/// The four questions of the Trust page.
enum class TrustQuestion : quint8 {
    Maker,     ///< who made it
    Claims,    ///< is it what it says
    Contents,  ///< is anything in it that should not be
    Age,       ///< how old is it
};
inline constexpr int trustQuestionCount = 4;
QLatin1String trustQuestionId(TrustQuestion question);
std::optional<TrustQuestion> trustQuestionFromId(const QString &id);

/// A place in a file at which a rule of trust-indicators.yaml matched, as the layer was read. A fact; what it weighs is decided
/// when ownership is known. Plain value.
struct TrustSighting {
    QString rule;
    std::string path;
    int layer = 0;
    int line = 0;        ///< from 1; 0 in binary files
    qint64 offset = -1;  ///< of the words, bytes
    QString seen;        ///< at most 160 printable characters; secrets are masked
};

/// A file whose bytes are not those that its package database records.
struct ChecksumMismatch {
    std::string path;
    int layer = 0;         ///< that brought the bytes
    std::string database;  ///< file that records the checksum
    QString algorithm;     ///< "md5", "sha256"
};

/// What the comparison of files with package databases gave.
struct ChecksumFacts {
    std::vector<ChecksumMismatch> mismatches;  ///< at most a thousand
    quint32 compared = 0;
    quint32 notCompared = 0;  ///< recorded, and larger than is hashed while scanning, or not readable
    quint32 missing = 0;      ///< recorded, and not in the final image
};

/// Everything about trust that only the bytes can say. Kept in the inventory.
struct TrustFacts {
    std::vector<TrustSighting> sightings;  ///< by layer, then in stored order
    ChecksumFacts checksums;
    quint32 partlySearched = 0;  ///< files that are longer than the search goes
    bool searched = false;       ///< false: made by a version that did not search, so silence says nothing
};

}  // namespace waybill
