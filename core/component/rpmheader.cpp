// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/rpmheader.h"

#include <QtEndian>

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t indexEntrySize = 16;
constexpr quint32 stringType = 6;
constexpr quint32 stringArrayType = 8;
constexpr quint32 translatedType = 9;
constexpr quint32 int32Type = 4;
constexpr size_t relationLimit = 2000;

enum Tag : quint32 {
    TagName = 1000,
    TagVersion = 1001,
    TagRelease = 1002,
    TagEpoch = 1003,
    TagVendor = 1011,
    TagLicence = 1014,
    TagUrl = 1020,
    TagArchitecture = 1022,
    TagOldFileNames = 1027,
    TagFileDigests = 1035,
    TagFileFlags = 1037,
    TagSourceRpm = 1044,
    TagProvideName = 1047,
    TagRequireName = 1049,
    TagDirIndexes = 1116,
    TagBaseNames = 1117,
    TagDirNames = 1118,
};

/// Views of one blob.
class Header
{
public:
    static Result<Header> open(std::span<const char> blob);
    QString text(Tag tag) const;
    std::vector<std::string_view> texts(Tag tag) const;
    std::vector<quint32> numbers(Tag tag) const;

private:
    struct Item {
        quint32 type = 0, offset = 0, count = 0;
        bool found = false;
    };
    Item item(Tag tag) const;
    std::string_view textAt(size_t offset) const;
    static quint32 number(std::span<const char> bytes, size_t at) { return qFromBigEndian<quint32>(bytes.data() + at); }
    std::span<const char> m_index;
    std::span<const char> m_data;
};

Result<Header> Header::open(std::span<const char> blob)
{
    const auto malformed = [] { return fail(ErrorKind::Malformed, QStringLiteral("rpm header")); };
    if (blob.size() < 8)
        return malformed();
    const quint64 count = number(blob, 0);
    const quint64 length = number(blob, 4);
    if (count == 0 || count * indexEntrySize + length + 8 > blob.size())
        return malformed();
    Header header;
    header.m_index = blob.subspan(8, count * indexEntrySize);
    header.m_data = blob.subspan(8 + count * indexEntrySize, length);
    return header;
}

Header::Item Header::item(Tag tag) const
{
    for (size_t at = 0; at < m_index.size(); at += indexEntrySize) {
        if (number(m_index, at) == tag)
            return {number(m_index, at + 4), number(m_index, at + 8), number(m_index, at + 12), true};
    }
    return {};
}

std::string_view Header::textAt(size_t offset) const
{
    if (offset >= m_data.size())
        return {};
    const std::string_view rest(m_data.data() + offset, m_data.size() - offset);
    return rest.substr(0, rest.find('\0'));
}

QString Header::text(Tag tag) const
{
    const Item found = item(tag);
    if (!found.found || (found.type != stringType && found.type != translatedType && found.type != stringArrayType))
        return {};
    const std::string_view bytes = textAt(found.offset);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::vector<std::string_view> Header::texts(Tag tag) const
{
    const Item found = item(tag);
    std::vector<std::string_view> list;
    if (!found.found || (found.type != stringArrayType && found.type != stringType))
        return list;
    size_t offset = found.offset;
    for (quint32 i = 0; i < found.count && offset < m_data.size(); ++i) {
        list.push_back(textAt(offset));
        offset += list.back().size() + 1;
    }
    return list;
}

std::vector<quint32> Header::numbers(Tag tag) const
{
    const Item found = item(tag);
    std::vector<quint32> list;
    if (!found.found || found.type != int32Type)
        return list;
    for (quint64 i = 0; i < found.count && found.offset + (i + 1) * 4 <= m_data.size(); ++i)
        list.push_back(number(m_data, found.offset + i * 4));
    return list;
}

std::vector<std::string> filesOf(const Header &header)
{
    std::vector<std::string> files;
    const auto baseNames = header.texts(TagBaseNames);
    const auto dirNames = header.texts(TagDirNames);
    const auto dirIndexes = header.numbers(TagDirIndexes);
    for (size_t i = 0; i < std::min(baseNames.size(), dirIndexes.size()); ++i) {
        if (dirIndexes[i] < dirNames.size())
            files.push_back(std::string(dirNames[dirIndexes[i]]).append(baseNames[i]));
    }
    if (files.empty()) {
        for (const std::string_view name : header.texts(TagOldFileNames))
            files.emplace_back(name);
    }
    return files;
}

QStringList namesOf(const Header &header, Tag tag)
{
    QStringList names;
    for (const std::string_view bytes : header.texts(tag)) {
        if (static_cast<size_t>(names.size()) >= relationLimit)
            break;
        const QString name = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        if (!name.isEmpty() && !name.startsWith(QLatin1String("rpmlib(")) && !names.contains(name))
            names.append(name);
    }
    return names;
}

}  // namespace

Result<RpmPackage> readRpmHeader(std::span<const char> blob)
{
    const Result<Header> header = Header::open(blob);
    if (!header)
        return fail(header.error());
    RpmPackage package;
    package.name = header->text(TagName);
    package.version = header->text(TagVersion);
    package.release = header->text(TagRelease);
    if (package.name.isEmpty() || package.version.isEmpty())
        return fail(ErrorKind::Malformed, QStringLiteral("rpm header"), QStringLiteral("no name or version"));
    if (const auto epoch = header->numbers(TagEpoch); !epoch.empty())
        package.epoch = QString::number(epoch.front());
    package.architecture = header->text(TagArchitecture);
    package.licence = header->text(TagLicence);
    package.vendor = header->text(TagVendor);
    package.homePage = header->text(TagUrl);
    package.sourceRpm = header->text(TagSourceRpm);
    package.requiredNames = namesOf(*header, TagRequireName);
    package.providedNames = namesOf(*header, TagProvideName);
    package.files = filesOf(*header);
    return package;
}

std::vector<RpmFileSum> readRpmFileSums(std::span<const char> blob)
{
    constexpr quint32 configuration = 1;  // RPMFILE_CONFIG
    constexpr quint32 ghost = 64;         // RPMFILE_GHOST
    std::vector<RpmFileSum> sums;
    const Result<Header> header = Header::open(blob);
    if (!header)
        return sums;
    std::vector<std::string> files = filesOf(*header);
    const auto digests = header->texts(TagFileDigests);
    const auto flags = header->numbers(TagFileFlags);
    if (files.size() != digests.size())
        return sums;
    for (size_t i = 0; i < files.size(); ++i) {
        const QByteArray hex(digests[i].data(), static_cast<qsizetype>(digests[i].size()));
        const QByteArray raw = QByteArray::fromHex(hex);
        if (raw.isEmpty() || raw.toHex() != hex.toLower())
            continue;
        const bool mayChange = i < flags.size() && (flags[i] & (configuration | ghost)) != 0;
        sums.push_back({std::move(files[i]), raw, mayChange});
    }
    return sums;
}

}  // namespace waybill
