// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/textlines.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace waybill::test {
namespace {

using ContentNamed = std::function<QByteArray(const QString &)>;

[[noreturn]] void refuse(const QString &line, const char *why)
{
    qFatal("TextImage: %s in \"%s\"", why, qPrintable(line));
    Q_UNREACHABLE();
}

char escapedByte(const QByteArray &text, qsizetype &at)
{
    const char kind = text[at++];
    if (kind == 'n')
        return '\n';
    if (kind == 't')
        return '\t';
    if (kind == 'x' && at + 2 <= text.size()) {
        bool ok = false;
        const int value = text.mid(at, 2).toInt(&ok, 16);
        if (ok) {
            at += 2;
            return static_cast<char>(value);
        }
    }
    if (kind == '\\')
        return '\\';
    refuse(QString::fromUtf8(text), "an unknown escape");
}

QByteArray unescaped(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray out;
    out.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const char c = bytes[at++];
        out += c == '\\' && at < bytes.size() ? escapedByte(bytes, at) : c;
    }
    return out;
}

QByteArray contentOf(const QString &text, const ContentNamed &contentNamed)
{
    static const QRegularExpression filler(QStringLiteral("^@(\\d+)$"));
    const QRegularExpressionMatch match = filler.match(text);
    if (match.hasMatch())
        return QByteArray(match.captured(1).toLongLong(), 'x');
    if (text.startsWith(QLatin1Char('<')))
        return contentNamed(text.mid(1).trimmed());
    return unescaped(text);
}

/// Splits "HEAD SEPARATOR TAIL"; the tail is empty when there is no separator.
std::pair<QString, QString> cut(const QString &text, const QString &separator)
{
    const qsizetype at = text.indexOf(separator);
    if (at < 0)
        return {text, {}};
    return {text.left(at), text.mid(at + separator.size()).trimmed()};
}

QString withoutComment(const QString &line)
{
    return line.left(line.indexOf(QLatin1String("  # "))).trimmed();
}

QByteArray whiteoutPath(const QByteArray &path)
{
    const qsizetype name = path.lastIndexOf('/') + 1;
    return path.left(name) + QByteArrayLiteral(".wh.") + path.mid(name);
}

/// Mode and owner, in this order, both optional.
void readAttributes(TarMember &member, const QStringList &words, const QString &line)
{
    for (const QString &word : words) {
        bool ok = false;
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        if (colon < 0) {
            member.mode = word.toUInt(&ok, 8);
        } else {
            bool second = false;
            member.uid = word.left(colon).toULongLong(&ok);
            member.gid = word.mid(colon + 1).toULongLong(&second);
            ok = ok && second;
        }
        if (!ok)
            refuse(line, "neither a mode nor an owner");
    }
}

void completeMember(TarMember &member, QChar kind, const QString &tail, const QString &line, const ContentNamed &contentNamed)
{
    switch (kind.unicode()) {
    case 'd':
        member.type = '5';
        break;
    case 'f':
        member.bytes = contentOf(tail, contentNamed);
        break;
    case 'l':
    case 'h':
        member.type = kind == QLatin1Char('l') ? '2' : '1';
        member.target = unescaped(tail);
        break;
    case 'w':
        member.path = whiteoutPath(member.path);
        break;
    case 'o':
        member.path += QByteArrayLiteral("/.wh..wh..opq");
        break;
    case 'c':
    case 'b':
        member.type = kind == QLatin1Char('c') ? '3' : '4';
        member.deviceMajor = static_cast<quint32>(std::exchange(member.uid, 0));
        member.deviceMinor = static_cast<quint32>(std::exchange(member.gid, 0));
        break;
    case 'p':
        member.type = '6';
        break;
    default:
        refuse(line, "an unknown kind of entry");
    }
}

quint32 usualMode(QChar kind)
{
    if (kind == QLatin1Char('d'))
        return 0755;
    return kind == QLatin1Char('l') ? 0777 : 0644;
}

TarMember memberFromLine(const QString &line, const ContentNamed &contentNamed)
{
    const QChar kind = line.at(0);
    const bool link = kind == QLatin1Char('l') || kind == QLatin1Char('h');
    const auto [head, tail] = cut(line, link ? QStringLiteral(" -> ") : QStringLiteral(" = "));
    QStringList words = head.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() < 2 || words.takeFirst().size() != 1)
        refuse(line, "no kind and path");
    TarMember member {.path = unescaped(words.takeFirst())};
    member.mode = usualMode(kind);
    readAttributes(member, words, line);
    completeMember(member, kind, tail, line, contentNamed);
    return member;
}

}  // namespace

std::vector<TarMember> membersFromLines(const QString &lines, const ContentNamed &contentNamed)
{
    std::vector<TarMember> members;
    const QStringList all = lines.split(QLatin1Char('\n'));
    for (const QString &raw : all) {
        if (raw.trimmed().startsWith(QLatin1Char('#')))
            continue;
        const QString line = withoutComment(raw);
        if (!line.isEmpty())
            members.push_back(memberFromLine(line, contentNamed));
    }
    return members;
}

}  // namespace waybill::test
