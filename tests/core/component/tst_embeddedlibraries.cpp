// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/binaryfile.h"
#include "tests/support/elfwriter.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

std::span<const char> spanOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

}  // namespace

class TestEmbeddedLibraries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void patternsAreFoundWhereverTheyStand();
    void patternsAgainstPlainSearch();
    void versions_data();
    void versions();
    void relations_data();
    void relations();
    void onlyTheToolItself();
    void flagsOfFfmpeg();
    void acrossBlocks();
    void staticLibrary();
    void licences_data();
    void licences();
    void theSystemsLibraryCountsInCompletePrograms();
    void brokenRules_data();
    void brokenRules();

private:
    BinaryFile read(const QByteArray &bytes, std::string_view path, qsizetype step = 4096) const;
    std::shared_ptr<const EmbeddedLibraryRules> m_rules;
};

void TestEmbeddedLibraries::initTestCase()
{
    const auto rules = EmbeddedLibraryRules::load();
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().cause));
    m_rules = *rules;
}

BinaryFile TestEmbeddedLibraries::read(const QByteArray &bytes, std::string_view path, qsizetype step) const
{
    auto probe = BinaryProbe::forContent(spanOf(bytes), bytes.size(), *m_rules);
    if (!probe)
        return {};
    for (qsizetype at = 0; at < bytes.size(); at += step)
        probe->feed(spanOf(bytes).subspan(static_cast<size_t>(at), static_cast<size_t>(std::min(step, bytes.size() - at))));
    return probe->finish(path);
}

void TestEmbeddedLibraries::patternsAreFoundWhereverTheyStand()
{
    const MultiPatternSearch search({"needle", "needles", "another pattern", "short"});
    for (int length = 6; length < 80; ++length) {
        for (int at = 0; at + 6 <= length; ++at) {
            QByteArray text(length, '.');
            text.replace(at, 6, "needle");
            std::vector<std::pair<int, size_t>> hits;
            search.search(spanOf(text), [&hits](int pattern, size_t position) { hits.emplace_back(pattern, position); });
            QCOMPARE(hits, (std::vector<std::pair<int, size_t>> {{0, static_cast<size_t>(at)}}));
        }
    }
}

/// A small alphabet makes patterns overlap and repeat as much as they can.
void TestEmbeddedLibraries::patternsAgainstPlainSearch()
{
    const std::vector<std::string> patterns {"aaaaaa", "ababab", "aabbaabb", "bbbbbbbbb"};
    const MultiPatternSearch search(patterns);
    quint32 state = 12345;
    QByteArray text;
    for (int i = 0; i < 20'000; ++i) {
        state = state * 1664525 + 1013904223;
        text.append((state >> 24) % 5 < 3 ? 'a' : 'b');
    }
    std::vector<std::pair<int, size_t>> expected;
    for (size_t i = 0; i < patterns.size(); ++i) {
        for (qsizetype at = text.indexOf(patterns[i].c_str()); at >= 0; at = text.indexOf(patterns[i].c_str(), at + 1))
            expected.emplace_back(static_cast<int>(i), static_cast<size_t>(at));
    }
    std::vector<std::pair<int, size_t>> hits;
    search.search(spanOf(text), [&hits](int pattern, size_t position) { hits.emplace_back(pattern, position); });
    std::sort(expected.begin(), expected.end());
    std::sort(hits.begin(), hits.end());
    QVERIFY(expected.size() > 1000);
    QCOMPARE(hits, expected);
}

