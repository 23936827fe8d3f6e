// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace waybill::test {

enum class KeyType { Rsa1024, Rsa2048, P256, P384, Ed25519 };

/// A certificate for tests, made at run time: nothing secret lies in the repository.
struct TestKey {
    KeyType type = KeyType::P256;
    QString name = QStringLiteral("Lena Ek");
    QDateTime from = QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
    QDateTime until = QDateTime(QDate(2048, 1, 1), QTime(0, 0), Qt::UTC);
    QByteArray usage = "critical,digitalSignature,nonRepudiation";  ///< empty = no extension
    QByteArray extendedUsage;
    bool byAuthority = false;    ///< issued by a test authority that goes into the chain
    bool oldEncryption = false;  ///< RC2 as old tools write it
};

/// PKCS#12 bytes with the password, and the PEM of whoever issued the certificate.
struct MadeKey {
    QByteArray pkcs12;
    QByteArray issuerPem;
};
MadeKey makeKey(const TestKey &wanted, const QByteArray &password);

/// Writes a file into a folder and returns its path.
QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes);

}  // namespace waybill::test
