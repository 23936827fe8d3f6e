// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/bytesource.h"
#include "core/image/registry/blobcache.h"
#include "tests/support/packing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace waybill;
using namespace waybill::test;

namespace {

const QByteArray content(300'000, 'w');

/// While it lives no file may grow over `bytes`, as on a disk that is full from there on.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before = {};
};

std::span<const char> part(const QByteArray &bytes, qint64 from, qint64 to)
{
    return {bytes.constData() + from, static_cast<size_t>(to - from)};
}

QByteArray bytesOf(const ByteSource &source)
{
    QByteArray bytes(source.size(), Qt::Uninitialized);
    const auto got = source.readAt(0, {bytes.data(), static_cast<size_t>(bytes.size())});
    return got ? bytes.left(*got) : QByteArray();
}

}  // namespace

/// Row 72 of the hostile inputs: a full disk, a cache file that is replaced while it is read, two programs on one cache.
class TestBlobCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void fullDisk();
    void fullDiskBeforeTheFirstByte();
    void replacedWhileRead();
    void cutWhileRead();
    void twoAtOnce();
    void finishedByAnotherMeanwhile();
    void wrongBytesGetNoName();

private:
    QString path(const QString &suffix = {}) const { return m_folder->filePath(m_digest).replace(u':', u'/') + suffix; }
    QStringList names() const { return QDir(m_folder->filePath(QStringLiteral("sha256"))).entryList(QDir::Files); }
    const QString m_digest = QString::fromLatin1(digestOf(content));
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// The bytes that found room are kept under a name that promises nothing; the next run goes on behind them.
void TestBlobCache::fullDisk()
{
    const BlobCache cache(m_folder->path());
    {
        const FullDisk full(100'000);
        const auto blob = cache.begin(m_digest);
        QVERIFY(blob.has_value());
        QVERIFY((*blob)->append(part(content, 0, 90'000)).has_value());
        const auto failed = (*blob)->append(part(content, 90'000, 300'000));
        QVERIFY(!failed.has_value());
        QCOMPARE(failed.error().kind, ErrorKind::NoSpace);
        QCOMPARE(failed.error().subject, path(QStringLiteral(".part")));
    }
    QCOMPARE(cache.find(m_digest, content.size()), nullptr);
    const auto again = cache.begin(m_digest);
    QVERIFY(again.has_value());
    QCOMPARE((*again)->size(), qint64(100'000));
    QVERIFY((*again)->append(part(content, 100'000, 300'000)).has_value());
    QVERIFY((*again)->commit().has_value());
    QCOMPARE(bytesOf(*cache.find(m_digest, content.size())), content);
    QCOMPARE(names(), QStringList {m_digest.mid(7)});
}

void TestBlobCache::fullDiskBeforeTheFirstByte()
{
    const BlobCache cache(m_folder->path());
    const FullDisk full(0);
    const auto blob = cache.begin(m_digest);
    QVERIFY(blob.has_value());
    QCOMPARE((*blob)->append(part(content, 0, 1)).error().kind, ErrorKind::NoSpace);
    QCOMPARE((*blob)->size(), qint64(0));
}

/// Who reads keeps the file that was found, whatever bears its name afterwards; the next one sees what lies there now.
void TestBlobCache::replacedWhileRead()
{
    const BlobCache cache(m_folder->path());
    const auto blob = cache.begin(m_digest);
    QVERIFY((*blob)->append(part(content, 0, 300'000)).has_value());
    QVERIFY((*blob)->commit().has_value());
    const auto reader = cache.find(m_digest, content.size());
    QVERIFY(reader != nullptr);

    QFile other(m_folder->filePath(QStringLiteral("other")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QCOMPARE(other.write("too short"), qint64(9));
    other.close();
    QVERIFY(QFile::remove(path()) && other.rename(path()));
    QCOMPARE(bytesOf(*reader), content);
    QCOMPARE(cache.find(m_digest, content.size()), nullptr);  // of another size: not taken, and gone
    QCOMPARE(names(), QStringList());
}

void TestBlobCache::cutWhileRead()
{
    const BlobCache cache(m_folder->path());
    const auto blob = cache.begin(m_digest);
    QVERIFY((*blob)->append(part(content, 0, 300'000)).has_value());
    QVERIFY((*blob)->commit().has_value());
    const auto reader = cache.find(m_digest, content.size());
    QVERIFY(QFile::resize(path(), 1000));
    QByteArray bytes(content.size(), Qt::Uninitialized);
    const auto got = reader->readAt(0, {bytes.data(), static_cast<size_t>(bytes.size())});
    QVERIFY(!got || *got == 1000);  // fewer bytes than promised; nothing made up
}

/// Both fetch for themselves, neither spoils the other's bytes, and one whole blob is left.
void TestBlobCache::twoAtOnce()
{
    const BlobCache cache(m_folder->path());
    const BlobCache same(m_folder->path());
    const auto one = cache.begin(m_digest);
    const auto two = same.begin(m_digest);
    QVERIFY(one.has_value() && two.has_value());
    QVERIFY((*one)->append(part(content, 0, 200'000)).has_value());
    QVERIFY((*two)->append(part(content, 0, 300'000)).has_value());
    QCOMPARE(names().size(), 2);
    QVERIFY((*two)->commit().has_value());
    QVERIFY((*one)->append(part(content, 200'000, 300'000)).has_value());
    QVERIFY((*one)->commit().has_value());
    QCOMPARE(bytesOf(*cache.find(m_digest, content.size())), content);
    QCOMPARE(names(), QStringList {m_digest.mid(7)});
    QCOMPARE(same.begin(QStringLiteral("sha256:short")).error().kind, ErrorKind::Malformed);
}

/// A third download while the first holds the name and the second the spare one.
void TestBlobCache::finishedByAnotherMeanwhile()
{
    const BlobCache cache(m_folder->path());
    const auto one = cache.begin(m_digest);
    const auto two = cache.begin(m_digest);
    const auto three = cache.begin(m_digest);
    QVERIFY(one.has_value() && two.has_value());
    QVERIFY(!three.has_value());
    QCOMPARE(three.error().kind, ErrorKind::Io);
    QVERIFY((*one)->append(part(content, 0, 300'000)).has_value());
    QVERIFY((*one)->commit().has_value());
    // The name is free again although the first is still open under its final name.
    const auto four = cache.begin(m_digest);
    QVERIFY(four.has_value());
    QCOMPARE((*four)->size(), qint64(0));
}

void TestBlobCache::wrongBytesGetNoName()
{
    const BlobCache cache(m_folder->path());
    const auto blob = cache.begin(m_digest);
    QVERIFY((*blob)->append(part(QByteArray(300'000, 'x'), 0, 300'000)).has_value());
    const auto committed = (*blob)->commit();
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().kind, ErrorKind::DigestMismatch);
    QCOMPARE(names(), QStringList());
}

QTEST_GUILESS_MAIN(TestBlobCache)
#include "tst_blobcache.moc"
