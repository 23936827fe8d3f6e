// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"

#include <QByteArray>
#include <QUrl>

namespace waybill {

/// Waits between tries of a request that a server refused for the moment. Lives on the stack.
class Backoff
{
public:
    Backoff(int tries, int firstDelayMs) : m_left(tries), m_delayMs(firstDelayMs) { }

    /// 429, 502, 503 and 504; everything else will not get better by asking again.
    static bool isTransient(int status);
    /// Sleeps for `retryAfter` (seconds or an HTTP date, RFC 9110 10.2.3) or the doubling delay, at most 60 s. False when the
    /// tries are used up or the token was cancelled.
    bool wait(const QByteArray &retryAfter, const CancelToken &cancel);
    /// Milliseconds that `retryAfter` asks for, at most 60,000; -1 when it says nothing.
    static int delayOf(const QByteArray &retryAfter);

private:
    int m_left;
    int m_delayMs;
};

/// A Content-Range header: bytes first-last/total; total is -1 for "*". All -1 when it is not of that form.
struct ContentRange {
    qint64 first = -1, last = -1, total = -1;
    static ContentRange of(const QByteArray &header);
};

/// Target of `Link: <...>; rel="next"` (RFC 8288), resolved against `base`; empty when there is none.
QUrl nextPage(const QByteArray &link, const QUrl &base);

}  // namespace waybill
