// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jobrunner.h"

#include <QMetaObject>

namespace waybill {

/// Shared with the worker, so that a job that outlives its owner still has counters to write to.
struct JobRunner::State {
    CancelToken cancel;
    Progress progress;
};

JobRunner::JobRunner(QObject *parent) : QObject(parent), m_state(std::make_shared<State>())
{
    m_pool.setMaxThreadCount(2);  // the newest job must not wait for a cancelled one that is still noticing
}

JobRunner::~JobRunner()
{
    m_state->cancel.cancel();
    m_pool.waitForDone();
}

void JobRunner::start(Work work, std::function<void()> done)
{
    m_state->cancel.cancel();
    m_state = std::make_shared<State>();
    const quint64 generation = ++m_generation;
    m_running = true;
    Q_EMIT runningChanged(true);
    m_pool.start([this, state = m_state, generation, work = std::move(work), done = std::move(done)] {
        work(state->cancel, state->progress);
        QMetaObject::invokeMethod(
            this,
            [this, generation, done] {
                if (generation != m_generation)
                    return;
                m_running = false;
                done();
                if (generation == m_generation)
                    Q_EMIT runningChanged(false);
            },
            Qt::QueuedConnection);
    });
}

void JobRunner::cancel()
{
    m_state->cancel.cancel();
}

const Progress &JobRunner::progress() const
{
    return m_state->progress;
}

}  // namespace waybill
