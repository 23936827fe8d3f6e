// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/rpmdatabase.h"

#include <QtEndian>

#include <algorithm>
#include <vector>

namespace waybill {

namespace {

using Bytes = std::span<const char>;
using namespace std::string_view_literals;

constexpr std::string_view sqliteMagic = "SQLite format 3\0"sv;
constexpr std::string_view ndbMagic = "RpmP";

// Berkeley DB (db_page.h): places in a page and types of pages and items.
constexpr quint32 hashMagic = 0x00061561;
constexpr size_t pageHeaderSize = 26;
constexpr quint8 unsortedHashPage = 2;
constexpr quint8 overflowPage = 7;
constexpr quint8 hashPage = 13;
constexpr quint8 inlineItem = 1;
constexpr quint8 overflowItem = 3;
constexpr size_t largestBlob = 64 << 20;

// ndb (rpm, lib/backend/ndb/rpmpkg.c).
constexpr size_t ndbBlock = 16;
constexpr size_t ndbPage = 4096;
constexpr size_t ndbSlot = 16;

/// A Berkeley DB hash file. Buckets are not followed: every page is looked at once, whatever the buckets say.
class BerkeleyFile
{
public:
    explicit BerkeleyFile(Bytes file) : m_file(file) { }
    bool open();
    RpmReading read(const RpmBlob &blob);

private:
    quint16 u16(size_t at) const
    {
        return m_big ? qFromBigEndian<quint16>(&m_file[at]) : qFromLittleEndian<quint16>(&m_file[at]);
    }
    quint32 u32(size_t at) const
    {
        return m_big ? qFromBigEndian<quint32>(&m_file[at]) : qFromLittleEndian<quint32>(&m_file[at]);
    }
    void readPage(size_t start, const RpmBlob &blob);
    void readItem(size_t start, size_t offset, size_t end, const RpmBlob &blob);
    bool readChain(quint32 page, size_t length, std::vector<char> &payload);

