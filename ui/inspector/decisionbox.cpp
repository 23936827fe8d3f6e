// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/decisionbox.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace waybill {

DecisionBox::DecisionBox(QWidget *parent)
    : QWidget(parent), m_state(new QLabel(this)), m_action(new QComboBox(this)), m_reason(new QLineEdit(this)),
      m_record(new QPushButton(tr("&Record"), this)), m_recordNext(new QPushButton(tr("Record and &next"), this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8, 6, 8, 8);
    auto *actionLabel = new QLabel(tr("&Decision"), this);
    auto *reasonLabel = new QLabel(tr("Re&ason"), this);
    actionLabel->setBuddy(m_action);
    reasonLabel->setBuddy(m_reason);
    m_action->addItem(Theme::decisionIcon(-1), tr("Undecided"), -1);
    for (const DecisionAction action : {DecisionAction::Accept, DecisionAction::Remove, DecisionAction::NeedInformation})
        m_action->addItem(Theme::decisionIcon(static_cast<int>(action)), Messages::decision(action), static_cast<int>(action));
    m_action->setAccessibleName(tr("Decision"));
    m_reason->setAccessibleName(tr("Reason of the decision"));
    m_reason->setPlaceholderText(tr("Why; it is printed in the report"));
    m_reason->setMaxLength(2000);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_recordNext->setToolTip(tr("Record and go to the next undecided finding (Ctrl+Enter)"));
    grid->addWidget(m_state, 0, 0, 1, 3);
    grid->addWidget(actionLabel, 1, 0);
    grid->addWidget(m_action, 1, 1, 1, 2);
    grid->addWidget(reasonLabel, 2, 0);
    grid->addWidget(m_reason, 2, 1, 1, 2);
    grid->addWidget(m_record, 3, 1);
    grid->addWidget(m_recordNext, 3, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    connect(m_action, &QComboBox::currentIndexChanged, this, &DecisionBox::updateButtons);
    connect(m_reason, &QLineEdit::textChanged, this, &DecisionBox::updateButtons);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { record(false); });
    connect(m_record, &QPushButton::clicked, this, [this] { record(false); });
    connect(m_recordNext, &QPushButton::clicked, this, [this] { record(true); });
    setFinding({}, nullptr);
}

void DecisionBox::setFinding(const QString &key, const Decision *decision)
{
    const int decided = decision ? static_cast<int>(decision->action) : -1;
    const QString reason = decision ? decision->reason : QString();
    const bool same = key == m_key && decided == m_decided && reason == m_decidedReason;
    m_key = key;
    m_decided = decided;
    m_decidedReason = reason;
    m_state->setText(decision ? tr("%1 by %2, %3", "decision, author, time")
                                    .arg(Messages::decision(decision->action), decision->author,
                                         QLocale().toString(decision->time.toLocalTime(), QLocale::ShortFormat))
                              : tr("Nobody has decided on this finding yet."));
    if (!same) {
        m_action->setCurrentIndex(m_action->findData(decided));
        m_reason->setText(reason);
    }
    updateButtons();
}

void DecisionBox::choose(DecisionAction action)
{
    if (m_key.isEmpty())
        return;
    m_action->setCurrentIndex(m_action->findData(static_cast<int>(action)));
    m_reason->setFocus(Qt::ShortcutFocusReason);
}

void DecisionBox::record(bool andNext)
{
    if (!m_record->isEnabled())
        return;
    const int action = m_action->currentData().toInt();
    if (action < 0)
        Q_EMIT withdrawn(m_key, andNext);
    else
        Q_EMIT decided(m_key, static_cast<DecisionAction>(action), m_reason->text().trimmed(), andNext);
}

void DecisionBox::updateButtons()
{
    const int action = m_action->currentData().toInt();
    const bool changed = action != m_decided || (action >= 0 && m_reason->text().trimmed() != m_decidedReason);
    m_reason->setEnabled(!m_key.isEmpty() && action >= 0);
    m_action->setEnabled(!m_key.isEmpty());
    m_record->setEnabled(!m_key.isEmpty() && changed);
    m_recordNext->setEnabled(!m_key.isEmpty() && changed);
}

}  // namespace waybill
