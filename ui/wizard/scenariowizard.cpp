// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/scenariowizard.h"

#include "core/policy/whatif.h"
#include "ui/session/session.h"
#include "ui/wizard/questionpages.h"
#include "ui/wizard/verdictpage.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace waybill {

ScenarioWizard::ScenarioWizard(Session *session, QWidget *parent) : QWizard(parent), m_session(session)
{
    setWindowTitle(tr("Scenario wizard"));
    setModal(false);
    setWizardStyle(ClassicStyle);
    setOption(NoBackButtonOnStartPage);
    setButtonText(FinishButton, tr("&Save Scenario"));
    setButtonText(CustomButton1, tr("Open &Findings"));
    setButtonText(CustomButton2, tr("&More Questions"));
    setButtonText(CancelButton, tr("&Close"));
    buildPages();
    buildSteps();
    connectSession();
    setMinimumSize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 30);
}

void ScenarioWizard::buildPages()
{
    m_cards = new ScenarioPage(m_session, this);
    m_verdict = new VerdictPage(m_session, this);
    setPage(WhoRunsIt, m_cards);
    setPage(HelpChoosing, new HelpPage(m_session, this));
    setPage(Verdict, m_verdict);
    int id = FirstQuestion;
    for (const Question &question : m_session->services().policy->questions())
        setPage(id++, new QuestionPage(m_session, question, this));
    setStartId(WhoRunsIt);
}

void ScenarioWizard::buildSteps()
{
    auto *side = new QWidget(this);
    m_steps = new QListWidget(side);
    m_steps->setObjectName(QStringLiteral("steps"));
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setFixedWidth(fontMetrics().averageCharWidth() * 26);
    m_steps->setTextElideMode(Qt::ElideRight);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_length = new QLabel(side);
    auto *layout = new QVBoxLayout(side);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_length);
    setSideWidget(side);
    connect(m_steps, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { onStepActivated(m_steps->row(item)); });
    connect(m_steps, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { onStepActivated(m_steps->row(item)); });
}

void ScenarioWizard::connectSession()
{
    connect(this, &QWizard::currentIdChanged, this, &ScenarioWizard::onPageChanged);
    connect(this, &QWizard::customButtonClicked, this, [this](int which) {
        if (which == CustomButton2)
            askAll();
        else
            Q_EMIT findingsRequested();
    });
    connect(m_verdict, &VerdictPage::editRequested, this, [this](const QString &id) { goTo(pageFor(id)); });
    connect(this, &QDialog::accepted, this, &ScenarioWizard::save);
    const auto follow = [this] {
        refreshSteps();
        if (currentId() == Verdict)
            m_verdict->refresh();
    };
    connect(m_session, &Session::assessmentChanged, this, follow);
    connect(m_session, &Session::inventoryChanged, this, follow);
}

const QStringList &ScenarioWizard::relevant() const
{
    const std::shared_ptr<const Inventory> inventory = m_session->inventory();
    if (inventory && inventory != m_relevantFor) {
        m_relevant = WhatIf(*m_session->services().policy, *inventory, {}).relevantQuestions();
        m_relevantFor = inventory;
    }
    return m_relevant;
}

QStringList ScenarioWizard::questionSequence() const
{
    const QStringList all = asked();
    if (!m_session->inventory())
        return all;
    QStringList first;
    for (const QString &id : all) {
        if (relevant().contains(id))
            first.append(id);
    }
    return m_askAll ? first + otherQuestions() : first;
}

QStringList ScenarioWizard::otherQuestions() const
{
    QStringList rest;
    for (const QString &id : asked()) {
        if (m_session->inventory() && !relevant().contains(id))
            rest.append(id);
    }
    return rest;
}

QStringList ScenarioWizard::asked() const
{
    const Policy &policy = *m_session->services().policy;
    const Scenario scenario = m_session->review().scenario;
    const Scenario treated = policy.treatedAs(scenario, m_session->review().answers);
    QStringList ids;
    for (const Scenario asking : {scenario, treated}) {
        for (const Question &question : policy.questions()) {
            const bool asked = std::find(question.asked.begin(), question.asked.end(), asking) != question.asked.end();
            if (asked && !ids.contains(question.id))
                ids.append(question.id);
        }
    }
    return ids;
}

int ScenarioWizard::pageFor(const QString &questionId) const
{
    const std::vector<Question> &questions = m_session->services().policy->questions();
    const auto found = std::find_if(questions.begin(), questions.end(), [&](const Question &q) { return q.id == questionId; });
    return FirstQuestion + static_cast<int>(found - questions.begin());
}

