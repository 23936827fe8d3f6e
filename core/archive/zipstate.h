// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/zipstream.h"

#include <QtEndian>

#include <vector>

#include <zlib.h>

namespace waybill {

/// Numbers of the format (APPNOTE 4.3) and how they are read; for zipstream.cpp and zipcontent.cpp only.
namespace zip {
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

inline quint16 le16(std::string_view bytes, size_t at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}
inline quint32 le32(std::string_view bytes, size_t at)
{
    return qFromLittleEndian<quint32>(bytes.data() + at);
}
inline quint64 le64(std::string_view bytes, size_t at)
{
    return qFromLittleEndian<quint64>(bytes.data() + at);
}

}  // namespace zip

/// What a ZipStream knows between two pieces.
struct ZipStream::Private {
    Private(ZipVisitor &v, ZipBudget &b) : visitor(v), budget(b) { }
    ~Private() { closeInflater(); }

    enum class Step : quint8 { Prefix, Header, Skip, Store, Inflate, Descriptor, Seek, Done };

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
    void takeUnread(Bytes &in);

    static bool isBehindDescriptor(std::string_view text, size_t at, qint64 end);
    static size_t findBehindDescriptor(std::string_view text, qint64 end);
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

}  // namespace waybill
