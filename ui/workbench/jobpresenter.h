// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QCoreApplication>
#include <QString>

namespace waybill {

/// Turns the counters of a job into words: stage, amount, rate, and time left once the rate has been steady for five seconds.
/// Fed ten times a second; holds no timer, so that tests can feed it. UI thread.
class JobPresenter
{
    Q_DECLARE_TR_FUNCTIONS(waybill::JobPresenter)
public:
    void restart();
    /// `elapsedMs` counts from restart().
    void feed(const Progress &progress, qint64 elapsedMs);

    QString stage() const { return m_stage; }
    QString details() const { return m_details; }
    int permille() const { return m_permille; }  ///< -1 while the amount is not known

private:
    QString timeLeft(qint64 remainingBytes, qint64 elapsedMs) const;
    QString m_stage;
    QString m_details;
    int m_permille = -1;
    double m_bytesPerMs = 0;
    qint64 m_lastBytes = 0;
    qint64 m_lastMs = 0;
    Stage m_lastStage = Stage::Idle;
    qint64 m_stageStartMs = 0;
};

}  // namespace waybill