QString ScenarioWizard::questionOn(int page) const
{
    const std::vector<Question> &questions = m_session->services().policy->questions();
    const auto index = static_cast<size_t>(page - FirstQuestion);
    return page >= FirstQuestion && index < questions.size() ? questions[index].id : QString();
}

std::vector<int> ScenarioWizard::route() const
{
    std::vector<int> pages {WhoRunsIt};
    if (m_cards->wantsHelp())
        pages.push_back(HelpChoosing);
    for (const QString &id : questionSequence())
        pages.push_back(pageFor(id));
    pages.push_back(Verdict);
    return pages;
}

int ScenarioWizard::nextId() const
{
    const std::vector<int> pages = route();
    const auto here = std::find(pages.begin(), pages.end(), currentId());
    if (here == pages.end())
        return currentId() == Verdict ? -1 : Verdict;
    return here + 1 == pages.end() ? -1 : *(here + 1);
}

void ScenarioWizard::onPageChanged(int id)
{
    if (id == Verdict && !m_askAll && !otherQuestions().isEmpty())
        setButtonLayout({BackButton, CustomButton2, Stretch, FinishButton, CustomButton1, CancelButton});
    else if (id == Verdict)
        setButtonLayout({BackButton, Stretch, FinishButton, CustomButton1, CancelButton});
    else
        setButtonLayout({Stretch, BackButton, NextButton, CancelButton});
    refreshSteps();
}

void ScenarioWizard::refreshSteps()
{
    const Policy &policy = *m_session->services().policy;
    const std::vector<int> pages = route();
    m_steps->clear();
    for (size_t i = 0; i < pages.size(); ++i) {
        const QString questionId = questionOn(pages[i]);
        const Question *question = policy.question(questionId);
        QString name = question ? question->title.in(QLocale().name()) : QString();
        bool done = question && m_session->review().answers.contains(questionId);
        if (pages[i] == WhoRunsIt || pages[i] == HelpChoosing) {
            name = pages[i] == WhoRunsIt ? tr("Who runs it") : tr("Help me choose");
            done = currentId() != pages[i];
        } else if (pages[i] == Verdict) {
            name = tr("Verdict");
        }
        const QString text = tr("%1  %2", "number and name of a step").arg(QString::number(i + 1), name);
        auto *item = new QListWidgetItem(done ? text + QStringLiteral(" \u2713") : text, m_steps);
        item->setData(Qt::AccessibleTextRole, done ? tr("%1, answered").arg(text) : text);
        if (pages[i] == currentId())
            m_steps->setCurrentItem(item);
        if (!hasVisitedPage(pages[i]))
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_length->setText(tr("about %n page(s)", nullptr, static_cast<int>(pages.size())));
}

void ScenarioWizard::onStepActivated(int row)
{
    const std::vector<int> pages = route();
    if (row < 0 || row >= static_cast<int>(pages.size()))
        return;
    const int target = pages[static_cast<size_t>(row)];
    // Only backwards: what lies ahead depends on the answers in between. Rebuilding the list waits until the click is done.
    goTo(target);
}

void ScenarioWizard::goTo(int page)
{
    QMetaObject::invokeMethod(
        this,
        [this, page] {
            while (currentId() != page && currentId() != startId() && hasVisitedPage(page))
                back();
            refreshSteps();
        },
        Qt::QueuedConnection);
}

/// The questions without bearing on this image stand before the verdict from now on.
void ScenarioWizard::askAll()
{
    m_askAll = true;
    back();
    next();
}

void ScenarioWizard::save()
{
    if (m_session->reviewPath().isEmpty())
        Q_EMIT saveRequested();
    else
        m_session->save(m_session->reviewPath());
}

void ScenarioWizard::keyPressEvent(QKeyEvent *event)
{
    auto *page = qobject_cast<WizardPage *>(currentPage());
    const int place = event->key() - Qt::Key_0;
    const Qt::KeyboardModifiers others = event->modifiers() & ~Qt::KeypadModifier;
    if (page && place >= 1 && place <= 9 && others == Qt::NoModifier && page->pick(place)) {
        event->accept();
        return;
    }
    QWizard::keyPressEvent(event);
}

void ScenarioWizard::changeEvent(QEvent *event)
{
    QWizard::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && currentId() == Verdict)
        m_verdict->refresh();
}

}  // namespace waybill
