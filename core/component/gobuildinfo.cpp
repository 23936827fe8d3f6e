// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/gobuildinfo.h"

#include "core/component/findertools.h"

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

using namespace std::string_view_literals;

// The linker brackets the module text with 16 bytes on each side (cmd/go/internal/modload, "infoStart" and "infoEnd").
constexpr std::string_view listStart = "\x30\x77\xaf\x0c\x92\x74\x08\x02\x41\xe1\xc1\x07\xe6\xd6\x18\xe6"sv;
constexpr std::string_view listEnd = "\xf9\x32\x43\x31\x86\x18\x20\x72\x00\x82\x42\x10\x41\x16\xd8\xf2"sv;
constexpr std::string_view infoMagic = "\xff Go buildinf:"sv;
constexpr size_t infoHeader = 32;
constexpr char inlineFlag = 2;
// Note of the Go linker: name of 4 bytes, some descriptor, type 4, "Go\0\0".
constexpr std::string_view goNote = "\x04\0\0\0Go\0\0"sv;
constexpr size_t beginningSize = 64 << 10;
constexpr size_t listLimit = 4 << 20;
constexpr size_t versionLimit = 256;
constexpr size_t moduleLimit = 20'000;

/// Where the first writable segment of an ELF file lies (System V ABI, "Program Header"); the linker puts its mark there.
struct Range {
    quint64 from = 0, to = 0;
};

Range writableSegment(std::string_view file)
{
    constexpr quint64 longest = 16 << 20;
    const auto number = [file](size_t at, size_t size) {
        const bool big = file[5] == 2;
        quint64 value = 0;
        for (size_t i = 0; at + size <= file.size() && i < size; ++i)
            value |= static_cast<quint64>(static_cast<unsigned char>(file[big ? at + size - 1 - i : at + i])) << (8 * i);
        return value;
    };
    if (file.size() < 64)
        return {};
    const bool wide = file[4] == 2;
    const quint64 table = wide ? number(32, 8) : number(28, 4);
    const quint64 entry = number(wide ? 54 : 42, 2);
    const quint64 count = number(wide ? 56 : 44, 2);
    for (quint64 i = 0; i < count && table < file.size() && table + (i + 1) * entry <= file.size(); ++i) {
        const size_t at = table + i * entry;
        const quint64 flags = number(at + (wide ? 4 : 24), 4);
        constexpr quint64 loaded = 1;
        constexpr quint64 writable = 2;
        constexpr quint64 executable = 1;
        if (number(at, 4) != loaded || (flags & (writable | executable)) != writable)
            continue;
        const quint64 offset = wide ? number(at + 8, 8) : number(at + 4, 4);
        const quint64 size = wide ? number(at + 32, 8) : number(at + 16, 4);
        return {offset, offset + std::min(size, longest)};
    }
    return {};
}

/// Follows one Go program through the stream. Most carry the linker's note near their beginning; one that was built without a
/// build id shows itself only in its first writable segment.
class GoProbe final : public ContentProbe
{
public:
    bool feed(std::span<const char> piece) override;
    std::vector<CapturedFile> finish(bool complete) override;

private:
    bool hasNote() const { return std::string_view(m_beginning).find(goNote) != std::string_view::npos; }
    bool decide();
    bool searchSegment(std::string_view bytes);
    bool search(std::string_view bytes);
    void searchList(std::string_view bytes);
    void searchVersion(std::string_view bytes);

    std::string m_beginning;
    bool m_decided = false;
    bool m_isGo = false;
    Range m_segment;
    quint64 m_position = 0;
    std::string m_tail;  ///< what a mark may have begun in, of the pieces so far
    bool m_inList = false;
    std::string m_list;
    bool m_hasList = false;
    QByteArray m_version;
};

bool GoProbe::feed(std::span<const char> piece)
{
    const std::string_view bytes(piece.data(), piece.size());
    if (m_decided)
        return m_isGo ? search(bytes) : searchSegment(bytes);
    m_beginning.append(bytes);
    return (m_beginning.size() < beginningSize && !hasNote()) || decide();
}

bool GoProbe::decide()
{
    m_decided = true;
    m_isGo = hasNote();
    m_segment = m_isGo ? Range() : writableSegment(m_beginning);
    const std::string beginning = std::move(m_beginning);
    m_beginning.clear();
    return m_isGo ? search(beginning) : searchSegment(beginning);
}

