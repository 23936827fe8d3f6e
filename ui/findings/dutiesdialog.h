// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/findings/dutiesmodel.h"

#include <QDialog>

class QLineEdit;

namespace waybill {

/// Duties to tick off, licences to choose between, and the folders that are the company's own work; all of it is saved with
/// the review. UI thread; borrows the session.
class DutiesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DutiesDialog(Session *session, QWidget *parent = nullptr);
    DutiesModel *duties() const { return m_duties; }
    ChoicesModel *choices() const { return m_choices; }

private:
    QWidget *buildDuties();
    QWidget *buildChoices();
    QWidget *buildOwn();
    Session *m_session;
    DutiesModel *m_duties;
    ChoicesModel *m_choices;
};

}  // namespace waybill
