// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/headerfields.h"

#include <algorithm>
#include <cctype>

namespace waybill {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return text;
}

bool equalNames(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) {
               return std::tolower(x) == std::tolower(y);
           });
}

}  // namespace

std::string_view HeaderReader::takeLine()
{
    const size_t end = m_rest.find('\n');
    std::string_view line = m_rest.substr(0, end);
    m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}

bool HeaderReader::next(std::vector<HeaderField> &fields)
{
    fields.clear();
    while (!m_rest.empty()) {
        const std::string_view line = takeLine();
        // A line of blanks continues a field: Python writes the empty lines of a licence text so.
        if (line.empty()) {
            if (!fields.empty())
                return true;
            continue;
        }
        if (line.front() == ' ' || line.front() == '\t') {
            if (!fields.empty()) {
                fields.back().value += '\n';
                fields.back().value += trimmed(line);
            }
            continue;
        }
        const size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0)
            continue;
        fields.push_back({line.substr(0, colon), std::string(trimmed(line.substr(colon + 1)))});
    }
    return !fields.empty();
}

std::string_view fieldValue(const std::vector<HeaderField> &fields, std::string_view name)
{
    for (const HeaderField &field : fields) {
        if (equalNames(field.name, name))
            return field.value;
    }
    return {};
}

}  // namespace waybill
