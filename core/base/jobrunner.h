// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace waybill {

struct JobCancelled {
};

/// How a job ended: done, cancelled or failed; three arms, never mixed.
template <typename T>
using Outcome = std::variant<T, JobCancelled, Error>;

/// Runs one background job at a time for its owner and delivers the outcome on the owner's thread. Starting a new job
/// cancels the one before; an outcome that is no longer wanted is dropped. Owned by the object whose thread receives the
/// outcomes; the destructor cancels and does not wait for longer than the job takes to notice.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    using Work = std::function<void(const CancelToken &, Progress &)>;

    /// Runs `work` in the pool and then `done` on this object's thread, if the job is still the newest.
    void start(Work work, std::function<void()> done);

    /// Runs `work` and hands its outcome to `done`. A result that arrives after cancel() becomes JobCancelled unless
    /// `keepPartial` is set.
    template <typename T>
    void run(std::function<Result<T>(const CancelToken &, Progress &)> work, std::function<void(Outcome<T>)> done,
             bool keepPartial = false)
    {
        auto result = std::make_shared<std::optional<Result<T>>>();
        auto cancelled = std::make_shared<bool>(false);
        start(
            [work = std::move(work), result, cancelled](const CancelToken &cancel, Progress &progress) {
                *result = work(cancel, progress);
                *cancelled = cancel.isCancelled();
            },
            [done = std::move(done), result, cancelled, keepPartial] {
                if (*cancelled && !(keepPartial && result->value().has_value()))
                    done(Outcome<T>(JobCancelled {}));
                else if (result->value().has_value())
                    done(Outcome<T>(std::move(**result).value()));
                else
                    done(Outcome<T>(std::move(**result).error()));
            });
    }

    void cancel();
    bool isRunning() const { return m_running; }
    /// Counters of the running job; valid as long as this object lives.
    const Progress &progress() const;

Q_SIGNALS:
    void runningChanged(bool running);

private:
    struct State;
    std::shared_ptr<State> m_state;
    QThreadPool m_pool;
    quint64 m_generation = 0;
    bool m_running = false;
};

}  // namespace waybill
