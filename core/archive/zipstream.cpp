// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zipstream.h"

#include "core/archive/zipstate.h"

#include <algorithm>
#include <array>

namespace waybill {

using namespace zip;

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
    } else if (member.method == deflated && !delivering && hasDescriptor) {
        step = Step::Seek;
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

ZipStream::ZipStream(ZipVisitor &visitor, ZipBudget &budget) : d(std::make_unique<Private>(visitor, budget)) { }

ZipStream::~ZipStream() = default;

ZipStream::State ZipStream::state() const
{
    return d->state;
}

bool ZipStream::feed(std::span<const char> piece)
{
    using Step = Private::Step;
    // In the order of the steps; at Done nothing is taken.
    static constexpr std::array takers {&Private::takePrefix, &Private::takeHeader,   &Private::takeSkipped,
                                        &Private::takeStored, &Private::takeDeflated, &Private::takeDescriptor,
                                        &Private::takeUnread};
    // Members without content end without taking a byte, so an empty rest may still move things on.
    while (d->step != Step::Done
           && (!piece.empty() || (d->step == Step::Skip && d->left == 0) || (d->step == Step::Store && d->left == 0))) {
        (*d.*takers.at(static_cast<size_t>(d->step)))(piece);
    }
    return d->step != Step::Done;
}

}  // namespace waybill
