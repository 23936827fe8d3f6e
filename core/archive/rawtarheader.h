// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/rawtar.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace waybill {

inline constexpr size_t tarBlockSize = 512;
using TarBlock = std::array<char, tarBlockSize>;

/// Fields of a header block, read as libarchive reads them, so that both ways through a layer see the same members.
namespace tarheader {

/// True when the stored sum fits the block, counted over unsigned or over signed bytes.
bool isValid(const TarBlock &block);
bool isZero(const TarBlock &block);
char typeOf(const TarBlock &block);
/// A number in octal digits or in base 256 (first bit set); nullopt when it is neither or does not fit.
std::optional<qint64> numberAt(const TarBlock &block, size_t offset, size_t length);
std::string textAt(const TarBlock &block, size_t offset, size_t length);
/// Name with the ustar prefix.
std::string nameOf(const TarBlock &block);
/// Octal digits that fill the field but for a closing zero byte; `value` must fit.
void putNumber(TarBlock &block, size_t offset, size_t length, quint64 value);
void putSize(TarBlock &block, qint64 size);
void putSum(TarBlock &block);

}  // namespace tarheader

/// Records of a pax extended header (POSIX.1-2001 pax, "ustar Interchange Format" extended header).
using PaxRecords = std::vector<std::pair<std::string, std::string>>;
/// Stops at the first record whose length does not fit, as libarchive does.
PaxRecords readPax(std::string_view bytes);
std::string writePax(const PaxRecords &records);

}  // namespace waybill
