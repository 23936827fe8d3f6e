// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/jobbar.h"

#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace waybill {

JobBar::JobBar(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_timer(new QTimer(this)), m_stage(new QLabel(this)), m_details(new QLabel(this)),
      m_bar(new QProgressBar(this)), m_cancel(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    m_stage->setAccessibleName(tr("Stage of the running job"));
    m_details->setAccessibleName(tr("Amount done"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setIcon(Theme::actionIcon(QStringLiteral("cancel")));
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancel->setToolTip(tr("Stop and keep what was read (Ctrl+.)"));
    row->addWidget(m_stage);
    row->addWidget(m_bar);
    row->addWidget(m_details, 1);
    row->addWidget(m_cancel);
    m_timer->setInterval(100);
    connect(m_timer, &QTimer::timeout, this, &JobBar::poll);
    connect(m_cancel, &QToolButton::clicked, session, &Session::cancelScan);
    connect(session, &Session::busyChanged, this, &JobBar::onBusyChanged);
    onBusyChanged(session->isScanning() || session->isSaving());
}

void JobBar::onBusyChanged(bool busy)
{
    setVisible(busy);
    if (!busy) {
        m_timer->stop();
        return;
    }
    m_presenter.restart();
    m_clock.start();
    m_timer->start();
    poll();
}

void JobBar::poll()
{
    m_presenter.feed(m_session->progress(), m_clock.elapsed());
    m_stage->setText(m_presenter.stage());
    m_details->setText(m_presenter.details());
    m_cancel->setVisible(m_session->isScanning());
    const int permille = m_presenter.permille();
    m_bar->setRange(0, permille < 0 ? 0 : 1000);
    if (permille >= 0)
        m_bar->setValue(permille);
}

}  // namespace waybill
