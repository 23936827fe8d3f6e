// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceclass.h"
#include "core/policy/scenario.h"
#include "core/review/review.h"

#include <QRegularExpression>
#include <QStringList>

#include <functional>

namespace waybill {

/// What a filter looks at in one finding.
struct FilterFacts {
    RiskLevel risk = RiskLevel::NotAssessed;
    LicenceClass licenceClass = LicenceClass::Unknown;
    std::optional<DecisionAction> decision;
    bool undecided = false;  ///< holds the verdict and waits for a decision
    bool ghostOnly = false;
    std::vector<int> layers;  ///< from 0
    QString subject, expression, rule;
    /// True when any file of the finding satisfies the test; asked only by terms about paths.
    std::function<bool(const std::function<bool(const QString &path)> &)> anyFile;
};

/// A parsed filter line: words and `risk:>=high class:SC,NC status:undecided layer:7 path:/usr/** pkg:bash rule:EMB-* re:"…"`.
/// Terms are joined by AND, values within a term by OR; a leading minus negates. A plain value without any view.
class FindingFilter
{
public:
    static FindingFilter parse(const QString &text);

    QString text() const { return m_text; }
    bool isEmpty() const { return m_terms.empty(); }
    /// The word that could not be understood, or empty. Such words hide nothing.
    QString badWord() const { return m_badWord; }
    bool matches(const FilterFacts &facts) const;

private:
    enum class Key { Text, Risk, Class, Status, Layer, Path, Package, Rule, Regex };
    struct Term {
        Key key = Key::Text;
        bool negated = false;
        std::vector<RiskLevel> risks;
        std::vector<LicenceClass> classes;
        QStringList words;
        std::vector<int> layers;
        std::vector<QRegularExpression> patterns;
    };
    static bool fill(Term &term, const QString &key, const QString &value);
    static bool satisfied(const Term &term, const FilterFacts &facts);
    QString m_text;
    QString m_badWord;
    std::vector<Term> m_terms;
};

}  // namespace waybill
