// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/inventorystream.h"

namespace waybill {

namespace {

constexpr int errorKindCount = static_cast<int>(ErrorKind::Usage) + 1;
constexpr int sourceKindCount = static_cast<int>(SourceKind::Engine) + 1;
constexpr int matchKindCount = static_cast<int>(MatchKind::Declared) + 1;
constexpr int rightCount = static_cast<int>(Right::NotListed) + 1;
constexpr int basisCount = static_cast<int>(Basis::OwnStated) + 1;

QDataStream &operator<<(QDataStream &stream, const Platform &platform)
{
    return stream << platform.os << platform.architecture << platform.variant;
}

QDataStream &operator>>(QDataStream &stream, Platform &platform)
{
    return stream >> platform.os >> platform.architecture >> platform.variant;
}

QDataStream &operator<<(QDataStream &stream, const Error &error)
{
    return stream << static_cast<quint8>(error.kind) << error.subject << error.cause << error.layer << error.path << error.offset
                  << error.line;
}

QDataStream &operator>>(QDataStream &stream, Error &error)
{
    readEnum(stream, error.kind, errorKindCount);
    return stream >> error.subject >> error.cause >> error.layer >> error.path >> error.offset >> error.line;
}

QDataStream &operator<<(QDataStream &stream, const FileRight &right)
{
    return stream << static_cast<quint8>(right.right) << static_cast<quint8>(right.licenceClass) << right.expression
                  << right.productId << right.agreementId << right.editionId << right.editionInHand << right.newerEditionId
                  << right.group << right.clause << right.conditions;
}

QDataStream &operator>>(QDataStream &stream, FileRight &right)
{
    readEnum(stream, right.right, rightCount);
    readEnum(stream, right.licenceClass, licenceClassCount);
    return stream >> right.expression >> right.productId >> right.agreementId >> right.editionId >> right.editionInHand
        >> right.newerEditionId >> right.group >> right.clause >> right.conditions;
}

}  // namespace

// Kept in the named namespace: the list templates look them up there.
QDataStream &operator<<(QDataStream &stream, const LayerInfo &layer)
{
    return stream << layer.digest << layer.diffId << layer.mediaType << layer.storedBytes << layer.historyIndex << layer.createdBy
                  << layer.created << layer.available;
}

QDataStream &operator>>(QDataStream &stream, LayerInfo &layer)
{
    return stream >> layer.digest >> layer.diffId >> layer.mediaType >> layer.storedBytes >> layer.historyIndex >> layer.createdBy
        >> layer.created >> layer.available;
}

QDataStream &operator<<(QDataStream &stream, const HistoryItem &item)
{
    return stream << item.createdBy << item.comment << item.author << item.created << item.emptyLayer;
}

QDataStream &operator>>(QDataStream &stream, HistoryItem &item)
{
    return stream >> item.createdBy >> item.comment >> item.author >> item.created >> item.emptyLayer;
}

QDataStream &operator<<(QDataStream &stream, const ImageNote &note)
{
    return stream << note.id << note.layer << note.detail << note.incomplete;
}

QDataStream &operator>>(QDataStream &stream, ImageNote &note)
{
    return stream >> note.id >> note.layer >> note.detail >> note.incomplete;
}

QDataStream &operator<<(QDataStream &stream, const Image &image)
{
    stream << image.reference << image.name << static_cast<quint8>(image.sourceKind) << image.manifestDigest << image.configDigest
           << image.platform << image.created << image.author << image.env << image.entrypoint << image.cmd << image.exposedPorts
           << image.user << image.workingDir << image.labels;
    writeList(stream, image.layers);
    writeList(stream, image.history);
    writeList(stream, image.notes);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, Image &image)
{
    stream >> image.reference >> image.name;
    readEnum(stream, image.sourceKind, sourceKindCount);
    stream >> image.manifestDigest >> image.configDigest >> image.platform >> image.created >> image.author >> image.env
        >> image.entrypoint >> image.cmd >> image.exposedPorts >> image.user >> image.workingDir >> image.labels;
    readList(stream, image.layers);
    readList(stream, image.history);
    readList(stream, image.notes);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const LayerReading &reading)
{
    return stream << reading.diffId << reading.storedDigest << reading.unpackedBytes << reading.entries << reading.complete
                  << reading.error;
}

QDataStream &operator>>(QDataStream &stream, LayerReading &reading)
{
    return stream >> reading.diffId >> reading.storedDigest >> reading.unpackedBytes >> reading.entries >> reading.complete
        >> reading.error;
}

QDataStream &operator<<(QDataStream &stream, const DeclaredLicence &declared)
{
    return stream << declared.asWritten << declared.field << declared.path << declared.expression;
}

QDataStream &operator>>(QDataStream &stream, DeclaredLicence &declared)
{
    return stream >> declared.asWritten >> declared.field >> declared.path >> declared.expression;
}

QDataStream &operator<<(QDataStream &stream, const Sighting &sighting)
{
    return stream << sighting.finder << sighting.purl << sighting.path;
}

QDataStream &operator>>(QDataStream &stream, Sighting &sighting)
{
    return stream >> sighting.finder >> sighting.purl >> sighting.path;
}

QDataStream &operator<<(QDataStream &stream, const Component &c)
{
    stream << c.name << c.version << c.architecture << c.kind << c.finder << c.purl << c.sourceName << c.sourceVersion
           << c.supplier << c.homePage << c.section << c.layer << c.hiddenBy << c.metadataPath << c.expression << c.edition
           << c.bytes << c.files;
    writeList(stream, c.declared);
    writeList(stream, c.licencePaths);
    writeList(stream, c.sightings);
    stream << c.vendored << c.partOf.value;
    return stream << c.depends << c.provides << c.essential;
}

QDataStream &operator>>(QDataStream &stream, Component &c)
{
    stream >> c.name >> c.version >> c.architecture >> c.kind >> c.finder >> c.purl >> c.sourceName >> c.sourceVersion
        >> c.supplier >> c.homePage >> c.section >> c.layer >> c.hiddenBy >> c.metadataPath >> c.expression >> c.edition
        >> c.bytes >> c.files;
    readList(stream, c.declared);
    readList(stream, c.licencePaths);
    readList(stream, c.sightings);
    stream >> c.vendored >> c.partOf.value;
    return stream >> c.depends >> c.provides >> c.essential;
}

QDataStream &operator<<(QDataStream &stream, const LicenceEvidence &e)
{
    return stream << e.match.expression << static_cast<quint8>(e.match.kind) << e.match.score << e.match.firstByte
                  << e.match.endByte << e.match.firstLine << e.match.lastLine << e.match.edition << e.path << e.layer
                  << e.asWritten;
}

QDataStream &operator>>(QDataStream &stream, LicenceEvidence &e)
{
    stream >> e.match.expression;
    readEnum(stream, e.match.kind, matchKindCount);
    return stream >> e.match.score >> e.match.firstByte >> e.match.endByte >> e.match.firstLine >> e.match.lastLine
        >> e.match.edition >> e.path >> e.layer >> e.asWritten;
}

QDataStream &operator<<(QDataStream &stream, const Judgement &j)
{
    stream << j.component.value << j.expression << static_cast<quint8>(j.licenceClass) << static_cast<quint8>(j.basis) << j.right
           << j.liveFiles << j.ghostFiles << j.liveBytes << j.ghostBytes;
    writeBlock(stream, j.evidence);
    writeBlock(stream, j.layers);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, Judgement &j)
{
    stream >> j.component.value >> j.expression;
    readEnum(stream, j.licenceClass, licenceClassCount);
    readEnum(stream, j.basis, basisCount);
    stream >> j.right >> j.liveFiles >> j.ghostFiles >> j.liveBytes >> j.ghostBytes;
    readBlock(stream, j.evidence);
    readBlock(stream, j.layers);
    return stream;
}

}  // namespace waybill
