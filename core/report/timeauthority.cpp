// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/timeauthority.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace waybill {

namespace {

constexpr qint64 largestAnswer = 1 << 20;

Result<QByteArray> ask(const QUrl &address, int timeoutMs, const QByteArray &query)
{
    QNetworkAccessManager network;
    QNetworkRequest request(address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/timestamp-query"));
    request.setRawHeader("Accept", "application/timestamp-reply");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(3);
    request.setTransferTimeout(timeoutMs);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, query));
    QByteArray answer;
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        answer += reply->read(largestAnswer + 1 - answer.size());
        if (answer.size() > largestAnswer)
            reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    if (answer.size() > largestAnswer)
        return fail(ErrorKind::LimitExceeded, address.toDisplayString(), QStringLiteral("more than %1 bytes").arg(largestAnswer));
    if (reply->error() != QNetworkReply::NoError)
        return fail(ErrorKind::Io, address.toDisplayString(), reply->errorString());
    return answer + reply->readAll();
}

}  // namespace

TimestampSource httpTimestampSource(const QUrl &address, int timeoutMs)
{
    return [address, timeoutMs](const QByteArray &query) -> Result<QByteArray> {
        const bool known = address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https");
        if (!known || address.host().isEmpty())
            return fail(ErrorKind::Usage, address.toDisplayString(), QStringLiteral("no http or https address"));
        return ask(address, timeoutMs, query);
    };
}

}  // namespace waybill
