// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/verdictpage.h"

#include "core/policy/whatif.h"
#include "core/report/messages.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace waybill {

namespace {

constexpr int iconSide = 40;

/// What one verdict asks for, in findings.
struct Work {
    int remove = 0, decide = 0, source = 0, notices = 0;
};

Work workOf(const Assessment &assessment, Scenario scenario)
{
    Work work;
    for (const Finding &finding : assessment.findings) {
        const Effect &effect = finding.effect(scenario);
        if (effect.permission == Permission::NotPermitted) {
            ++work.remove;
            continue;
        }
        work.decide += effect.permission == Permission::Undetermined ? 1 : 0;
        const auto isSource = [](const QString &duty) {
            return duty.startsWith(QLatin1String("source-")) || duty == QLatin1String("network-source");
        };
        work.source += std::any_of(effect.duties.begin(), effect.duties.end(), isSource) ? 1 : 0;
        work.notices += effect.duties.contains(QLatin1String("notices")) ? 1 : 0;
    }
    return work;
}

}  // namespace

VerdictPage::VerdictPage(Session *session, QWidget *parent)
    : QWizardPage(parent), m_session(session), m_content(new QWidget(this))
{
    setTitle(tr("Verdict"));
    auto *layout = new QVBoxLayout(m_content);
    m_icon = new QLabel(m_content);
    m_verdict = new QLabel(m_content);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_icon);
    head->addWidget(m_verdict, 1);
    layout->addLayout(head);
    m_sentence = addText(QStringLiteral("sentence"));
    m_treated = addText(QStringLiteral("treated"));
    m_todo = addText(QStringLiteral("todo"), tr("What has to be done"));
    m_assumptions = addText(QStringLiteral("assumptions"), tr("Open assumptions"));
    m_flips = addText(QStringLiteral("flips"), tr("Answers that would change the verdict"));
    m_answers = addText(QStringLiteral("answers"), tr("Your answers"));
    m_answers->setTextFormat(Qt::RichText);
    m_answers->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_answers, &QLabel::linkActivated, this, &VerdictPage::editRequested);
    m_alternatives = addText(QStringLiteral("alternatives"), tr("Other ways of delivery"));
    m_reading = addText(QStringLiteral("reading"), tr("What this rests on"));
    m_disclaimer = addText(QStringLiteral("disclaimer"));
    layout->addStretch();

    m_content->installEventFilter(this);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

/// Wrapped texts need more height the narrower the page is; a scroll area asks for the least height only, and would cut them.
void VerdictPage::fitTexts()
{
    const QMargins margins = m_content->layout()->contentsMargins();
    const int width = m_content->width() - margins.left() - margins.right();
    for (QLabel *label :
         {m_sentence, m_treated, m_todo, m_assumptions, m_flips, m_answers, m_alternatives, m_reading, m_disclaimer}) {
        label->setMinimumHeight(0);
        label->setMinimumHeight(std::max(0, label->heightForWidth(width)));
    }
}

bool VerdictPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::Resize)
        fitTexts();
    return QWizardPage::eventFilter(watched, event);
}

QLabel *VerdictPage::addText(const QString &name, const QString &heading)
{
    QLabel *above = nullptr;
    if (!heading.isEmpty()) {
        above = new QLabel(heading, m_content);
        QFont bold = above->font();
        bold.setBold(true);
        above->setFont(bold);
        above->setTextFormat(Qt::PlainText);
        m_content->layout()->addWidget(above);
    }
    auto *label = new QLabel(m_content);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_content->layout()->addWidget(label);
    if (above)
        m_headings.insert(label, above);
    return label;
}

void VerdictPage::set(QLabel *label, const QStringList &lines)
{
    label->setText(lines.join(QLatin1Char('\n')));
    const bool any = !lines.isEmpty() && !label->text().isEmpty();
    label->setVisible(any);
    if (QLabel *heading = m_headings.value(label))
        heading->setVisible(any);
}

void VerdictPage::initializePage()
{
    refresh();
}

void VerdictPage::refresh()
{
    setSubTitle(Messages::scenario(m_session->review().scenario));
    const bool ready = m_session->inventory() != nullptr;
    showVerdict();
    set(m_treated, {treatedAs()});
    set(m_todo, ready ? todo() : QStringList());
    set(m_assumptions, ready ? assumptions() : QStringList());
    set(m_flips, ready ? flips() : QStringList());
    showAnswers();
    set(m_alternatives, ready ? alternatives() : QStringList());
    set(m_reading, {reading()});
    set(m_disclaimer, {Messages::disclaimer()});
    fitTexts();
}

