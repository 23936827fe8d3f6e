// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/condition.h"

#include <algorithm>

namespace waybill {

namespace {

template <typename Enum>
bool hasBit(quint32 mask, Enum value)
{
    return mask == 0 || (mask & (1U << static_cast<unsigned>(value))) != 0;
}

bool anyMatches(const std::vector<NamePattern> &patterns, const QString &name)
{
    return patterns.empty()
        || std::any_of(patterns.begin(), patterns.end(), [&](const NamePattern &pattern) { return pattern.matches(name); });
}

bool anyMatches(const std::vector<NamePattern> &patterns, const QStringList &names)
{
    return patterns.empty()
        || std::any_of(names.begin(), names.end(), [&](const QString &name) { return anyMatches(patterns, name); });
}

}  // namespace

QStringList licenceIdsOf(const QString &expression)
{
    QStringList ids;
    QString id;
    const auto finish = [&] {
        if (!id.isEmpty() && id != QLatin1String("AND") && id != QLatin1String("OR") && id != QLatin1String("WITH"))
            ids.append(id);
        id.clear();
    };
    for (const QChar c : expression) {
        if (c.isSpace() || c == u'(' || c == u')')
            finish();
        else
            id.append(c);
    }
    finish();
    return ids;
}

RuleSubject::RuleSubject(const Judgement &aJudgement, const Component *aComponent)
    : judgement(aJudgement), component(aComponent), licenceIds(licenceIdsOf(aJudgement.expression))
{
}

RuleSubject::RuleSubject(const Judgement &aJudgement, const Component *aComponent, const QStringList &ids)
    : judgement(aJudgement), component(aComponent), licenceIds(ids)
{
}

NamePattern::NamePattern(const QString &written) : text(written), prefix(written.endsWith(u'*'))
{
    if (prefix)
        text.chop(1);
}

bool Condition::matches(const RuleSubject &subject) const
{
    const Judgement &judgement = subject.judgement;
    const FileRight &right = judgement.right;
    // A condition for files never meets a circumstance by accident, nor the other way round.
    if (circumstances.empty() != subject.circumstance.isEmpty() || !anyMatches(circumstances, subject.circumstance))
        return false;
    if (!hasBit(classes, judgement.licenceClass) || !hasBit(bases, judgement.basis) || !hasBit(rights, right.right))
        return false;
    if (newerEdition && *newerEdition == right.newerEditionId.isEmpty())
        return false;
    if (ghostOnly && *ghostOnly != (judgement.liveFiles == 0))
        return false;
    if (!anyMatches(groups, right.group) || !anyMatches(products, right.productId) || !anyMatches(agreements, right.agreementId))
        return false;
    if (!anyMatches(terms, right.conditions) || !anyMatches(expressions, subject.licenceIds) || !anyMatches(flags, subject.flags))
        return false;
    if (!noExpressions.empty() && anyMatches(noExpressions, subject.licenceIds))
        return false;
    if (kinds.empty() && components.empty())
        return true;
    const QString none;
    return anyMatches(kinds, subject.component ? subject.component->kind : none)
        && anyMatches(components, subject.component ? subject.component->name : none);
}

bool Condition::isClassOnly() const
{
    return classes != 0 && bases == 0 && rights == 0 && groups.empty() && terms.empty() && products.empty() && agreements.empty()
        && expressions.empty() && noExpressions.empty() && flags.empty() && circumstances.empty() && kinds.empty()
        && components.empty() && !newerEdition && !ghostOnly;
}

}  // namespace waybill
