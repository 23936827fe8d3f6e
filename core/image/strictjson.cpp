// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/strictjson.h"

#include <QJsonArray>
#include <QSet>

#include <vector>

namespace waybill {

namespace {

constexpr size_t depthLimit = 64;

/// Walks the tokens of a document that QJsonDocument has already accepted and looks for equal keys.
class DuplicateKeySearch
{
public:
    explicit DuplicateKeySearch(const QByteArray &bytes) : m_bytes(bytes) { }

    /// Offset of the second of two equal keys, -1 when there is none, -2 when nested too deeply.
    qint64 run()
    {
        std::vector<Level> levels;
        for (qsizetype i = 0; i < m_bytes.size(); ++i) {
            const char c = m_bytes[i];
            if (c == '{' || c == '[') {
                if (levels.size() >= depthLimit)
                    return -2;
                levels.push_back({c == '{', true, {}});
            } else if (c == '}' || c == ']') {
                if (!levels.empty())
                    levels.pop_back();
            } else if (c == ',') {
                if (!levels.empty())
                    levels.back().expectsKey = true;
            } else if (c == '"') {
                const qsizetype begin = i;
                i = endOfString(i);
                if (levels.empty() || !levels.back().isObject || !levels.back().expectsKey)
                    continue;
                levels.back().expectsKey = false;
                const QString key = decoded(begin, i);
                if (levels.back().keys.contains(key))
                    return begin;
                levels.back().keys.insert(key);
            }
        }
        return -1;
    }

private:
    struct Level {
        bool isObject;
        bool expectsKey;
        QSet<QString> keys;
    };

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
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(
            Error {ErrorKind::Malformed, subject, QStringLiteral("JSON: ") + problem.errorString(), -1, {}, problem.offset, -1});
    const qint64 duplicate = DuplicateKeySearch(bytes).run();
    if (duplicate != -1)
        return fail(Error {ErrorKind::Malformed,
                           subject,
                           duplicate == -2 ? QStringLiteral("JSON: nested more than 64 levels deep")
                                           : QStringLiteral("JSON: the same key twice"),
                           -1,
                           {},
                           duplicate,
                           -1});
    return document;
}

}  // namespace waybill
