// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/inventorystream.h"

namespace waybill {

namespace {

constexpr int linkageCount = static_cast<int>(ElfLinkage::Other) + 1;
constexpr int relationCount = static_cast<int>(EmbeddedRelation::BuiltAgainst) + 1;
constexpr int baseEvidenceCount = static_cast<int>(BaseEvidence::FirstLayer) + 1;
constexpr int formatCount = static_cast<int>(BinaryFormat::StaticLibrary) + 1;

}  // namespace

// Kept in the named namespace: the list templates look them up there, and an operator beside these would hide the others.
QDataStream &operator<<(QDataStream &stream, const ElfFacts &elf)
{
    stream << elf.is64Bit << elf.isBigEndian << elf.machine << static_cast<quint8>(elf.linkage) << elf.hasSymbolTable
           << elf.hasDebugInfo << elf.complete << elf.soname << elf.interpreter << elf.buildId << elf.comment << elf.runPath;
    writeList(stream, elf.needed);
    writeList(stream, elf.neededVersions);
    writeList(stream, elf.definedVersions);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, ElfFacts &elf)
{
    stream >> elf.is64Bit >> elf.isBigEndian >> elf.machine;
    readEnum(stream, elf.linkage, linkageCount);
    stream >> elf.hasSymbolTable >> elf.hasDebugInfo >> elf.complete >> elf.soname >> elf.interpreter >> elf.buildId
        >> elf.comment >> elf.runPath;
    readList(stream, elf.needed);
    readList(stream, elf.neededVersions);
    readList(stream, elf.definedVersions);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const EmbeddedLibrary &library)
{
    return stream << library.id << library.name << library.version << static_cast<quint8>(library.relation) << library.flags
                  << library.seen << library.offset << library.licence;
}

QDataStream &operator>>(QDataStream &stream, EmbeddedLibrary &library)
{
    stream >> library.id >> library.name >> library.version;
    readEnum(stream, library.relation, relationCount);
    return stream >> library.flags >> library.seen >> library.offset >> library.licence;
}

QDataStream &operator<<(QDataStream &stream, const BinaryFile &file)
{
    stream << file.node.value << static_cast<quint8>(file.format) << file.searchedAll << file.elf;
    writeList(stream, file.embedded);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, BinaryFile &file)
{
    stream >> file.node.value;
    readEnum(stream, file.format, formatCount);
    stream >> file.searchedAll >> file.elf;
    readList(stream, file.embedded);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const ClaimedPart &part)
{
    return stream << part.name << part.version << part.purl << part.licence;
}

QDataStream &operator>>(QDataStream &stream, ClaimedPart &part)
{
    return stream >> part.name >> part.version >> part.purl >> part.licence;
}

QDataStream &operator<<(QDataStream &stream, const SbomClaim &claim)
{
    stream << claim.path << claim.layer << claim.format << claim.subject << claim.tool << claim.complete;
    writeList(stream, claim.parts);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, SbomClaim &claim)
{
    stream >> claim.path >> claim.layer >> claim.format >> claim.subject >> claim.tool >> claim.complete;
    readList(stream, claim.parts);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const BaseImage &base)
{
    return stream << base.layers << static_cast<quint8>(base.evidence) << base.detail << base.name << base.digest;
}

QDataStream &operator>>(QDataStream &stream, BaseImage &base)
{
    stream >> base.layers;
    readEnum(stream, base.evidence, baseEvidenceCount);
    return stream >> base.detail >> base.name >> base.digest;
}

}  // namespace waybill
