// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/rawtar.h"

#include "core/archive/layerreader.h"
#include "core/archive/rawtarheader.h"

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

constexpr qint64 extendedLimit = 1 << 20;
constexpr qint64 editLimit = 128 << 20;
constexpr int sparseBlockLimit = 100'000;
constexpr size_t modeAt = 100, uidAt = 108, gidAt = 116, idLength = 8;
constexpr size_t sizeAt = 124, mtimeAt = 136, numberLength = 12;
constexpr size_t linkAt = 157, nameLength = 100;
constexpr size_t sparseMoreInHeader = 482, sparseMoreInBlock = 504;

EntryKind kindOf(char type, const std::string &path)
{
    switch (type) {
    case '1':
        return EntryKind::Hardlink;
    case '2':
        return EntryKind::Symlink;
    case '3':
        return EntryKind::CharDevice;
    case '4':
        return EntryKind::BlockDevice;
    case '5':
    case 'D':
        return EntryKind::Folder;
    case '6':
        return EntryKind::Fifo;
    default:
        return type == 0 && path.ends_with('/') ? EntryKind::Folder : EntryKind::File;  // v7 marks folders by the slash
    }
}

/// As LayerReader does it (image-spec layer.md "Whiteouts"); false for AUFS leftovers.
bool resolveWhiteout(Entry &entry)
{
    const size_t slash = entry.path.rfind('/');
    const size_t start = slash == std::string::npos ? 0 : slash + 1;
    const std::string_view base = std::string_view(entry.path).substr(start);
    if (!base.starts_with(".wh."))
        return true;
    if (base == ".wh..wh..opq") {
        entry.kind = EntryKind::Opaque;
        entry.path.resize(slash == std::string::npos ? 0 : slash);
        return true;
    }
    if (base.starts_with(".wh..wh.") || base == ".wh.")
        return false;
    entry.kind = EntryKind::Whiteout;
    entry.path.erase(start, 4);
    return true;
}

/// One header block with the extended data that belongs to it.
struct Segment {
    TarBlock block;
    std::string body;  ///< without padding
};

void appendPadded(std::vector<char> &out, std::string_view bytes)
{
    out.insert(out.end(), bytes.begin(), bytes.end());
    out.resize((out.size() + tarBlockSize - 1) / tarBlockSize * tarBlockSize);
}

std::vector<char> flattened(const std::vector<Segment> &segments)
{
    std::vector<char> out;
    for (const Segment &segment : segments) {
        out.insert(out.end(), segment.block.begin(), segment.block.end());
        appendPadded(out, segment.body);
    }
    return out;
}

class TarCopy
{
public:
    TarCopy(const PieceSource &source, const PieceSink &sink, RawTarEditor &editor, const QString &name)
        : m_source(source), m_sink(sink), m_editor(editor), m_name(name)
    {
    }
    Result<void> run();

private:
    enum class Got : quint8 { Block, End };
    Result<Got> takeBlock(TarBlock &block);
    Result<std::string> takeBody(qint64 size, qint64 limit);
    Result<void> pass(qint64 size, bool copy);
    Result<bool> takeMember();
    Result<void> takeExtension(const TarBlock &block);
    Result<void> takeSparseMap(const TarBlock &block);
    Result<void> describe(const TarBlock &block);
    Result<qint64> contentSize(const TarBlock &block) const;
    Result<void> editMember();
    void forget();
    tl::unexpected<Error> failure(ErrorKind kind, const char *cause) const
    {
        return fail(Error {kind, m_name, QStringLiteral("tar: ") + QLatin1String(cause), -1, {}, m_position, -1});
    }

    const PieceSource &m_source;
    const PieceSink &m_sink;
    RawTarEditor &m_editor;
    QString m_name;
    std::span<const char> m_piece;
    qint64 m_position = 0;
    std::vector<Segment> m_segments;
    PaxRecords m_pax;
    std::string m_longName, m_longLink;
    RawMember m_member;
    bool m_sparse = false;
};

void TarCopy::forget()
{
    m_segments.clear();
    m_pax.clear();
    m_longName.clear();
    m_longLink.clear();
    m_member = {};
    m_sparse = false;
}

Result<TarCopy::Got> TarCopy::takeBlock(TarBlock &block)
{
    size_t filled = 0;
    while (filled < block.size()) {
        if (m_piece.empty()) {
            const auto piece = m_source();
            if (!piece)
                return fail(piece.error());
            if (piece->empty()) {
                if (filled == 0)
                    return Got::End;
                return failure(ErrorKind::Truncated, "ends inside a block");
            }
            m_piece = *piece;
        }
        const size_t take = std::min(block.size() - filled, m_piece.size());
        std::memcpy(block.data() + filled, m_piece.data(), take);
        m_piece = m_piece.subspan(take);
        filled += take;
    }
    m_position += static_cast<qint64>(block.size());
    return Got::Block;
}

