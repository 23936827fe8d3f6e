// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QMutex>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace waybill {

/// What a request said.
struct FakeRequest {
    QByteArray method, path;
    QMap<QByteArray, QByteArray> headers;  ///< names in lower case
};

/// What is sent back, byte for byte; the connection is closed behind it.
struct FakeReply {
    QByteArray head = "HTTP/1.1 200 OK";  ///< status line; headers are added below
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 announced = -2;  ///< Content-Length; -2: the body's size, -1: none
    int repeat = 1;         ///< sends the body so many times (for endless ones)
    bool hang = false;      ///< sends nothing more and keeps the connection
};

/// An HTTP server on loopback with a thread of its own, which answers by a function: a registry that misbehaves as a test
/// wants. Stops with its destructor.
class FakeRegistry
{
public:
    using Answer = std::function<FakeReply(const FakeRequest &)>;
    /// `answer` runs on the server's thread.
    explicit FakeRegistry(Answer answer);
    ~FakeRegistry();

    quint16 port() const { return m_port; }
    /// "127.0.0.1:PORT"
    QString host() const;
    QList<FakeRequest> requests() const;

private:
    class Server;
    Answer m_answer;
    QThread m_thread;
    Server *m_server = nullptr;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QList<FakeRequest> m_requests;
};

}  // namespace waybill
