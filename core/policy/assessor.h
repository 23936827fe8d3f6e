// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policydata.h"
#include "core/policy/subjectnames.h"

#include <QHash>
#include <QSet>

namespace waybill {

/// One run of Policy::assess: gathers judgements that the same rule answers for the same subject into findings.
/// Lives on the stack; borrows its arguments.
class Assessor
{
public:
    Assessor(const Policy &policy, const PolicyData &data, const Inventory &inventory, const Answers &answers);
    Assessment run();

private:
    bool isActive(const ModifierData &modifier) const;
    void noteOpenQuestions(const ModifierData &modifier);
    EffectRow effectsOf(const RuleData &rule, const RuleSubject &subject);
    void add(quint32 index);
    void addFacts(size_t at, const RuleData &rule, quint32 index);
    QString keyOf(const RuleData &rule, const Judgement &judgement, const SubjectName &name) const;
    QString filled(QString text, const FileRight &right) const;
    void finish(size_t at);
    void sortFindings();

    const PolicyData &m_data;
    const Inventory &m_inventory;
    SubjectNames m_subjects;
    QHash<QString, QString> m_choices;  ///< question -> choice that counts
    std::array<Scenario, scenarioCount> m_treatedAs {};
    bool m_anyTreatedAs = false;
    QSet<QString> m_open;                      ///< questions without a real answer
    QSet<QString> m_mattering;                 ///< of those, the ones that could change an effect
    std::vector<bool> m_active, m_noted;       ///< by modifier
    QHash<QString, QStringList> m_licenceIds;  ///< by expression
    QHash<QString, size_t> m_byKey;
    std::vector<Finding> m_findings;
    std::vector<QStringList> m_expressions, m_documents, m_gathered;  ///< by finding
    Assessment m_assessment;
};

}  // namespace waybill
