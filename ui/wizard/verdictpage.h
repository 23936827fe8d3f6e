// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"

#include <QHash>
#include <QWizardPage>

class QLabel;

namespace waybill {

class Session;

/// Last page: the verdict for the chosen way of delivery, what it asks for, what was assumed, and the other ways.
class VerdictPage : public QWizardPage
{
    Q_OBJECT
public:
    explicit VerdictPage(Session *session, QWidget *parent = nullptr);
    void initializePage() override;
    void refresh();

Q_SIGNALS:
    void editRequested(const QString &questionId);  ///< a link beside an answer

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *addText(const QString &name, const QString &heading = {});
    void set(QLabel *label, const QStringList &lines);
    void fitTexts();
    void showVerdict();
    QStringList todo() const;
    QStringList assumptions() const;
    QStringList alternatives() const;
    QStringList flips() const;
    void showAnswers();
    QString treatedAs() const;
    QString reading() const;
    Session *m_session;
    QWidget *m_content;
    QHash<QLabel *, QLabel *> m_headings;  ///< of texts that have one
    QLabel *m_icon, *m_verdict, *m_sentence, *m_treated, *m_todo, *m_assumptions, *m_flips, *m_answers, *m_alternatives;
    QLabel *m_reading, *m_disclaimer;
};

}  // namespace waybill
