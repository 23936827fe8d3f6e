// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/rawtarheader.h"

#include <QString>

#include <functional>

namespace waybill {

/// Follows the headers of a tar beside libarchive and notices where readers of tar files disagree: sizes that a pax record
/// overrides, two names for one entry, repeated extended headers, global headers with a path, zero bytes inside names
/// (the class of CVE-2025-62518). Only headers are looked at; content is stepped over. Gives up silently at the first header that
/// is none, because then libarchive reports it. One thread.
class TarWatch
{
public:
    using Report = std::function<void(const char *id, QString detail)>;
    explicit TarWatch(Report report) : m_report(std::move(report)) { }

    /// The next bytes of the unpacked tar.
    void see(std::span<const char> bytes);
    bool sawHeader() const { return m_sawHeader; }  ///< the first block is that of a tar

private:
    void header();
    void extendedEnds();
    void entryHeader(qint64 size);

    Report m_report;
    TarBlock m_block {};
    size_t m_filled = 0;      ///< bytes of m_block
    qint64 m_skip = 0;        ///< content and padding still to step over
    qint64 m_extended = -1;   ///< content bytes of an extended header still to collect, -1 outside
    qint64 m_padding = 0;     ///< behind that content
    std::string m_collected;  ///< content of the extended header
    char m_type = 0;
    bool m_hasPax = false;
    bool m_hasLongName = false;
    PaxRecords m_pax;
    bool m_sawHeader = false;
    bool m_lost = false;  ///< also at the end marker
};

}  // namespace waybill
