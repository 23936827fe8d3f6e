// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/jsonwriter.h"

namespace waybill {

void JsonWriter::flush()
{
    m_good = m_good && m_out.write(m_buffer) == m_buffer.size();
    m_buffer.resize(0);
}

void JsonWriter::prefix(const char *key)
{
    if (m_buffer.size() > flushAt)
        flush();
    if (!m_filled.empty()) {
        if (m_filled.back())
            m_buffer += ',';
        m_buffer += '\n';
        m_buffer += QByteArray(static_cast<qsizetype>(m_filled.size()), ' ');
        m_filled.back() = true;
    }
    if (key) {
        m_buffer += '"';
        m_buffer += key;
        m_buffer += "\": ";
    }
}

void JsonWriter::begin(const char *key, char bracket)
{
    prefix(key);
    m_buffer += bracket;
    m_filled.push_back(false);
}

void JsonWriter::end(char bracket)
{
    const bool filled = m_filled.back();
    m_filled.pop_back();
    if (filled) {
        m_buffer += '\n';
        m_buffer += QByteArray(static_cast<qsizetype>(m_filled.size()), ' ');
    }
    m_buffer += bracket;
}

void JsonWriter::beginObject(const char *key)
{
    begin(key, '{');
}

void JsonWriter::endObject()
{
    end('}');
}

void JsonWriter::beginArray(const char *key)
{
    begin(key, '[');
}

void JsonWriter::endArray()
{
    end(']');
}

void JsonWriter::quote(const QString &value)
{
    static constexpr char hex[] = "0123456789abcdef";
    m_buffer += '"';
    for (const char c : value.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_buffer += '\\';
            m_buffer += c;
        } else if (c == '\n') {
            m_buffer += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            m_buffer += "\\u00";
            m_buffer += hex[byte >> 4];
            m_buffer += hex[byte & 15];
        } else {
            m_buffer += c;
        }
    }
    m_buffer += '"';
}

void JsonWriter::text(const char *key, const QString &value)
{
    prefix(key);
    quote(value);
}

void JsonWriter::textUnlessEmpty(const char *key, const QString &value)
{
    if (!value.isEmpty())
        text(key, value);
}

void JsonWriter::raw(const char *key, std::string_view asciiValue)
{
    prefix(key);
    m_buffer += '"';
    m_buffer.append(asciiValue.data(), static_cast<qsizetype>(asciiValue.size()));
    m_buffer += '"';
}

void JsonWriter::number(const char *key, qint64 value)
{
    prefix(key);
    m_buffer += QByteArray::number(value);
}

void JsonWriter::number(const char *key, double value)
{
    prefix(key);
    m_buffer += QByteArray::number(value, 'f', 3);
}

void JsonWriter::flag(const char *key, bool value)
{
    prefix(key);
    m_buffer += value ? "true" : "false";
}

bool JsonWriter::finish()
{
    m_buffer += '\n';
    flush();
    return m_good;
}

}  // namespace waybill
