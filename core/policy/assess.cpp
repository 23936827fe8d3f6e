// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licenceexpression.h"
#include "core/policy/assessor.h"
#include "core/policy/policyprivate.h"

#include <QSet>

#include <algorithm>

namespace waybill {

namespace {

bool isRead(const Inventory &inventory)
{
    const auto tellsOfGap = [](const ImageNote &note) { return note.incomplete; };
    return inventory.isComplete() && !inventory.partial
        && std::none_of(inventory.notes.begin(), inventory.notes.end(), tellsOfGap)
        && std::none_of(inventory.image.notes.begin(), inventory.image.notes.end(), tellsOfGap);
}

void sortUnique(QStringList &list)
{
    list.sort();
    list.removeDuplicates();
}

/// The stricter of two effects of one finding; reason and clause come from the one that decides.
Effect stricter(const Effect &a, const Effect &b)
{
    const auto weight
        = [](const Effect &effect) { return std::tie(effect.permission, effect.risk, effect.clause, effect.whyEn); };
    Effect result = weight(a) < weight(b) ? b : a;
    result.permission = std::max(a.permission, b.permission);
    result.risk = worse(a.risk, b.risk);
    for (const QString &duty : a.duties + b.duties) {
        if (!result.duties.contains(duty))
            result.duties.append(duty);
    }
    std::sort(result.duties.begin(), result.duties.end());
    return result;
}

}  // namespace

Assessor::Assessor(const Policy &policy, const PolicyData &data, const Inventory &inventory, const Answers &answers)
    : m_data(data), m_inventory(inventory), m_subjects(inventory), m_answers(answers)
{
    m_policyVersion = policy.version();
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        if (it.key().startsWith(dutyKey({})) && it.value().startsWith(QLatin1String("done")))
            m_doneDuties.insert(it.key().mid(dutyKey({}).size()));
    }
    for (const Question &question : data.questions)
        m_choices.insert(question.id, policy.choiceFor(question.id, answers));
    for (const Scenario scenario : allScenarios)
        m_treatedAs[static_cast<size_t>(scenario)] = policy.treatedAs(scenario, answers);
    m_anyTreatedAs = m_treatedAs != allScenarios;
    for (const Question &question : data.questions) {
        const QString answer = answers.value(question.id);
        if (answer.isEmpty() || answer == QLatin1String("unknown"))
            m_open.insert(question.id);
    }
}

/// A gathering rule asks one question about an agreement, however many components it concerns: one decision answers it.
QString Assessor::keyOf(const RuleData &rule, const Judgement &judgement, const SubjectName &name) const
{
    const FileRight &right = judgement.right;
    if (rule.gatherByAgreement && !right.editionId.isEmpty())
        return rule.text.id % QLatin1Char('@') % right.editionId % QLatin1Char('>') % right.newerEditionId;
    QString key = rule.text.id % QLatin1Char('@') % name.key;
    if (!right.group.isEmpty())
        key += QLatin1Char('#') % right.group;
    return key;
}

bool Assessor::isActive(const ModifierData &modifier) const
{
    const auto holds = [&](const auto &entry) { return entry.second.contains(m_choices.value(entry.first)); };
    return std::all_of(modifier.answers.begin(), modifier.answers.end(), holds)
        && std::none_of(modifier.unless.begin(), modifier.unless.end(), holds);
}

const Assessor::Reading &Assessor::readingOf(const QString &expression)
{
    const auto known = m_readings.constFind(expression);
    if (known != m_readings.constEnd())
        return *known;
    Reading reading;
    QString read = expression;
    if (m_data.catalog && expression.contains(QLatin1String(" OR "))) {
        const QString arm = m_answers.value(licenceChoiceKey(expression));
        if (!arm.isEmpty() && licenceChoices(expression, *m_data.catalog).contains(arm)) {
            read = arm;
            reading.chosen = LicenceExpression::parse(arm)->evaluate(*m_data.catalog);
        }
    }
    reading.ids = licenceIdsOf(read);
    for (const QString &id : std::as_const(reading.ids)) {
        if (const LicenceInfo *info = m_data.catalog ? m_data.catalog->find(id) : nullptr)
            reading.flags += info->flags;
    }
    return *m_readings.insert(expression, std::move(reading));
}

RuleSubject Assessor::subjectOf(const Judgement &judgement)
{
    const Reading &reading = readingOf(judgement.expression);
    RuleSubject subject(judgement, m_inventory.component(judgement), reading.ids);
    subject.flags = reading.flags;
    return subject;
}

