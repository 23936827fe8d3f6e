// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/fileterms.h"

#include "core/licence/debiancopyright.h"
#include "core/licence/decodedtext.h"
#include "core/licence/licenceexpression.h"
#include "core/licence/manifestfields.h"
#include "core/licence/matchjoiner.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace waybill {

namespace {

constexpr qsizetype longValue = 200;  ///< a field this long holds a text, not a name

QString bracketed(const QString &expression, bool inside)
{
    return inside && expression.contains(QLatin1String(" OR ")) ? QString(QLatin1Char('(') + expression + QLatin1Char(')'))
                                                                : expression;
}

void appendUnique(QStringList &list, const QString &item)
{
    if (!item.isEmpty() && !list.contains(item))
        list.append(item);
}

QString joined(const QStringList &expressions, const QString &operation, const LicenceCatalog &catalog)
{
    QStringList arms;
    for (const QString &expression : expressions)
        arms.append(bracketed(expression, expressions.size() > 1 && operation == QLatin1String(" AND ")));
    const QString text = arms.join(operation);
    const auto parsed = LicenceExpression::parse(text);
    return parsed ? parsed->toString(catalog) : text;
}

/// "See LICENSE", "file LICENSE": words that name no licence.
bool pointsElsewhere(const QString &value)
{
    const QString lower = value.toLower();
    return lower.startsWith(QLatin1String("see ")) || lower.startsWith(QLatin1String("file "))
        || lower.startsWith(QLatin1String("file:")) || lower == QLatin1String("noassertion") || lower == QLatin1String("none")
        || lower == QLatin1String("unknown") || lower == QLatin1String("license") || lower == QLatin1String("other")
        || lower == QLatin1String("license.txt") || lower == QLatin1String("license.md") || lower.contains(QLatin1String("${"))
        || lower.contains(QLatin1String("{{"));
}

/// Reads one value of a manifest; the class of what nobody knows is unknown.
class FieldResolver
{
public:
    FieldResolver(const LicenceCatalog &catalog, const LicenceMatcher &matcher) : m_catalog(catalog), m_matcher(matcher) { }

    QString resolve(const QString &value) const
    {
        if (value.size() <= longValue) {
            if (const QString known = m_catalog.expressionForSpelling(value); !known.isEmpty())
                return usual(known);
            if (QString parsed = parse(value); !parsed.isEmpty())
                return parsed;
        }
        const QByteArray bytes = value.toUtf8();
        return joinedExpression(m_matcher.match(bytes), m_catalog);
    }

private:
    /// "BSD" and "Apache" leave the variant open. A loose file has no component that could tell it, so the usual one is meant, as
    /// in prose.
    static QString usual(const QString &expression)
    {
        if (expression == QLatin1String("LicenseRef-BSD"))
            return QStringLiteral("BSD-3-Clause");
        if (expression == QLatin1String("LicenseRef-Apache"))
            return QStringLiteral("Apache-2.0");
        return expression == QLatin1String("LicenseRef-Artistic") ? QStringLiteral("Artistic-1.0-Perl") : expression;
    }

    /// An expression whose ids are all known, or references of the package's own.
    QString parse(const QString &value) const
    {
        const auto parsed = LicenceExpression::parse(value);
        if (!parsed)
            return {};
        const QStringList ids = parsed->ids();
        const bool allKnown = std::all_of(ids.begin(), ids.end(), [this](const QString &id) {
            return m_catalog.find(id) != nullptr || !m_catalog.replacementFor(id).isEmpty()
                || id.contains(QLatin1String("LicenseRef-"), Qt::CaseInsensitive);
        });
        return allKnown ? parsed->toString(m_catalog) : QString();
    }