void TestEmbeddedLibraries::versions_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("version");
    const auto row = [](const char *name, QByteArray words, const char *id, const char *version) {
        QTest::newRow(name) << words << QString::fromLatin1(id) << QString::fromLatin1(version);
    };
    row("openssl 3", "OpenSSL 3.0.19 27 Jan 2026", "openssl", "3.0.19");
    row("openssl 1.1", "OpenSSL 1.1.1w  11 Sep 2023", "openssl", "1.1.1w");
    row("openssl quic", "OpenSSL 3.1.4+quic 24 Oct 2023", "openssl", "3.1.4");
    row("zlib", " deflate 1.2.13 Copyright 1995-2022 Jean-loup Gailly and Mark Adler ", "zlib", "1.2.13");
    row("zlib, only inflate", " inflate 1.3.1 Copyright 1995-2024 Mark Adler ", "zlib", "1.3.1");
    row("libssh", "SSH-2.0-libssh_0.10.6", "libssh", "0.10.6");
    row("libssh2", "SSH-2.0-libssh2_1.11.0", "libssh2", "1.11.0");
    row("curl", "libcurl/7.88.1", "curl", "7.88.1");
    row("sqlite by its source id",
        QByteArray("SQLite format 3\0"
                   "2022-12-28 14:03:47 df5c253c0b3dd24916e4ec7cf77d3db5294cc9fd45ae7b9c5e82ad8197f38a24",
                   100),
        "sqlite", "3.40.1");
    row("sqlite of an unknown day",
        QByteArray("SQLite format 3\0"
                   "2011-01-01 14:03:47 df5c253c0b3dd24916e4ec7cf77d3db5294cc9fd45ae7b9c5e82ad8197f38a24",
                   100),
        "sqlite", "");
    row("xz", "xz (XZ Utils) 5.4.1", "xz", "5.4.1");
    row("ffmpeg", "FFmpeg version 5.1.7-0+deb12u1", "ffmpeg", "5.1.7-0+deb12u1");
    row("busybox", "BusyBox v1.36.1 (2023-11-07 18:53:09 UTC)", "busybox", "1.36.1");
    row("node", "https://nodejs.org/download/release/v20.11.1/node-v20.11.1.tar.gz", "nodejs", "20.11.1");
    row("krb5", "KRB5_BRAND: krb5-1.21.3-final 1.21.3 20240626", "krb5", "1.21.3");
    row("sqlite of the day of a later point release",
        QByteArray("SQLite format 3\0"
                   "2025-05-07 10:39:52 17144570b0d96ae63cd6f3edca39e27ebd74925252bbaf6723bcb2f6b4861fb1",
                   100),
        "sqlite", "3.49.2");
    row("mkl", "Intel(R) oneAPI Math Kernel Library Version 2024.2-Product Build 20240605", "mkl", "2024.2");
    row("mkl without version", "oneAPI Math Kernel Library", "mkl", "");
    row("glib", "../../../glib/gmem.c:136", "glib", "");
    row("readline", "readline_callback_read_char() called with no handler!", "readline", "");
    row("gmp", "GNU MP: Cannot allocate memory (size=%lu)", "gmp", "");
    row("libgcrypt", "This is Libgcrypt 1.10.1 - The GNU Crypto Library", "libgcrypt", "1.10.1");
    row("libgpg-error", "This is Libgpg-error 1.46 - A runtime library", "libgpg-error", "1.46");
    row("libusb", "[%2ld.%06ld] [%08x] libusb: %s [%s] ", "libusb", "");
    row("libfuse", "FUSE library version: %s", "libfuse", "");
    row("libsndfile", "MATLAB 5.0 MAT-file, written by libsndfile-1.2.0, ", "libsndfile", "1.2.0");
    row("lame", QByteArray("LAME3.100 \0http://lame.sf.net", 29), "lame", "3.100");
    row("mariadb", "MariaDB virtual IO plugin for socket communication", "mariadb-connector", "");
    row("fftw", "fftw-3.3.10-sse2-avx", "fftw", "3.3.10");
    row("gsl", "Default GSL error handler invoked.", "gsl", "");
    row("glpk", "GLPK Simplex Optimizer %s", "glpk", "");
    row("x265", "x265 (build %d) - %s:%s - H.265/HEVC codec", "x265", "");
    row("libmad", "MPEG Audio Decoder 0.15.1 (beta)", "libmad", "0.15.1");
    row("libbfd", "BFD %s assertion fail %s:%d", "libbfd", "");
    row("berkeley db", "Berkeley DB 5.3.28: (September  9, 2013)", "berkeley-db", "5.3.28");
    row("ghostscript", "Ghostscript: gettimeofday failed!", "ghostscript", "");
}

void TestEmbeddedLibraries::versions()
{
    QFETCH(QByteArray, words);
    QFETCH(QString, id);
    QFETCH(QString, version);
    ElfWriter elf;
    elf.sections = {{".rodata", QByteArray(1, '\0') + words + QByteArray(1, '\0')}};
    const BinaryFile file = read(elf.bytes(), "opt/app/program");
    QCOMPARE(file.embedded.size(), size_t(1));
    QCOMPARE(file.embedded[0].id, id);
    QCOMPARE(file.embedded[0].version, version);
    QCOMPARE(file.embedded[0].relation, EmbeddedRelation::Contained);
    QVERIFY(file.searchedAll);
}

void TestEmbeddedLibraries::relations_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("soname");
    QTest::addColumn<QByteArray>("needed");
    QTest::addColumn<QString>("relation");
    QTest::newRow("the library") << QByteArray("usr/lib/libcrypto.so.3") << QByteArray("libcrypto.so.3") << QByteArray()
                                 << "itself";
    QTest::newRow("the library of a wheel") << QByteArray("x.libs/libcrypto-81d66ed9.so.3") << QByteArray()
                                            << QByteArray("libc.so.6") << "itself";
    QTest::newRow("linked in") << QByteArray("usr/bin/tool") << QByteArray() << QByteArray("libc.so.6") << "contained";
    QTest::newRow("linked to") << QByteArray("usr/sbin/nginx") << QByteArray() << QByteArray("libssl.so.3") << "built-against";
}

