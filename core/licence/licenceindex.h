// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/licence/textindexformat.h"
#include "core/licence/wordtable.h"

#include <QFile>

#include <memory>
#include <span>

namespace waybill {

/// licences.idx, mapped into memory and checked. Immutable, any thread.
class LicenceIndex
{
public:
    static Result<std::shared_ptr<LicenceIndex>> open(const QString &path);

    std::span<const textindex::Reference> references() const { return m_references; }
    std::span<const quint16> tokens(const textindex::Reference &reference) const
    {
        return m_tokens.subspan(reference.tokenBegin, reference.tokenCount);
    }
    QString id(const textindex::Reference &reference) const { return string(reference.idOffset, reference.idSize); }
    /// Places of a gram, or an empty span; `key` receives a number that is unique to the gram.
    std::span<const quint32> places(quint64 gramHash, quint32 &key) const;
    /// Asks the memory for the slot of a gram that places() will look at soon.
    void prefetch(quint64 gramHash) const { __builtin_prefetch(m_slots.data() + (gramHash >> m_gramShift)); }
    std::span<const quint32> placesOf(quint32 key) const { return m_postings.subspan(key + 1, m_postings[key]); }
    std::size_t postingCount() const { return m_postings.size(); }
    QByteArray text(const QString &id) const;
    std::span<const quint64> wordHashes() const { return m_words; }

private:
    LicenceIndex() = default;
    Result<void> map(const QString &path);
    bool isConsistent() const;
    QString string(quint32 offset, quint32 size) const;

    QFile m_file;
    quint32 m_gramShift = 0;
    std::span<const quint64> m_words;
    std::span<const textindex::Reference> m_references;
    std::span<const textindex::Name> m_names;
    std::span<const quint16> m_tokens;
    std::span<const textindex::Slot> m_slots;
    std::span<const quint32> m_postings;
    std::span<const char> m_strings;
    std::span<const char> m_texts;
};

}  // namespace waybill
