// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/debiancopyright.h"

#include <QMutex>

#include <memory>
#include <optional>
#include <unordered_map>

namespace waybill {

/// What one text says, read once however many copies the image holds.
struct TextReading {
    std::vector<LicenceMatch> matches;
    std::optional<DebianCopyright> copyright;  ///< for Debian copyright files
    qint64 size = 0;
};

/// Readings by content digest; shared by the threads of one scan.
class TextCache
{
public:
    TextCache(const LicenceCatalog &catalog, const LicenceMatcher &matcher) : m_catalog(catalog), m_matcher(matcher) { }
    std::shared_ptr<const TextReading> read(const QByteArray &text, bool debianCopyright);

private:
    const LicenceCatalog &m_catalog;
    const LicenceMatcher &m_matcher;
    QMutex m_mutex;
    QHash<QByteArray, std::shared_ptr<const TextReading>> m_readings;
};

}  // namespace waybill
