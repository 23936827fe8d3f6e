// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/textcache.h"

#include "core/archive/digest.h"

namespace waybill {

std::shared_ptr<const TextReading> TextCache::read(const QByteArray &text, bool debianCopyright)
{
    Hasher hasher;
    hasher.add({text.constData(), static_cast<size_t>(text.size())});
    QByteArray key = hasher.finish();
    key.append(debianCopyright ? 'd' : 't');
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_readings.constFind(key); known != m_readings.constEnd())
            return *known;
    }
    auto reading = std::make_shared<TextReading>();
    reading->size = text.size();
    if (debianCopyright)
        reading->copyright = readDebianCopyright(text, m_catalog, m_matcher);
    else
        reading->matches = m_matcher.match(text);
    const QMutexLocker lock(&m_mutex);
    const auto placed = m_readings.constFind(key);
    if (placed != m_readings.constEnd())
        return *placed;
    m_readings.insert(key, reading);
    return reading;
}

}  // namespace waybill
