// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/circumstance.h"
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
    Assessment run(const std::vector<Circumstance> &circumstances);
    /// Judgements with equal signatures have equal effects, whatever anybody answers.
    QByteArray signatureOf(quint32 judgement);

private:
    bool isActive(const ModifierData &modifier) const;
    void noteOpenQuestions(const ModifierData &modifier);
    EffectRow effectsOf(const RuleData &rule, const RuleSubject &subject, const QString &detail = {});
    /// What an expression says, after a recorded choice between its arms.
    struct Reading {
        QStringList ids, flags;
        std::optional<LicenceClass> chosen;
    };
    const Reading &readingOf(const QString &expression);
    Judgement chosen(const Judgement &judgement);
    RuleSubject subjectOf(const Judgement &judgement);
    void applyExceptions(const RuleData &rule, const RuleSubject &subject, EffectRow &row) const;
    void add(quint32 index);
    void addCircumstance(const Circumstance &circumstance);
    size_t newFinding(const QString &key, const RuleData &rule, EffectRow row, LicenceClass cls, const QString &subject);
    void addFacts(size_t at, const RuleData &rule, quint32 index);
    void addJudgement(size_t at, const RuleData &rule, quint32 index);
    QString keyOf(const RuleData &rule, const Judgement &judgement, const SubjectName &name) const;
    QString filled(QString text, const FileRight &right, const QString &detail) const;
    void finish(size_t at);
    void sortFindings();

    const PolicyData &m_data;
    const Inventory &m_inventory;
    SubjectNames m_subjects;
    QHash<QString, QString> m_choices;  ///< question -> choice that counts
    std::array<Scenario, scenarioCount> m_treatedAs {};
    bool m_anyTreatedAs = false;
    QSet<QString> m_open;                 ///< questions without a real answer
    QSet<QString> m_mattering;            ///< of those, the ones that could change an effect
    std::vector<bool> m_active, m_noted;  ///< by modifier
    const Answers &m_answers;
    QString m_policyVersion;
    QSet<QString> m_doneDuties;
    QHash<QString, Reading> m_readings;  ///< by expression
    QHash<QString, size_t> m_byKey;
    std::vector<Finding> m_findings;
    std::vector<QStringList> m_expressions, m_documents, m_gathered;  ///< by finding
    Assessment m_assessment;
};

}  // namespace waybill
