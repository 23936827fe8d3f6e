// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeregistry.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace waybill {

/// Lives on the server's thread.
class FakeRegistry::Server : public QTcpServer
{
public:
    explicit Server(FakeRegistry &owner) : m_owner(owner)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { onData(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

private:
    void onData(QTcpSocket &socket)
    {
        QByteArray text = socket.property("text").toByteArray() + socket.readAll();
        socket.setProperty("text", text);
        const qsizetype end = text.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        FakeRequest request;
        QList<QByteArray> lines = text.left(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower().trimmed(), line.mid(colon + 1).trimmed());
        }
        const FakeReply reply = m_owner.m_answer(request);
        {
            const QMutexLocker lock(&m_owner.m_mutex);
            m_owner.m_requests.append(request);
        }
        send(socket, reply);
    }

    static void send(QTcpSocket &socket, const FakeReply &reply)
    {
        QByteArray head = reply.head + "\r\nConnection: close\r\n";
        for (const auto &[name, value] : reply.headers)
            head += name + ": " + value + "\r\n";
        if (reply.announced != -1)
            head += "Content-Length: " + QByteArray::number(reply.announced == -2 ? reply.body.size() : reply.announced) + "\r\n";
        socket.write(head + "\r\n");
        for (int i = 0; i < reply.repeat && socket.state() == QAbstractSocket::ConnectedState; ++i) {
            socket.write(reply.body);
            socket.waitForBytesWritten(1000);
        }
        if (!reply.hang)
            socket.disconnectFromHost();
    }

    FakeRegistry &m_owner;
};

FakeRegistry::FakeRegistry(Answer answer) : m_answer(std::move(answer))
{
    m_server = new Server(*this);
    m_server->listen(QHostAddress::LocalHost);
    m_port = m_server->serverPort();
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

FakeRegistry::~FakeRegistry()
{
    m_thread.quit();
    m_thread.wait();
}

QString FakeRegistry::host() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_port);
}

QList<FakeRequest> FakeRegistry::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

}  // namespace waybill
