// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zipstream.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <vector>

#include <zlib.h>

namespace waybill {

namespace {

constexpr quint32 localSignature = 0x04034b50;
constexpr quint32 centralSignature = 0x02014b50;
constexpr quint32 endSignature = 0x06054b50;
constexpr quint32 end64Signature = 0x06064b50;
constexpr quint32 locatorSignature = 0x07064b50;
constexpr quint32 extraDataSignature = 0x08064b50;
constexpr quint32 descriptorSignature = 0x08074b50;
constexpr quint32 inZip64 = 0xffffffff;
constexpr size_t localHeaderSize = 30;
constexpr size_t centralHeaderSize = 46;
constexpr qint64 prefixLimit = 64 << 20;
constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;

quint16 le16(const std::string &bytes, size_t at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}
quint32 le32(const std::string &bytes, size_t at)
{
    return qFromLittleEndian<quint32>(bytes.data() + at);
}
quint64 le64(const std::string &bytes, size_t at)
{
    return qFromLittleEndian<quint64>(bytes.data() + at);
}

bool isSignature(quint32 word)
{
    static constexpr std::array known {localSignature, centralSignature,   endSignature,
                                       end64Signature, extraDataSignature, locatorSignature};
    return std::find(known.begin(), known.end(), word) != known.end();
}

}  // namespace

struct ZipStream::Private {
    Private(ZipVisitor &v, ZipBudget &b) : visitor(v), budget(b) { }
    ~Private() { closeInflater(); }

    enum class Step : quint8 { Prefix, Header, Skip, Store, Inflate, Descriptor, Done };

    ZipVisitor &visitor;
    ZipBudget &budget;
    State state = State::Reading;
    Step step = Step::Prefix;
    std::string head;  // bytes of the record that is being put together
    qint64 prefix = 0;
    ZipMember member;
    bool hasDescriptor = false;
    bool delivering = false;
    qint64 left = 0;       // packed bytes of a member of known size
    qint64 packed = 0;     // counted
    qint64 unpacked = 0;   // counted
    quint32 checksum = 0;  // counted over what is delivered
    quint32 declared = 0;  // of the local header
    bool ending = false;   // content is done, its checksum comes behind it
    z_stream inflater {};
    bool inflaterOpen = false;
    std::vector<char> output;

    using Bytes = std::span<const char>;
    void closeInflater()
    {
        if (inflaterOpen)
            inflateEnd(&inflater);
        inflaterOpen = false;
    }
    void stop(State why)
    {
        if (delivering)
            visitor.memberEnds(false);
        delivering = false;
        closeInflater();
        state = why;
        step = Step::Done;
    }
    // Each takes what it can of `in` and moves it on.
    void takePrefix(Bytes &in);
    void takeHeader(Bytes &in);
    void takeSkipped(Bytes &in);
    void takeStored(Bytes &in);
    void takeDeflated(Bytes &in);
    void takeDescriptor(Bytes &in);

