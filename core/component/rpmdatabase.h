// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <span>
#include <string_view>

namespace waybill {

/// How a reading of an rpm database went.
enum class RpmReading : quint8 {
    Complete,
    Damaged,      ///< some or all of it could not be read
    NotADatabase  ///< none of the known formats
};

/// A file in which a distribution keeps its rpm packages: one of the names above in one of the usual folders.
bool isRpmDatabasePath(std::string_view path);

/// Called with each header blob; valid during the call.
using RpmBlob = std::function<void(std::span<const char>)>;

/// Reads the packages of an rpm database, whose format is told by its bytes: SQLite (rpmdb.sqlite), Berkeley DB hash in either
/// byte order (Packages), ndb (Packages.db). Index files are not needed. Every page number, offset and length is checked; no page
/// is read twice. Pure; any thread.
RpmReading readRpmDatabase(std::span<const char> database, const RpmBlob &blob);

// One per format, each for bytes that begin with its magic.
RpmReading readRpmSqlite(std::span<const char> database, const RpmBlob &blob);
RpmReading readRpmBerkeley(std::span<const char> database, const RpmBlob &blob);
RpmReading readRpmNdb(std::span<const char> database, const RpmBlob &blob);

}  // namespace waybill
