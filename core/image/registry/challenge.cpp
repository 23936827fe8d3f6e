// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/challenge.h"

#include <cstring>

namespace waybill {

namespace {

constexpr qsizetype headerLimit = 8 << 10;
constexpr size_t challengeLimit = 16;

bool isTokenChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

/// Reads tokens, quoted strings and separators of one header.
class HeaderReader
{
public:
    explicit HeaderReader(const QByteArray &bytes) : m_bytes(bytes) { }

    bool atEnd() const { return m_at >= m_bytes.size(); }
    char peek() const { return atEnd() ? '\0' : m_bytes.at(m_at); }
    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_at;
    }
    void skipCommas()
    {
        for (skipSpace(); peek() == ','; skipSpace())
            ++m_at;
    }
    QByteArray token()
    {
        const qsizetype start = m_at;
        while (!atEnd() && isTokenChar(peek()))
            ++m_at;
        return m_bytes.mid(start, m_at - start);
    }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    /// The text between quotes; false when they are not closed.
    bool quoted(QByteArray &into)
    {
        if (!take('"'))
            return false;
        while (!atEnd()) {
            const char c = m_bytes.at(m_at++);
            if (c == '"')
                return true;
            into.append(c == '\\' && !atEnd() ? m_bytes.at(m_at++) : c);
        }
        return false;
    }
    qsizetype position() const { return m_at; }
    void moveTo(qsizetype position) { m_at = position; }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

/// One `name=value`; false, with nothing consumed, when something else stands here.
bool readParameter(HeaderReader &reader, AuthChallenge &challenge, bool &broken)
{
    const qsizetype start = reader.position();
    const QByteArray name = reader.token();
    reader.skipSpace();
    if (name.isEmpty() || !reader.take('=')) {
        reader.moveTo(start);
        return false;
    }
    reader.skipSpace();
    QByteArray value;
    if (reader.peek() == '"')
        broken = !reader.quoted(value);
    else
        value = reader.token();
    if (!broken)
        challenge.parameters.insert(QString::fromLatin1(name).toLower(), QString::fromUtf8(value));
    return !broken;
}

}  // namespace

std::vector<AuthChallenge> parseChallenges(const QByteArray &header)
{
    const QByteArray bytes = header.left(headerLimit);
    HeaderReader reader(bytes);
    std::vector<AuthChallenge> challenges;
    for (reader.skipCommas(); !reader.atEnd() && challenges.size() < challengeLimit; reader.skipCommas()) {
        AuthChallenge challenge;
        challenge.scheme = QString::fromLatin1(reader.token()).toLower();
        if (challenge.scheme.isEmpty())
            break;
        bool broken = false;
        do {
            reader.skipCommas();
        } while (readParameter(reader, challenge, broken));
        if (broken)
            break;
        challenges.push_back(std::move(challenge));
    }
    return challenges;
}

}  // namespace waybill
