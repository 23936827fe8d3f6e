// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/linkrules.h"

#include "core/policy/condition.h"

#include <algorithm>
#include <map>

namespace waybill {

namespace {

constexpr size_t tiesShown = 3;
constexpr auto noticeInside = "notice-inside";

bool isOwn(const Judgement &judgement)
{
    return judgement.basis == Basis::OwnAssumed || judgement.basis == Basis::OwnStated;
}

bool isVendor(LicenceClass cls)
{
    return cls == LicenceClass::VendorRedistributable || cls == LicenceClass::VendorInternal
        || cls == LicenceClass::RestrictedUse;
}

/// Whoever gets the source of the program can link it again; only programs without source owe object files.
bool isClosed(const Judgement &judgement)
{
    if (judgement.licenceClass == LicenceClass::Unknown)
        return judgement.basis != Basis::Generated;
    return isVendor(judgement.licenceClass) || isOwn(judgement);
}

bool names(const QString &expression, QLatin1String start)
{
    const QStringList ids = licenceIdsOf(expression);
    return std::any_of(ids.begin(), ids.end(), [&](const QString &id) { return id.startsWith(start, Qt::CaseInsensitive); });
}

bool isStrong(LicenceClass cls)
{
    return cls == LicenceClass::StrongCopyleft || cls == LicenceClass::NetworkCopyleft;
}

bool hasCudaTerms(const Inventory &inventory, const LinkFact &link)
{
    if (!link.to.isValid())
        return false;
    const FileRight &right = inventory.judgements[link.to.value].right;
    return right.agreementId == QLatin1String("nvidia-cuda-eula") || right.agreementId == QLatin1String("nvidia-cudnn");
}

/// The library itself, up to 1.1. Packages of other sources name its licence for a few files that they took over; those are no
/// tie to it.
bool isOldOpenSsl(const LinkFact &link)
{
    const QStringList ids = licenceIdsOf(link.expression);
    const auto isItsLicence = [](const QString &id) {
        return id.startsWith(QLatin1String("OpenSSL"), Qt::CaseInsensitive)
            || id.startsWith(QLatin1String("SSLeay"), Qt::CaseInsensitive);
    };
    const bool isItsName
        = link.library.startsWith(QLatin1String("libssl")) || link.library.startsWith(QLatin1String("libcrypto"));
    return !ids.isEmpty()
        && (isItsName ? std::any_of(ids.begin(), ids.end(), isItsLicence) : std::all_of(ids.begin(), ids.end(), isItsLicence));
}

/// An exception for OpenSSL, for whatever the system brings, or for free software in general silences the clash.
bool hasLinkingException(const QString &expression)
{
    return expression.contains(QLatin1String("openssl-exception"), Qt::CaseInsensitive)
        || expression.contains(QLatin1String("FOSS-exception"), Qt::CaseInsensitive)
        || expression.contains(QLatin1String("linking-exception"), Qt::CaseInsensitive);
}

/// A package of the distribution names in its copyright file whatever was linked in; its terms are the better source.
bool isSystemPackage(const Component *component)
{
    return component
        && (component->kind == QLatin1String("deb") || component->kind == QLatin1String("rpm")
            || component->kind == QLatin1String("apk") || component->kind == QLatin1String("alpm"));
}

/// What was linked in is handed over with the file, whatever the file's own terms say.
QString kindOfInside(const Inventory &inventory, const LinkFact &link)
{
    const Judgement &from = inventory.judgements[link.from.value];
    if (isSystemPackage(inventory.component(from)))
        return {};
    if (link.licenceClass == LicenceClass::VendorInternal && from.licenceClass != LicenceClass::VendorInternal)
        return QStringLiteral("nonfree-inside");
    if (isStrong(link.licenceClass) && !isOwn(from) && !isStrong(from.licenceClass))
        return isVendor(from.licenceClass) ? QStringLiteral("gpl-inside-closed") : QStringLiteral("gpl-inside");
    return {};
}

bool asksForNotices(LicenceClass cls)
{
    return cls == LicenceClass::Permissive || cls == LicenceClass::WeakCopyleft || cls == LicenceClass::VendorRedistributable;
}

QString kindOf(const Inventory &inventory, const LinkFact &link)
{
    const Judgement &from = inventory.judgements[link.from.value];
    if (isOwn(from) && isStrong(link.licenceClass))
        return QStringLiteral("gpl-linked-by-own");
    if (link.kind == LinkFact::Kind::Contains) {
        if (const QString inside = kindOfInside(inventory, link); !inside.isEmpty())
            return inside;
    }
    if (link.kind == LinkFact::Kind::Contains && isClosed(from) && names(link.expression, QLatin1String("LGPL"))
        && link.licenceClass == LicenceClass::WeakCopyleft)
        return QStringLiteral("lgpl-static");
    if (link.kind == LinkFact::Kind::Contains && isOwn(from) && asksForNotices(link.licenceClass))
        return QString::fromLatin1(noticeInside);
    if (!isStrong(from.licenceClass) || hasLinkingException(from.expression))
        return {};
    if (hasCudaTerms(inventory, link))
        return QStringLiteral("gpl-meets-cuda");
    // The third version of the GPL knows system libraries in a wider sense; the dispute is about the second.
    if (isOldOpenSsl(link) && names(from.expression, QLatin1String("GPL-2.0")))
        return QStringLiteral("gpl-meets-openssl");
    return {};
}

struct Ties {
    SubjectName subject;
    std::vector<JudgementId> judgements;
    QStringList facts;
};

QString factOf(const LinkFact &link)
{
    const QString path = QLatin1Char('/') + QString::fromUtf8(link.path.data(), static_cast<qsizetype>(link.path.size()));
    const QString verb = link.kind == LinkFact::Kind::Needs ? QStringLiteral(" -> ") : QStringLiteral(" + ");
    return path + verb + link.library + (link.expression.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(link.expression));
}

}  // namespace

void addLinkCircumstances(const Inventory &inventory, const std::vector<LinkFact> &links, std::vector<Circumstance> &out)
{
    if (links.empty())
        return;
    std::map<std::pair<QString, QString>, Ties> found;
    const SubjectNames subjects(inventory);
    for (const LinkFact &link : links) {
        const QString kind = kindOf(inventory, link);
        if (kind.isEmpty())
            continue;
        const SubjectName from = subjects.nameOf(link.from);
        // Notices are gathered once for all; every other tie is a question of its own.
        const bool gathers = kind == QLatin1String(noticeInside);
        const QString key = gathers ? from.key : from.key + QLatin1Char('>') + link.library;
        Ties &ties = found[{kind, key}];
        ties.subject = {key, gathers ? from.display : from.display + QStringLiteral(", ") + link.library};
        ties.judgements.push_back(link.from);
        if (link.to.isValid())
            ties.judgements.push_back(link.to);
        ties.facts.append(factOf(link));
    }
    for (auto &[key, ties] : found) {
        std::sort(ties.judgements.begin(), ties.judgements.end());
        ties.judgements.erase(std::unique(ties.judgements.begin(), ties.judgements.end()), ties.judgements.end());
        ties.facts.sort();
        ties.facts.removeDuplicates();
        QString detail = ties.facts.mid(0, static_cast<qsizetype>(tiesShown)).join(QLatin1String("; "));
        if (ties.facts.size() > static_cast<qsizetype>(tiesShown))
            detail += QStringLiteral("; …");
        out.push_back({key.first, ties.subject, ties.judgements, detail});
    }
}

}  // namespace waybill
