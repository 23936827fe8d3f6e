// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/questionpages.h"

#include "core/policy/whatif.h"
#include "core/report/messages.h"
#include "ui/session/session.h"
#include "ui/wizard/choicelist.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace waybill {

namespace {

const QString helpId = QStringLiteral("help");

QString language()
{
    return QLocale().name();
}

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void addWhy(QVBoxLayout *layout, const QString &text, QWidget *parent)
{
    QLabel *head = wrapped(HelpPage::tr("Why we ask"), parent);
    QFont bold = head->font();
    bold.setBold(true);
    head->setFont(bold);
    QLabel *why = wrapped(text, parent);
    why->setObjectName(QStringLiteral("why"));
    layout->addSpacing(layout->spacing());
    layout->addWidget(head);
    layout->addWidget(why);
}

}  // namespace

ScenarioPage::ScenarioPage(Session *session, QWidget *parent)
    : WizardPage(parent), m_session(session), m_cards(new ChoiceList(this))
{
    setTitle(tr("Who will run this software?"));
    QList<ChoiceList::Choice> cards;
    for (const ScenarioText &scenario : session->services().policy->scenarios())
        cards.append({scenarioId(scenario.scenario), scenario.title.in(language()), scenario.card.in(language())});
    cards.append({helpId, tr("Not sure, help me choose"), tr("Three short questions lead to one of the answers above.")});
    m_cards->setChoices(cards);
    m_cards->setAccessibleName(title());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_cards);
    addWhy(layout,
           tr("Most licences tie their conditions to who receives a copy. The same image can be fine for a service and "
              "not for a device."),
           this);
    layout->addStretch();
    connect(m_cards, &ChoiceList::picked, this, &ScenarioPage::onPicked);
}

void ScenarioPage::initializePage()
{
    m_cards->setChosen(scenarioId(m_session->review().scenario));
    m_cards->focusChosen();
}

bool ScenarioPage::isComplete() const
{
    return !m_cards->chosen().isEmpty();
}

bool ScenarioPage::pick(int place)
{
    return m_cards->pick(place);
}

bool ScenarioPage::wantsHelp() const
{
    return m_cards->chosen() == helpId;
}

void ScenarioPage::onPicked(const QString &id)
{
    if (const auto scenario = scenarioFromId(id))
        m_session->setScenario(*scenario);
    Q_EMIT completeChanged();
}

HelpPage::HelpPage(Session *session, QWidget *parent) : WizardPage(parent), m_session(session), m_result(wrapped({}, this))
{
    setTitle(tr("Which way of delivery is it?"));
    setLayout(new QVBoxLayout);
    addStep(OutsideCopy, tr("Does anybody outside our company receive a copy of the software?"));
    addStep(OverNetwork, tr("Do people outside our company use it over a network?"));
    addStep(InDevice, tr("Is it inside a device that we sell or rent?"));
    addStep(BuiltIn, tr("Do the recipients build it into products of their own and pass those on?"));
    m_result->setObjectName(QStringLiteral("result"));
    layout()->addWidget(m_result);
    static_cast<QVBoxLayout *>(layout())->addStretch();
    update();
}

void HelpPage::addStep(Step step, const QString &text)
{
    m_texts[step] = wrapped(text, this);
    m_answers[step] = new ChoiceList(this);
    m_answers[step]->setChoices({{QStringLiteral("yes"), tr("Yes"), {}}, {QStringLiteral("no"), tr("No"), {}}});
    m_answers[step]->setAccessibleName(text);
    layout()->addWidget(m_texts[step]);
    layout()->addWidget(m_answers[step]);
    connect(m_answers[step], &ChoiceList::picked, this, [this] { update(); });
}

void HelpPage::initializePage()
{
    update();
    m_answers[OutsideCopy]->focusChosen();
}

bool HelpPage::yes(Step step) const
{
    return m_answers[step]->chosen() == QLatin1String("yes");
}

bool HelpPage::answered(Step step) const
{
    return !m_answers[step]->chosen().isEmpty();
}

std::vector<HelpPage::Step> HelpPage::shown() const
{
    if (!answered(OutsideCopy))
        return {OutsideCopy};
    if (!yes(OutsideCopy))
        return {OutsideCopy, OverNetwork};
    if (answered(InDevice) && !yes(InDevice))
        return {OutsideCopy, InDevice, BuiltIn};
    return {OutsideCopy, InDevice};
}

std::optional<Scenario> HelpPage::result() const
{
    if (!answered(shown().back()))
        return std::nullopt;
    switch (shown().back()) {
    case OverNetwork:
        return yes(OverNetwork) ? Scenario::Saas : Scenario::Internal;
    case InDevice:
        return Scenario::Embedded;
    case BuiltIn:
        return yes(BuiltIn) ? Scenario::Sdk : Scenario::OnPremises;
    default:
        return std::nullopt;
    }
}