void TestEmbeddedLibraries::relations()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, soname);
    QFETCH(QByteArray, needed);
    QFETCH(QString, relation);
    ElfWriter elf;
    elf.soname = soname.toStdString();
    if (!needed.isEmpty())
        elf.needed = {needed.toStdString()};
    elf.sections = {{".rodata", "OpenSSL 3.0.19 27 Jan 2026"}};
    const BinaryFile file = read(elf.bytes(), path.toStdString());
    QCOMPARE(file.embedded.size(), size_t(1));
    QCOMPARE(QString(embeddedRelationId(file.embedded[0].relation)), relation);
    QCOMPARE(file.embedded[0].seen, QStringLiteral("OpenSSL 3.0.19 27 Jan 2026"));
}

/// Every kernel that a compiler made carries its name; that is no copy of the compiler.
void TestEmbeddedLibraries::onlyTheToolItself()
{
    ElfWriter elf;
    elf.sections = {{".rodata", "Cuda compilation tools, release 12.8, V12.8.93"}};
    QCOMPARE(read(elf.bytes(), "usr/lib/libkernels.so").embedded.size(), size_t(0));
    const BinaryFile tool = read(elf.bytes(), "opt/triton/bin/ptxas-blackwell");
    QCOMPARE(tool.embedded.size(), size_t(1));
    QCOMPARE(tool.embedded[0].version, QStringLiteral("12.8.93"));
}

void TestEmbeddedLibraries::flagsOfFfmpeg()
{
    ElfWriter elf;
    elf.sections = {{".rodata",
                     QByteArray("FFmpeg version n6.1.1\0--prefix=/usr --enable-gpl --enable-nonfree --enable-libx264\0"
                                "libavcodec license: nonfree and unredistributable",
                                131)}};
    const BinaryFile file = read(elf.bytes(), "usr/lib/libavcodec.so.60");
    QCOMPARE(file.embedded.size(), size_t(1));
    QCOMPARE(file.embedded[0].version, QStringLiteral("6.1.1"));
    QCOMPARE(file.embedded[0].flags, (QStringList {QStringLiteral("gpl"), QStringLiteral("nonfree"), QStringLiteral("libx264")}));
    elf.sections = {{".rodata", "configure with --enable-gpl"}};  // a help text and no FFmpeg
    QCOMPARE(read(elf.bytes(), "usr/bin/help").embedded.size(), size_t(0));
}

