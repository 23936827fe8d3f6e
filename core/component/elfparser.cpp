// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/elfparser.h"

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

// System V gABI, "Object Files" and "Program Loading"; GNU extensions from <elf.h>.
constexpr quint16 typeRelocatable = 1, typeExecutable = 2, typeShared = 3, typeCore = 4;
constexpr quint32 segmentLoad = 1, segmentDynamic = 2, segmentInterpreter = 3, segmentNote = 4;
constexpr quint32 sectionNoBits = 8;
constexpr quint64 tagNeeded = 1, tagStrings = 5, tagStringBytes = 10, tagSoname = 14, tagRPath = 15, tagRunPath = 29;
constexpr quint64 tagVerDef = 0x6ffffffc, tagVerDefCount = 0x6ffffffd, tagVerNeed = 0x6ffffffe, tagVerNeedCount = 0x6fffffff;
constexpr quint64 tagFlags1 = 0x6ffffffb, flagPie = 0x08000000;
constexpr quint32 noteBuildId = 3;
constexpr quint16 extendedCount = 0xffff;  // PN_XNUM, SHN_XINDEX

// Ceilings: far above what linkers write, far below what would cost time or memory.
constexpr quint32 segmentLimit = 4096;
constexpr quint32 sectionLimit = 200'000;
constexpr quint64 dynamicLimit = 1 << 20;
constexpr quint64 noteLimit = 1 << 20;
constexpr quint64 behindDynamic = 4 << 20;  // where patchelf puts names, soon after the section that tells of them
constexpr size_t buildIdLimit = 64;

std::string hex(std::span<const char> bytes)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

}  // namespace

std::optional<ElfParser> ElfParser::open(const FileWindows &windows)
{
    ElfParser parser(windows);
    if (!parser.readHeader())
        return std::nullopt;
    return parser;
}

quint64 ElfParser::number(std::span<const char> bytes, size_t offset, int width) const
{
    quint64 value = 0;
    for (int i = 0; i < width; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[offset + static_cast<size_t>(i)]);
        value |= quint64(byte) << (8 * (m_bigEndian ? width - 1 - i : i));
    }
    return value;
}

bool ElfParser::readHeader()
{
    const auto ident = m_windows.range(0, 16);
    if (!ident || !ElfReader::isElf(*ident))
        return false;
    const char fileClass = (*ident)[4];
    const char order = (*ident)[5];
    if ((fileClass != 1 && fileClass != 2) || (order != 1 && order != 2))
        return false;
    m_is64 = fileClass == 2;
    m_bigEndian = order == 2;
    const auto header = m_windows.range(0, m_is64 ? 64 : 52);
    if (!header)
        return false;
    const int word = m_is64 ? 8 : 4;
    m_type = static_cast<quint16>(number(*header, 16, 2));
    m_machine = static_cast<quint16>(number(*header, 18, 2));
    const size_t at = 24 + static_cast<size_t>(word);  // e_phoff
    m_segmentOffset = number(*header, at, word);
    m_sectionOffset = number(*header, at + static_cast<size_t>(word), word);
    const size_t rest = at + 2 * static_cast<size_t>(word) + 6;  // after e_flags and e_ehsize
    m_segmentBytes = static_cast<quint32>(number(*header, rest, 2));
    m_segmentCount = static_cast<quint32>(number(*header, rest + 2, 2));
    m_sectionBytes = static_cast<quint32>(number(*header, rest + 4, 2));
    m_sectionCount = static_cast<quint32>(number(*header, rest + 6, 2));
    m_nameSection = static_cast<quint32>(number(*header, rest + 8, 2));
    readSections();
    readSegments();
    return true;
}

