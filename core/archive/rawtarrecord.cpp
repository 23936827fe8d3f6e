// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/rawtarheader.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t nameLength = 100;
constexpr size_t modeAt = 100, uidAt = 108, gidAt = 116, idLength = 8;
constexpr size_t mtimeAt = 136, numberLength = 12;
constexpr size_t typeAt = 156, magicAt = 257;

TarBlock ustarBlock(const std::string &name, char type, quint32 mode, qint64 size)
{
    TarBlock block {};
    std::copy_n(name.begin(), std::min(name.size(), nameLength), block.begin());
    tarheader::putNumber(block, modeAt, idLength, mode);
    tarheader::putNumber(block, uidAt, idLength, 0);
    tarheader::putNumber(block, gidAt, idLength, 0);
    tarheader::putNumber(block, mtimeAt, numberLength, 0);
    tarheader::putSize(block, size);
    block[typeAt] = type;
    static constexpr std::array<char, 8> magic {'u', 's', 't', 'a', 'r', 0, '0', '0'};
    std::copy(magic.begin(), magic.end(), block.begin() + magicAt);
    tarheader::putSum(block);
    return block;
}

}  // namespace

std::vector<char> tarRecord(const Entry &entry, std::span<const char> content)
{
    const bool folder = entry.kind == EntryKind::Folder;
    const std::string name = folder ? entry.path + '/' : entry.path;
    std::vector<char> record;
    const auto append = [&record](const TarBlock &block, std::span<const char> body) {
        record.insert(record.end(), block.begin(), block.end());
        record.insert(record.end(), body.begin(), body.end());
        record.resize((record.size() + tarBlockSize - 1) / tarBlockSize * tarBlockSize);
    };
    if (name.size() > nameLength) {
        const std::string path = writePax({{"path", name}});
        append(ustarBlock("PaxHeader", 'x', 0644, static_cast<qint64>(path.size())), path);
    }
    append(ustarBlock(name, folder ? '5' : '0', entry.mode, static_cast<qint64>(content.size())), content);
    return record;
}

}  // namespace waybill
