// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string>
#include <string_view>
#include <vector>

namespace waybill {

/// One "Name: value" field with its continuation lines joined by newlines (RFC 822 style, used by dpkg and Python metadata).
struct HeaderField {
    std::string_view name;
    std::string value;
};

/// Reads paragraphs of fields front to back. Borrowed bytes must outlive the reader. Never fails: lines that are no fields
/// are skipped.
class HeaderReader
{
public:
    explicit HeaderReader(QByteArrayView text) : m_rest(text.data(), static_cast<size_t>(text.size())) { }
    /// The next paragraph; false at the end.
    bool next(std::vector<HeaderField> &fields);

private:
    std::string_view takeLine();
    std::string_view m_rest;
};

/// Value of the first field of that name (case-insensitive), or empty.
std::string_view fieldValue(const std::vector<HeaderField> &fields, std::string_view name);

}  // namespace waybill
