// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/multipatternsearch.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t blockCount = 1 << 16;

}  // namespace

MultiPatternSearch::MultiPatternSearch(std::vector<std::string> patterns, size_t least) : m_patterns(std::move(patterns))
{
    for (const std::string &pattern : m_patterns) {
        if (pattern.size() >= least)
            m_window = m_window == 0 ? pattern.size() : std::min(m_window, pattern.size());
    }
    if (m_window == 0) {
        m_patterns.clear();
        return;
    }
    m_window = std::min<size_t>(m_window, stepMask + 1);
    std::vector<quint8> shifts(blockCount, static_cast<quint8>(m_window - 1));
    std::vector<std::vector<quint32>> buckets(blockCount);
    for (size_t i = 0; i < m_patterns.size(); ++i) {
        const std::string &pattern = m_patterns[i];
        if (pattern.size() < least)
            continue;
        for (size_t start = 0; start + 2 <= m_window; ++start) {
            quint8 &shift = shifts[blockAt(pattern.data() + start)];
            shift = std::min(shift, static_cast<quint8>(m_window - 2 - start));
        }
        buckets[blockAt(pattern.data() + m_window - 2)].push_back(static_cast<quint32>(i));
    }
    m_steps.reserve(blockCount);
    for (const quint8 shift : shifts)
        m_steps.push_back(shift == 0 ? quint8(candidate | 1) : shift);
    m_bucketStart.reserve(blockCount + 1);
    for (const std::vector<quint32> &bucket : buckets) {
        m_bucketStart.push_back(static_cast<quint32>(m_bucket.size()));
        m_bucket.insert(m_bucket.end(), bucket.begin(), bucket.end());
    }
    m_bucketStart.push_back(static_cast<quint32>(m_bucket.size()));
}

}  // namespace waybill