    const LicenceCatalog &m_catalog;
    const LicenceMatcher &m_matcher;
};

/// A list of classifiers may repeat a licence less precisely ("BSD License" beside an expression field).
void readManifestFields(FileTerms &terms, const Manifest &manifest, const FieldResolver &resolver, const LicenceCatalog &catalog)
{
    QStringList main;
    QStringList classifiers;
    bool alternatives = false;
    QString mainField;
    for (const ManifestField &field : manifest.fields) {
        if (pointsElsewhere(field.value)) {
            appendUnique(terms.unresolved, field.value);
            continue;
        }
        const QString expression = resolver.resolve(field.value);
        if (expression.isEmpty())
            appendUnique(terms.unresolved, field.value.left(longValue));
        const bool classifier = field.field == QLatin1String("Classifier");
        if (!expression.isEmpty()) {
            LicenceMatch match;
            match.expression = expression;
            match.kind = MatchKind::Declared;
            match.score = 1;
            match.firstByte = field.firstByte;
            match.endByte = field.endByte;
            terms.matches.push_back(match);
        }
        if (classifier) {
            appendUnique(classifiers, expression);
        } else if (field.isList || field.isAlternative || mainField.isEmpty() || mainField == field.field) {
            mainField = expression.isEmpty() ? mainField : field.field;
            alternatives = alternatives || field.isAlternative;
            appendUnique(main, expression);
        }
    }
    terms.declared
        = joined(main.isEmpty() ? classifiers : main, alternatives ? QStringLiteral(" OR ") : QStringLiteral(" AND "), catalog);
}

bool isDebianCopyrightName(const QString &name)
{
    return name == QLatin1String("copyright") || name == QLatin1String("dep5");
}

/// Stanzas as matches, each with the lines of its paragraph.
void readDebian(FileTerms &terms, const DebianCopyright &copyright)
{
    terms.manifestFormat = QStringLiteral("debian-copyright");
    for (const CopyrightStanza &stanza : copyright.stanzas) {
        LicenceMatch match;
        match.expression = stanza.expression;
        match.kind = stanza.kind;
        match.score = 1;
        match.firstLine = stanza.firstLine;
        match.lastLine = stanza.lastLine;
        match.edition = stanza.edition;
        if (!match.expression.isEmpty())
            terms.matches.push_back(match);
    }
    terms.unresolved = copyright.unresolved;
    terms.declared = copyright.expression;
}

void giveByteRanges(QByteArrayView text, std::vector<LicenceMatch> &matches)
{
    std::vector<qint64> lineStarts {0, 0};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\n')
            lineStarts.push_back(i + 1);
    }
    for (LicenceMatch &match : matches) {
        const auto at = [&lineStarts, &text](int line) {
            const auto index = static_cast<std::size_t>(std::max(line, 0));
            return index < lineStarts.size() ? lineStarts[index] : static_cast<qint64>(text.size());
        };
        match.firstByte = at(match.firstLine);
        match.endByte = at(match.lastLine + 1);
    }
}

/// A copyright statement that reserves all rights, in a file that neither names terms nor says where they are.
void addReservedRights(QByteArrayView text, std::vector<LicenceMatch> &matches)
{
    constexpr qsizetype head = 64 << 10;
    static const QRegularExpression reserved(QStringLiteral("(?:copyright|\\(c\\)|\u00a9).{0,200}?\\ball\\s+rights\\s+reserved"),
                                             QRegularExpression::CaseInsensitiveOption
                                                 | QRegularExpression::DotMatchesEverythingOption);
    const QString start = QString::fromLatin1(text.first(std::min(head, text.size())));
    const QRegularExpressionMatch found = reserved.match(start);
    constexpr qsizetype around = 1200;
    static const QRegularExpression terms(
        QStringLiteral(
            "licen[cs]|\\bterms\\b|permission|permitted|redistribut|warrant|copying|public\\s+domain|free\\s+software"),
        QRegularExpression::CaseInsensitiveOption);
    if (!found.hasMatch()
        || terms.match(start.mid(std::max<qsizetype>(0, found.capturedStart() - around), found.capturedLength() + 2 * around))
               .hasMatch())
        return;
    LicenceMatch match;
    match.expression = QStringLiteral("LicenseRef-All-Rights-Reserved");
    match.kind = MatchKind::Reference;
    match.score = 1;
    match.firstByte = found.capturedStart();
    match.endByte = found.capturedEnd();
    matches.push_back(match);
}

