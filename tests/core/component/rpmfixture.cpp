// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/component/rpmfixture.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <QtEndian>

namespace waybill::test {

namespace {

template <typename T>
void putBig(QByteArray &bytes, T value)
{
    value = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

template <typename T>
void putLittle(QByteArray &bytes, T value)
{
    value = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

/// Index and data of a header while it grows.
struct Blob {
    QByteArray index, data;
    quint32 count = 0;

    void add(quint32 tag, quint32 type, quint32 items, const QByteArray &value)
    {
        if (type == 4)
            data.append(QByteArray((4 - data.size() % 4) % 4, '\0'));
        for (const quint32 number : {tag, type, static_cast<quint32>(data.size()), items})
            putBig(index, number);
        data += value;
        ++count;
    }
    void text(quint32 tag, const QByteArray &value) { add(tag, 6, 1, value + '\0'); }
};

}  // namespace

QByteArray rpmHeader(const QByteArray &name, const QByteArray &version, const QByteArray &release, const QStringList &files,
                     int padding, const QStringList &digests, const QList<quint32> &flags)
{
    Blob blob;
    blob.text(1000, name);
    blob.text(1001, version);
    blob.text(1002, release);
    QByteArray epoch;
    putBig(epoch, quint32(2));
    blob.add(1003, 4, 1, epoch);
    blob.add(1005, 9, 1, QByteArray(padding, 'd') + '\0');
    blob.text(1011, "Vendor Ltd");
    blob.text(1014, "GPLv3+ and MIT");
    blob.text(1020, "https://example.org/" + name);
    blob.text(1022, "x86_64");
    blob.text(1044, name + "-src-" + version + '-' + release + ".src.rpm");
    QByteArray names;
    QByteArray folders;
    QByteArray numbers;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const qsizetype slash = files[i].lastIndexOf(QLatin1Char('/')) + 1;
        folders += files[i].left(slash).toUtf8() + '\0';
        names += files[i].mid(slash).toUtf8() + '\0';
        putBig(numbers, static_cast<quint32>(i));
    }
    if (!digests.isEmpty()) {
        QByteArray hashes;
        for (const QString &digest : digests)
            hashes += digest.toUtf8() + '\0';
        QByteArray kinds;
        for (const quint32 flag : flags)
            putBig(kinds, flag);
        blob.add(1035, 8, static_cast<quint32>(digests.size()), hashes);
        blob.add(1037, 4, static_cast<quint32>(flags.size()), kinds);
    }
    if (!files.isEmpty()) {
        const auto count = static_cast<quint32>(files.size());
        blob.add(1116, 4, count, numbers);
        blob.add(1117, 8, count, names);
        blob.add(1118, 8, count, folders);
    }
    QByteArray bytes;
    putBig(bytes, blob.count);
    putBig(bytes, static_cast<quint32>(blob.data.size()));
    return bytes + blob.index + blob.data;
}

QByteArray rpmNdb(const QList<QByteArray> &blobs)
{
    QByteArray head("RpmP");
    for (const quint32 number : {0U, 1U, 1U, static_cast<quint32>(blobs.size() + 1), 0U, 0U, 0U})
        putLittle(head, number);
    QByteArray tail;
    for (qsizetype i = 0; i < blobs.size(); ++i) {
        const auto package = static_cast<quint32>(i + 1);
        const auto length = static_cast<quint32>(blobs[i].size());
        const quint32 blocks = (16 + length + 12 + 15) / 16;
        head += "Slot";
        putLittle(head, package);
        putLittle(head, static_cast<quint32>((4096 + tail.size()) / 16));
        putLittle(head, blocks);
        QByteArray record("BlbS");
        putLittle(record, package);
        putLittle(record, quint32(1));
        putLittle(record, length);
        record += blobs[i];
        tail += record.leftJustified(static_cast<qsizetype>(blocks) * 16, '\0');
    }
    return head.leftJustified(4096, '\0') + tail;
}

QByteArray rpmBerkeley(const QList<QByteArray> &blobs, bool bigEndian)
{
    constexpr qsizetype pageSize = 4096;
    const auto put = [bigEndian](QByteArray &page, qsizetype at, auto value) {
        value = bigEndian ? qToBigEndian(value) : qToLittleEndian(value);
        page.replace(at, sizeof value, QByteArray(reinterpret_cast<const char *>(&value), sizeof value));
    };
    QByteArray hash(pageSize, '\0');
    put(hash, 8, quint32(1));
    hash[25] = 13;
    QByteArray overflow;
    qsizetype end = pageSize;
    quint16 items = 0;
    const auto addItem = [&](const QByteArray &item) {
        end -= item.size();
        hash.replace(end, item.size(), item);
        put(hash, 26 + 2 * items, static_cast<quint16>(end));
        ++items;
    };
    addItem(QByteArray("\x01\0\0\0\0", 5));  // key 0: number of the last package
    addItem(QByteArray("\x01\x07\0\0\0", 5));
    for (qsizetype i = 0; i < blobs.size(); ++i) {
        addItem(QByteArray(1, '\x01') + QByteArray(4, static_cast<char>(i + 1)));
        const auto first = static_cast<quint32>(2 + overflow.size() / pageSize);
        if (blobs[i].size() < 300) {
            addItem('\x01' + blobs[i]);
            continue;
        }
        QByteArray item(12, '\0');
        item[0] = 3;
        put(item, 4, first);
        put(item, 8, static_cast<quint32>(blobs[i].size()));
        addItem(item);
        for (qsizetype at = 0; at < blobs[i].size(); at += pageSize - 26) {
            const QByteArray part = blobs[i].mid(at, pageSize - 26);
            QByteArray page(26, '\0');
            const auto number = static_cast<quint32>(2 + overflow.size() / pageSize);
            put(page, 8, number);
            put(page, 16, at + part.size() < blobs[i].size() ? number + 1 : quint32(0));
            put(page, 22, static_cast<quint16>(part.size()));
            page[25] = 7;
            overflow += QByteArray(page + part).leftJustified(pageSize, '\0');
        }
    }
    put(hash, 20, items);
    QByteArray meta(pageSize, '\0');
    put(meta, 12, quint32(0x061561));
    put(meta, 16, quint32(9));
    put(meta, 20, static_cast<quint32>(pageSize));
    meta[25] = 8;
    put(meta, 32, static_cast<quint32>(1 + overflow.size() / pageSize));
    return meta + hash + overflow;
}

QByteArray rpmSqlite(const QList<QByteArray> &blobs, const QString &folder)
{
    const QString file = folder + QStringLiteral("/rpmdb.sqlite");
    QFile::remove(file);
    const QString connection = QStringLiteral("rpm-fixture");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot write an SQLite file");
        QSqlQuery query(database);
        query.exec(QStringLiteral("CREATE TABLE 'Name' (key TEXT NOT NULL, hnum INTEGER NOT NULL, idx INTEGER NOT NULL)"));
        query.exec(
            QStringLiteral("CREATE TABLE IF NOT EXISTS 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)"));
        database.transaction();
        for (const QByteArray &blob : blobs) {
            query.prepare(QStringLiteral("INSERT INTO Packages(blob) VALUES(?)"));
            query.addBindValue(blob);
            query.exec();
        }
        database.commit();
    }
    QSqlDatabase::removeDatabase(connection);
    QFile written(file);
    return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
}

}  // namespace waybill::test
