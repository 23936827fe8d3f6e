// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/workbench/jobpresenter.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace waybill {

/// The line that shows the running job and cancels it; hidden while nothing runs. Owned by the main window.
class JobBar : public QWidget
{
    Q_OBJECT
public:
    explicit JobBar(Session *session, QWidget *parent = nullptr);

private:
    void onBusyChanged(bool busy);
    void poll();
    Session *m_session;
    JobPresenter m_presenter;
    QElapsedTimer m_clock;
    QTimer *m_timer = nullptr;
    QLabel *m_stage = nullptr;
    QLabel *m_details = nullptr;
    QProgressBar *m_bar = nullptr;
    QToolButton *m_cancel = nullptr;
};

}  // namespace waybill
