// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/elfwriter.h"

#include <QStringBuilder>

namespace waybill::test {

namespace {

/// Numbers of one class and byte order at the end of a byte array.
class Packer
{
public:
    Packer(bool is64Bit, bool isBigEndian) : m_is64(is64Bit), m_big(isBigEndian) { }
    void number(quint64 value, int width)
    {
        for (int i = 0; i < width; ++i)
            bytes.append(static_cast<char>(value >> (8 * (m_big ? width - 1 - i : i))));
    }
    void word(quint64 value) { number(value, m_is64 ? 8 : 4); }
    QByteArray bytes;

private:
    bool m_is64;
    bool m_big;
};

struct Place {
    quint64 offset = 0;
    quint64 size = 0;
};

struct Builder {
    const ElfWriter &spec;
    QByteArray file;
    QByteArray strings = QByteArray(1, '\0');
    QByteArray sectionNames = QByteArray(1, '\0');
    Packer headers {spec.is64Bit, spec.isBigEndian};
    int sectionCount = 0;

    Packer packer() const { return {spec.is64Bit, spec.isBigEndian}; }
    quint64 string(const std::string &text)
    {
        const auto at = static_cast<quint64>(strings.size());
        strings.append(text.c_str(), static_cast<qsizetype>(text.size()) + 1);
        return at;
    }
    Place put(const QByteArray &content)
    {
        file.append((8 - file.size() % 8) % 8, '\0');
        const Place place {static_cast<quint64>(file.size()), static_cast<quint64>(content.size())};
        file.append(content);
        return place;
    }
    void section(const char *name, quint32 type, Place place)
    {
        headers.number(static_cast<quint64>(name ? sectionNames.size() : 0), 4);
        if (name)
            sectionNames.append(name, static_cast<qsizetype>(qstrlen(name)) + 1);
        headers.number(type, 4);
        headers.word(0);
        headers.word(0);
        headers.word(place.offset);
        headers.word(place.size);
        headers.number(0, 4);
        headers.number(0, 4);
        headers.word(1);
        headers.word(0);
        ++sectionCount;
    }
    QByteArray verNeed();
    QByteArray verDef();
};

QByteArray Builder::verNeed()
{
    Packer out = packer();
    const size_t count = spec.neededVersions.size();
    for (size_t i = 0; i < count; ++i) {
        out.number(1, 2);
        out.number(1, 2);
        out.number(string(spec.neededVersions[i].first), 4);
        out.number(16, 4);
        out.number(i + 1 < count ? 32 : 0, 4);
        out.number(0, 4);
        out.number(0, 2);
        out.number(2, 2);
        out.number(string(spec.neededVersions[i].second), 4);
        out.number(0, 4);
    }
    return out.bytes;
}

QByteArray Builder::verDef()
{
    Packer out = packer();
    const size_t count = spec.definedVersions.size();
    for (size_t i = 0; i < count; ++i) {
        out.number(1, 2);
        out.number(0, 2);
        out.number(i + 1, 2);
        out.number(1, 2);
        out.number(0, 4);
        out.number(20, 4);
        out.number(i + 1 < count ? 28 : 0, 4);
        out.number(string(spec.definedVersions[i]), 4);
        out.number(0, 4);
    }
    return out.bytes;
}

}  // namespace

QByteArray ElfWriter::bytes() const
{
    Builder b {*this, {}};
    const quint64 headerBytes = is64Bit ? 64 : 52;
    const quint64 segmentBytes = is64Bit ? 56 : 32;
    b.file = QByteArray(static_cast<qsizetype>(headerBytes + 4 * segmentBytes), '\0');
    b.file.append(paddingBefore);
    constexpr qsizetype reservedBytes = 4096;
    const Place early = paddingBefore.isEmpty() ? Place() : b.put(QByteArray(reservedBytes, '\0'));
    const Place interp
        = interpreter.empty() ? Place() : b.put(QByteArray(interpreter.c_str(), static_cast<qsizetype>(interpreter.size()) + 1));
    Place note;
    if (!buildId.isEmpty()) {
        Packer out = b.packer();
        out.number(4, 4);
        out.number(static_cast<quint64>(buildId.size()), 4);
        out.number(3, 4);
        note = b.put(out.bytes + QByteArray("GNU\0", 4) + buildId);
    }
    Packer dyn = b.packer();
    const auto entry = [&dyn](quint64 tag, quint64 value) {
        dyn.word(tag);
        dyn.word(value);
    };
    for (const std::string &name : needed)
        entry(1, b.string(name));
    if (!soname.empty())
        entry(14, b.string(soname));
    if (!runPath.empty())
        entry(29, b.string(runPath));
    const QByteArray verNeedBytes = b.verNeed();
    const QByteArray verDefBytes = b.verDef();
    const Place strings = b.put(b.strings);
    const Place verNeed = b.put(verNeedBytes);
    const Place verDef = b.put(verDefBytes);
    entry(5, base + strings.offset);
    entry(10, strings.size);
    if (flags1)
        entry(0x6ffffffb, flags1);
    if (!neededVersions.empty()) {
        entry(0x6ffffffe, base + verNeed.offset);
        entry(0x6fffffff, neededVersions.size());
    }
    if (!definedVersions.empty()) {
        entry(0x6ffffffc, base + verDef.offset);
        entry(0x6ffffffd, definedVersions.size());
    }
    entry(0, 0);
    Place dynamicPlace = dynamic && early.size == 0 ? b.put(dyn.bytes) : Place();
    if (dynamic && early.size > 0) {
        b.file.replace(static_cast<qsizetype>(early.offset), dyn.bytes.size(), dyn.bytes);
        dynamicPlace = {early.offset, static_cast<quint64>(dyn.bytes.size())};
    }
    b.file.append(padding);
    b.section(nullptr, 0, {});
    if (!comment.isEmpty())
        b.section(".comment", 1, b.put(comment));
    for (const auto &[name, content] : sections)
        b.section(name.c_str(), 1, b.put(content));
    const auto nameIndex = static_cast<quint64>(b.sectionCount);
    // The name table holds its own name, so its header is written before its content.
    QByteArray names = b.sectionNames;
    names.append(".shstrtab", 10);
    const Place namePlace = b.put(names);
    b.section(".shstrtab", 3, namePlace);
    const Place sectionTable = b.put(b.headers.bytes);

    Packer head = b.packer();
    head.bytes = QByteArray("\x7f"
                            "ELF",
                            4);
    head.number(is64Bit ? 2 : 1, 1);
    head.number(isBigEndian ? 2 : 1, 1);
    head.number(1, 1);
    head.bytes.append(9, '\0');
    head.number(type, 2);
    head.number(machine, 2);
    head.number(1, 4);
    head.word(0);
    head.word(headerBytes);
    head.word(sectionTable.offset);
    head.number(0, 4);
    head.number(headerBytes, 2);
    head.number(segmentBytes, 2);
    head.number(4, 2);
    head.number(is64Bit ? 64 : 40, 2);
    head.number(static_cast<quint64>(b.sectionCount), 2);
    head.number(nameIndex, 2);
    const auto segment = [&head, this](quint32 kind, Place place) {
        const quint64 address = base + place.offset;
        head.number(place.size ? kind : 0, 4);
        if (is64Bit)
            head.number(4, 4);
        for (const quint64 value : {place.offset, address, address, place.size, place.size})
            head.word(value);
        if (!is64Bit)
            head.number(4, 4);
        head.word(1);
    };
    segment(1, {0, static_cast<quint64>(b.file.size())});
    segment(3, interp);
    segment(4, note);
    segment(2, dynamicPlace);
    return head.bytes + b.file.mid(head.bytes.size());
}

}  // namespace waybill::test
