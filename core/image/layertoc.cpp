// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/layertoc.h"

#include "core/archive/bytesource.h"
#include "core/archive/digest.h"
#include "core/archive/inflater.h"
#include "core/archive/layerreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <array>
#include <cstring>
#include <unordered_map>

namespace waybill {

namespace {

constexpr qint64 tocLimit = 64 << 20;
constexpr qint64 stargzFooter = 51;
constexpr const char *stargzTocName = "stargz.index.json";
constexpr std::string_view chunkedMagic = "GNUlInUx";

std::unique_ptr<ByteSource> part(const ByteSource &stored, qint64 offset, qint64 size)
{
    return sliceOf(std::shared_ptr<const ByteSource>(&stored, [](const ByteSource *) {}), offset, size, stored.name());
}

/// Keeps the content of the one member that matters.
class TocMember final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &content) override
    {
        if (entry.path != stargzTocName)
            return true;
        while (m_bytes.size() <= tocLimit) {
            const auto piece = content.next();
            if (!piece || piece->empty())
                break;
            m_bytes.append(piece->data(), static_cast<qsizetype>(piece->size()));
        }
        return false;
    }
    QByteArray m_bytes;
};

Result<QByteArray> stargzToc(const ByteSource &stored, const LayerInfo &layer, bool &found)
{
    // An empty gzip member whose extra field "SG" holds the offset (stargz-snapshotter, docs/estargz.md "Footer").
    const QString wanted = layer.annotations.value(QStringLiteral("containerd.io/snapshot/stargz/toc.digest"));
    std::array<char, stargzFooter> footer {};
    const auto got = stored.size() < stargzFooter ? Result<qint64>(0) : stored.readAt(stored.size() - stargzFooter, footer);
    if (!got)
        return fail(got.error());
    const bool marked = *got == stargzFooter && std::memcmp(footer.data(), "\x1f\x8b\x08\x04", 4) == 0
        && std::memcmp(footer.data() + 12, "SG", 2) == 0 && std::memcmp(footer.data() + 32, "STARGZ", 6) == 0;
    found = marked || !wanted.isEmpty();
    if (!found)
        return QByteArray();
    bool ok = false;
    const qint64 offset = QByteArray(footer.data() + 16, 16).toLongLong(&ok, 16);
    if (!marked || !ok || offset < 0 || offset >= stored.size())
        return fail(ErrorKind::Malformed, stored.name(), QStringLiteral("no footer of a table of contents"));
    TocMember member;
    LayerLimits limits;
    limits.unpackedBytes = tocLimit + 4096;
    readLayer(*part(stored, offset, stored.size() - offset), member, limits, {}, nullptr);
    if (member.m_bytes.isEmpty())
        return fail(ErrorKind::Malformed, stored.name(), QStringLiteral("the table of contents cannot be unpacked"));
    if (member.m_bytes.size() > tocLimit)
        return fail(ErrorKind::LimitExceeded, stored.name(), QStringLiteral("a table of contents of over 64 MiB"));
    if (!wanted.isEmpty() && sha256Digest({member.m_bytes.constData(), static_cast<size_t>(member.m_bytes.size())}) != wanted)
        return fail(ErrorKind::DigestMismatch, stored.name(), wanted);
    return member.m_bytes;
}

/// "offset:compressed:uncompressed:type" of the annotation, or the same numbers from the footer. Empty: there is no table.
std::vector<qint64> chunkedPosition(const ByteSource &stored, const QString &annotation)
{
    std::vector<qint64> numbers;
    if (!annotation.isEmpty()) {
        const QStringList parts = annotation.split(QLatin1Char(':'));
        for (const QString &text : parts) {
            bool ok = false;
            numbers.push_back(text.toLongLong(&ok));
            if (!ok)
                return {-1, -1, -1};
        }
        numbers.resize(std::max<size_t>(3, numbers.size()), -1);
        return numbers;
    }
    for (const qint64 length : {64, 40}) {
        std::array<char, 64> footer {};
        if (stored.size() < length)
            continue;
        const auto got = stored.readAt(stored.size() - length, {footer.data(), static_cast<size_t>(length)});
        if (!got || *got != length || std::string_view(footer.data() + length - 8, 8) != chunkedMagic)
            continue;
        for (qint64 i = 0; i < 3; ++i)
            numbers.push_back(static_cast<qint64>(qFromLittleEndian<quint64>(footer.data() + i * 8)));
        return numbers;
    }
    return {};
}