void ElfParser::readSections()
{
    const size_t least = m_is64 ? 64 : 40;
    if (m_sectionOffset == 0)
        return;
    if (m_sectionBytes < least) {
        m_complete = false;
        return;
    }
    const auto read = [this](quint32 index, std::span<const char> bytes) {
        const size_t at = static_cast<size_t>(index) * m_sectionBytes;
        Section section;
        section.nameOffset = static_cast<quint32>(number(bytes, at, 4));
        section.type = static_cast<quint32>(number(bytes, at + 4, 4));
        section.offset = m_is64 ? number(bytes, at + 24, 8) : number(bytes, at + 16, 4);
        section.size = m_is64 ? number(bytes, at + 32, 8) : number(bytes, at + 20, 4);
        return section;
    };
    const auto first = m_windows.range(m_sectionOffset, m_sectionBytes);
    if (!first) {
        m_complete = false;
        return;
    }
    // Counts that do not fit the header stand in the first, otherwise empty section.
    const Section zero = read(0, *first);
    const auto link = static_cast<quint32>(number(*first, m_is64 ? 40 : 24, 4));
    const auto info = static_cast<quint32>(number(*first, m_is64 ? 44 : 28, 4));
    if (m_sectionCount == 0)
        m_sectionCount = static_cast<quint32>(std::min<quint64>(zero.size, sectionLimit));
    if (m_nameSection == extendedCount)
        m_nameSection = link;
    if (m_segmentCount == extendedCount) {
        m_segmentCount = info;
        m_complete = m_complete && info > 0;
    }
    const auto held = m_windows.upTo(m_sectionOffset, quint64(std::min(m_sectionCount, sectionLimit)) * m_sectionBytes);
    const auto count = static_cast<quint32>(held.size() / m_sectionBytes);
    m_complete = m_complete && count == m_sectionCount;
    m_sections.reserve(count);
    for (quint32 i = 0; i < count; ++i)
        m_sections.push_back(read(i, held));
    if (m_nameSection > 0 && m_nameSection < count)
        m_sectionNames = m_windows.upTo(m_sections[m_nameSection].offset, m_sections[m_nameSection].size);
}

void ElfParser::readSegments()
{
    const size_t least = m_is64 ? 56 : 32;
    if (m_segmentOffset == 0 || m_segmentCount == 0)
        return;
    if (m_segmentBytes < least) {
        m_complete = false;
        return;
    }
    const auto held = m_windows.upTo(m_segmentOffset, quint64(std::min(m_segmentCount, segmentLimit)) * m_segmentBytes);
    const size_t count = held.size() / m_segmentBytes;
    m_complete = m_complete && count == m_segmentCount;
    for (size_t i = 0; i < count; ++i) {
        const size_t at = i * m_segmentBytes;
        Segment segment;
        segment.type = static_cast<quint32>(number(held, at, 4));
        segment.offset = m_is64 ? number(held, at + 8, 8) : number(held, at + 4, 4);
        segment.address = m_is64 ? number(held, at + 16, 8) : number(held, at + 8, 4);
        segment.size = m_is64 ? number(held, at + 32, 8) : number(held, at + 16, 4);
        m_segments.push_back(segment);
    }
}

std::optional<quint64> ElfParser::fileOffset(quint64 address) const
{
    for (const Segment &segment : m_segments) {
        if (segment.type == segmentLoad && address >= segment.address && address - segment.address < segment.size)
            return segment.offset + (address - segment.address);
    }
    return std::nullopt;
}

ElfParser::Dynamic ElfParser::readDynamic()
{
    Dynamic dynamic;
    const auto found = std::find_if(m_segments.begin(), m_segments.end(),
                                    [](const Segment &segment) { return segment.type == segmentDynamic; });
    if (found == m_segments.end())
        return dynamic;
    dynamic.present = true;
    const int word = m_is64 ? 8 : 4;
    const size_t step = 2 * static_cast<size_t>(word);
    const auto bytes = m_windows.upTo(found->offset, std::min(found->size, dynamicLimit));
    bool ended = false;
    for (size_t at = 0; at + step <= bytes.size() && !ended; at += step) {
        const quint64 tag = number(bytes, at, word);
        const quint64 value = number(bytes, at + static_cast<size_t>(word), word);
        switch (tag) {
        case 0:
            ended = true;
            break;
        case tagNeeded:
            if (dynamic.needed.size() < listLimit)
                dynamic.needed.push_back(value);
            break;
        case tagStrings:
            dynamic.strings = value;
            break;
        case tagStringBytes:
            dynamic.stringBytes = value;
            break;
        case tagSoname:
            dynamic.soname = value;
            break;
        case tagRPath:
            dynamic.rPath = value;
            break;
        case tagRunPath:
            dynamic.runPath = value;
            break;
        case tagFlags1:
            dynamic.flags1 = value;
            break;
        case tagVerNeed:
            dynamic.verNeed = value;
            break;
        case tagVerNeedCount:
            dynamic.verNeedCount = value;
            break;
        case tagVerDef:
            dynamic.verDef = value;
            break;
        case tagVerDefCount:
            dynamic.verDefCount = value;
            break;
        default:
            break;
        }
    }
    m_complete = m_complete && ended;
    return dynamic;
}