    bool gather(Bytes &in, size_t wanted);
    void readLocalHeader();
    void readZip64(std::string_view extra);
    void beginContent();
    bool openInflater();
    void deliver(Bytes piece);
    void endMember();
    void closeMember(quint32 expected);
    void abandonMember();
};

/// Fills `head` up to `wanted` bytes; true when it has them.
bool ZipStream::Private::gather(Bytes &in, size_t wanted)
{
    if (head.size() < wanted) {
        const size_t take = std::min(wanted - head.size(), in.size());
        head.append(in.data(), take);
        in = in.subspan(take);
    }
    return head.size() >= wanted;
}

/// Looks for the first local header, or for the end record of an empty archive.
void ZipStream::Private::takePrefix(Bytes &in)
{
    while (!in.empty()) {
        head += in.front();
        in = in.subspan(1);
        if (head.size() < 4)
            continue;
        const quint32 signature = le32(head, 0);
        if (signature == localSignature || (prefix == 0 && signature == endSignature)) {
            step = Step::Header;
            return;
        }
        if (++prefix > prefixLimit)
            return stop(State::Damaged);
        // On to the next 'P'; what lies before it can be no signature.
        head.erase(0, 1);
        if (head.find('P') != std::string::npos)
            continue;
        head.clear();
        const auto next = std::find(in.begin(), in.end(), 'P');
        prefix += next - in.begin();
        in = in.subspan(static_cast<size_t>(next - in.begin()));
    }
}

void ZipStream::Private::takeHeader(Bytes &in)
{
    if (!gather(in, 4))
        return;
    switch (le32(head, 0)) {
    case localSignature:
        if (gather(in, localHeaderSize) && gather(in, localHeaderSize + le16(head, 26) + le16(head, 28)))
            readLocalHeader();
        return;
    case centralSignature:
        if (!gather(in, centralHeaderSize) || !gather(in, centralHeaderSize + le16(head, 28) + le16(head, 30) + le16(head, 32)))
            return;
        if (--budget.members < 0)
            return stop(State::Limit);
        visitor.listed(std::string_view(head).substr(centralHeaderSize, le16(head, 28)));
        head.clear();
        return;
    case extraDataSignature:
        if (gather(in, 8)) {
            left = le32(head, 4);
            delivering = false;
            hasDescriptor = false;
            step = Step::Skip;
            head.clear();
        }
        return;
    case end64Signature:
    case locatorSignature:
    case endSignature:
        // The table of contents is behind us; nothing further is of use.
        return stop(State::Complete);
    default:
        return stop(State::Damaged);
    }
}

void ZipStream::Private::readZip64(std::string_view extra)
{
    while (extra.size() >= 4) {
        const auto id = qFromLittleEndian<quint16>(extra.data());
        const size_t size = qFromLittleEndian<quint16>(extra.data() + 2);
        extra.remove_prefix(4);
        if (size > extra.size())
            return;
        if (id == 1 && size >= 16) {
            member.size = qFromLittleEndian<qint64>(extra.data());
            member.packedSize = qFromLittleEndian<qint64>(extra.data() + 8);
            return;
        }
        extra.remove_prefix(size);
    }
}

void ZipStream::Private::readLocalHeader()
{
    if (--budget.members < 0)
        return stop(State::Limit);
    const quint16 flags = le16(head, 6);
    member = {};
    member.name = head.substr(localHeaderSize, le16(head, 26));
    member.method = le16(head, 8);
    member.encrypted = (flags & 1) != 0;
    declared = le32(head, 14);
    member.packedSize = le32(head, 18);
    member.size = le32(head, 22);
    if (member.packedSize == inZip64 || member.size == inZip64)
        readZip64(std::string_view(head).substr(localHeaderSize + le16(head, 26)));
    hasDescriptor = (flags & 8) != 0;
    if (hasDescriptor && member.packedSize == 0)
        member.packedSize = member.size = -1;
    head.clear();
    if (member.packedSize < -1)
        return stop(State::Damaged);
    beginContent();
}

void ZipStream::Private::beginContent()
{
    packed = 0;
    checksum = 0;
    const bool readable = !member.encrypted && (member.method == stored || member.method == deflated);
    delivering = readable && visitor.wants(member);
    left = member.packedSize;
    if (left >= 0 && !delivering) {
        step = Step::Skip;
    } else if (member.method == stored && left >= 0) {
        step = Step::Store;
    } else if (readable && member.method == deflated) {
        step = Step::Inflate;
        if (!openInflater())
            stop(State::Damaged);
    } else if (hasDescriptor && member.name.ends_with('/')) {
        step = Step::Descriptor;  // a folder has no content
    } else {
        // Unpacked content whose end nobody names: only the table of contents could tell, which comes last.
        stop(State::Damaged);
    }
}

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
    checksum
        = static_cast<quint32>(crc32(checksum, reinterpret_cast<const Bytef *>(piece.data()), static_cast<uInt>(piece.size())));
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

ZipStream::ZipStream(ZipVisitor &visitor, ZipBudget &budget) : d(std::make_unique<Private>(visitor, budget)) { }

ZipStream::~ZipStream() = default;

ZipStream::State ZipStream::state() const
{
    return d->state;
}

bool ZipStream::feed(std::span<const char> piece)
{
    using Step = Private::Step;
    // Members without content end without taking a byte, so an empty rest may still move things on.
    while (d->step != Step::Done
           && (!piece.empty() || (d->step == Step::Skip && d->left == 0) || (d->step == Step::Store && d->left == 0))) {
        switch (d->step) {
        case Step::Prefix:
            d->takePrefix(piece);
            break;
        case Step::Header:
            d->takeHeader(piece);
            break;
        case Step::Skip:
            d->takeSkipped(piece);
            break;
        case Step::Store:
            d->takeStored(piece);
            break;
        case Step::Inflate:
            d->takeDeflated(piece);
            break;
        case Step::Descriptor:
            d->takeDescriptor(piece);
            break;
        case Step::Done:
            break;
        }
    }
    return d->step != Step::Done;
}

}  // namespace waybill
