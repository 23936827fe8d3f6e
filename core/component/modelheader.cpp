// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/modelheader.h"

#include "core/component/findertools.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr qint64 safetensorsLimit = 16 << 20;
constexpr qint64 ggufLimit = 1 << 20;
constexpr qint64 onnxHead = 64 << 10;
constexpr qint64 onnxTail = 256 << 10;
constexpr int fieldLimit = 64;
constexpr size_t valueLimit = 4096;

quint64 little(std::span<const char> bytes, size_t at, int width)
{
    quint64 value = 0;
    for (int i = 0; i < width; ++i)
        value |= quint64(static_cast<unsigned char>(bytes[at + static_cast<size_t>(i)])) << (8 * i);
    return value;
}

void put(ModelHeader &header, const QString &key, std::span<const char> value)
{
    if (header.fields.size() < fieldLimit)
        header.fields.insert(key.left(100),
                             QString::fromUtf8(value.data(), static_cast<qsizetype>(std::min(value.size(), valueLimit))));
}

void readSafetensors(const FileWindows &windows, ModelHeader &header)
{
    const auto start = windows.range(0, 8);
    const quint64 length = start ? little(*start, 0, 8) : 0;
    const auto json = length > 0 && length <= safetensorsLimit - 8 ? windows.range(8, length) : std::nullopt;
    const auto root = json ? jsonObject(QByteArray(json->data(), static_cast<qsizetype>(json->size()))) : std::nullopt;
    header.complete = root.has_value();
    if (!root)
        return;
    const QJsonObject metadata = root->value(QLatin1String("__metadata__")).toObject();
    for (auto it = metadata.begin(); it != metadata.end() && header.fields.size() < fieldLimit; ++it)
        header.fields.insert(it.key().left(100), it.value().toString().left(valueLimit));
}

/// Key-value pairs of a GGUF file, front to back. False ends the reading: the rest was not kept or makes no sense.
class GgufReader
{
public:
    GgufReader(std::span<const char> bytes, quint64 fileBytes, bool wide)
        : m_bytes(bytes), m_fileBytes(fileBytes), m_count(wide ? 8 : 4)
    {
    }
    /// A length reached beyond the end of the file.
    bool lies() const { return m_lies; }
    bool skip(quint64 count)
    {
        m_lies = m_lies || count > m_fileBytes - m_at;
        if (count > m_bytes.size() - m_at)
            return false;
        m_at += count;
        return true;
    }
    bool number(int width, quint64 &value)
    {
        if (m_bytes.size() - m_at < static_cast<size_t>(width))
            return false;
        value = little(m_bytes, m_at, width);
        return skip(static_cast<quint64>(width));
    }
    bool text(std::span<const char> &value)
    {
        quint64 length = 0;
        if (!number(m_count, length))
            return false;
        m_lies = m_lies || length > m_fileBytes - m_at;
        if (length > m_bytes.size() - m_at)
            return false;
        value = m_bytes.subspan(m_at, length);
        return skip(length);
    }
    /// Passes over a value; texts are given back in `words`.
    bool value(quint64 type, std::span<const char> &words)
    {
        static constexpr std::array<quint64, 13> sizes {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
        if (type == 8)
            return text(words);
        if (type != 9)
            return type < sizes.size() && skip(sizes[type]);
        quint64 inner = 0;
        quint64 count = 0;
        if (!number(4, inner) || !number(m_count, count) || inner == 9 || inner >= sizes.size())
            return false;
        if (inner != 8)
            return skip(count > m_fileBytes ? count : count * sizes[inner]);
        std::span<const char> passed;
        for (quint64 i = 0; i < count; ++i) {
            if (!text(passed))
                return false;
        }
        return true;
    }

private:
    std::span<const char> m_bytes;
    quint64 m_fileBytes;
    size_t m_at = 0;
    int m_count;
    bool m_lies = false;
};

void readGguf(const FileWindows &windows, ModelHeader &header)
{
    const auto bytes = windows.head();
    const quint64 version = bytes.size() >= 8 ? little(bytes, 4, 4) : 0;
    GgufReader reader(bytes, static_cast<quint64>(windows.size()), version >= 2);
    quint64 pairs = 0;
    quint64 tensors = 0;
    const int width = version >= 2 ? 8 : 4;
    if (version < 1 || version > 3 || !reader.skip(8) || !reader.number(width, tensors) || !reader.number(width, pairs)) {
        header.complete = false;
        return;
    }
    for (quint64 i = 0; i < pairs; ++i) {
        std::span<const char> key;
        std::span<const char> words;
        quint64 type = 0;
        if (!reader.text(key) || !reader.number(4, type) || !reader.value(type, words)) {
            // Vocabularies are longer than what is kept; that is no fault of the file.
            header.complete = !reader.lies() && bytes.size() < static_cast<quint64>(windows.size());
            return;
        }
        if (type == 8 && std::string_view(key.data(), key.size()).starts_with("general."))
            put(header, QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())), words);
    }
}