    Bytes m_file;
    bool m_big = false;
    size_t m_pageSize = 0;
    std::vector<bool> m_used;  ///< overflow pages that belong to a package already
    bool m_damaged = false;
};

bool BerkeleyFile::open()
{
    if (m_file.size() < 72)
        return false;
    m_big = qFromBigEndian<quint32>(&m_file[12]) == hashMagic;
    m_pageSize = u32(20);
    if (m_pageSize < 512 || m_pageSize > 65536 || (m_pageSize & (m_pageSize - 1)) != 0)
        return false;
    const quint64 pages = static_cast<quint64>(u32(32)) + 1;
    m_damaged = pages * m_pageSize > m_file.size();
    m_used.assign(m_file.size() / m_pageSize, false);
    return true;
}

RpmReading BerkeleyFile::read(const RpmBlob &blob)
{
    for (size_t start = m_pageSize; start + m_pageSize <= m_file.size(); start += m_pageSize) {
        const auto type = static_cast<quint8>(m_file[start + 25]);
        if (type == hashPage || type == unsortedHashPage)
            readPage(start, blob);
    }
    return m_damaged ? RpmReading::Damaged : RpmReading::Complete;
}

/// Items come in pairs of key and data, and lie one before the other from the end of the page.
void BerkeleyFile::readPage(size_t start, const RpmBlob &blob)
{
    const size_t entries = u16(start + 20);
    if (pageHeaderSize + entries * 2 > m_pageSize) {
        m_damaged = true;
        return;
    }
    for (size_t i = 1; i < entries; i += 2) {
        const size_t key = u16(start + pageHeaderSize + (i - 1) * 2);
        const size_t offset = u16(start + pageHeaderSize + i * 2);
        if (offset >= key || key > m_pageSize || offset < pageHeaderSize + entries * 2) {
            m_damaged = true;
            continue;
        }
        readItem(start, offset, key, blob);
    }
}

void BerkeleyFile::readItem(size_t start, size_t offset, size_t end, const RpmBlob &blob)
{
    const size_t at = start + offset;
    const auto type = static_cast<quint8>(m_file[at]);
    if (type == inlineItem) {
        // The entry with key 0 holds the number of the last package, not a package.
        if (end - offset - 1 > 8)
            blob(m_file.subspan(at + 1, end - offset - 1));
        return;
    }
    std::vector<char> payload;
    if (type != overflowItem || offset + 12 > m_pageSize || u32(at + 8) > largestBlob
        || !readChain(u32(at + 4), u32(at + 8), payload)) {
        m_damaged = true;
        return;
    }
    blob(payload);
}

bool BerkeleyFile::readChain(quint32 page, size_t length, std::vector<char> &payload)
{
    while (payload.size() < length) {
        const size_t start = static_cast<size_t>(page) * m_pageSize;
        if (page == 0 || page >= m_used.size() || m_used[page] || static_cast<quint8>(m_file[start + 25]) != overflowPage)
            return false;
        m_used[page] = true;
        const size_t here = std::min<size_t>({u16(start + 22), m_pageSize - pageHeaderSize, length - payload.size()});
        if (here == 0)
            return false;
        const auto *const first = m_file.data() + start + pageHeaderSize;
        payload.insert(payload.end(), first, first + here);
        page = u32(start + 16);
    }
    return true;
}

}  // namespace

RpmReading readRpmBerkeley(std::span<const char> database, const RpmBlob &blob)
{
    BerkeleyFile file(database);
    return file.open() ? file.read(blob) : RpmReading::Damaged;
}

RpmReading readRpmNdb(std::span<const char> database, const RpmBlob &blob)
{
    const auto number = [database](size_t at) { return qFromLittleEndian<quint32>(database.data() + at); };
    if (database.size() < 2 * ndbSlot)
        return RpmReading::Damaged;
    const quint64 slotsEnd = static_cast<quint64>(number(12)) * ndbPage;
    bool damaged = slotsEnd > database.size() || slotsEnd == 0;
    const size_t end = static_cast<size_t>(std::min<quint64>(slotsEnd, database.size()));
    for (size_t slot = 2 * ndbSlot; slot + ndbSlot <= end; slot += ndbSlot) {
        const quint32 package = number(slot + 4);
        if (package == 0)
            continue;
        constexpr quint32 slotMagic = 0x746f6c53;  // "Slot"
        constexpr quint32 blobMagic = 0x53626c42;  // "BlbS"
        const quint64 at = static_cast<quint64>(number(slot + 8)) * ndbBlock;
        const quint64 room = static_cast<quint64>(number(slot + 12)) * ndbBlock;
        const bool held = at + room <= database.size() && room >= 2 * ndbBlock && number(slot) == slotMagic
            && number(at) == blobMagic && number(at + 4) == package;
        const quint64 length = held ? number(at + 12) : 0;
        if (!held || length > room - ndbBlock) {
            damaged = true;
            continue;
        }
        blob(database.subspan(at + ndbBlock, length));
    }
    return damaged ? RpmReading::Damaged : RpmReading::Complete;
}

bool isRpmDatabasePath(std::string_view path)
{
    for (const std::string_view folder : {"var/lib/rpm/"sv, "usr/lib/sysimage/rpm/"sv, "usr/share/rpm/"sv, "usr/lib/rpm/"sv}) {
        if (path.starts_with(folder)) {
            const std::string_view name = path.substr(folder.size());
            return name == "rpmdb.sqlite"sv || name == "Packages"sv || name == "Packages.db"sv;
        }
    }
    return false;
}

RpmReading readRpmDatabase(std::span<const char> database, const RpmBlob &blob)
{
    const std::string_view bytes(database.data(), database.size());
    if (bytes.starts_with(sqliteMagic))
        return readRpmSqlite(database, blob);
    if (bytes.starts_with(ndbMagic))
        return readRpmNdb(database, blob);
    if (bytes.size() >= 16
        && (qFromBigEndian<quint32>(&database[12]) == hashMagic || qFromLittleEndian<quint32>(&database[12]) == hashMagic))
        return readRpmBerkeley(database, blob);
    return RpmReading::NotADatabase;
}

}  // namespace waybill
