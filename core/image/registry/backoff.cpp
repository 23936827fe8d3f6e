// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/registry/backoff.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <thread>

namespace waybill {

namespace {

constexpr int longestMs = 60'000;
constexpr int stepMs = 50;

}  // namespace

bool Backoff::isTransient(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

int Backoff::delayOf(const QByteArray &retryAfter)
{
    bool number = false;
    const qlonglong seconds = retryAfter.trimmed().toLongLong(&number);
    if (number)
        return static_cast<int>(std::clamp<qlonglong>(seconds, 0, longestMs / 1000) * 1000);
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(retryAfter.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return -1;
    date.setTimeSpec(Qt::UTC);
    return static_cast<int>(std::clamp<qint64>(QDateTime::currentDateTimeUtc().msecsTo(date), 0, longestMs));
}

bool Backoff::wait(const QByteArray &retryAfter, const CancelToken &cancel)
{
    if (m_left-- <= 0)
        return false;
    const int asked = delayOf(retryAfter);
    const int delay = asked >= 0 ? asked : qMin(m_delayMs, longestMs);
    m_delayMs = qMin(m_delayMs * 2, longestMs);
    for (int waited = 0; waited < delay && !cancel.isCancelled(); waited += stepMs)
        std::this_thread::sleep_for(std::chrono::milliseconds(qMin(stepMs, delay - waited)));
    return !cancel.isCancelled();
}

ContentRange ContentRange::of(const QByteArray &header)
{
    const QByteArray text = header.trimmed();
    if (!text.startsWith("bytes "))
        return {};
    const qsizetype dash = text.indexOf('-');
    const qsizetype slash = text.indexOf('/');
    if (dash < 0 || slash < dash)
        return {};
    bool first = false, last = false, total = false;
    ContentRange range;
    range.first = text.mid(6, dash - 6).toLongLong(&first);
    range.last = text.mid(dash + 1, slash - dash - 1).toLongLong(&last);
    const QByteArray whole = text.mid(slash + 1);
    range.total = whole == "*" ? -1 : whole.toLongLong(&total);
    return first && last && (total || whole == "*") ? range : ContentRange();
}

QUrl nextPage(const QByteArray &link, const QUrl &base)
{
    for (const QByteArray &part : link.left(8192).split(',')) {
        const qsizetype open = part.indexOf('<');
        const qsizetype close = part.indexOf('>', open);
        if (open < 0 || close < 0 || !part.mid(close).replace(' ', "").contains("rel=\"next\""))
            continue;
        return base.resolved(QUrl::fromEncoded(part.mid(open + 1, close - open - 1), QUrl::StrictMode));
    }
    return {};
}

}  // namespace waybill
