// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/dep5reader.h"

#include "core/licence/licenceexpression.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr qsizetype maxCopyrightFile = 64 << 20;  ///< larger than any real one by far
constexpr qsizetype packagingReach = 400;         ///< bytes before a notice in which "packaging" makes it one about packaging

QByteArray firstLineOf(const QByteArray &value)
{
    const qsizetype end = value.indexOf('\n');
    return (end < 0 ? value : value.first(end)).trimmed();
}

/// The text below the short name; " ." stands for an empty line.
QByteArray bodyOf(const QByteArray &value)
{
    const qsizetype end = value.indexOf('\n');
    return end < 0 ? QByteArray() : value.mid(end + 1);
}

void appendUnique(QStringList &list, const QString &item)
{
    if (!item.isEmpty() && !list.contains(item))
        list.append(item);
}

}  // namespace

const QByteArray *Dep5Reader::Paragraph::find(const char *name) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [name](const Field &field) { return field.name == name; });
    return it == fields.end() ? nullptr : &it->value;
}

bool matchesDep5Glob(const QString &glob, const std::string &path)
{
    return PathGlob(glob.toStdString(), true).matches(path);
}

DebianCopyright Dep5Reader::read()
{
    if (m_text.size() > maxCopyrightFile)
        m_text = m_text.first(maxCopyrightFile);
    split();
    const bool machineReadable = !m_paragraphs.empty()
        && (m_paragraphs.front().find("format") != nullptr || m_paragraphs.front().find("format-specification") != nullptr);
    m_result.machineReadable = machineReadable;
    if (machineReadable)
        readMachineReadable();
    // A file may call itself machine-readable and be prose all the same.
    if (!machineReadable || (m_result.stanzas.empty() && m_result.expression.isEmpty()))
        readFreeForm();
    return std::move(m_result);
}

void Dep5Reader::split()
{
    int number = 0;
    bool open = false;
    qsizetype begin = 0;
    while (begin < m_text.size()) {
        qsizetype end = m_text.sliced(begin).indexOf('\n');
        end = end < 0 ? m_text.size() : begin + end;
        addLine(m_text.sliced(begin, end - begin), ++number, open);
        begin = end + 1;
    }
}

void Dep5Reader::addLine(QByteArrayView line, int number, bool &open)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
        line.chop(1);
    if (line.empty()) {
        open = false;
        return;
    }
    const bool continued = line.front() == ' ' || line.front() == '\t';
    const qsizetype colon = line.indexOf(':');
    if (line.front() == '#')
        return;
    if (!open) {
        m_paragraphs.push_back({{}, number, number});
        open = true;
    }
    Paragraph &paragraph = m_paragraphs.back();
    paragraph.lastLine = number;
    if (continued || colon <= 0) {
        if (paragraph.fields.empty())
            return;
        QByteArrayView text = continued ? line.sliced(1) : line;
        if (text == QByteArrayView("."))
            text = {};
        QByteArray &value = paragraph.fields.back().value;
        value.append('\n');
        value.append(text.data(), text.size());
        return;
    }
    paragraph.fields.push_back(
        {line.first(colon).toByteArray().trimmed().toLower(), line.sliced(colon + 1).toByteArray().trimmed()});
}

void Dep5Reader::readMachineReadable()
{
    for (const Paragraph &paragraph : m_paragraphs) {
        const QByteArray *licence = paragraph.find("license");
        if (licence == nullptr || bodyOf(*licence).trimmed().isEmpty())
            continue;
        const QString name = QString::fromUtf8(firstLineOf(*licence));
        if (!m_texts.contains(name))
            m_texts.insert(name, bodyOf(*licence));
    }
    QStringList reaching;
    QStringList all;
    bool mainUnknown = false;
    for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
        const Paragraph &paragraph = m_paragraphs[i];
        if (paragraph.find("files") != nullptr) {
            addStanza(paragraph);
            const CopyrightStanza &stanza = m_result.stanzas.back();
            appendUnique(all, stanza.expression);
            if (!m_catalog.reachesBinary(stanza.globs))
                continue;
            appendUnique(reaching, stanza.expression);
            mainUnknown = mainUnknown || (stanza.expression.isEmpty() && stanza.globs.contains(QLatin1String("*")));
            if (m_result.edition.isEmpty())
                m_result.edition = stanza.edition;
        } else if (const QByteArray *licence = i == 0 ? paragraph.find("license") : nullptr) {
            const Terms terms = resolve(QString::fromUtf8(firstLineOf(*licence)), bodyOf(*licence));
            appendUnique(reaching, terms.expression);
            appendUnique(all, terms.expression);
        }
    }
    if (all.isEmpty()) {
        // Some files give stand-alone licence paragraphs only.
        for (auto it = m_texts.constBegin(); it != m_texts.constEnd(); ++it)
            appendUnique(all, resolve(it.key(), it.value()).expression);
        all.sort();
    }
    // Terms of a few files must not stand for a package whose main terms nobody could read.
    if (!mainUnknown)
        join(reaching.isEmpty() ? all : reaching);
}