QString chunkedAnnotation(const LayerInfo &layer, const char *name)
{
    // The prefix changed; skopeo 1.9 still writes the old one.
    for (const char *prefix : {"io.github.containers.zstd-chunked.", "io.containers.zstd-chunked."}) {
        const QString value = layer.annotations.value(QLatin1String(prefix) + QLatin1String(name));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

Result<QByteArray> chunkedToc(const ByteSource &stored, const LayerInfo &layer, bool &found)
{
    const std::vector<qint64> position = chunkedPosition(stored, chunkedAnnotation(layer, "manifest-position"));
    found = !position.empty();
    if (!found)
        return QByteArray();
    const qint64 offset = position[0];
    const qint64 packedSize = position[1];
    if (offset < 0 || packedSize <= 0 || offset > stored.size() || packedSize > stored.size() - offset || packedSize > tocLimit)
        return fail(ErrorKind::Malformed, stored.name(), QStringLiteral("the table of contents lies outside of the layer"));
    const auto slice = part(stored, offset, packedSize);
    const QString wanted = chunkedAnnotation(layer, "manifest-checksum");
    if (!wanted.isEmpty()) {
        const auto packed = readAll(*slice, tocLimit);
        if (!packed)
            return fail(packed.error());
        if (sha256Digest({packed->constData(), static_cast<size_t>(packed->size())}) != wanted)
            return fail(ErrorKind::DigestMismatch, stored.name(), wanted);
    }
    auto inflater = makeInflater(Compression::Zstd, *slice, nullptr);
    if (!inflater)
        return fail(inflater.error());
    QByteArray bytes;
    for (;;) {
        const auto piece = (*inflater)->next();
        if (!piece)
            return fail(piece.error());
        if (piece->empty())
            return bytes;
        bytes.append(piece->data(), static_cast<qsizetype>(piece->size()));
        if (bytes.size() > tocLimit)
            return fail(ErrorKind::LimitExceeded, stored.name(), QStringLiteral("a table of contents of over 64 MiB"));
    }
}

std::string baseName(const std::string &path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// The name under which an entry stands in the tar: whiteouts were resolved by the reader.
std::string storedPath(const Entry &entry)
{
    if (entry.kind == EntryKind::Opaque)
        return entry.path.empty() ? ".wh..wh..opq" : entry.path + "/.wh..wh..opq";
    if (entry.kind != EntryKind::Whiteout)
        return entry.path;
    const std::string base = baseName(entry.path);
    return entry.path.substr(0, entry.path.size() - base.size()) + ".wh." + base;
}

QLatin1String typeOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Folder:
        return QLatin1String("dir");
    case EntryKind::Symlink:
        return QLatin1String("symlink");
    case EntryKind::Hardlink:
        return QLatin1String("hardlink");
    case EntryKind::CharDevice:
        return QLatin1String("char");
    case EntryKind::BlockDevice:
        return QLatin1String("block");
    case EntryKind::Fifo:
        return QLatin1String("fifo");
    default:
        return QLatin1String("reg");
    }
}

QString shown(const std::string &path, const char *what)
{
    return QString::fromStdString(path) + QLatin1String(": ") + QLatin1String(what);
}

}  // namespace

Result<std::optional<LayerToc>> readLayerToc(const ByteSource &stored, const LayerInfo &layer)
{
    LayerToc toc;
    bool found = false;
    auto json = stargzToc(stored, layer, found);
    toc.format = QStringLiteral("estargz");
    if (json && !found) {
        json = chunkedToc(stored, layer, found);
        toc.format = QStringLiteral("zstd:chunked");
    }
    if (!json)
        return fail(json.error());
    if (!found)
        return std::nullopt;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*json, &problem);
    if (!document.isObject() || !document.object()[QLatin1String("entries")].isArray())
        return fail(ErrorKind::Malformed, stored.name(), QStringLiteral("table of contents: ") + problem.errorString());
    const QJsonArray entries = document.object()[QLatin1String("entries")].toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject object = value.toObject();
        const QString type = object[QLatin1String("type")].toString();
        if (type == QLatin1String("chunk"))
            continue;
        auto path = normalisePath(object[QLatin1String("name")].toString().toStdString());
        if (!path)
            return fail(ErrorKind::Malformed, stored.name(), QStringLiteral("table of contents: a path that leads out"));
        std::string target = object[QLatin1String("linkName")].toString().toStdString();
        if (type == QLatin1String("hardlink"))
            target = normalisePath(target).value_or(std::string());
        const double size = object[QLatin1String("size")].toDouble();
        toc.items.push_back(
            {std::move(*path), type, size >= 0 && size < 9e15 ? static_cast<qint64>(size) : -1, std::move(target)});
    }
    return toc;
}

QString tocDifference(const LayerToc &toc, std::span<const Entry> entries)
{
    std::unordered_map<std::string, const Entry *> stream;
    for (const Entry &entry : entries) {
        std::string path = storedPath(entry);
        // The root and the table itself are not in the table.
        if (!path.empty() && path != stargzTocName)
            stream.insert_or_assign(std::move(path), &entry);
    }
    for (const LayerToc::Item &item : toc.items) {
        if (item.path.empty() || item.path == stargzTocName || baseName(item.path).starts_with(".wh..wh."))
            continue;
        const auto found = stream.find(item.path);
        if (found == stream.end())
            return shown(item.path, "only in the table of contents");
        const Entry &entry = *found->second;
        if (typeOf(entry.kind) != item.type)
            return shown(item.path, "another type in the table of contents");
        if (entry.kind == EntryKind::File && entry.size != item.size)
            return shown(item.path, "another size in the table of contents");
        if ((entry.kind == EntryKind::Symlink || entry.kind == EntryKind::Hardlink) && entry.target != item.target)
            return shown(item.path, "another target in the table of contents");
        stream.erase(found);
    }
    for (const auto &[path, entry] : stream) {
        if (!baseName(path).starts_with(".wh..wh."))
            return shown(path, "not in the table of contents");
    }
    return {};
}

}  // namespace waybill
