// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/elfreader.h"

namespace waybill {

/// Parses the tables of one ELF file out of the windows that were kept of it. Every offset and count comes from a stranger:
/// each is checked against the bytes that are there, and loops have ceilings of their own. Borrows the windows; one thread.
class ElfParser
{
public:
    /// nullopt when there is no complete ELF header of a known class and byte order.
    static std::optional<ElfParser> open(const FileWindows &windows);
    /// Offset and length of the dynamic section and the notes, as the program headers give them.
    std::vector<std::pair<quint64, quint64>> tables() const;
    /// Place of the dynamic string table, once the dynamic section is held completely or there is none (then an empty place).
    std::optional<std::pair<quint64, quint64>> stringTable() const;
    ElfFacts facts();
    /// Bytes of the first section of that name, at most `limit`; empty when absent, without content or not kept.
    std::span<const char> sectionBytes(std::string_view name, qint64 limit);

private:
    // Ceilings: far above what linkers write, far below what would cost time or memory.
    static constexpr quint64 commentLimit = 64 << 10;
    static constexpr size_t textLimit = 4096;
    static constexpr size_t listLimit = 1024;

    struct Segment {
        quint32 type = 0;
        quint64 offset = 0, address = 0, size = 0;
    };
    struct Section {
        quint32 nameOffset = 0, type = 0;
        quint64 offset = 0, size = 0;
    };
    struct Dynamic {
        std::vector<quint64> needed;
        std::optional<quint64> soname, runPath, rPath;
        quint64 strings = 0, stringBytes = 0, flags1 = 0;
        quint64 verNeed = 0, verNeedCount = 0, verDef = 0, verDefCount = 0;
        bool present = false;
    };

    explicit ElfParser(const FileWindows &windows) : m_windows(windows) { }
    bool readHeader();
    void readSegments();
    void readSections();
    Dynamic readDynamic();
    void readNotes(const Segment &segment, ElfFacts &facts) const;
    void readStrings(const Dynamic &dynamic, ElfFacts &facts);
    void readNeededVersions(const Dynamic &dynamic, std::span<const char> strings, ElfFacts &facts);
    void readDefinedVersions(const Dynamic &dynamic, std::span<const char> strings, ElfFacts &facts);
    void readComment(ElfFacts &facts);
    ElfLinkage linkage(const Dynamic &dynamic, const ElfFacts &facts) const;

    quint64 number(std::span<const char> bytes, size_t offset, int width) const;
    std::optional<quint64> fileOffset(quint64 address) const;
    std::span<const char> sectionName(const Section &section) const;
    void addOnce(std::vector<std::string> &list, std::string text);
    static std::string textAt(std::span<const char> table, quint64 offset);

    const FileWindows &m_windows;
    bool m_is64 = false;
    bool m_bigEndian = false;
    bool m_complete = true;
    size_t m_textLeft = 256 << 10;  ///< bytes of names and versions that one file may fill
    quint16 m_type = 0;
    quint16 m_machine = 0;
    quint64 m_segmentOffset = 0, m_sectionOffset = 0;
    quint32 m_segmentBytes = 0, m_segmentCount = 0, m_sectionBytes = 0, m_sectionCount = 0, m_nameSection = 0;
    std::vector<Segment> m_segments;
    std::vector<Section> m_sections;
    std::span<const char> m_sectionNames;
};

}  // namespace waybill