void ElfParser::readNotes(const Segment &segment, ElfFacts &facts) const
{
    const auto bytes = m_windows.upTo(segment.offset, std::min(segment.size, noteLimit));
    const auto padded = [](quint64 length) { return (length + 3) & ~quint64(3); };
    for (size_t at = 0; at + 12 <= bytes.size();) {
        const quint64 nameBytes = number(bytes, at, 4);
        const quint64 valueBytes = number(bytes, at + 4, 4);
        const quint64 nameAt = at + 12;
        const quint64 valueAt = nameAt + padded(nameBytes);
        if (valueAt + valueBytes > bytes.size())
            return;
        const bool gnu = nameBytes == 4 && std::memcmp(bytes.data() + nameAt, "GNU", 4) == 0;
        if (gnu && number(bytes, at + 8, 4) == noteBuildId && facts.buildId.empty())
            facts.buildId = hex(bytes.subspan(valueAt, std::min<size_t>(valueBytes, buildIdLimit)));
        at = valueAt + padded(valueBytes);
    }
}

std::span<const char> ElfParser::sectionName(const Section &section) const
{
    if (section.nameOffset >= m_sectionNames.size())
        return {};
    const auto rest = m_sectionNames.subspan(section.nameOffset);
    const auto end
        = std::find(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(rest.size(), 256)), '\0');
    return rest.first(static_cast<size_t>(end - rest.begin()));
}

std::span<const char> ElfParser::sectionBytes(std::string_view name, qint64 limit)
{
    for (const Section &section : m_sections) {
        const auto here = sectionName(section);
        if (std::string_view(here.data(), here.size()) != name)
            continue;
        if (section.type == sectionNoBits || limit <= 0)
            return {};
        const auto bytes = m_windows.upTo(section.offset, std::min<quint64>(section.size, static_cast<quint64>(limit)));
        m_complete = m_complete && (!bytes.empty() || section.size == 0);
        return bytes;
    }
    return {};
}

ElfLinkage ElfParser::linkage(const Dynamic &dynamic, const ElfFacts &facts) const
{
    switch (m_type) {
    case typeRelocatable:
        return ElfLinkage::Object;
    case typeCore:
        return ElfLinkage::Core;
    case typeExecutable:
        return dynamic.present && (!facts.interpreter.empty() || !dynamic.needed.empty()) ? ElfLinkage::DynamicExecutable
                                                                                          : ElfLinkage::StaticExecutable;
    case typeShared:
        break;
    default:
        return ElfLinkage::Other;
    }
    // libc.so.6 has an interpreter and a soname; old linkers do not set the flag for programs.
    if ((dynamic.flags1 & flagPie) == 0 && (facts.interpreter.empty() || dynamic.soname))
        return ElfLinkage::SharedLibrary;
    return facts.interpreter.empty() ? ElfLinkage::StaticPie : ElfLinkage::DynamicPie;
}

std::vector<std::pair<quint64, quint64>> ElfParser::tables() const
{
    std::vector<std::pair<quint64, quint64>> places;
    for (const Segment &segment : m_segments) {
        if (segment.type == segmentDynamic)
            places.emplace_back(segment.offset, std::min(segment.size, dynamicLimit) + behindDynamic);
        else if (segment.type == segmentNote && places.size() < 16)
            places.emplace_back(segment.offset, std::min(segment.size, commentLimit));
    }
    return places;
}

std::optional<std::pair<quint64, quint64>> ElfParser::stringTable() const
{
    ElfParser copy = *this;
    for (const Segment &segment : m_segments) {
        if (segment.type == segmentDynamic && !m_windows.range(segment.offset, std::min(segment.size, dynamicLimit)))
            return std::nullopt;
    }
    const Dynamic dynamic = copy.readDynamic();
    const auto offset = fileOffset(dynamic.strings);
    return std::pair(offset.value_or(0), offset ? dynamic.stringBytes : 0);
}

ElfFacts ElfParser::facts()
{
    ElfFacts facts;
    facts.is64Bit = m_is64;
    facts.isBigEndian = m_bigEndian;
    facts.machine = m_machine;
    for (const Segment &segment : m_segments) {
        if (segment.type == segmentInterpreter && facts.interpreter.empty())
            facts.interpreter = textAt(m_windows.upTo(segment.offset, std::min<quint64>(segment.size, textLimit)), 0);
        else if (segment.type == segmentNote)
            readNotes(segment, facts);
    }
    const Dynamic dynamic = readDynamic();
    readStrings(dynamic, facts);
    readComment(facts);
    for (const Section &section : m_sections) {
        const auto name = sectionName(section);
        const std::string_view text(name.data(), name.size());
        facts.hasSymbolTable = facts.hasSymbolTable || text == ".symtab";
        facts.hasDebugInfo = facts.hasDebugInfo || text == ".debug_info" || text == ".zdebug_info";
        if (facts.buildId.empty() && text == ".note.gnu.build-id")
            readNotes({segmentNote, section.offset, 0, section.size}, facts);
    }
    facts.linkage = linkage(dynamic, facts);
    facts.complete = m_complete && m_windows.seenCompletely();
    return facts;
}

}  // namespace waybill
