// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/inventorystream.h"

namespace waybill {

// Kept in the named namespace: the list templates look them up there.
QDataStream &operator<<(QDataStream &stream, const TrustSighting &sighting)
{
    return stream << sighting.rule << sighting.path << sighting.layer << sighting.line << sighting.offset << sighting.seen;
}

QDataStream &operator>>(QDataStream &stream, TrustSighting &sighting)
{
    return stream >> sighting.rule >> sighting.path >> sighting.layer >> sighting.line >> sighting.offset >> sighting.seen;
}

QDataStream &operator<<(QDataStream &stream, const ChecksumMismatch &mismatch)
{
    return stream << mismatch.path << mismatch.layer << mismatch.database << mismatch.algorithm;
}

QDataStream &operator>>(QDataStream &stream, ChecksumMismatch &mismatch)
{
    return stream >> mismatch.path >> mismatch.layer >> mismatch.database >> mismatch.algorithm;
}

QDataStream &operator<<(QDataStream &stream, const TrustFacts &facts)
{
    writeList(stream, facts.sightings);
    writeList(stream, facts.checksums.mismatches);
    return stream << facts.checksums.compared << facts.checksums.notCompared << facts.checksums.missing << facts.partlySearched
                  << facts.searched;
}

QDataStream &operator>>(QDataStream &stream, TrustFacts &facts)
{
    readList(stream, facts.sightings);
    readList(stream, facts.checksums.mismatches);
    return stream >> facts.checksums.compared >> facts.checksums.notCompared >> facts.checksums.missing >> facts.partlySearched
        >> facts.searched;
}

}  // namespace waybill
