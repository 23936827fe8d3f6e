// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/tarwatch.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace waybill {

namespace {

constexpr size_t sizeAt = 124, sizeLength = 12;
constexpr qint64 extendedLimit = 1 << 20;  ///< libarchive refuses longer ones
constexpr qint64 sizeLimit = 1LL << 60;    ///< so that padding cannot overflow
constexpr qint64 octalLimit = 077777777777;

qint64 padded(qint64 size)
{
    const auto block = static_cast<qint64>(tarBlockSize);
    return (size + block - 1) / block * block;
}

std::optional<std::string> valueOf(const PaxRecords &records, std::string_view key)
{
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        if (record->first == key)
            return record->second;
    }
    return std::nullopt;
}

std::optional<qint64> numberOf(const std::optional<std::string> &text)
{
    qint64 value = 0;
    if (!text)
        return std::nullopt;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (problem != std::errc() || end != text->data() + text->size())
        return std::nullopt;
    return value;
}

}  // namespace

void TarWatch::see(std::span<const char> bytes)
{
    while (!bytes.empty() && !m_lost) {
        if (m_skip > 0) {
            const auto length = static_cast<size_t>(std::min<qint64>(m_skip, static_cast<qint64>(bytes.size())));
            bytes = bytes.subspan(length);
            m_skip -= static_cast<qint64>(length);
        } else if (m_extended > 0) {
            const auto length = static_cast<size_t>(std::min<qint64>(m_extended, static_cast<qint64>(bytes.size())));
            m_collected.append(bytes.data(), length);
            bytes = bytes.subspan(length);
            m_extended -= static_cast<qint64>(length);
            if (m_extended == 0)
                extendedEnds();
        } else {
            const size_t length = std::min(tarBlockSize - m_filled, bytes.size());
            std::memcpy(m_block.data() + m_filled, bytes.data(), length);
            bytes = bytes.subspan(length);
            m_filled += length;
            if (m_filled == tarBlockSize) {
                m_filled = 0;
                header();
            }
        }
    }
}

void TarWatch::header()
{
    if (tarheader::isZero(m_block) || !tarheader::isValid(m_block)) {
        m_lost = true;
        return;
    }
    m_sawHeader = true;
    const auto size = tarheader::numberAt(m_block, sizeAt, sizeLength);
    if (!size || *size < 0 || *size > sizeLimit) {
        m_lost = true;
        return;
    }
    m_type = tarheader::typeOf(m_block);
    const bool extended = m_type == 'x' || m_type == 'X' || m_type == 'g' || m_type == 'L' || m_type == 'K';
    if (!extended) {
        entryHeader(*size);
        return;
    }
    if (*size > extendedLimit) {
        m_lost = true;
        return;
    }
    if ((m_type == 'x' || m_type == 'X') && m_hasPax)
        m_report("repeated-header", QStringLiteral("two pax headers for one entry"));
    if (m_type == 'L' && m_hasPax && valueOf(m_pax, "path"))
        m_report("two-names", QString::fromStdString(*valueOf(m_pax, "path")));
    m_collected.clear();
    m_extended = *size;
    m_padding = padded(*size) - *size;
    if (*size == 0)
        extendedEnds();
}

void TarWatch::extendedEnds()
{
    m_extended = -1;
    m_skip = m_padding;
    if (m_type == 'L') {
        m_hasLongName = true;
        return;
    }
    if (m_type == 'K')
        return;
    const PaxRecords records = readPax(m_collected);
    const auto path = valueOf(records, "path");
    if (m_type == 'g') {
        if (path || valueOf(records, "size") || valueOf(records, "linkpath"))
            m_report("global-header", path ? QString::fromStdString(*path) : QStringLiteral("size or link of all entries"));
        return;
    }
    if (path && path->find('\0') != std::string::npos)
        m_report("zero-in-name", QString::fromStdString(path->substr(0, path->find('\0'))));
    if (path && m_hasLongName)
        m_report("two-names", QString::fromStdString(*path));
    m_pax = records;
    m_hasPax = true;
}

void TarWatch::entryHeader(qint64 size)
{
    const auto override = numberOf(valueOf(m_pax, "size"));
    // Sparse files count their map; sizes that octal digits cannot hold need the record.
    const bool sparse = m_type == 'S'
        || std::any_of(m_pax.begin(), m_pax.end(), [](const auto &record) { return record.first.starts_with("GNU.sparse."); });
    if (override && *override >= 0 && *override <= sizeLimit) {
        if (*override != size && *override <= octalLimit && size != 0 && !sparse)
            m_report("size-override",
                     QStringLiteral("%1: %2 and %3 bytes")
                         .arg(QString::fromStdString(tarheader::nameOf(m_block)))
                         .arg(size)
                         .arg(*override));
        size = *override;
    }
    const bool hasContent = m_type == '0' || m_type == '\0' || m_type == '7' || m_type == 'S' || !std::strchr("123456", m_type);
    m_skip = hasContent ? padded(size) : 0;
    m_hasPax = m_hasLongName = false;
    m_pax.clear();
    // Old sparse maps go on in further blocks, and hard links may have content: libarchive knows, we stop here.
    if (m_type == 'S' || (m_type == '1' && size > 0))
        m_lost = true;
}

}  // namespace waybill