void HelpPage::update()
{
    const std::vector<Step> steps = shown();
    for (int step = 0; step < StepCount; ++step) {
        const bool visible = std::find(steps.begin(), steps.end(), step) != steps.end();
        m_texts[static_cast<size_t>(step)]->setVisible(visible);
        m_answers[static_cast<size_t>(step)]->setVisible(visible);
    }
    const std::optional<Scenario> scenario = result();
    QString text;
    if (scenario) {
        for (const ScenarioText &card : m_session->services().policy->scenarios()) {
            if (card.scenario == *scenario)
                text = tr("That is: %1. %2", "way of delivery and its description")
                           .arg(card.title.in(language()), card.card.in(language()));
        }
    }
    m_result->setText(text);
    Q_EMIT completeChanged();
}

bool HelpPage::isComplete() const
{
    return result().has_value();
}

bool HelpPage::validatePage()
{
    if (const auto scenario = result())
        m_session->setScenario(*scenario);
    return result().has_value();
}

bool HelpPage::pick(int place)
{
    // The number answers the first open question, or the last one again.
    const std::vector<Step> steps = shown();
    const auto open = std::find_if(steps.begin(), steps.end(), [&](Step step) { return !answered(step); });
    return m_answers[open == steps.end() ? steps.back() : *open]->pick(place);
}

QuestionPage::QuestionPage(Session *session, const Question &question, QWidget *parent)
    : WizardPage(parent), m_session(session), m_question(question), m_choices(new ChoiceList(this)), m_effects(new QLabel(this)),
      m_parts(new QLabel(this))
{
    setTitle(question.text.in(language()));
    QList<ChoiceList::Choice> choices;
    for (const Question::Choice &choice : question.choices)
        choices.append({choice.id, choice.text.in(language()), {}});
    m_choices->setChoices(choices);
    m_choices->setAccessibleName(title());
    auto *layout = new QVBoxLayout(this);
    m_parts->setObjectName(QStringLiteral("parts"));
    m_parts->setWordWrap(true);
    m_parts->setTextFormat(Qt::PlainText);
    layout->addWidget(m_parts);
    layout->addWidget(m_choices);
    m_effects->setObjectName(QStringLiteral("effects"));
    m_effects->setWordWrap(true);
    layout->addWidget(m_effects);
    addWhy(layout, question.why.in(language()), this);
    layout->addStretch();
    connect(m_choices, &ChoiceList::picked, this, &QuestionPage::onPicked);
}

void QuestionPage::initializePage()
{
    m_choices->setChosen(m_session->review().answers.value(m_question.id));
    m_choices->focusChosen();
    showParts();
    showEffects();
    Q_EMIT completeChanged();
}

/// Whoever is asked whether something was changed has to know what.
void QuestionPage::showParts()
{
    constexpr qsizetype namesShown = 12;
    QStringList names;
    for (const Finding &finding : m_session->review().assessed.findings) {
        if (std::find(m_question.lists.begin(), m_question.lists.end(), finding.licenceClass) != m_question.lists.end())
            names.append(displayText(finding.subject));
    }
    names.removeDuplicates();
    names.sort();
    const qsizetype more = names.size() - namesShown;
    QString text = names.mid(0, namesShown).join(QStringLiteral(", "));
    if (more > 0)
        text += QStringLiteral(", ") + tr("and %n more", nullptr, static_cast<int>(more));
    m_parts->setText(names.isEmpty() ? QString() : tr("In this image: %1").arg(text));
    m_parts->setVisible(!names.isEmpty());
}

/// The verdict now, and which answers would flip it.
void QuestionPage::showEffects()
{
    if (!m_session->inventory())
        return m_effects->clear();
    const Review &review = m_session->review();
    const WhatIf whatIf(*m_session->services().policy, *m_session->inventory(), review.answers);
    const AnswerOutcome now = whatIf.current(review.scenario);
    QStringList lines {
        tr("Verdict with the answers so far: %1, risk %2").arg(Messages::verdict(now.verdict), Messages::risk(now.risk))};
    for (const AnswerOutcome &outcome : whatIf.outcomes(review.scenario)) {
        if (outcome.question != m_question.id || !outcome.changes)
            continue;
        const auto choice = std::find_if(m_question.choices.begin(), m_question.choices.end(),
                                         [&](const Question::Choice &c) { return c.id == outcome.choice; });
        const auto duties = static_cast<int>(outcome.duties.size());
        lines.append(tr("\"%1\" would make it: %2, risk %3, %n duty(ies)", nullptr, duties)
                         .arg(choice->text.in(language()), Messages::verdict(outcome.verdict), Messages::risk(outcome.risk)));
    }
    m_effects->setText(lines.join(QLatin1Char('\n')));
}

bool QuestionPage::isComplete() const
{
    return !m_choices->chosen().isEmpty();
}

bool QuestionPage::pick(int place)
{
    return m_choices->pick(place);
}

void QuestionPage::onPicked(const QString &choice)
{
    Answers answers = m_session->review().answers;
    answers.insert(m_question.id, choice);
    m_session->setAnswers(answers);
    showEffects();
    Q_EMIT completeChanged();
}

}  // namespace waybill
