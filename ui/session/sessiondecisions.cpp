// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/session.h"

#include <QSettings>

#include <pwd.h>
#include <unistd.h>

namespace waybill {

namespace {

QString accountName()
{
    // getpwuid_r and not $USER: only the account database knows the full name.
    std::array<char, 4096> buffer {};
    passwd entry {};
    passwd *found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found) {
        const QString full = QString::fromLocal8Bit(found->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed();
        return full.isEmpty() ? QString::fromLocal8Bit(found->pw_name) : full;
    }
    return qEnvironmentVariable("USER");
}

}  // namespace

void Session::setScenario(Scenario scenario)
{
    if (m_review.scenario == scenario)
        return;
    m_review.scenario = scenario;
    // Merely looking at the five answers is no work that could be lost.
    if (!m_reviewPath.isEmpty() || !m_review.decisions.empty() || !m_review.answers.isEmpty()) {
        note(QStringLiteral("scenario"), scenarioId(scenario));
        touch();
    }
    Q_EMIT assessmentChanged();
}

void Session::setAnswers(const Answers &answers)
{
    if (m_review.answers == answers)
        return;
    QStringList changed;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        if (m_review.answers.value(it.key()) != it.value())
            changed.append(it.key() + QLatin1Char('=') + it.value());
    }
    for (auto it = m_review.answers.cbegin(); it != m_review.answers.cend(); ++it) {
        if (!answers.contains(it.key()))
            changed.append(it.key() + QLatin1Char('='));
    }
    m_review.answers = answers;
    note(QStringLiteral("answered"), changed.join(QLatin1Char(' ')));
    touch();
    reassess();
}

void Session::decide(const QStringList &findingKeys, DecisionAction action, const QString &reason)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &key : findingKeys)
        m_review.decisions.push_back({key, action, reason, author(), now, false});
    for (const QString &key : findingKeys)
        note(QStringLiteral("decided"), decisionActionId(action) % QLatin1Char(' ') % key);
    touch();
    m_review.concluded = applyDecisions(m_review.assessed, m_review.decisions);
    Q_EMIT assessmentChanged();
}

void Session::addDecisions(const std::vector<Decision> &decisions)
{
    if (decisions.empty())
        return;
    for (const Decision &decision : decisions) {
        m_review.decisions.push_back(decision);
        note(QStringLiteral("decided"), decisionActionId(decision.action) % QLatin1Char(' ') % decision.findingKey);
    }
    touch();
    m_review.concluded = applyDecisions(m_review.assessed, m_review.decisions);
    Q_EMIT assessmentChanged();
}

void Session::withdraw(const QStringList &findingKeys)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    bool any = false;
    for (const QString &key : findingKeys) {
        const Decision *decision = m_review.decisionOn(key);
        if (!decision)
            continue;
        m_review.decisions.push_back({key, decision->action, {}, author(), now, true});
        note(QStringLiteral("withdrawn"), key);
        any = true;
    }
    if (!any)
        return;
    touch();
    m_review.concluded = applyDecisions(m_review.assessed, m_review.decisions);
    Q_EMIT assessmentChanged();
}

void Session::reassess()
{
    if (m_review.inventory) {
        m_review.assessed = m_services.policy->assess(*m_review.inventory, m_review.answers);
        m_review.concluded = applyDecisions(m_review.assessed, m_review.decisions);
    }
    Q_EMIT assessmentChanged();
}

void Session::note(const QString &action, const QString &detail)
{
    appendLog(m_review, author(), action, detail, QDateTime::currentDateTimeUtc());
}

QString Session::author() const
{
    const QString chosen = QSettings().value(QStringLiteral("reviewer/name")).toString().trimmed();
    return chosen.isEmpty() ? accountName() : chosen;
}

}  // namespace waybill
