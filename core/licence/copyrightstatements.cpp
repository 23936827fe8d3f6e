// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/copyrightstatements.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstring>

namespace waybill {

namespace {

constexpr std::size_t maxStatements = 5000;
constexpr qsizetype maxStatement = 300;  ///< bytes of a line that are read

using Option = QRegularExpression::PatternOption;

bool startsFolded(QByteArrayView text, const char *word)
{
    const auto size = static_cast<qsizetype>(std::strlen(word));
    return text.size() >= size && qstrnicmp(text.data(), word, static_cast<std::size_t>(size)) == 0;
}

/// Whether something that may be a statement begins here; `length` is that of its mark.
bool isMark(QByteArrayView rest, qsizetype &length)
{
    for (const char *mark : {"copyright", "\xC2\xA9", "(c)", "&copy;", "SPDX-FileCopyrightText:", "\\(co"}) {
        if (startsFolded(rest, mark)) {
            length = static_cast<qsizetype>(std::strlen(mark));
            return true;
        }
    }
    return false;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A cheap look before the marks are compared: most letters c begin no word of interest.
bool isPossibleStart(QByteArrayView text, qsizetype at)
{
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    switch (c) {
    case 'c':
    case 'C':
        return (next == 'o' || next == 'O') && (at == 0 || !isLetter(text[at - 1]));
    case '(':
        return next == 'c' || next == 'C';
    case 'S':
        return next == 'P';
    case '&':
        return next == 'c' || next == 'C';
    case '\\':
        return next == '(';
    default:
        return c == '\xC2';
    }
}

/// One line after its mark, taken apart.
bool readStatement(const QString &written, CopyrightStatement &statement)
{
    static const QRegularExpression marks(
        QStringLiteral("^(?:\\s|copyrights?(?![\\w])|\\(c\\)|©|&copy;|\\\\\\(co|SPDX-FileCopyrightText:|[:,])+"),
        Option::CaseInsensitiveOption);
    static const QRegularExpression years(
        QStringLiteral(
            "^[\\s,;.\\-]*((?:19|20)\\d\\d(?:\\s*(?:-|–|—|to|,|/|&|and)\\s*(?:(?:19|20)?\\d\\d\\b|present|now|today))*)"),
        Option::CaseInsensitiveOption);
    static const QRegularExpression trailingYears(
        QStringLiteral("[\\s,;(]+((?:19|20)\\d\\d(?:\\s*(?:-|–|,|/|&)\\s*(?:(?:19|20)?\\d\\d\\b|present|now))*)[\\s).,;]*$"),
        Option::CaseInsensitiveOption);
    static const QRegularExpression end(
        QStringLiteral(
            "\\s*(?:\\ball rights reserved\\b|\\blicensed\\b|\\breleased under\\b|\\bdistributed under\\b|\\bunder the\\b|"
            "\\bpermission\\b|\\bthis (?:file|program|software|code|work|is)\\b|\\bSPDX-|\\bsee "
            "\\w+|\\\\n|\\*/|-->|[|]|https?://).*$"),
        Option::CaseInsensitiveOption);
    static const QRegularExpression prose(
        QStringLiteral(
            "^(?:notice|holders?|owners?|law|laws|statements?|and\\b|or\\b|is\\b|in\\b|to\\b|the above|license|licence|"
            "interest|of\\b|for\\b|as\\b|on\\b|information|protection|ed\\b|years?\\b|assignment|disclaimer|infringement|"
            "material|symbol|treaty|status|file|text|year|date|header|line|with\\b|that\\b|which\\b)"),
        Option::CaseInsensitiveOption);
    static const QRegularExpression gap(QStringLiteral("^[<\\[{$]|\\b(?:yyyy|name of (?:copyright owner|author)|your name)\\b"),
                                        Option::CaseInsensitiveOption);
    QString rest = written;
    const qsizetype marked = marks.match(rest).capturedLength();
    const QString mark = rest.left(marked).simplified().toLower();
    rest = rest.mid(marked);
    if (const auto found = years.match(rest); found.hasMatch()) {
        statement.years = found.captured(1).simplified();
        rest = rest.mid(found.capturedEnd());
    }
    if (statement.years.isEmpty() && (prose.match(rest).hasMatch() || mark == QLatin1String("(c)")))
        return false;
    rest.remove(end);
    if (const auto found = trailingYears.match(rest); found.hasMatch() && statement.years.isEmpty()) {
        statement.years = found.captured(1).simplified();
        rest = rest.left(found.capturedStart());
    }
    static const QRegularExpression lead(QStringLiteral("^[\\s,;:.\\-–—]*(?:by\\s+)?"), Option::CaseInsensitiveOption);
    static const QRegularExpression tail(QStringLiteral("[\\s,;:*#/\\\\\"'%+-]+$"));
    rest.remove(lead);
    rest.remove(tail);
    if (gap.match(rest).hasMatch())
        return false;
    // Without a year only a capitalised name makes a statement of it.
    if (statement.years.isEmpty() && (rest.isEmpty() || !(rest.front().isUpper() || rest.front().unicode() > 0x7f)))
        return false;
    statement.holder = rest.simplified();
    statement.text = written.trimmed();
    statement.text.remove(tail);
    return !(statement.holder.isEmpty() && statement.years.isEmpty());
}

QString keyOf(const QString &holder)
{
    static const QRegularExpression address(QStringLiteral("<[^>]*>|\\([^)]*@[^)]*\\)|\\S+@\\S+"));
    static const QRegularExpression ending(QStringLiteral(
        "\\b(?:inc|incorporated|corp|corporation|ltd|limited|llc|gmbh|co|et al|and others|and its affiliates)\\b"));
    static const QRegularExpression other(QStringLiteral("[^\\w]+"), Option::UseUnicodePropertiesOption);
    QString key = holder.toLower();
    key.remove(address);
    key.replace(other, QStringLiteral(" "));
    key.remove(ending);
    return key.simplified();
}

}  // namespace

std::vector<CopyrightStatement> findCopyrights(QByteArrayView text)
{
    std::vector<CopyrightStatement> statements;
    int line = 1;
    for (qsizetype at = 0; at < text.size() && statements.size() < maxStatements; ++at) {
        if (text[at] == '\n')
            ++line;
        qsizetype mark = 0;
        if (!isPossibleStart(text, at) || !isMark(text.sliced(at), mark))
            continue;
        const QByteArrayView rest = text.sliced(at, std::min(maxStatement, text.size() - at));
        const qsizetype newLine = rest.indexOf('\n');
        const QByteArrayView part = newLine < 0 ? rest : rest.first(newLine);
        CopyrightStatement statement;
        if (!readStatement(QString::fromUtf8(part), statement)) {
            at += mark - 1;
            continue;
        }
        statement.firstByte = at;
        statement.endByte = at + part.trimmed().size();
        statement.line = line;
        statements.push_back(std::move(statement));
        at += part.size() - 1;
    }
    return statements;
}

QStringList holdersOf(const std::vector<CopyrightStatement> &statements)
{
    static const QRegularExpression address(QStringLiteral("\\s*(?:<[^>]*>|\\([^)]*@[^)]*\\))[\\s.,]*"));
    QStringList holders;
    QSet<QString> seen;
    for (const CopyrightStatement &statement : statements) {
        const QString key = keyOf(statement.holder);
        if (key.isEmpty() || seen.contains(key))
            continue;
        seen.insert(key);
        QString name = statement.holder;
        const QString bare = QString(name).remove(address).trimmed();
        holders.append(bare.isEmpty() ? name : bare);
    }
    return holders;
}

}  // namespace waybill