/// Looks for the mark in the segment only.
bool GoProbe::searchSegment(std::string_view bytes)
{
    const quint64 start = m_position;
    m_position += bytes.size();
    if (m_segment.from >= m_segment.to || start >= m_segment.to)
        return false;
    if (m_position <= m_segment.from)
        return true;
    bytes.remove_prefix(m_segment.from > start ? m_segment.from - start : 0);
    std::string joined = m_tail;
    joined.append(bytes);
    if (joined.find(infoMagic) == std::string::npos) {
        m_tail = joined.substr(joined.size() - std::min(joined.size(), infoMagic.size()));
        return true;
    }
    m_isGo = true;
    m_tail.clear();
    return search(joined);
}

/// "\xff Go buildinf:", size of a pointer, flags; since Go 1.18 the version follows at byte 32 with its length in front.
void GoProbe::searchVersion(std::string_view bytes)
{
    for (size_t at = bytes.find(infoMagic); m_version.isEmpty() && at != std::string_view::npos;
         at = bytes.find(infoMagic, at + 1)) {
        const std::string_view info = bytes.substr(at);
        if (info.size() < infoHeader + 2 || (info[infoMagic.size() + 1] & inlineFlag) == 0)
            continue;
        // Versions are short: a length of one byte, which is a varint below 128.
        const auto length = static_cast<unsigned char>(info[infoHeader]);
        if (length < 128 && info.size() > infoHeader + length) {
            const std::string_view version = info.substr(infoHeader + 1, length);
            if (version.starts_with("go") || version.starts_with("devel"))
                m_version = QByteArray(version.data(), static_cast<qsizetype>(version.size()));
        }
    }
}

bool GoProbe::search(std::string_view bytes)
{
    // Marks may lie across the border of two pieces, so the end of the last one is looked at again.
    std::string joined = m_tail;
    joined.append(bytes);
    if (m_version.isEmpty())
        searchVersion(joined);
    if (m_inList)
        m_list.append(bytes);
    else if (!m_hasList)
        searchList(joined);
    if (m_inList && m_list.find(listEnd) != std::string::npos) {
        m_list.resize(m_list.find(listEnd));
        m_hasList = true;
        m_inList = false;
    } else if (m_inList && m_list.size() > listLimit) {
        m_list.clear();
        m_inList = false;
    }
    const size_t keep = infoHeader + versionLimit;
    m_tail = joined.substr(joined.size() - std::min(joined.size(), keep));
    return !m_hasList || m_version.isEmpty();
}

void GoProbe::searchList(std::string_view bytes)
{
    const size_t start = bytes.find(listStart);
    if (start == std::string_view::npos)
        return;
    m_inList = true;
    m_list.assign(bytes.substr(start + listStart.size()));
}

std::vector<CapturedFile> GoProbe::finish(bool complete)
{
    if (!m_decided)
        decide();
    if (!m_hasList && m_version.isEmpty())
        return {};
    return {
        {{}, 0, m_version + '\n' + (m_hasList ? QByteArray::fromStdString(m_list) : QByteArray()), -1, !complete || m_inList}};
}

GoModule moduleOf(const QStringList &fields)
{
    return {fields.value(1), fields.value(2), {}, {}};
}

}  // namespace

GoBuildInfo readGoModules(const QByteArray &text)
{
    GoBuildInfo info;
    GoModule *last = nullptr;
    std::string_view rest = viewOf(text);
    std::string_view line;
    while (takeLine(rest, line) && info.modules.size() < moduleLimit) {
        const QStringList fields = textOf(line).split(QLatin1Char('\t'));
        const QString &kind = fields.first();
        if (fields.value(1).isEmpty())
            continue;
        if (kind == QLatin1String("path"))
            info.package = fields.value(1);
        else if (kind == QLatin1String("mod") && fields.size() >= 3) {
            info.main = moduleOf(fields);
            last = &*info.main;
        } else if (kind == QLatin1String("dep") && fields.size() >= 3) {
            info.modules.push_back(moduleOf(fields));
            last = &info.modules.back();
        } else if (kind == QLatin1String("=>") && fields.size() >= 3 && last) {
            // What stands behind the arrow was compiled in.
            GoModule replacement = moduleOf(fields);
            replacement.replacedPath = last->path;
            replacement.replacedVersion = last->version;
            *last = replacement;
            last = nullptr;
        }
    }
    return info;
}

std::unique_ptr<ContentProbe> makeGoProbe()
{
    return std::make_unique<GoProbe>();
}

}  // namespace waybill
