// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/registry/httpclient.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <mutex>
#include <optional>

class QNetworkAccessManager;

namespace waybill {

/// What the waiting thread and the network thread share about one request.
struct HttpExchangeState {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Result<HttpAnswer>> result;
    std::atomic<bool> abort {false};

    /// Blocks until there is a result; a cancelled token asks the exchange to end and waits for that.
    Result<HttpAnswer> wait(const CancelToken &cancel);
    void finish(Result<HttpAnswer> answer);
};

/// One request and its answer, on the network thread. Owns its reply, deletes itself at the end.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    HttpExchange(QNetworkAccessManager &manager, HttpRequest request, const HttpTrust &trust, const HttpLimits &limits,
                 std::shared_ptr<HttpExchangeState> state, HttpClient::Sink sink);
    void start();

private:
    void onHead();
    void onData();
    void onTick();
    void onFinished();
    void endWith(ErrorKind kind, const QString &cause);
    QString place() const;

    QNetworkAccessManager &m_manager;
    HttpRequest m_request;
    HttpTrust m_trust;
    HttpLimits m_limits;
    std::shared_ptr<HttpExchangeState> m_state;
    HttpClient::Sink m_sink;
    QNetworkReply *m_reply = nullptr;
    HttpAnswer m_answer;
    QTimer m_tick;
    QElapsedTimer m_sinceStart, m_sinceWindow;
    qint64 m_received = 0, m_inWindow = 0;
    bool m_haveHead = false;
    QString m_tlsProblem;
    std::optional<Error> m_failure;
};

}  // namespace waybill
