// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace waybill {

/// Ids named in an SPDX expression, in order, operators left out.
QStringList licenceIdsOf(const QString &expression);

/// A judgement as conditions see it. Borrows its arguments.
struct RuleSubject {
    RuleSubject(const Judgement &aJudgement, const Component *aComponent);
    /// With ids that are known already: images repeat the same few hundred expressions.
    RuleSubject(const Judgement &aJudgement, const Component *aComponent, const QStringList &ids);
    const Judgement &judgement;
    const Component *component;  ///< nullptr when no component owns the files
    QStringList licenceIds;      ///< ids named in the expression, operators left out
    QStringList flags;           ///< of these ids, from the licence catalogue ("advertising-clause"); empty without one
    QString circumstance;        ///< id of a circumstance; empty for a judgement of files
};

/// A name, or the beginning of one when written with a trailing "*" in the policy data.
struct NamePattern {
    QString text;
    bool prefix = false;
    explicit NamePattern(const QString &written);
    bool matches(const QString &name) const { return prefix ? name.startsWith(text) : name == text; }
};

/// Which judgements a rule speaks about. Everything that is set must hold; within one list any entry suffices.
struct Condition {
    quint32 classes = 0;  ///< bits by LicenceClass; 0 = any
    quint32 bases = 0;    ///< bits by Basis; 0 = any
    quint32 rights = 0;   ///< bits by Right; 0 = any
    std::vector<NamePattern> groups, terms, products, agreements, expressions, kinds, components;
    std::vector<NamePattern> flags;          ///< of the licence ids, see LicenceInfo::flags
    std::vector<NamePattern> circumstances;  ///< speaks of circumstances only, and of no judgement of files
    std::vector<NamePattern> noExpressions;  ///< none of these ids may be named
    std::optional<bool> newerEdition;        ///< a newer edition of the agreement lists the file
    std::optional<bool> ghostOnly;           ///< nothing of it is left at run time

    bool matches(const RuleSubject &subject) const;
    bool isClassOnly() const;  ///< asks for nothing but the class
};

}  // namespace waybill