/// Variable-length number (Protocol Buffers, "Encoding"); false at the end of what is kept.
bool varint(const FileWindows &windows, quint64 &at, quint64 &value)
{
    value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const auto byte = windows.range(at, 1);
        if (!byte)
            return false;
        ++at;
        value |= quint64((*byte)[0] & 0x7f) << shift;
        if (((*byte)[0] & 0x80) == 0)
            return true;
    }
    return false;
}

/// One StringStringEntryProto of metadata_props: key 1, value 2.
void onnxEntry(std::span<const char> entry, ModelHeader &header)
{
    const auto part = [&entry](char tag) -> std::span<const char> {
        for (size_t at = 0; at + 2 <= entry.size();) {
            const auto length = static_cast<size_t>(static_cast<unsigned char>(entry[at + 1]));
            if (length >= 0x80 || at + 2 + length > entry.size())
                return {};
            if (entry[at] == tag)
                return entry.subspan(at + 2, length);
            at += 2 + length;
        }
        return {};
    };
    const auto key = part(0x0a);
    if (!key.empty())
        put(header, QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())), part(0x12));
}

void readOnnx(const FileWindows &windows, ModelHeader &header)
{
    static const QMap<quint64, QString> names {{2, QStringLiteral("producer_name")},
                                               {3, QStringLiteral("producer_version")},
                                               {4, QStringLiteral("domain")},
                                               {6, QStringLiteral("doc_string")}};
    constexpr quint64 metadata = 14;
    constexpr int mostFields = 10'000;
    quint64 at = 0;
    for (int i = 0; i < mostFields && at < static_cast<quint64>(windows.size()); ++i) {
        quint64 tag = 0;
        quint64 value = 0;
        if (!varint(windows, at, tag) || !varint(windows, at, value) || ((tag & 7) != 0 && (tag & 7) != 2)) {
            header.complete = false;
            return;
        }
        if ((tag & 7) == 0)
            continue;
        if (value > static_cast<quint64>(windows.size()) - at) {
            header.complete = false;
            return;
        }
        if (names.contains(tag >> 3) || (tag >> 3) == metadata) {
            const auto content = windows.range(at, value);
            header.complete = header.complete && content.has_value();
            if (content && (tag >> 3) == metadata)
                onnxEntry(*content, header);
            else if (content)
                put(header, names.value(tag >> 3), *content);
        }
        at += value;  // the graph is passed over
    }
}

bool isZippedPickle(std::span<const char> first)
{
    // Local file header (APPNOTE 4.3.7): the name of the first member begins at byte 30.
    if (first.size() < 64 || std::string_view(first.data(), 4) != std::string_view("PK\3\4", 4))
        return false;
    const size_t length = std::min<size_t>(little(first, 26, 2), first.size() - 30);
    const std::string_view name(first.data() + 30, length);
    return name.ends_with("/data.pkl") || name.ends_with("/version") || name.ends_with("/.format_version");
}

}  // namespace

QString modelFormatName(ModelFormat format)
{
    static const std::array<QString, 4> names {QStringLiteral("safetensors"), QStringLiteral("GGUF"), QStringLiteral("ONNX"),
                                               QStringLiteral("PyTorch")};
    return names.at(static_cast<size_t>(format));
}

std::optional<ModelFormat> modelFormatOf(std::string_view path, qint64 size, std::span<const char> first)
{
    const std::string_view start(first.data(), std::min<size_t>(first.size(), 16));
    if (start.starts_with("GGUF") && size >= 24)
        return ModelFormat::Gguf;
    const bool inModelCache = path.find("models--") != std::string_view::npos && path.find("/blobs/") != std::string_view::npos;
    const bool tensors = path.ends_with(".safetensors") || inModelCache;
    if (tensors && start.size() == 16 && start[8] == '{'
        && (path.ends_with(".safetensors") || little(first, 0, 8) < quint64(size)))
        return ModelFormat::Safetensors;
    if (path.ends_with(".onnx") && start.starts_with('\x08'))  // ir_version, the first field of ModelProto
        return ModelFormat::Onnx;
    const bool torch
        = path.ends_with(".pt") || path.ends_with(".pth") || path.ends_with(".bin") || path.ends_with(".ckpt") || inModelCache;
    return torch && isZippedPickle(first) ? std::optional(ModelFormat::PyTorch) : std::nullopt;
}

FileWindows modelWindows(ModelFormat format, qint64 size)
{
    return {size, static_cast<qint64>(modelHeadLimit(format)), format == ModelFormat::Onnx ? onnxTail : 0};
}

size_t modelHeadLimit(ModelFormat format)
{
    static constexpr std::array<qint64, 4> limits {safetensorsLimit, ggufLimit, onnxHead, 512};
    return static_cast<size_t>(limits.at(static_cast<size_t>(format)));
}

ModelHeader readModelHeader(ModelFormat format, const FileWindows &windows)
{
    ModelHeader header;
    header.format = format;
    if (format == ModelFormat::Safetensors)
        readSafetensors(windows, header);
    else if (format == ModelFormat::Gguf)
        readGguf(windows, header);
    else if (format == ModelFormat::Onnx)
        readOnnx(windows, header);
    return header;
}

}  // namespace waybill
