// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textdamage.h"

#include <QList>
#include <QString>

#include <iterator>

namespace {

QByteArray rewrapped(const QByteArray &text, int width)
{
    QByteArray out;
    for (const QByteArray &paragraph : QByteArray(text).replace("\r", "").replace("\n\n", "\x01").split('\x01')) {
        int column = 0;
        for (const QByteArray &word : paragraph.simplified().split(' ')) {
            if (column > 0 && column + word.size() >= width) {
                out += '\n';
                column = 0;
            }
            out += (column > 0 ? " " : "") + word;
            column += static_cast<int>(word.size()) + 1;
        }
        out += "\n\n";
    }
    return out;
}

QByteArray eachLine(const QByteArray &text, const QByteArray &first, const QByteArray &before, const QByteArray &last)
{
    QByteArray out = first;
    for (const QByteArray &line : text.split('\n'))
        out += before + line + '\n';
    return out + last;
}

QByteArray otherHolders(QByteArray text, std::mt19937 &random)
{
    static const QList<QByteArray> names {"Jane Doe", "ACME Widgets, Inc.", "The Foo Project Contributors",
                                          "Jan Kowalski <jan@example.org>"};
    const QByteArray name = names.at(static_cast<qsizetype>(random() % static_cast<unsigned>(names.size())));
    const QByteArray year = QByteArray::number(1990 + static_cast<int>(random() % 36));
    for (const char *gap : {"<year>", "[year]", "[yyyy]", "<YEAR>", "YEAR", "yyyy", "(year)"})
        text.replace(gap, year);
    for (const char *gap : {"<copyright holders>", "<copyright holder>", "[fullname]", "[name of copyright owner]", "<owner>",
                            "COPYRIGHT HOLDER NAME", "<name of author>", "(name of author)"})
        text.replace(gap, name);
    return text;
}

QByteArray british(QByteArray text)
{
    static const std::pair<const char *, const char *> spellings[]
        = {{"license", "licence"}, {"License", "Licence"},       {"LICENSE", "LICENCE"}, {"organization", "organisation"},
           {"favor", "favour"},    {"authorized", "authorised"}, {"center", "centre"},   {"recognized", "recognised"}};
    for (const auto &[american, other] : spellings)
        text.replace(american, other);
    return text;
}

QByteArray withoutTitle(const QByteArray &text)
{
    const qsizetype blank = text.indexOf("\n\n");
    const bool title = blank > 0 && blank < 120 && text.size() - blank > 400;
    return title ? text.mid(blank + 2) : text;
}

/// Replaces every so-manyth word by another of the same text; small words that carry the logic stay.
QByteArray changedWords(const QByteArray &text, int percent, std::mt19937 &random)
{
    QList<QByteArray> words = text.split(' ');
    QList<qsizetype> plain;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QByteArray &word = words.at(i);
        const bool letters
            = word.size() >= 5 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (letters)
            plain.append(i);
    }
    if (plain.size() < 10)
        return text;
    for (qsizetype count = words.size() * percent / 100; count > 0; --count) {
        const qsizetype at = plain.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(plain.size())));
        words[at] = words.at(plain.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(plain.size()))));
    }
    return words.join(' ');
}

QByteArray html(const QByteArray &text)
{
    const QString escaped = QString::fromUtf8(text).toHtmlEscaped();
    return "<!DOCTYPE html>\n<html><head><title>x</title></head><body>\n<p>"
        + QString(escaped).replace(QLatin1String("\n\n"), QLatin1String("</p>\n\n<p><b></b>")).toUtf8() + "</p></body></html>\n";
}

QByteArray manPage(const QByteArray &text)
{
    QByteArray page = ".TH LICENSE 7\n.SH NAME\nlicense\n.SH TERMS\n" + QByteArray(text).replace("\\", "\\e").replace("-", "\\-");
    page.replace("\n\n", "\n.PP\n\\fB\\fR");
    return page;
}

QByteArray rtf(const QByteArray &text)
{
    QByteArray out = "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}\\f0\\fs20\n";
    for (const QByteArray &line : text.split('\n')) {
        QByteArray escaped = line;
        escaped.replace('\\', "\\\\").replace('{', "\\{").replace('}', "\\}");
        out += (line.isEmpty() ? QByteArray("\\par\\par") : escaped) + "\n";
    }
    return out + "}\n";
}

QByteArray minified(const QByteArray &text)
{
    QByteArray out = "\"use strict\";var a=1;/*!\n * thing v1.2.3 | (c) 2019 Somebody\n *\n";
    for (const QByteArray &line : text.split('\n'))
        out += " * " + line + "\n";
    return out + " */!function(e,t){\"object\"==typeof e&&t(e)}(this,function(){});";
}

QByteArray stringLiteral(const QByteArray &text)
{
    QByteArray out = "static const char licence[] =\n";
    for (const QByteArray &line : text.split('\n'))
        out += "    \"" + QByteArray(line).replace("\\", "\\\\").replace("\"", "\\\"") + "\\n\"\n";
    return out + ";\n";
}

QByteArray utf16(const QByteArray &text)
{
    const QString wide = QString::fromUtf8(text);
    return QByteArray("\xFF\xFE", 2) + QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
}

}  // namespace

const std::vector<TextDamage> &textDamages()
{
    using Random = std::mt19937;
    static const std::vector<TextDamage> all {
        {"as they are", [](const QByteArray &text, Random &) { return text; }},
        {"wrapped at 60", [](const QByteArray &text, Random &) { return rewrapped(text, 60); }},
        {"wrapped at 200", [](const QByteArray &text, Random &) { return rewrapped(text, 200); }},
        {"C comment", [](const QByteArray &text, Random &) { return eachLine(text, "/*\n", " * ", " */\nint a;\n"); }},
        {"C++ comment", [](const QByteArray &text, Random &) { return eachLine(text, "", "// ", "int a;\n"); }},
        {"# comment", [](const QByteArray &text, Random &) { return eachLine(text, "#!/bin/sh\n", "# ", "exit 0\n"); }},
        {"; comment", [](const QByteArray &text, Random &) { return eachLine(text, "", ";;; ", "(a)\n"); }},
        {"-- comment", [](const QByteArray &text, Random &) { return eachLine(text, "", "-- ", "a = 1\n"); }},
        {"XML comment", [](const QByteArray &text, Random &) { return eachLine(text, "<?xml?>\n<!--\n", "  ", "-->\n<a/>\n"); }},
        {"other years, holders", [](const QByteArray &text, Random &random) { return otherHolders(text, random); }},
        {"British spelling", [](const QByteArray &text, Random &) { return british(text); }},
        {"title missing", [](const QByteArray &text, Random &) { return withoutTitle(text); }},
        {"3 % of words changed", [](const QByteArray &text, Random &random) { return changedWords(text, 3, random); }},
        {"HTML page", [](const QByteArray &text, Random &) { return html(text); }},
        {"man page", [](const QByteArray &text, Random &) { return manPage(text); }},
        {"RTF", [](const QByteArray &text, Random &) { return rtf(text); }},
        {"minified script", [](const QByteArray &text, Random &) { return minified(text); }},
        {"string literal", [](const QByteArray &text, Random &) { return stringLiteral(text); }},
        {"UTF-16", [](const QByteArray &text, Random &) { return utf16(text); }},
    };
    return all;
}
