// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licenceindex.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace waybill {

using namespace textindex;

namespace {

template <typename T>
bool view(const uchar *base, quint32 fileSize, const Section &section, std::span<const T> &items)
{
    const quint64 end = quint64(section.offset) + quint64(section.count) * sizeof(T);
    if (end > fileSize || section.offset % alignof(T) != 0)
        return false;
    items = {reinterpret_cast<const T *>(base + section.offset), section.count};
    return true;
}

}  // namespace

Result<std::shared_ptr<LicenceIndex>> LicenceIndex::open(const QString &path)
{
    std::shared_ptr<LicenceIndex> index(new LicenceIndex);
    if (const Result<void> mapped = index->map(path); !mapped)
        return fail(mapped.error());
    return index;
}

Result<void> LicenceIndex::map(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, path, m_file.errorString());
    const qint64 size = m_file.size();
    Header header;
    if (size < qint64(sizeof header))
        return fail(ErrorKind::Truncated, path);
    const uchar *base = m_file.map(0, size);
    if (base == nullptr)
        return fail(ErrorKind::Io, path, m_file.errorString());
    std::memcpy(&header, base, sizeof header);
    if (header.magic != magic)
        return fail(ErrorKind::Malformed, path, QStringLiteral("not a licence index of this version"));
    if (header.fileSize != size)
        return fail(ErrorKind::SizeMismatch, path);
    m_gramShift = header.gramShift;
    const bool fits = view(base, header.fileSize, header.words, m_words)
        && view(base, header.fileSize, header.references, m_references) && view(base, header.fileSize, header.names, m_names)
        && view(base, header.fileSize, header.tokens, m_tokens) && view(base, header.fileSize, header.slots, m_slots)
        && view(base, header.fileSize, header.postings, m_postings) && view(base, header.fileSize, header.strings, m_strings)
        && view(base, header.fileSize, header.texts, m_texts);
    if (!fits || !isConsistent())
        return fail(ErrorKind::Malformed, path, QStringLiteral("a section of the licence index lies outside the file"));
    return {};
}

bool LicenceIndex::isConsistent() const
{
    if (!std::has_single_bit(m_slots.size()) || m_gramShift != 64U - static_cast<unsigned>(std::countr_zero(m_slots.size())))
        return false;
    return std::all_of(m_references.begin(), m_references.end(), [this](const Reference &r) {
        return quint64(r.tokenBegin) + r.tokenCount <= m_tokens.size() && r.bodyBegin <= r.bodyEnd && r.bodyEnd <= r.tokenCount
            && quint64(r.idOffset) + r.idSize <= m_strings.size();
    });
}

QString LicenceIndex::string(quint32 offset, quint32 size) const
{
    return QString::fromUtf8(m_strings.data() + offset, static_cast<qsizetype>(size));
}

std::span<const quint32> LicenceIndex::places(quint64 gramHash, quint32 &key) const
{
    const quint32 check = gramCheck(gramHash);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = gramHash >> m_gramShift; m_slots[slot].check != 0; slot = (slot + 1) & mask) {
        if (m_slots[slot].check == check) {
            key = m_slots[slot].posting;
            return placesOf(key);
        }
    }
    return {};
}

QByteArray LicenceIndex::text(const QString &id) const
{
    const QString wanted = id.toLower();
    const auto it = std::lower_bound(m_names.begin(), m_names.end(), wanted, [this](const Name &name, const QString &key) {
        return string(name.idOffset, name.idSize).toLower() < key;
    });
    if (it == m_names.end() || string(it->idOffset, it->idSize).toLower() != wanted)
        return {};
    if (quint64(it->textOffset) + it->textSize > m_texts.size())
        return {};
    return qUncompress(reinterpret_cast<const uchar *>(m_texts.data()) + it->textOffset, static_cast<qsizetype>(it->textSize));
}

}  // namespace waybill
