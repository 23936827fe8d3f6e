// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/rawtarheader.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace waybill {

namespace {

constexpr size_t nameAt = 0, nameLength = 100;
constexpr size_t sizeAt = 124, sizeLength = 12;
constexpr size_t sumAt = 148, sumLength = 8;
constexpr size_t typeAt = 156;
constexpr size_t magicAt = 257;
constexpr size_t prefixAt = 345, prefixLength = 155;

}  // namespace

namespace tarheader {

bool isZero(const TarBlock &block)
{
    return std::all_of(block.begin(), block.end(), [](char c) { return c == 0; });
}

bool isValid(const TarBlock &block)
{
    const auto stored = numberAt(block, sumAt, sumLength);
    if (!stored)
        return false;
    qint64 plain = 0;
    qint64 withSign = 0;
    for (size_t i = 0; i < block.size(); ++i) {
        const char c = i >= sumAt && i < sumAt + sumLength ? ' ' : block[i];
        plain += static_cast<unsigned char>(c);
        withSign += static_cast<signed char>(c);
    }
    return *stored == plain || *stored == withSign;
}

char typeOf(const TarBlock &block)
{
    return block[typeAt];
}

std::optional<qint64> numberAt(const TarBlock &block, size_t offset, size_t length)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(block.data()) + offset;
    if (bytes[0] & 0x80U) {
        // Base 256, big-endian, two's complement without the marker bit.
        quint64 value = (bytes[0] & 0x40U) != 0 ? ~quint64(0) : 0;
        for (size_t i = 0; i < length; ++i) {
            const unsigned char byte
                = i == 0 ? static_cast<unsigned char>((bytes[0] & 0x3fU) | (bytes[0] & 0x40U ? 0xc0U : 0)) : bytes[i];
            if (i + 8 < length && byte != (value == 0 ? 0x00 : 0xff))
                return std::nullopt;
            value = (value << 8U) | byte;
        }
        return static_cast<qint64>(value);
    }
    size_t at = 0;
    while (at < length && (bytes[at] == ' ' || bytes[at] == 0))
        ++at;
    qint64 value = 0;
    for (; at < length && bytes[at] >= '0' && bytes[at] <= '7'; ++at) {
        if (value > (std::numeric_limits<qint64>::max() >> 3))
            return std::nullopt;
        value = value * 8 + (bytes[at] - '0');
    }
    return value;
}

std::string textAt(const TarBlock &block, size_t offset, size_t length)
{
    const std::string_view field(block.data() + offset, length);
    return std::string(field.substr(0, field.find('\0')));
}

std::string nameOf(const TarBlock &block)
{
    std::string name = textAt(block, nameAt, nameLength);
    // "ustar\0" has a prefix field; GNU's "ustar  \0" uses these bytes otherwise, and v7 has no magic.
    if (std::memcmp(block.data() + magicAt, "ustar\0", 6) == 0 && block[prefixAt] != 0) {
        const std::string prefix = textAt(block, prefixAt, prefixLength);
        name = prefix.ends_with('/') ? prefix + name : prefix + '/' + name;
    }
    return name;
}

void putNumber(TarBlock &block, size_t offset, size_t length, quint64 value)
{
    block[offset + length - 1] = 0;
    for (size_t i = length - 1; i-- > 0; value >>= 3U)
        block[offset + i] = static_cast<char>('0' + (value & 7U));
}

void putSize(TarBlock &block, qint64 size)
{
    putNumber(block, sizeAt, sizeLength, static_cast<quint64>(size));
}

void putSum(TarBlock &block)
{
    std::fill_n(block.begin() + sumAt, sumLength, ' ');
    quint64 sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    putNumber(block, sumAt, sumLength - 1, sum);
}

}  // namespace tarheader

PaxRecords readPax(std::string_view bytes)
{
    PaxRecords records;
    while (!bytes.empty()) {
        size_t length = 0;
        const auto [end, fault] = std::from_chars(bytes.data(), bytes.data() + std::min<size_t>(bytes.size(), 10), length);
        const auto head = static_cast<size_t>(end - bytes.data());
        if (fault != std::errc() || length > bytes.size() || length < head + 2 || bytes[head] != ' ' || bytes[length - 1] != '\n')
            break;
        const std::string_view body = bytes.substr(head + 1, length - head - 2);
        const size_t equals = body.find('=');
        if (equals == std::string_view::npos)
            break;
        records.emplace_back(body.substr(0, equals), body.substr(equals + 1));
        bytes.remove_prefix(length);
    }
    return records;
}

std::string writePax(const PaxRecords &records)
{
    std::string out;
    for (const auto &[key, value] : records) {
        // The length counts its own digits.
        size_t length = key.size() + value.size() + 3;
        for (size_t digits = 0; digits != std::to_string(length).size();) {
            digits = std::to_string(length).size();
            length = key.size() + value.size() + 3 + digits;
        }
        out += std::to_string(length) + ' ' + key + '=' + value + '\n';
    }
    return out;
}

}  // namespace waybill
