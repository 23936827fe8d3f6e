// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <string_view>
#include <vector>

namespace waybill {

/// Writes one JSON text (RFC 8259) as it is told, keys in the order of the calls, so that equal calls give equal bytes and a big
/// document needs no memory. The caller keeps the brackets balanced. One thread.
class JsonWriter
{
public:
    explicit JsonWriter(QIODevice &out) : m_out(out) { m_buffer.reserve(flushAt + 4096); }

    /// In an object every value needs its key; in an array pass nullptr.
    void beginObject(const char *key = nullptr);
    void endObject();
    void beginArray(const char *key = nullptr);
    void endArray();
    void text(const char *key, const QString &value);
    void textUnlessEmpty(const char *key, const QString &value);
    void raw(const char *key, std::string_view asciiValue);  ///< a text that needs no escapes
    void number(const char *key, qint64 value);
    void number(const char *key, double value);  ///< three decimals
    void flag(const char *key, bool value);
    /// Writes what is left; false when the device refused anything.
    bool finish();

private:
    void begin(const char *key, char bracket);
    void end(char bracket);
    void prefix(const char *key);
    void quote(const QString &value);
    void flush();
    static constexpr qsizetype flushAt = 1 << 20;
    QIODevice &m_out;
    QByteArray m_buffer;
    std::vector<bool> m_filled;  ///< per open bracket: something was written inside
    bool m_good = true;
};

}  // namespace waybill
