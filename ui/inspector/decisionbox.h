// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace waybill {

/// Where a decision on the shown finding is made. Says what is wanted and records nothing itself. Owned by the inspector.
class DecisionBox : public QWidget
{
    Q_OBJECT
public:
    explicit DecisionBox(QWidget *parent = nullptr);

    /// Shows the decision of another finding; what was typed stays while the finding stays the same.
    void setFinding(const QString &key, const Decision *decision);
    void choose(DecisionAction action);  ///< prepares a decision and puts the cursor into the reason
    void record(bool andNext);

Q_SIGNALS:
    void decided(const QString &key, waybill::DecisionAction action, const QString &reason, bool andNext);
    void withdrawn(const QString &key, bool andNext);

private:
    void updateButtons();
    QString m_key;
    int m_decided = -1;
    QString m_decidedReason;
    QLabel *m_state = nullptr;
    QComboBox *m_action = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_record = nullptr;
    QPushButton *m_recordNext = nullptr;
};

}  // namespace waybill
