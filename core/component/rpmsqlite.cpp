// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/rpmdatabase.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

namespace waybill {

namespace {

constexpr size_t fileHeaderSize = 100;
constexpr quint8 interiorTable = 0x05;
constexpr quint8 leafTable = 0x0d;
constexpr size_t largestBlob = 64 << 20;

using Bytes = std::span<const char>;

quint16 be16(Bytes bytes, size_t at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}
quint32 be32(Bytes bytes, size_t at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/// A number of one to nine bytes (SQLite file format 1.6, "varint"); moves `bytes` on. nullopt at the end.
std::optional<quint64> takeVarint(Bytes &bytes)
{
    quint64 value = 0;
    for (size_t i = 0; i < 9 && i < bytes.size(); ++i) {
        const auto byte = static_cast<quint8>(bytes[i]);
        value = i == 8 ? (value << 8) | byte : (value << 7) | (byte & 0x7f);
        if (i == 8 || (byte & 0x80) == 0) {
            bytes = bytes.subspan(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

/// Bytes that a column of this serial type takes (2.1 "Record Format").
quint64 columnSize(quint64 type)
{
    static constexpr quint64 sizes[] {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return type < 12 ? sizes[type] : (type - 12) / 2;
}

/// Columns of a record.
std::vector<Bytes> columnsOf(Bytes record)
{
    std::vector<Bytes> columns;
    Bytes rest = record;
    const auto headerSize = takeVarint(rest);
    if (!headerSize || *headerSize > record.size() || *headerSize < record.size() - rest.size())
        return columns;
    Bytes header = record.subspan(record.size() - rest.size(), *headerSize - (record.size() - rest.size()));
    size_t at = *headerSize;
    while (!header.empty() && columns.size() < 16) {
        const auto type = takeVarint(header);
        if (!type || columnSize(*type) > record.size() - at)
            break;
        columns.push_back(record.subspan(at, columnSize(*type)));
        at += columnSize(*type);
    }
    return columns;
}

class SqliteFile
{
public:
    explicit SqliteFile(Bytes file) : m_file(file) { }
    bool open();
    /// Calls `row` with every record of a table.
    void readTable(quint32 root, const std::function<void(Bytes)> &row);
    bool damaged() const { return m_damaged; }

private:
    Bytes page(quint32 number) const;
    void readLeafCell(Bytes page, size_t at, const std::function<void(Bytes)> &row);
    bool appendOverflow(quint32 number, size_t wanted, std::vector<char> &payload);

    Bytes m_file;
    size_t m_pageSize = 0;
    size_t m_usable = 0;
    std::vector<bool> m_visited;
    bool m_damaged = false;
};

bool SqliteFile::open()
{
    if (m_file.size() < fileHeaderSize)
        return false;
    m_pageSize = be16(m_file, 16) == 1 ? 65536 : be16(m_file, 16);
    const auto reserved = static_cast<quint8>(m_file[20]);
    if (m_pageSize < 512 || (m_pageSize & (m_pageSize - 1)) != 0 || reserved > m_pageSize - 480)
        return false;
    m_usable = m_pageSize - reserved;
    // A file that is shorter than its header says was cut.
    if (static_cast<quint64>(be32(m_file, 28)) * m_pageSize > m_file.size())
        m_damaged = true;
    m_visited.assign(m_file.size() / m_pageSize + 1, false);
    return true;
}

Bytes SqliteFile::page(quint32 number) const
{
    if (number == 0 || static_cast<quint64>(number) * m_pageSize > m_file.size())
        return {};
    return m_file.subspan((number - 1) * m_pageSize, m_pageSize);
}

void SqliteFile::readTable(quint32 root, const std::function<void(Bytes)> &row)
{
    std::vector<quint32> waiting {root};
    while (!waiting.empty()) {
        const quint32 number = waiting.back();
        waiting.pop_back();
        const Bytes bytes = page(number);
        if (bytes.empty() || m_visited[number]) {
            m_damaged = true;
            continue;
        }
        m_visited[number] = true;
        const size_t head = number == 1 ? fileHeaderSize : 0;
        const auto type = static_cast<quint8>(bytes[head]);
        const size_t cells = be16(bytes, head + 3);
        const size_t pointers = head + (type == interiorTable ? 12 : 8);
        if ((type != interiorTable && type != leafTable) || pointers + cells * 2 > bytes.size()) {
            m_damaged = true;
            continue;
        }
        if (type == interiorTable)
            waiting.push_back(be32(bytes, head + 8));
        // Last first, so that rows come in order.
        for (size_t i = cells; type == interiorTable && i > 0; --i) {
            const size_t at = be16(bytes, pointers + (i - 1) * 2);
            if (at + 4 <= bytes.size())
                waiting.push_back(be32(bytes, at));
            else
                m_damaged = true;
        }
        for (size_t i = 0; type == leafTable && i < cells; ++i)
            readLeafCell(bytes, be16(bytes, pointers + i * 2), row);
    }
}

/// A payload that does not fit is continued on a chain of overflow pages (1.6 "Cell Payload Overflow Pages").
void SqliteFile::readLeafCell(Bytes bytes, size_t at, const std::function<void(Bytes)> &row)
{
    Bytes rest = at < m_usable ? bytes.subspan(at, m_usable - at) : Bytes();
    const auto size = takeVarint(rest);
    const auto id = takeVarint(rest);
    if (!size || !id || *size > largestBlob || *size > m_file.size()) {
        m_damaged = true;
        return;
    }
    const size_t most = m_usable - 35;
    size_t local = *size;
    if (local > most) {
        const size_t least = (m_usable - 12) * 32 / 255 - 23;
        const size_t fitting = least + (*size - least) % (m_usable - 4);
        local = fitting <= most ? fitting : least;
    }
    if (rest.size() < local + (local < *size ? 4 : 0)) {
        m_damaged = true;
        return;
    }
    if (local == *size)
        return row(rest.first(local));
    std::vector<char> payload(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(local));
    if (appendOverflow(be32(rest, local), *size, payload))
        row(payload);
    else
        m_damaged = true;
}

bool SqliteFile::appendOverflow(quint32 number, size_t wanted, std::vector<char> &payload)
{
    while (payload.size() < wanted) {
        const Bytes bytes = page(number);
        if (bytes.empty() || m_visited[number])
            return false;
        m_visited[number] = true;
        const size_t take = std::min(wanted - payload.size(), m_usable - 4);
        payload.insert(payload.end(), bytes.begin() + 4, bytes.begin() + 4 + static_cast<std::ptrdiff_t>(take));
        number = be32(bytes, 0);
    }
    return true;
}

}  // namespace

RpmReading readRpmSqlite(std::span<const char> database, const RpmBlob &blob)
{
    SqliteFile file(database);
    if (!file.open())
        return RpmReading::Damaged;
    quint32 root = 0;
    // sqlite_schema: type, name, tbl_name, rootpage, sql.
    file.readTable(1, [&root](Bytes record) {
        const std::vector<Bytes> columns = columnsOf(record);
        constexpr std::string_view wanted = "Packages";
        if (columns.size() < 4 || std::string_view(columns[1].data(), columns[1].size()) != wanted)
            return;
        quint32 number = 0;
        for (const char byte : columns[3].first(std::min<size_t>(columns[3].size(), 4)))
            number = (number << 8) | static_cast<quint8>(byte);
        root = number;
    });
    if (root == 0)
        return RpmReading::Damaged;
    file.readTable(root, [&blob](Bytes record) {
        const std::vector<Bytes> columns = columnsOf(record);
        if (columns.size() >= 2)
            blob(columns[1]);
    });
    return file.damaged() ? RpmReading::Damaged : RpmReading::Complete;
}

}  // namespace waybill