bool sharesLicence(const QString &a, const QString &b)
{
    const auto first = LicenceExpression::parse(a);
    const auto second = LicenceExpression::parse(b);
    if (!first || !second)
        return false;
    const QStringList ids = second->ids();
    const QStringList own = first->ids();
    return std::any_of(own.begin(), own.end(), [&ids](const QString &id) { return ids.contains(id); });
}

}  // namespace

QString joinedExpression(const std::vector<LicenceMatch> &matches, const LicenceCatalog &catalog)
{
    QStringList all;
    QStringList choice;
    const auto close = [&all, &choice, &catalog] {
        appendUnique(all, joined(choice, QStringLiteral(" OR "), catalog));
        choice.clear();
    };
    for (const LicenceMatch &match : matches) {
        if (!match.isAlternative)
            close();
        appendUnique(choice, match.expression);
    }
    close();
    // What a choice offers, said again by itself (the texts of both licences in one file), takes nothing away from the choice.
    QStringList kept;
    for (const QString &expression : all) {
        const bool repeated
            = !expression.contains(QLatin1String(" OR ")) && std::any_of(all.begin(), all.end(), [&](const QString &other) {
                  return other != expression && other.split(QStringLiteral(" OR ")).contains(expression);
              });
        if (!repeated)
            kept.append(expression);
    }
    return joined(kept, QStringLiteral(" AND "), catalog);
}

FileTerms readFileTerms(const QString &fileName, QByteArrayView bytes, const LicenceCatalog &catalog,
                        const LicenceMatcher &matcher)
{
    const DecodedText decoded(bytes);
    const QByteArrayView text = decoded.text();
    FileTerms terms;
    terms.encoding = decoded.encodingId();
    std::vector<LicenceMatch> found;
    if (isDebianCopyrightName(QFileInfo(fileName).fileName())) {
        const DebianCopyright copyright = readDebianCopyright(text, catalog, matcher);
        if (copyright.machineReadable && !copyright.stanzas.empty()) {
            readDebian(terms, copyright);
            giveByteRanges(text, terms.matches);
        } else {
            found = copyright.textMatches;
            terms.detected = copyright.expression;
        }
    } else {
        const Manifest manifest = readManifest(fileName, text);
        terms.manifestFormat = manifest.format;
        readManifestFields(terms, manifest, FieldResolver(catalog, matcher), catalog);
        found = matcher.match(text);
        // A value of a field is not told twice.
        std::erase_if(found, [&terms](const LicenceMatch &match) {
            return std::any_of(terms.matches.begin(), terms.matches.end(), [&match](const LicenceMatch &field) {
                return match.firstByte < field.endByte && match.endByte > field.firstByte;
            });
        });
        if (found.empty() && terms.matches.empty())
            addReservedRights(text, found);
        terms.detected = joinedExpression(found, catalog);
    }
    terms.matches.insert(terms.matches.end(), found.begin(), found.end());
    std::stable_sort(terms.matches.begin(), terms.matches.end(),
                     [](const LicenceMatch &a, const LicenceMatch &b) { return a.firstByte < b.firstByte; });
    numberLines(text, terms.matches);
    terms.expression = terms.declared.isEmpty() ? terms.detected : terms.declared;
    terms.contradiction
        = !terms.declared.isEmpty() && !terms.detected.isEmpty() && !sharesLicence(terms.declared, terms.detected);
    if (const auto parsed = LicenceExpression::parse(terms.expression))
        terms.licenceClass = parsed->evaluate(catalog);
    terms.copyrights = findCopyrights(text);
    terms.holders = holdersOf(terms.copyrights);
    for (LicenceMatch &match : terms.matches) {
        match.firstByte = decoded.rawOffset(match.firstByte);
        match.endByte = decoded.rawOffset(match.endByte);
    }
    for (CopyrightStatement &statement : terms.copyrights) {
        statement.firstByte = decoded.rawOffset(statement.firstByte);
        statement.endByte = decoded.rawOffset(statement.endByte);
    }
    return terms;
}

}  // namespace waybill