size_t Assessor::newFinding(const QString &key, const RuleData &rule, EffectRow row, LicenceClass cls, const QString &subject)
{
    m_byKey.insert(key, m_findings.size());
    Finding finding;
    finding.key = key;
    finding.ruleId = rule.text.id;
    finding.effects = std::move(row);
    finding.licenceClass = cls;
    finding.subject = subject;
    finding.ownTerms = rule.ownTerms;
    m_findings.push_back(std::move(finding));
    m_expressions.emplace_back();
    m_documents.emplace_back();
    m_gathered.emplace_back();
    return m_findings.size() - 1;
}

/// The judgement under the arm that the user recorded, when its expression offers a choice.
Judgement Assessor::chosen(const Judgement &judgement)
{
    Judgement result = judgement;
    result.licenceClass = readingOf(judgement.expression).chosen.value_or(judgement.licenceClass);
    return result;
}

void Assessor::add(quint32 index)
{
    const Judgement &written = m_inventory.judgements[index];
    if (written.liveFiles == 0 && written.ghostFiles == 0)
        return;
    const bool decided = readingOf(written.expression).chosen.has_value();
    const Judgement copy = decided ? chosen(written) : Judgement();
    const Judgement &judgement = decided ? copy : written;
    const RuleSubject subject = subjectOf(judgement);
    const RuleData &rule = *m_data.ruleFor(subject);
    const SubjectName name = m_subjects.nameOf(JudgementId(index));
    const QString key = keyOf(rule, judgement, name);
    EffectRow row = effectsOf(rule, subject);
    const auto known = m_byKey.constFind(key);
    size_t at = known == m_byKey.constEnd() ? m_findings.size() : *known;
    if (at == m_findings.size()) {
        at = newFinding(key, rule, std::move(row), judgement.licenceClass, name.display);
    } else {
        Finding &finding = m_findings[at];
        for (size_t s = 0; s < row.size(); ++s)
            finding.effects[s] = stricter(finding.effects[s], row[s]);
        if (licenceClassRank(judgement.licenceClass) > licenceClassRank(finding.licenceClass))
            finding.licenceClass = judgement.licenceClass;
    }
    if (rule.gatherByAgreement)
        m_gathered[at].append(name.display);
    addFacts(at, rule, index);
}

QByteArray Assessor::signatureOf(quint32 index)
{
    const Judgement &written = m_inventory.judgements[index];
    const Judgement judgement = chosen(written);
    const RuleSubject subject = subjectOf(judgement);
    const RuleData &rule = *m_data.ruleFor(subject);
    QByteArray signature = rule.text.id.toUtf8() + ' ' + licenceClassId(judgement.licenceClass).data();
    signature += written.liveFiles == 0 ? " g" : " l";
    for (size_t i = 0; i < m_data.modifiers.size(); ++i) {
        if (m_data.modifiers[i].when.matches(subject))
            signature += ' ' + QByteArray::number(quint64(i));
    }
    return signature;
}

void Assessor::addCircumstance(const Circumstance &circumstance)
{
    Judgement stand;
    RuleSubject subject(stand, nullptr, {});
    subject.circumstance = circumstance.id;
    const RuleData *rule = m_data.ruleFor(subject);
    if (!rule || !rule->shownAs)
        return;
    stand.licenceClass = *rule->shownAs;
    const QString key = rule->text.id % QLatin1Char('@') % circumstance.subject.key;
    EffectRow row = effectsOf(*rule, subject, circumstance.detail);
    const size_t at = newFinding(key, *rule, std::move(row), *rule->shownAs, circumstance.subject.display);
    m_findings[at].ownTerms = true;  // the files count as unknown or not by their own findings
    m_documents[at].append(rule->document);
    for (const JudgementId id : circumstance.judgements)
        addJudgement(at, *rule, id.value);
}

void Assessor::addJudgement(size_t at, const RuleData &rule, quint32 index)
{
    const Judgement &judgement = m_inventory.judgements[index];
    Finding &finding = m_findings[at];
    finding.liveFiles += judgement.liveFiles;
    finding.ghostFiles += judgement.ghostFiles;
    finding.liveBytes += judgement.liveBytes;
    finding.ghostBytes += judgement.ghostBytes;
    finding.judgements.push_back(JudgementId(index));
    finding.layers.insert(finding.layers.end(), judgement.layers.begin(), judgement.layers.end());
    if (judgement.component.isValid() && judgement.component < finding.component)
        finding.component = judgement.component;
    if (!judgement.expression.isEmpty())
        m_expressions[at].append(judgement.expression);
    QString document = rule.document;
    if (!judgement.right.editionId.isEmpty() && !rule.shownAs)
        document += QLatin1String("; ") % m_data.editionTitle(judgement.right.editionId);
    m_documents[at].append(document);
}