void VerdictPage::showVerdict()
{
    if (!m_session->inventory()) {
        m_icon->clear();
        m_verdict->setText(tr("No image has been read yet."));
        set(m_sentence, {tr("The answers are kept; the verdict appears here once an image is open.")});
        return;
    }
    const ScenarioVerdict &verdict = m_session->review().concluded.verdict(m_session->review().scenario);
    m_icon->setPixmap(Theme::verdictIcon(verdict.verdict).pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_verdict->setFont(large);
    m_verdict->setText(Messages::verdict(verdict.verdict));
    set(m_sentence, {Messages::verdictSentence(verdict), tr("Risk: %1").arg(Messages::risk(verdict.risk))});
    m_verdict->setAccessibleDescription(m_sentence->text());
}

QString VerdictPage::treatedAs() const
{
    const Scenario scenario = m_session->review().scenario;
    const Scenario treated = m_session->services().policy->treatedAs(scenario, m_session->review().answers);
    if (treated == scenario)
        return {};
    return tr("Treated as \"%1\" from here on, because a copy leaves the company.").arg(Messages::scenario(treated));
}

QStringList VerdictPage::todo() const
{
    const Work work = workOf(m_session->review().concluded, m_session->review().scenario);
    QStringList lines;
    if (work.remove > 0)
        lines.append(tr("%n finding(s) must be removed or replaced", nullptr, work.remove));
    if (work.decide > 0)
        lines.append(tr("%n finding(s) need a decision", nullptr, work.decide));
    if (work.source > 0)
        lines.append(tr("%n finding(s) need source code offered", nullptr, work.source));
    if (work.notices > 0)
        lines.append(tr("%n finding(s): keep their notices", nullptr, work.notices));
    return lines;
}

QStringList VerdictPage::assumptions() const
{
    const Policy &policy = *m_session->services().policy;
    const Review &review = m_session->review();
    const Scenario treated = policy.treatedAs(review.scenario, review.answers);
    const QString language = QLocale().name();
    QStringList lines;
    for (const QString &id : review.concluded.assumptions) {
        const Question *question = policy.question(id);
        if (!question)
            continue;
        const auto &asked = question->asked;
        if (std::find(asked.begin(), asked.end(), review.scenario) == asked.end()
            && std::find(asked.begin(), asked.end(), treated) == asked.end())
            continue;
        const bool answered = review.answers.contains(id);
        lines.append(answered ? tr("%1: not known, taken cautiously").arg(question->title.in(language))
                              : tr("%1: not answered").arg(question->title.in(language)));
    }
    return lines;
}

/// Answers that would lead to another verdict.
QStringList VerdictPage::flips() const
{
    const Policy &policy = *m_session->services().policy;
    const Review &review = m_session->review();
    const QString language = QLocale().name();
    const WhatIf whatIf(policy, *review.inventory, review.answers);
    const Verdict now = whatIf.current(review.scenario).verdict;
    QStringList lines;
    for (const AnswerOutcome &outcome : whatIf.outcomes(review.scenario)) {
        if (outcome.verdict == now)
            continue;
        const Question &question = *policy.question(outcome.question);
        const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                         [&](const Question::Choice &c) { return c.id == outcome.choice; });
        lines.append(tr("%1, \"%2\": %3", "question, answer, verdict")
                         .arg(question.title.in(language), choice->text.in(language), Messages::verdict(outcome.verdict)));
    }
    return lines;
}

/// The answers given, each with a link back to its question.
void VerdictPage::showAnswers()
{
    const Policy &policy = *m_session->services().policy;
    const QString language = QLocale().name();
    QStringList lines;
    for (const Question &question : policy.questions()) {
        const QString given = m_session->review().answers.value(question.id);
        const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                         [&](const Question::Choice &c) { return c.id == given; });
        if (choice == question.choices.end())
            continue;
        lines.append(tr("%1: %2", "question and answer")
                         .arg(question.title.in(language).toHtmlEscaped(), choice->text.in(language).toHtmlEscaped())
                     + QStringLiteral(" <a href=\"%1\">%2</a>").arg(question.id, tr("Edit")));
    }
    set(m_answers, {lines.join(QStringLiteral("<br>"))});
}

QStringList VerdictPage::alternatives() const
{
    const Assessment &concluded = m_session->review().concluded;
    QStringList lines;
    for (const Scenario scenario : allScenarios) {
        if (scenario == m_session->review().scenario)
            continue;
        const ScenarioVerdict &verdict = concluded.verdict(scenario);
        const QString removals = tr("%n removal(s)", nullptr, workOf(concluded, scenario).remove);
        const QString duties = tr("%n duty(ies)", nullptr, static_cast<int>(verdict.duties.size()));
        lines.append(tr("%1: %2; %3, %4", "way of delivery, verdict, removals, duties")
                         .arg(Messages::scenario(scenario), Messages::verdict(verdict.verdict), removals, duties));
    }
    return lines;
}

QString VerdictPage::reading() const
{
    const QString rules = tr("Rules %1 were applied.").arg(m_session->services().policy->version());
    if (!m_session->inventory())
        return rules;
    const Assessment &assessment = m_session->review().concluded;
    const QString files = tr("%n file(s) were read", nullptr, static_cast<int>(assessment.assessedFiles));
    const QString unknown = tr("the terms of %n file(s) are not known", nullptr, static_cast<int>(assessment.unknownFiles));
    const QString head = assessment.complete ? tr("The image was read completely") : tr("The image was not read completely");
    return tr("%1: %2, %3.", "completeness, files read, files unknown").arg(head, files, unknown) + QLatin1Char(' ') + rules;
}

}  // namespace waybill
