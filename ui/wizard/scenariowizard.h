// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"

#include <QWizard>

class QLabel;
class QListWidget;

namespace waybill {

class ScenarioPage;
class Session;
class VerdictPage;

/// Finds the way of delivery question by question and ends on the verdict. Every answer goes into the session at once, so
/// closing loses nothing. Not modal: show() it; it deletes nothing of the session, which must outlive it.
class ScenarioWizard : public QWizard
{
    Q_OBJECT
public:
    ScenarioWizard(Session *session, QWidget *parent);

    int nextId() const override;
    /// Ids of the questions that the chosen way of delivery asks, in order: those whose answer can change something for this
    /// image; the others too once somebody asked for them, or without an image.
    QStringList questionSequence() const;
    /// Asked by the way of delivery, but without any bearing on this image.
    QStringList otherQuestions() const;

Q_SIGNALS:
    void findingsRequested();  ///< the user wants to see the findings behind the verdict
    void saveRequested();      ///< the review has no file yet and should be saved under a name

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Page { WhoRunsIt, HelpChoosing, Verdict, FirstQuestion };
    void buildPages();
    void buildSteps();
    void connectSession();
    int pageFor(const QString &questionId) const;
    QString questionOn(int page) const;
    std::vector<int> route() const;  ///< pages from the first to the verdict
    void onPageChanged(int id);
    void onStepActivated(int row);
    void save();
    void askAll();
    void goTo(int page);
    QStringList asked() const;
    const QStringList &relevant() const;
    void refreshSteps();

    Session *m_session;
    ScenarioPage *m_cards = nullptr;
    VerdictPage *m_verdict = nullptr;
    QListWidget *m_steps = nullptr;
    QLabel *m_length = nullptr;
    bool m_askAll = false;
    mutable std::shared_ptr<const Inventory> m_relevantFor;  ///< what m_relevant was found out for
    mutable QStringList m_relevant;
};

}  // namespace waybill
