// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/binaryfile.h"

#include <cstring>

namespace waybill {

namespace {

constexpr std::string_view archiveMagic = "!<arch>\n";
constexpr qint64 archiveHead = 4 << 20;

}  // namespace

qint64 BinaryFile::memoryBytes() const
{
    size_t bytes = sizeof *this + elf.soname.size() + elf.interpreter.size() + elf.comment.size() + elf.runPath.size();
    for (const auto *list : {&elf.needed, &elf.neededVersions, &elf.definedVersions}) {
        for (const std::string &text : *list)
            bytes += sizeof text + text.size();
    }
    return static_cast<qint64>(bytes + embedded.size() * 2 * sizeof(EmbeddedLibrary));
}

std::unique_ptr<BinaryProbe> BinaryProbe::forContent(std::span<const char> firstBytes, qint64 size,
                                                     const EmbeddedLibraryRules &rules)
{
    if (ElfReader::isElf(firstBytes))
        return std::unique_ptr<BinaryProbe>(new BinaryProbe(BinaryFormat::Elf, size, rules));
    if (firstBytes.size() >= archiveMagic.size() && std::memcmp(firstBytes.data(), archiveMagic.data(), archiveMagic.size()) == 0)
        return std::unique_ptr<BinaryProbe>(new BinaryProbe(BinaryFormat::StaticLibrary, size, rules));
    return nullptr;
}

BinaryProbe::BinaryProbe(BinaryFormat format, qint64 size, const EmbeddedLibraryRules &rules) : m_format(format), m_scan(rules)
{
    if (format == BinaryFormat::Elf)
        m_elf.emplace(size);
    else
        m_archive.emplace(size, archiveHead, 0);
}

void BinaryProbe::feed(std::span<const char> piece)
{
    m_elf ? m_elf->feed(piece) : m_archive->feed(piece);
    m_scan.feed(piece);
}

BinaryFile BinaryProbe::finish(std::string_view path)
{
    BinaryFile file;
    file.format = m_format;
    bool isElf = false;
    if (m_elf) {
        if (auto facts = m_elf->facts()) {
            file.elf = std::move(*facts);
            isElf = true;
        } else {
            file.elf.complete = false;
        }
    }
    file.embedded = m_scan.finish(path, isElf ? &file.elf : nullptr, m_elf ? m_elf->windows() : *m_archive);
    file.searchedAll = m_scan.searchedAll();
    return file;
}

}  // namespace waybill
