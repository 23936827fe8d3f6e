// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/inflater.h"

#include <vector>

namespace waybill {

/// Feeds a decompressor with consecutive pieces of a source. Shared by all inflaters.
class InputWindow
{
public:
    InputWindow(const ByteSource &source, StoredBytesObserver *observer, qint64 start = 0)
        : m_source(source), m_observer(observer), m_buffer(512 * 1024), m_offset(start)
    {
    }

    /// Bytes read from the source and not yet consumed; refilled when empty. An empty result means the end.
    Result<std::span<const char>> available()
    {
        if (m_begin == m_end && !m_atEnd) {
            const auto got = m_source.readAt(m_offset, m_buffer);
            if (!got)
                return fail(got.error());
            m_begin = 0;
            m_end = static_cast<size_t>(*got);
            m_offset += *got;
            m_atEnd = *got < static_cast<qint64>(m_buffer.size());
            if (m_observer && *got > 0)
                m_observer->storedBytes({m_buffer.data(), m_end});
        }
        return std::span<const char>(m_buffer.data() + m_begin, m_end - m_begin);
    }
    void consume(size_t bytes) { m_begin += bytes; }
    qint64 position() const { return m_offset - static_cast<qint64>(m_end - m_begin); }  ///< offset of the next byte
    QString name() const { return m_source.name(); }

private:
    const ByteSource &m_source;
    StoredBytesObserver *m_observer;
    std::vector<char> m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    qint64 m_offset;
    bool m_atEnd = false;
};

}  // namespace waybill
