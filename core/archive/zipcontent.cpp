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

/// Whether the record at `at` of `text`, the last bytes that went by, follows a descriptor that tells exactly the length of what
/// came before: with or without signature, with sizes of 4 or 8 bytes (4.3.9). `end`: content bytes up to the end of `text`.
bool ZipStream::Private::isBehindDescriptor(std::string_view text, size_t at, qint64 end)
{
    const quint32 signature = le32(text, at);
    if (signature != localSignature && signature != centralSignature)
        return false;
    const auto offset = static_cast<quint64>(end) - text.size() + at;  // in the content
    const auto small = [&](size_t length) { return at >= length && le32(text, at - 8) == static_cast<quint32>(offset - length); };
    const auto large = [&](size_t length) { return at >= length && le64(text, at - 16) == offset - length; };
    return small(12) || (small(16) && le32(text, at - 16) == descriptorSignature) || large(20)
        || (large(24) && le32(text, at - 24) == descriptorSignature);
}

/// The first record behind a descriptor that starts in `text`, or npos.
size_t ZipStream::Private::findBehindDescriptor(std::string_view text, qint64 end)
{
    size_t at = text.find("PK");
    while (at != std::string_view::npos && at + 4 <= text.size() && !isBehindDescriptor(text, at, end))
        at = text.find("PK", at + 1);
    return at != std::string_view::npos && at + 4 <= text.size() ? at : std::string_view::npos;
}

/// A member that nobody wants and whose length stands behind it. Unpacking it would only serve to find its end; the next record
/// behind a descriptor that fits is that end as well. `head` holds the last bytes of what went by.
void ZipStream::Private::takeUnread(Bytes &in)
{
    constexpr size_t kept = 24 + 3;  // the longest descriptor and the beginning of a signature
    const std::string_view piece(in.data(), in.size());
    const size_t before = head.size();
    // What lies in both is looked at once more with a little of the new piece; the rest is searched where it lies.
    head.append(piece.substr(0, kept + 1));
    const auto added = static_cast<qint64>(head.size() - before);
    size_t at = findBehindDescriptor(head, packed + added);
    if (at == std::string::npos) {
        packed += static_cast<qint64>(piece.size());
        at = findBehindDescriptor(piece, packed);
        if (at == std::string_view::npos) {
            head = head.substr(0, before).append(piece.substr(piece.size() - std::min(piece.size(), kept)));
            head.erase(0, head.size() - std::min(head.size(), kept));
            in = {};
            return;
        }
        at += before;
    }
    // The record may have begun in the piece before.
    const size_t behind = at - std::min(at, before);
    head = at < before ? head.substr(at, before - at) : std::string();
    in = in.subspan(behind);
    step = Step::Header;
}

}  // namespace waybill
