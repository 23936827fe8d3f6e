// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Content of members: delivered, skipped, or looked through for its end.

#include "core/archive/zipstate.h"

#ifdef WAYBILL_HAVE_ISAL
#include <isa-l/crc.h>
#endif

#include <algorithm>
#include <array>

namespace waybill {

using namespace zip;

namespace {

bool isSignature(quint32 word)
{
    static constexpr std::array known {localSignature, centralSignature,   endSignature,
                                       end64Signature, extraDataSignature, locatorSignature};
    return std::find(known.begin(), known.end(), word) != known.end();
}

/// CRC-32 of zip (4.4.7), going on from the one of what came before.
quint32 checksumWith(quint32 before, std::span<const char> piece)
{
#ifdef WAYBILL_HAVE_ISAL
    return crc32_gzip_refl(before, reinterpret_cast<const unsigned char *>(piece.data()), piece.size());
#else
    return static_cast<quint32>(crc32(before, reinterpret_cast<const Bytef *>(piece.data()), static_cast<uInt>(piece.size())));
#endif
}

}  // namespace

bool ZipStream::Private::openInflater()
{
    closeInflater();
    inflater = {};
    inflaterOpen = inflateInit2(&inflater, -MAX_WBITS) == Z_OK;
    output.resize(64 << 10);
    return inflaterOpen;
}

void ZipStream::Private::deliver(Bytes piece)
{
    if (!delivering || piece.empty())
        return;
    checksum = checksumWith(checksum, piece);
    if (!visitor.content(piece)) {
        visitor.memberEnds(false);
        delivering = false;
    }
}

void ZipStream::Private::takeSkipped(Bytes &in)
{
    const auto take = static_cast<size_t>(std::min<qint64>(left, static_cast<qint64>(in.size())));
    in = in.subspan(take);
    left -= static_cast<qint64>(take);
    packed += static_cast<qint64>(take);
    if (left == 0)
        endMember();
}

void ZipStream::Private::takeStored(Bytes &in)
{
    const auto take = static_cast<size_t>(std::min<qint64>(left, static_cast<qint64>(in.size())));
    budget.unpackedBytes -= static_cast<qint64>(take);
    if (budget.unpackedBytes < 0)
        return stop(State::Limit);
    deliver(in.first(take));
    takeSkipped(in);
}

void ZipStream::Private::takeDeflated(Bytes &in)
{
    // A member of known length gets no byte of the next one, whatever its content pretends.
    const size_t share = left < 0 ? in.size() : std::min(in.size(), static_cast<size_t>(left - packed));
    inflater.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data()));
    inflater.avail_in = static_cast<uInt>(share);
    int result = Z_OK;
    do {
        inflater.next_out = reinterpret_cast<Bytef *>(output.data());
        inflater.avail_out = static_cast<uInt>(output.size());
        const uInt before = inflater.avail_in;
        result = inflate(&inflater, Z_NO_FLUSH);
        const size_t made = output.size() - inflater.avail_out;
        packed += before - inflater.avail_in;
        budget.unpackedBytes -= static_cast<qint64>(made);
        if (budget.unpackedBytes < 0)
            return stop(State::Limit);
        deliver({output.data(), made});
    } while (result == Z_OK && (inflater.avail_in > 0 || inflater.avail_out == 0));
    in = in.subspan(share - inflater.avail_in);
    const bool ended = result == Z_STREAM_END;
    if (ended && (left < 0 || packed == left)) {
        closeInflater();
        endMember();
    } else if (ended || packed == left || (result != Z_OK && result != Z_BUF_ERROR)) {
        abandonMember();
    }
}

void ZipStream::Private::endMember()
{
    head.clear();
    ending = hasDescriptor;
    if (!ending)
        closeMember(declared);
    step = hasDescriptor ? Step::Descriptor : Step::Header;
}

void ZipStream::Private::closeMember(quint32 expected)
{
    if (delivering)
        visitor.memberEnds(checksum == expected);
    delivering = false;
    ending = false;
}

/// Content that cannot be unpacked: where its length is known, the next member is still to be found.
void ZipStream::Private::abandonMember()
{
    closeInflater();
    if (left < packed)
        return stop(State::Damaged);
    if (delivering)
        visitor.memberEnds(false);
    delivering = false;
    left -= packed;
    step = Step::Skip;
}

/// The record behind the content has 12 to 24 bytes: with or without signature, with sizes of 4 or 8 bytes (4.3.9). The size
/// that was counted and the signature that must follow tell which.
void ZipStream::Private::takeDescriptor(Bytes &in)
{
    if (!gather(in, 4))
        return;
    const size_t start = le32(head, 0) == descriptorSignature ? 4 : 0;
    if (!gather(in, start + 16))
        return;
    const bool smallFits = le32(head, start + 4) == static_cast<quint32>(packed) && isSignature(le32(head, start + 12));
    const quint32 expected = le32(head, start);
    if (smallFits) {
        head.erase(0, start + 12);
    } else {
        if (!gather(in, start + 20))
            return;
        if (le64(head, start + 4) != static_cast<quint64>(packed))
            return stop(State::Damaged);
        head.clear();
    }
    if (ending)
        closeMember(expected);
    step = Step::Header;
}

/// Whether the record at `at` of `head` follows a descriptor that tells exactly the length of what came before: with or without
/// signature, with sizes of 4 or 8 bytes (4.3.9).
bool ZipStream::Private::isBehindDescriptor(size_t at) const
{
    const quint32 signature = le32(head, at);
    if (signature != localSignature && signature != centralSignature)
        return false;
    const auto offset = static_cast<quint64>(packed) - head.size() + at;  // in the content
    const auto small = [&](size_t length) { return at >= length && le32(head, at - 8) == static_cast<quint32>(offset - length); };
    const auto large = [&](size_t length) { return at >= length && le64(head, at - 16) == offset - length; };
    return small(12) || (small(16) && le32(head, at - 16) == descriptorSignature) || large(20)
        || (large(24) && le32(head, at - 24) == descriptorSignature);
}

/// A member that nobody wants and whose length stands behind it. Unpacking it would only serve to find its end; the next record
/// behind a descriptor that fits is that end as well. `head` holds the last bytes of what went by.
void ZipStream::Private::takeUnread(Bytes &in)
{
    constexpr size_t kept = 24 + 3;  // the longest descriptor and the beginning of a signature
    const Bytes piece = in;
    const size_t before = head.size();
    head.append(piece.data(), piece.size());
    packed += static_cast<qint64>(piece.size());
    in = {};
    for (size_t at = head.find("PK", before < 3 ? 0 : before - 3); at != std::string::npos && at + 4 <= head.size();
         at = head.find("PK", at + 1)) {
        if (!isBehindDescriptor(at))
            continue;
        // The record may have begun in the piece before.
        const size_t rest = head.size() - at;
        in = piece.last(std::min(rest, piece.size()));
        head = head.substr(at, rest - in.size());
        step = Step::Header;
        return;
    }
    if (head.size() > kept)
        head.erase(0, head.size() - kept);
}

}  // namespace waybill
