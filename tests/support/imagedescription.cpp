// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/imagedescription.h"

namespace waybill::test {
namespace {

struct Statement {
    QString verb;
    QString rest;
    QStringList lines;  ///< what is indented below it, the first four blanks removed
};

std::vector<Statement> statementsOf(const QString &description)
{
    constexpr qsizetype indent = 4;
    std::vector<Statement> statements;
    const QStringList lines = description.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        if (line.isEmpty() || line.startsWith(QLatin1Char(' '))) {
            if (!statements.empty())
                statements.back().lines << line.mid(indent);
            continue;
        }
        const qsizetype blank = line.indexOf(QLatin1Char(' '));
        statements.push_back({line.left(blank), blank < 0 ? QString() : line.mid(blank + 1).trimmed(), {}});
    }
    for (Statement &statement : statements) {
        while (!statement.lines.isEmpty() && statement.lines.back().isEmpty())
            statement.lines.removeLast();
    }
    return statements;
}

Packing packingNamed(const QString &name)
{
    if (name == QLatin1String("gzip"))
        return Packing::Gzip;
    return name == QLatin1String("zstd") ? Packing::Zstd : Packing::Plain;
}

void apply(TextImage &image, const Statement &statement)
{
    const QString &verb = statement.verb;
    const QString &rest = statement.rest;
    if (verb == QLatin1String("layer"))
        image.layer(rest, statement.lines.join(QLatin1Char('\n')));
    else if (verb == QLatin1String("history"))
        image.emptyHistory(rest);
    else if (verb == QLatin1String("text"))
        image.content(rest, statement.lines.join(QLatin1Char('\n')).toUtf8() + '\n');
    else if (verb == QLatin1String("label"))
        image.label(rest.section(QLatin1Char('='), 0, 0).trimmed(), rest.section(QLatin1Char('='), 1).trimmed());
    else if (verb == QLatin1String("entrypoint"))
        image.entrypoint(rest.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    else if (verb == QLatin1String("tag"))
        image.tag(rest);
    else if (verb == QLatin1String("platform"))
        image.platform(rest.section(QLatin1Char(' '), 0, 0), rest.section(QLatin1Char(' '), 1, 1));
    else if (verb == QLatin1String("packing"))
        image.packing(packingNamed(rest));
    else
        qFatal("image description: unknown statement \"%s\"", qPrintable(verb));
}

}  // namespace

TextImage imageFromDescription(const QString &description)
{
    TextImage image;
    for (const Statement &statement : statementsOf(description))
        apply(image, statement);
    return image;
}

}  // namespace waybill::test