/// Words that lie across two blocks of the search are found once, at their place.
void TestEmbeddedLibraries::acrossBlocks()
{
    const QByteArray head = ElfWriter().bytes();
    for (const int distance : {-30, -20, -10, -1, 0, 1}) {
        QByteArray bytes = head;
        const qsizetype at = (256 << 10) + distance;
        bytes.append(QByteArray(at - bytes.size(), '\0'));
        bytes.append("libcurl/8.5.0");
        bytes.append(QByteArray(300'000, '\1'));
        for (const qsizetype step : {qsizetype(777), qsizetype(65536), bytes.size()}) {
            const BinaryFile file = read(bytes, "usr/bin/program", step);
            QCOMPARE(file.embedded.size(), size_t(1));
            QCOMPARE(file.embedded[0].offset, at);
            QCOMPARE(file.embedded[0].version, QStringLiteral("8.5.0"));
        }
    }
}

void TestEmbeddedLibraries::staticLibrary()
{
    const QByteArray bytes = "!<arch>\n" + QByteArray(100, ' ') + " inflate 1.2.11 Copyright 1995-2017 Mark Adler ";
    const BinaryFile file = read(bytes, "usr/lib/libz.a");
    QCOMPARE(file.format, BinaryFormat::StaticLibrary);
    QCOMPARE(file.embedded.size(), size_t(1));
    QCOMPARE(file.embedded[0].relation, EmbeddedRelation::Itself);
    QVERIFY(!BinaryProbe::forContent(spanOf(QByteArray("#!/bin/sh")), 9, *m_rules));
}

void TestEmbeddedLibraries::licences_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("licence");
    const auto row = [](const char *name, QByteArray words, const char *licence) {
        QTest::newRow(name) << words << QString::fromLatin1(licence);
    };
    row("by version, old", "OpenSSL 1.1.1w  11 Sep 2023", "OpenSSL");
    row("by version, new", "OpenSSL 3.0.19 27 Jan 2026", "Apache-2.0");
    row("ffmpeg", "FFmpeg version 6.1.1", "LGPL-2.1-or-later");
    row("ffmpeg with gpl", QByteArray("FFmpeg version 6.1.1\0--enable-gpl", 33), "GPL-2.0-or-later");
    row("ffmpeg with gpl and version3", QByteArray("FFmpeg version 6.1.1\0--enable-gpl --enable-version3", 51),
        "GPL-3.0-or-later");
    row("ffmpeg with version3", QByteArray("FFmpeg version 6.1.1\0--enable-version3", 38), "LGPL-3.0-or-later");
    row("ffmpeg nonfree", QByteArray("FFmpeg version 6.1.1\0--enable-gpl --enable-nonfree", 50), "LicenseRef-FFmpeg-nonfree");
    row("berkeley db 5", "Berkeley DB 5.3.28: (September  9, 2013)", "Sleepycat");
    row("berkeley db 18", "Berkeley DB 18.1.40: (May 29, 2020)", "AGPL-3.0-only");
    row("a choice", "GNU MP: Cannot allocate memory (size=%lu)", "LGPL-3.0-or-later OR GPL-2.0-or-later");
    row("xz before 5.6", "xz (XZ Utils) 5.4.1", "LicenseRef-public-domain");
    row("xz since 5.6", "xz (XZ Utils) 5.6.3", "0BSD");
}

void TestEmbeddedLibraries::licences()
{
    QFETCH(QByteArray, words);
    QFETCH(QString, licence);
    ElfWriter elf;
    elf.sections = {{".rodata", QByteArray(1, '\0') + words + QByteArray(1, '\0')}};
    const BinaryFile file = read(elf.bytes(), "opt/app/program");
    QCOMPARE(file.embedded.size(), size_t(1));
    QCOMPARE(file.embedded[0].licence, licence);
}

/// Its words stand in the loader and in many programs that talk about it; linked in it is only where nothing is loaded.
void TestEmbeddedLibraries::theSystemsLibraryCountsInCompletePrograms()
{
    ElfWriter elf;
    elf.type = 2;
    elf.dynamic = false;
    elf.sections = {{".rodata", QByteArray(1, '\0') + "cannot create TLS data structures" + QByteArray(1, '\0')}};
    const BinaryFile complete = read(elf.bytes(), "app/server");
    QVERIFY(complete.elf.linkage == ElfLinkage::StaticExecutable);
    QCOMPARE(complete.embedded.size(), size_t(1));
    QCOMPARE(complete.embedded[0].id, QStringLiteral("glibc"));
    QVERIFY(complete.embedded[0].relation == EmbeddedRelation::Contained);
    QCOMPARE(complete.embedded[0].licence, QStringLiteral("LGPL-2.1-or-later"));
    elf.dynamic = true;
    elf.interpreter = "/lib64/ld-linux-x86-64.so.2";
    elf.needed = {"libm.so.6"};
    QCOMPARE(read(elf.bytes(), "app/server").embedded.size(), size_t(0));
    const BinaryFile loader = read(elf.bytes(), "lib64/ld-linux-x86-64.so.2");
    QCOMPARE(loader.embedded.size(), size_t(1));
    QVERIFY(loader.embedded[0].relation == EmbeddedRelation::Itself);
}

void TestEmbeddedLibraries::brokenRules_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("no yaml") << QByteArray("libraries: [");
    QTest::newRow("no id") << QByteArray("libraries:\n  - { name: a, itself: [] }");
    QTest::newRow("short marker") << QByteArray("libraries:\n  - { id: a, name: a, itself: [], seen: [ { marker: abc } ] }");
    QTest::newRow("bad pattern") << QByteArray(
        "libraries:\n  - { id: a, name: a, itself: [], seen: [ { marker: abcdef, pattern: '(' } ] }");
    QTest::newRow("a licence without words")
        << QByteArray("libraries:\n  - { id: a, name: a, itself: [], licence: [ { flags: [x] } ] }");
    QTest::newRow("no group") << QByteArray(
        "libraries:\n  - { id: a, name: a, itself: [], seen: [ { marker: abcdef, pattern: 'abc' } ] }");
}

void TestEmbeddedLibraries::brokenRules()
{
    QFETCH(QByteArray, yaml);
    const auto rules = EmbeddedLibraryRules::parse(yaml);
    QVERIFY(!rules);
    QCOMPARE(rules.error().kind, ErrorKind::Policy);
}

QTEST_APPLESS_MAIN(TestEmbeddedLibraries)
#include "tst_embeddedlibraries.moc"