void Assessor::addFacts(size_t at, const RuleData &rule, quint32 index)
{
    const Judgement &judgement = m_inventory.judgements[index];
    addJudgement(at, rule, index);
    m_assessment.assessedFiles += judgement.liveFiles + judgement.ghostFiles;
    m_assessment.assessedBytes += judgement.liveBytes + judgement.ghostBytes;
    if (judgement.licenceClass == LicenceClass::Unknown && !rule.ownTerms) {
        m_assessment.unknownFiles += judgement.liveFiles + judgement.ghostFiles;
        m_assessment.unknownBytes += judgement.liveBytes + judgement.ghostBytes;
    }
}

void Assessor::finish(size_t at)
{
    Finding &finding = m_findings[at];
    std::sort(finding.layers.begin(), finding.layers.end());
    finding.layers.erase(std::unique(finding.layers.begin(), finding.layers.end()), finding.layers.end());
    sortUnique(m_documents[at]);
    finding.document = m_documents[at].join(QLatin1String("; "));
    if (QStringList &names = m_gathered[at]; !names.isEmpty()) {
        constexpr qsizetype namesShown = 4;
        sortUnique(names);
        finding.subject = names.mid(0, namesShown).join(QLatin1String(", "))
            % (names.size() > namesShown ? QStringLiteral(", …") : QString());
    }
    QStringList &expressions = m_expressions[at];
    sortUnique(expressions);
    for (QString &expression : expressions) {
        if (expressions.size() > 1 && expression.contains(QLatin1String(" OR ")))
            expression = QLatin1Char('(') % expression % QLatin1Char(')');
    }
    finding.expression = expressions.join(QLatin1String(" AND "));

    if (finding.ghostOnly()) {
        for (const Scenario scenario : {Scenario::Internal, Scenario::Saas}) {
            Effect &effect = finding.effects[static_cast<size_t>(scenario)];
            effect = Effect {finding.isUnknown() ? effect.risk : RiskLevel::Safe,
                             Permission::Permitted,
                             effect.clause,
                             m_data.ghostWhy.en,
                             m_data.ghostWhy.zh,
                             {}};
        }
    }
    if (!m_anyTreatedAs)
        return;
    const auto row = finding.effects;
    for (size_t s = 0; s < row.size(); ++s)
        finding.effects[s] = row[static_cast<size_t>(m_treatedAs[s])];
}

void Assessor::sortFindings()
{
    // Findings are large; places are sorted first and each finding moves once.
    std::vector<std::pair<RiskLevel, size_t>> order;
    for (size_t i = 0; i < m_findings.size(); ++i) {
        RiskLevel worst = RiskLevel::NotAssessed;
        for (const Effect &effect : m_findings[i].effects)
            worst = worse(worst, effect.risk);
        order.emplace_back(worst, i);
    }
    std::sort(order.begin(), order.end(), [&](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : m_findings[a.second].key < m_findings[b.second].key;
    });
    m_assessment.findings.reserve(order.size());
    for (const auto &[level, place] : order)
        m_assessment.findings.push_back(std::move(m_findings[place]));
}

Assessment Assessor::run(const std::vector<Circumstance> &circumstances)
{
    for (const ModifierData &modifier : m_data.modifiers) {
        m_active.push_back(isActive(modifier));
        m_noted.push_back(modifier.answers.empty() && modifier.unless.empty());
    }
    m_findings.reserve(m_inventory.judgements.size());
    m_byKey.reserve(static_cast<qsizetype>(m_inventory.judgements.size()));
    for (quint32 i = 0; i < m_inventory.judgements.size(); ++i)
        add(i);
    for (const Circumstance &circumstance : circumstances)
        addCircumstance(circumstance);
    for (size_t i = 0; i < m_findings.size(); ++i)
        finish(i);

    sortFindings();
    for (const TreatAs &entry : m_data.treatAs) {
        if (!m_assessment.findings.empty() && m_open.contains(entry.question))
            m_mattering.insert(entry.question);
    }
    for (const Question &question : m_data.questions) {
        if (m_mattering.contains(question.id))
            m_assessment.assumptions.append(question.id);
    }
    m_assessment.policyVersion = m_policyVersion;
    m_assessment.complete = isRead(m_inventory);
    concludeVerdicts(m_assessment);
    return std::move(m_assessment);
}

Assessment Policy::assess(const Inventory &inventory, const Answers &answers) const
{
    return assess(inventory, answers, linkFactsOf(inventory, d->data.catalog.get()));
}

Assessment Policy::assess(const Inventory &inventory, const Answers &answers, const std::vector<LinkFact> &links) const
{
    return Assessor(*this, d->data, inventory, answers).run(circumstancesOf(inventory, links));
}

}  // namespace waybill
