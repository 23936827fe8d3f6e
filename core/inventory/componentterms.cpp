// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/componentterms.h"

#include "core/licence/licenceexpression.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t evidenceLimit = 24;
constexpr qsizetype longField = 200;  ///< a License field this long holds a text, not a name

QString joinedWithAnd(const QStringList &ids)
{
    return ids.join(QStringLiteral(" AND "));
}

/// SPDX form of one declared statement, empty when nobody knows what it means.
QString resolve(const DeclaredLicence &declared, const LicenceCatalog &catalog, const LicenceMatcher &matcher)
{
    const QString written = declared.asWritten.trimmed();
    if (written.size() > longField) {
        const QByteArray text = written.toUtf8();
        for (const LicenceMatch &match : matcher.match(text)) {
            if (match.kind == MatchKind::ExactText || match.kind == MatchKind::CloseText || match.kind == MatchKind::Eula)
                return match.expression;
        }
        return {};
    }
    if (const QString known = catalog.expressionForSpelling(written); !known.isEmpty())
        return known;
    const auto parsed = LicenceExpression::parse(written);
    if (!parsed)
        return {};
    const QStringList ids = parsed->ids();
    const bool allKnown
        = std::all_of(ids.begin(), ids.end(), [&catalog](const QString &id) { return catalog.find(id) != nullptr; });
    return allKnown ? parsed->toString(catalog) : QString();
}

/// What the metadata says as a whole: an expression field, else the licence field, else all classifiers together.
QString declaredExpression(Component &component, const LicenceCatalog &catalog, const LicenceMatcher &matcher)
{
    QStringList classifiers;
    QString field;
    for (DeclaredLicence &declared : component.declared) {
        declared.expression = resolve(declared, catalog, matcher);
        if (declared.expression.isEmpty())
            continue;
        if (declared.field == QLatin1String("Classifier")) {
            if (!classifiers.contains(declared.expression))
                classifiers.append(declared.expression);
        } else if (field.isEmpty()) {
            field = declared.expression;
        }
    }
    return field.isEmpty() ? joinedWithAnd(classifiers) : field;
}

void addEvidence(ComponentTerms &terms, const LicenceMatch &match, const std::string &path, int layer,
                 const QString &asWritten = {})
{
    if (terms.evidence.size() < evidenceLimit)
        terms.evidence.push_back({match, path, layer, asWritten});
}

void readDebianText(const TextIndex::Place &place, Component &component, ComponentTerms &terms)
{
    const DebianCopyright &copyright = *place.text->reading->copyright;
    terms.expression = copyright.expression;
    terms.licenceClass = copyright.licenceClass;
    terms.edition = copyright.edition;
    for (const CopyrightStanza &stanza : copyright.stanzas) {
        LicenceMatch match;
        match.expression = stanza.expression;
        match.kind = stanza.kind;
        match.score = stanza.expression.isEmpty() ? 0 : 1;
        match.firstLine = stanza.firstLine;
        match.lastLine = stanza.lastLine;
        match.edition = stanza.edition;
        addEvidence(terms, match, place.text->path, place.layer, stanza.licenceAsWritten);
        if (component.declared.size() < evidenceLimit)
            component.declared.push_back({stanza.licenceAsWritten,
                                          QStringLiteral("Files: ") + stanza.globs.join(QLatin1Char(' ')).left(200),
                                          place.text->path, stanza.expression});
    }
    for (const LicenceMatch &match : copyright.textMatches)
        addEvidence(terms, match, place.text->path, place.layer);
}

/// Texts of a language package: an agreement first, else whole texts.
void readPackageTexts(const std::vector<TextIndex::Place> &places, ComponentTerms &terms, QStringList &textIds)
{
    for (const TextIndex::Place &place : places) {
        if (const LicenceMatch *agreement = agreementIn(*place.text->reading); agreement && terms.expression.isEmpty()) {
            terms.expression = agreement->expression;
            terms.edition = agreement->edition;
            addEvidence(terms, *agreement, place.text->path, place.layer);
        }
        for (const LicenceMatch &match : place.text->reading->matches) {
            const bool whole
                = match.kind == MatchKind::ExactText || match.kind == MatchKind::CloseText || match.kind == MatchKind::Tag;
            if (!whole)
                continue;
            addEvidence(terms, match, place.text->path, place.layer);
            if (!textIds.contains(match.expression))
                textIds.append(match.expression);
        }
    }
}

