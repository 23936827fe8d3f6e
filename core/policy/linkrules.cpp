// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/linkrules.h"

#include "core/policy/condition.h"

#include <algorithm>
#include <map>

namespace waybill {

namespace {

constexpr size_t tiesShown = 3;

bool isOwn(const Judgement &judgement)
{
    return judgement.basis == Basis::OwnAssumed || judgement.basis == Basis::OwnStated;
}

/// Whoever gets the source of the program can link it again; only programs without source owe object files.
bool isClosed(const Judgement &judgement)
{
    switch (judgement.licenceClass) {
    case LicenceClass::VendorRedistributable:
    case LicenceClass::VendorInternal:
    case LicenceClass::RestrictedUse:
        return true;
    case LicenceClass::Unknown:
        return judgement.basis != Basis::Generated;
    default:
        return isOwn(judgement);
    }
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

bool isOldOpenSsl(const LinkFact &link)
{
    return names(link.expression, QLatin1String("OpenSSL")) || names(link.expression, QLatin1String("SSLeay"));
}

/// An exception for OpenSSL, for whatever the system brings, or for free software in general silences the clash.
bool hasLinkingException(const QString &expression)
{
    return expression.contains(QLatin1String("openssl-exception"), Qt::CaseInsensitive)
        || expression.contains(QLatin1String("FOSS-exception"), Qt::CaseInsensitive)
        || expression.contains(QLatin1String("linking-exception"), Qt::CaseInsensitive);
}

QString kindOf(const Inventory &inventory, const LinkFact &link)
{
    const Judgement &from = inventory.judgements[link.from.value];
    if (isOwn(from) && isStrong(link.licenceClass))
        return QStringLiteral("gpl-linked-by-own");
    if (link.kind == LinkFact::Kind::Contains && isClosed(from) && names(link.expression, QLatin1String("LGPL"))
        && link.licenceClass == LicenceClass::WeakCopyleft)
        return QStringLiteral("lgpl-static");
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
    const QString verb = link.kind == LinkFact::Kind::Needs ? QStringLiteral(" -> ") : QStringLiteral(" = ");
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
        Ties &ties = found[{kind, from.key + QLatin1Char('>') + link.library}];
        ties.subject = {from.key + QLatin1Char('>') + link.library, from.display + QStringLiteral(", ") + link.library};
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
        QString detail = ties.facts.mid(0, tiesShown).join(QLatin1String("; "));
        if (ties.facts.size() > static_cast<qsizetype>(tiesShown))
            detail += QStringLiteral("; …");
        out.push_back({key.first, ties.subject, ties.judgements, detail});
    }
}

}  // namespace waybill