/// Content with its padding, copied or skipped.
Result<void> TarCopy::pass(qint64 size, bool copy)
{
    const qint64 padding = (512 - size % 512) % 512;
    for (qint64 left = size + padding; left > 0;) {
        if (m_piece.empty()) {
            const auto piece = m_source();
            if (!piece)
                return fail(piece.error());
            if (piece->empty()) {
                // Some writers leave the last padding out; what is there has been copied, zeros complete the block.
                if (left <= padding) {
                    const std::vector<char> zeros(static_cast<size_t>(copy ? left : 0));
                    return copy ? m_sink(zeros) : Result<void>();
                }
                return failure(ErrorKind::Truncated, "ends inside the content of an entry");
            }
            m_piece = *piece;
        }
        const auto take = static_cast<size_t>(std::min<qint64>(left, static_cast<qint64>(m_piece.size())));
        if (copy) {
            if (auto written = m_sink(m_piece.first(take)); !written)
                return written;
        }
        m_piece = m_piece.subspan(take);
        left -= static_cast<qint64>(take);
        m_position += static_cast<qint64>(take);
    }
    return {};
}

Result<std::string> TarCopy::takeBody(qint64 size, qint64 limit)
{
    if (size < 0 || size > limit)
        return failure(ErrorKind::LimitExceeded, "extended header or edited file is too large");
    std::string body;
    TarBlock block;
    while (static_cast<qint64>(body.size()) < size) {
        const auto got = takeBlock(block);
        if (!got)
            return fail(got.error());
        if (*got == Got::End)
            return failure(ErrorKind::Truncated, "ends inside an extended header");
        body.append(block.data(), static_cast<size_t>(std::min<qint64>(512, size - static_cast<qint64>(body.size()))));
    }
    return body;
}

Result<void> TarCopy::takeExtension(const TarBlock &block)
{
    const auto size = tarheader::numberAt(block, sizeAt, numberLength);
    auto body = takeBody(size.value_or(-1), extendedLimit);
    if (!body)
        return fail(body.error());
    switch (tarheader::typeOf(block)) {
    case 'L':
        m_longName = body->substr(0, body->find('\0'));
        break;
    case 'K':
        m_longLink = body->substr(0, body->find('\0'));
        break;
    default:
        for (auto &record : readPax(*body))
            m_pax.push_back(std::move(record));
    }
    m_segments.push_back({block, std::move(*body)});
    return {};
}

/// Old GNU sparse files list their holes in further blocks between header and content.
Result<void> TarCopy::takeSparseMap(const TarBlock &block)
{
    m_sparse = true;
    bool more = block[sparseMoreInHeader] != 0;
    for (int i = 0; more; ++i) {
        TarBlock map;
        const auto got = takeBlock(map);
        if (!got)
            return fail(got.error());
        if (*got == Got::End || i > sparseBlockLimit)
            return failure(ErrorKind::Malformed, "sparse map does not end");
        more = map[sparseMoreInBlock] != 0;
        m_segments.back().body.append(map.data(), map.size());
    }
    return {};
}

Result<qint64> TarCopy::contentSize(const TarBlock &block) const
{
    auto size = tarheader::numberAt(block, sizeAt, numberLength);
    bool paxSize = false;
    for (const auto &[key, value] : m_pax) {
        if (key != "size")
            continue;
        bool number = false;
        size = QByteArray::fromStdString(value).toLongLong(&number);
        paxSize = true;
        if (!number)
            return failure(ErrorKind::Malformed, "size is no number");
    }
    if (!size || *size < 0)
        return failure(ErrorKind::Malformed, "size is no number");
    switch (tarheader::typeOf(block)) {
    case '1':
        // A hard link has content only where pax says so; elsewhere the field repeats the size of the target.
        return paxSize || !m_pax.empty() ? *size : 0;
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
        return 0;
    default:
        return *size;
    }
}

