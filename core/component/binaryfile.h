// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/component/embeddedlibraries.h"

namespace waybill {

enum class BinaryFormat : quint8 { Elf, StaticLibrary };

/// What one executable, library, object or static library says of itself.
struct BinaryFile {
    NodeId node;
    BinaryFormat format = BinaryFormat::Elf;
    ElfFacts elf;  ///< of format Elf
    std::vector<EmbeddedLibrary> embedded;
    bool searchedAll = true;  ///< false: the file is longer than the search for version strings goes
    /// About how much memory this takes, bytes.
    qint64 memoryBytes() const;
};

/// Reads one such file as it comes by. One per file, one thread; nothing of it is ever loaded or run.
class BinaryProbe
{
public:
    /// A probe when the first bytes are those of an ELF file or a static library, else null.
    static std::unique_ptr<BinaryProbe> forContent(std::span<const char> firstBytes, qint64 size,
                                                   const EmbeddedLibraryRules &rules);
    void feed(std::span<const char> piece);
    /// Everything that could be read; `path` tells a library's own files from others. Node is left invalid. Call once.
    BinaryFile finish(std::string_view path);
    /// Content of an ELF section, at most `limit` bytes; empty when absent or not kept. After the last feed().
    QByteArray section(std::string_view name, qint64 limit) const { return m_elf ? m_elf->section(name, limit) : QByteArray(); }

private:
    BinaryProbe(BinaryFormat format, qint64 size, const EmbeddedLibraryRules &rules);
    BinaryFormat m_format;
    std::optional<ElfReader> m_elf;
    std::optional<FileWindows> m_archive;
    EmbeddedLibraryScan m_scan;
};

}  // namespace waybill
