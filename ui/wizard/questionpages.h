// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"

#include <QWizardPage>

class QLabel;

namespace waybill {

class ChoiceList;
class Session;

/// A page of the scenario wizard that answers the number keys.
class WizardPage : public QWizardPage
{
    Q_OBJECT
public:
    using QWizardPage::QWizardPage;
    /// Picks an answer by its number, from 1; false when there is none.
    virtual bool pick(int place) = 0;
};

/// First page: who will run the software. Five cards and "not sure".
class ScenarioPage : public WizardPage
{
    Q_OBJECT
public:
    explicit ScenarioPage(Session *session, QWidget *parent = nullptr);
    void initializePage() override;
    bool isComplete() const override;
    bool pick(int place) override;
    bool wantsHelp() const;

private:
    void onPicked(const QString &id);
    Session *m_session;
    ChoiceList *m_cards;
};

/// Three yes/no questions that end on a card.
class HelpPage : public WizardPage
{
    Q_OBJECT
public:
    explicit HelpPage(Session *session, QWidget *parent = nullptr);
    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;
    bool pick(int place) override;
    std::optional<Scenario> result() const;  ///< what the answers so far lead to

private:
    enum Step { OutsideCopy, OverNetwork, InDevice, BuiltIn, StepCount };
    void addStep(Step step, const QString &text);
    void update();
    std::vector<Step> shown() const;  ///< steps that the answers call for, in order
    bool yes(Step step) const;
    bool answered(Step step) const;
    Session *m_session;
    std::array<QLabel *, StepCount> m_texts {};
    std::array<ChoiceList *, StepCount> m_answers {};
    QLabel *m_result;
};

/// One question of the policy.
class QuestionPage : public WizardPage
{
    Q_OBJECT
public:
    QuestionPage(Session *session, const Question &question, QWidget *parent = nullptr);
    void initializePage() override;
    bool isComplete() const override;
    bool pick(int place) override;

private:
    void onPicked(const QString &choice);
    Session *m_session;
    void showEffects();
    void showParts();
    const Question &m_question;  ///< lives in the policy
    ChoiceList *m_choices;
    QLabel *m_effects;  ///< what each answer would lead to
    QLabel *m_parts;    ///< what in this image the question is about
};

}  // namespace waybill