void Dep5Reader::addStanza(const Paragraph &paragraph)
{
    CopyrightStanza stanza;
    stanza.firstLine = paragraph.firstLine;
    stanza.lastLine = paragraph.lastLine;
    for (const QByteArray &glob : paragraph.find("files")->simplified().split(' ')) {
        QByteArray text = glob;
        if (text.endsWith(','))
            text.chop(1);
        if (!text.isEmpty())
            stanza.globs.append(QString::fromUtf8(text));
    }
    if (const QByteArray *copyright = paragraph.find("copyright"))
        stanza.copyright = QString::fromUtf8(copyright->trimmed());
    if (const QByteArray *licence = paragraph.find("license")) {
        stanza.licenceAsWritten = QString::fromUtf8(firstLineOf(*licence));
        Terms terms = resolve(stanza.licenceAsWritten, bodyOf(*licence));
        // "Copyright: public-domain" says it where the short name does not.
        if (terms.expression.isEmpty()
            && m_catalog.expressionForSpelling(stanza.copyright) == QLatin1String("LicenseRef-public-domain")) {
            terms.expression = QStringLiteral("LicenseRef-public-domain");
            m_result.unresolved.removeAll(stanza.licenceAsWritten);
        }
        stanza.expression = terms.expression;
        // Where nobody holds a copyright the name of the terms does not matter (media-types: "ad-hoc").
        if (stanza.expression.isEmpty() && stanza.copyright.compare(QLatin1String("public-domain"), Qt::CaseInsensitive) == 0) {
            stanza.expression = QStringLiteral("LicenseRef-public-domain");
            m_result.unresolved.removeAll(stanza.licenceAsWritten);
        }
        stanza.kind = terms.kind;
        stanza.edition = terms.edition;
        if (const auto parsed = LicenceExpression::parse(stanza.expression))
            stanza.licenceClass = parsed->evaluate(m_catalog);
    }
    m_result.stanzas.push_back(std::move(stanza));
}

Dep5Reader::Terms Dep5Reader::resolve(const QString &name, const QByteArray &text)
{
    if (name.isEmpty())
        return termsOfText(text);
    if (const auto known = m_resolved.constFind(name); known != m_resolved.constEnd())
        return *known;
    Terms terms;
    terms.expression = m_catalog.expressionForSpelling(name);
    const bool vendor = terms.expression.contains(QLatin1String("LicenseRef-NVIDIA"));
    const QStringList family = m_catalog.familyForSpelling(name);
    if (!family.isEmpty()) {
        const Terms read = termsOfText(text.trimmed().isEmpty() ? m_texts.value(name) : text);
        if (family.contains(read.expression))
            terms = read;
    }
    if (terms.expression.isEmpty() || vendor) {
        const QByteArray body = text.trimmed().isEmpty() ? m_texts.value(name) : text;
        const Terms read = termsOfText(body);
        // A changed text has no known name: the short name stays unresolved, as with a text that nobody knows.
        if (!read.expression.isEmpty() && !read.expression.contains(QLatin1String("LicenseRef-altered-")))
            terms = read;
    }
    if (terms.expression.isEmpty())
        terms.expression = joinParts(name);
    if (terms.expression.isEmpty() && !m_result.unresolved.contains(name))
        m_result.unresolved.append(name);
    m_resolved.insert(name, terms);
    return terms;
}

/// "GPL-2+ and something-local": what is known of the parts counts, the rest is told as unresolved.
QString Dep5Reader::joinParts(const QString &name)
{
    const auto [operation, parts] = splitSpelling(name);
    if (parts.size() < 2)
        return {};
    QStringList expressions;
    for (const QString &part : parts) {
        const QString expression = resolve(part.trimmed(), {}).expression;
        const bool mixed = operation == QLatin1String("AND") && expression.contains(QLatin1String(" OR "));
        appendUnique(expressions, mixed ? QString(QLatin1Char('(') + expression + QLatin1Char(')')) : expression);
    }
    return expressions.join(QString(QLatin1Char(' ') + operation + QLatin1Char(' ')));
}

/// A local short name is worth what its text says.
Dep5Reader::Terms Dep5Reader::termsOfText(const QByteArray &text) const
{
    Terms terms;
    QStringList expressions;
    for (const LicenceMatch &match : m_matcher.match(text)) {
        if (match.kind == MatchKind::Eula)
            return {match.expression, match.kind, match.edition};
        if (expressions.isEmpty())
            terms.kind = match.kind;
        appendUnique(expressions, match.expression);
    }
    for (QString &expression : expressions) {
        if (expressions.size() > 1 && expression.contains(QLatin1String(" OR ")))
            expression = QLatin1Char('(') + expression + QLatin1Char(')');
    }
    terms.expression = expressions.join(QLatin1String(" AND "));
    return terms;
}

void Dep5Reader::join(const QStringList &expressions)
{
    QStringList arms;
    for (const QString &expression : expressions)
        arms.append(expressions.size() > 1 && expression.contains(QLatin1String(" OR "))
                        ? QString(QLatin1Char('(') + expression + QLatin1Char(')'))
                        : expression);
    const auto parsed = LicenceExpression::parse(arms.join(QLatin1String(" AND ")));
    if (!parsed)
        return;
    m_result.expression = parsed->toString(m_catalog);
    m_result.licenceClass = parsed->evaluate(m_catalog);
}

void Dep5Reader::readFreeForm()
{
    m_result.textMatches = m_matcher.match(m_text);
    QStringList expressions;
    QStringList packaging;
    for (const LicenceMatch &match : m_result.textMatches) {
        const qsizetype from = std::max<qsizetype>(0, match.firstByte - packagingReach);
        const QByteArray before = m_text.sliced(from, match.endByte - from).toByteArray().simplified().toLower();
        const bool ofPackaging
            = before.contains("debian packaging") || before.contains("packaging is") || before.contains("debian/*");
        appendUnique(ofPackaging ? packaging : expressions, match.expression);
        if (m_result.edition.isEmpty())
            m_result.edition = match.edition;
    }
    const QStringList perl {QStringLiteral("GPL-1.0-or-later"), QStringLiteral("Artistic-1.0-Perl")};
    const bool dual = expressions.size() == 2
        && std::all_of(perl.begin(), perl.end(), [&](const QString &id) { return expressions.contains(id); });
    if (dual)
        expressions = {perl.join(QLatin1String(" OR "))};
    join(expressions.isEmpty() ? packaging : expressions);
}

}  // namespace waybill
