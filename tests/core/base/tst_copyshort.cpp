// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/copyshort.h"

#include <QByteArray>
#include <QTest>

using namespace waybill;

class TestCopyShort : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyLength();
};

/// Just the bytes asked for, and none beside them.
void TestCopyShort::everyLength()
{
    QByteArray from(100, Qt::Uninitialized);
    for (int i = 0; i < 100; ++i)
        from[i] = static_cast<char>(i + 1);
    for (int length = 0; length <= 70; ++length) {
        QByteArray to(80, '\0');
        copyShort(to.data() + 5, from.constData() + 3, static_cast<size_t>(length));
        QCOMPARE(to, QByteArray(5, '\0') + from.mid(3, length) + QByteArray(75 - length, '\0'));
    }
}

QTEST_GUILESS_MAIN(TestCopyShort)
#include "tst_copyshort.moc"