Result<void> TarCopy::describe(const TarBlock &block)
{
    std::string name = m_longName.empty() ? tarheader::nameOf(block) : m_longName;
    std::string target = m_longLink.empty() ? tarheader::textAt(block, linkAt, nameLength) : m_longLink;
    for (const auto &[key, value] : m_pax) {
        if (key == "path")
            name = value;
        else if (key == "linkpath")
            target = value;
        else if (key.starts_with("GNU.sparse."))
            m_sparse = true;
    }
    for (const auto &[key, value] : m_pax) {
        if (key == "GNU.sparse.name")
            name = value;
    }
    const auto size = contentSize(block);
    if (!size)
        return fail(size.error());
    m_member.contentBytes = *size;
    Entry &entry = m_member.entry;
    entry.kind = kindOf(tarheader::typeOf(block), name);
    const auto path = normalisePath(name);
    m_member.named = path.has_value();
    entry.path = path.value_or(std::string());
    entry.mode = static_cast<quint32>(tarheader::numberAt(block, modeAt, idLength).value_or(0)) & 07777U;
    entry.uid = static_cast<quint64>(tarheader::numberAt(block, uidAt, idLength).value_or(0));
    entry.gid = static_cast<quint64>(tarheader::numberAt(block, gidAt, idLength).value_or(0));
    entry.mtime = tarheader::numberAt(block, mtimeAt, numberLength).value_or(0);
    if (entry.kind == EntryKind::Hardlink)
        entry.target = normalisePath(target).value_or(std::string());
    else if (entry.kind == EntryKind::Symlink)
        entry.target = target;
    else if (entry.kind == EntryKind::File)
        entry.size = *size;
    m_member.named = m_member.named && resolveWhiteout(entry);
    m_member.headers = flattened(m_segments);
    return {};
}

Result<void> TarCopy::editMember()
{
    auto content = takeBody(m_member.contentBytes, editLimit);
    if (!content)
        return fail(content.error());
    const QByteArray edited
        = m_editor.edit(m_member, QByteArray::fromRawData(content->data(), static_cast<qsizetype>(content->size())));
    for (Segment &segment : m_segments) {
        const char type = tarheader::typeOf(segment.block);
        if (type == 'x' || type == 'X') {
            PaxRecords records = readPax(segment.body);
            for (auto &[key, value] : records) {
                if (key == "size")
                    value = std::to_string(edited.size());
            }
            segment.body = writePax(records);
            tarheader::putSize(segment.block, static_cast<qint64>(segment.body.size()));
            tarheader::putSum(segment.block);
        }
    }
    tarheader::putSize(m_segments.back().block, edited.size());
    tarheader::putSum(m_segments.back().block);
    std::vector<char> record = flattened(m_segments);
    appendPadded(record, {edited.constData(), static_cast<size_t>(edited.size())});
    return m_sink(record);
}

/// False at the end of the archive.
Result<bool> TarCopy::takeMember()
{
    forget();
    for (;;) {
        TarBlock block;
        const auto got = takeBlock(block);
        if (!got)
            return fail(got.error());
        if (*got == Got::End || tarheader::isZero(block))
            return m_segments.empty() ? Result<bool>(false) : failure(ErrorKind::Malformed, "extended header without entry");
        if (!tarheader::isValid(block))
            return failure(ErrorKind::Malformed, "damaged header");
        const char type = tarheader::typeOf(block);
        if (type == 'x' || type == 'X' || type == 'L' || type == 'K') {
            if (auto taken = takeExtension(block); !taken)
                return fail(taken.error());
            continue;
        }
        m_segments.push_back({block, {}});
        if (type == 'S') {
            if (auto taken = takeSparseMap(block); !taken)
                return fail(taken.error());
        }
        if (auto described = describe(block); !described)
            return fail(described.error());
        if (type == 'g' || type == 'V') {
            m_member.named = false;
            m_member.contentBytes = tarheader::numberAt(block, sizeAt, numberLength).value_or(0);
        }
        return true;
    }
}

Result<void> TarCopy::run()
{
    for (;;) {
        const auto more = takeMember();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        RawAction action = m_editor.decide(m_member);
        if (action == RawAction::Edit && m_sparse)
            action = RawAction::Keep;  // its stored content is not its content
        if (action == RawAction::Edit) {
            if (auto edited = editMember(); !edited)
                return edited;
            continue;
        }
        if (action == RawAction::Keep) {
            if (auto written = m_sink(m_member.headers); !written)
                return written;
        }
        if (auto passed = pass(m_member.contentBytes, action == RawAction::Keep); !passed)
            return passed;
    }
    const std::vector<char> end(2 * tarBlockSize);
    return m_sink(end);
}

}  // namespace

Result<void> copyTar(const PieceSource &source, const PieceSink &sink, RawTarEditor &editor, const QString &name)
{
    return TarCopy(source, sink, editor, name).run();
}

}  // namespace waybill
