// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/strictjson.h"

#include <QJsonArray>
#include <QSet>

#include <vector>

namespace waybill {

namespace {

constexpr size_t depthLimit = 64;

/// Walks the tokens of a document that QJsonDocument has already accepted and looks for what it lets pass.
class FlawSearch
{
public:
    explicit FlawSearch(const QByteArray &bytes) : m_bytes(bytes) { }

    /// What is wrong, and where; nullptr when nothing is.
    const char *run(qint64 &where)
    {
        std::vector<Level> levels;
        for (qsizetype i = 0; i < m_bytes.size(); ++i) {
            const char c = m_bytes[i];
            if (c == '{' || c == '[') {
                where = i;
                if (levels.size() >= depthLimit)
                    return "nested more than 64 levels deep";
                levels.push_back({c == '{', true, !levels.empty() && isMap(levels.back().lastKey), {}, {}});
            } else if (c == '}' || c == ']') {
                if (!levels.empty())
                    levels.pop_back();
            } else if (c == ',') {
                if (!levels.empty())
                    levels.back().expectsKey = true;
            } else if (c == '"') {
                const qsizetype begin = i;
                i = endOfString(i);
                where = begin;
                if (isBroken(begin, i))
                    return "a NUL character or half a surrogate pair";
                if (levels.empty() || !levels.back().isObject || !levels.back().expectsKey)
                    continue;
                levels.back().expectsKey = false;
                const QString key = decoded(begin, i);
                Level &level = levels.back();
                level.lastKey = key;
                const QString compared = level.isMap ? key : key.toCaseFolded();
                if (level.keys.contains(compared))
                    return "the same key twice";
                level.keys.insert(compared);
            }
        }
        return nullptr;
    }

private:
    struct Level {
        bool isObject;
        bool expectsKey;
        bool isMap;  ///< keys are free text, so that case counts
        QString lastKey;
        QSet<QString> keys;
    };

    static bool isMap(const QString &key)
    {
        static const QSet<QString> maps {QStringLiteral("annotations"), QStringLiteral("labels"), QStringLiteral("exposedports"),
                                         QStringLiteral("volumes"),     QStringLiteral("args"),   QStringLiteral("repositories")};
        return maps.contains(key.toCaseFolded());
    }
    /// Escapes that no honest writer makes and that readers decode differently.
    bool isBroken(qsizetype begin, qsizetype end) const
    {
        bool high = false;  // the escape before was the first half of a pair
        for (qsizetype i = begin + 1; i < end; ++i) {
            if (m_bytes[i] != '\\') {
                if (high)
                    return true;
                continue;
            }
            if (m_bytes[i + 1] != 'u') {
                if (high)
                    return true;
                ++i;
                continue;
            }
            bool ok = false;
            const ushort unit = m_bytes.mid(i + 2, 4).toUShort(&ok, 16);
            const bool low = ok && unit >= 0xdc00 && unit <= 0xdfff;
            if (!ok || unit == 0 || low != high)
                return true;
            high = unit >= 0xd800 && unit <= 0xdbff;
            i += 5;
        }
        return high;
    }

    qsizetype endOfString(qsizetype quote) const
    {
        qsizetype i = quote + 1;
        while (i < m_bytes.size() && m_bytes[i] != '"')
            i += m_bytes[i] == '\\' ? 2 : 1;
        return i;
    }
    /// Keys may spell the same characters with escapes, so they are compared decoded.
    QString decoded(qsizetype begin, qsizetype end) const
    {
        const QByteArray literal = '[' + m_bytes.mid(begin, end - begin + 1) + ']';
        return QJsonDocument::fromJson(literal).array().at(0).toString();
    }

    const QByteArray &m_bytes;
};

}  // namespace

Result<QJsonDocument> parseStrictJson(const QByteArray &bytes, const QString &subject, qint64 limit)
{
    if (bytes.size() > limit)
        return fail(ErrorKind::LimitExceeded, subject,
                    QStringLiteral("%1 bytes of JSON, at most %2 are read").arg(bytes.size()).arg(limit));
    if (bytes.startsWith("\xef\xbb\xbf"))
        return fail(Error {ErrorKind::Malformed, subject, QStringLiteral("JSON: begins with a byte order mark"), -1, {}, 0, -1});
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(
            Error {ErrorKind::Malformed, subject, QStringLiteral("JSON: ") + problem.errorString(), -1, {}, problem.offset, -1});
    qint64 where = 0;
    if (const char *flaw = FlawSearch(bytes).run(where))
        return fail(Error {ErrorKind::Malformed, subject, QStringLiteral("JSON: ") + QLatin1String(flaw), -1, {}, where, -1});
    return document;
}

}  // namespace waybill