/// Licence files that hold a notice in place of a text, as packages that are carried inside others have them (certifi in pip).
QString termsOfNotices(const std::vector<TextIndex::Place> &places, ComponentTerms &terms)
{
    QStringList ids;
    for (const MatchKind kind : {MatchKind::Header, MatchKind::Reference}) {
        for (const TextIndex::Place &place : places) {
            for (const LicenceMatch &match : place.text->reading->matches) {
                if (match.kind != kind)
                    continue;
                addEvidence(terms, match, place.text->path, place.layer);
                const QString arm = match.expression.contains(QLatin1String(" OR ")) ? QString(u'(' + match.expression + u')')
                                                                                     : match.expression;
                if (!ids.contains(arm))
                    ids.append(arm);
            }
        }
        if (!ids.isEmpty())
            break;
    }
    return ids.size() <= 3 ? joinedWithAnd(ids) : QString();
}

/// A package whose dist-info holds no text: licence files that it owns elsewhere, nearest the top first (cuSPARSELt).
std::vector<std::string> ownedLicenceFiles(const std::vector<std::string> &owned)
{
    std::vector<std::string> paths;
    size_t depth = std::string::npos;
    for (const std::string &path : owned) {
        if (!isLicenceFileName(path))
            continue;
        const auto here = static_cast<size_t>(std::count(path.begin(), path.end(), '/'));
        if (here < depth)
            paths.clear();
        depth = std::min(depth, here);
        if (here == depth)
            paths.push_back(path);
    }
    return paths;
}

/// Which of declared and detected speaks for the package.
QString choose(const QString &declared, const QStringList &textIds)
{
    if (textIds.isEmpty())
        return declared;
    if (declared.isEmpty())
        return textIds.size() <= 3 ? joinedWithAnd(textIds) : textIds.first();
    const auto parsed = LicenceExpression::parse(declared);
    const QStringList declaredIds = parsed ? parsed->ids() : QStringList();
    const bool confirmed
        = std::any_of(declaredIds.begin(), declaredIds.end(), [&textIds](const QString &id) { return textIds.contains(id); });
    return confirmed ? declared : textIds.first();
}

}  // namespace

LicenceClass classOf(const QString &expression, const LicenceCatalog &catalog)
{
    const auto parsed = LicenceExpression::parse(expression);
    return parsed ? parsed->evaluate(catalog) : LicenceClass::Unknown;
}

ComponentTerms termsOf(FoundComponent &found, const TextIndex &texts, const LicenceCatalog &catalog,
                       const LicenceMatcher &matcher)
{
    ComponentTerms terms;
    Component &component = found.component;
    const QString declared = declaredExpression(component, catalog, matcher);
    if (component.licencePaths.empty())
        component.licencePaths = ownedLicenceFiles(found.ownedPaths);
    std::vector<TextIndex::Place> places;
    for (const std::string &path : component.licencePaths) {
        if (const auto place = texts.find(path, component.isGhost() ? component.hiddenBy - 1 : component.layer))
            places.push_back(*place);
    }
    if (!places.empty() && places.front().text->reading->copyright) {
        readDebianText(places.front(), component, terms);
    } else {
        QStringList textIds;
        readPackageTexts(places, terms, textIds);
        if (terms.expression.isEmpty())
            terms.expression = choose(declared, textIds);
        if (terms.expression.isEmpty())
            terms.expression = termsOfNotices(places, terms);
    }
    for (const DeclaredLicence &statement : component.declared) {
        if (component.kind == QLatin1String("deb"))
            break;  // already there with their lines
        LicenceMatch match;
        match.expression = statement.expression;
        match.kind = MatchKind::Declared;
        match.score = statement.expression.isEmpty() ? 0 : 1;
        addEvidence(terms, match, statement.path, component.layer, statement.asWritten.left(longField));
    }
    if (terms.licenceClass == LicenceClass::Unknown && !terms.expression.isEmpty())
        terms.licenceClass = classOf(terms.expression, catalog);
    component.expression = terms.expression;
    component.edition = terms.edition;
    return terms;
}

}  // namespace waybill
