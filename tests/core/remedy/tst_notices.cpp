// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/scanner.h"
#include "core/remedy/notices.h"
#include "tests/core/remedy/remedyimage.h"

#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

QByteArray wheel(const char *name, const char *licence)
{
    return QByteArray("Metadata-Version: 2.4\nName: ") + name + "\nVersion: 1.0\nLicense-Expression: " + licence + "\n\n";
}

/// Packages of a slimmed base: one whose notices were left out, one whose text a later layer deletes; wheels with and without.
TextImage slimImage()
{
    TextImage image;
    image.content(QStringLiteral("STATUS"),
                  "Package: tool\nStatus: install ok installed\nArchitecture: amd64\nVersion: 2\n\n"
                  "Package: viewer\nStatus: install ok installed\nArchitecture: amd64\nVersion: 3\n\n");
    image.content(QStringLiteral("GPL"),
                  "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"
                  "Files: *\nCopyright: 1999 A\nLicense: GPL-2\n");
    image.content(QStringLiteral("PLAIN"), wheel("plain", "MIT"));
    image.content(QStringLiteral("BRINGS"), wheel("brings", "MIT"));
    image.content(QStringLiteral("APACHE"), wheel("choice", "Apache-2.0 OR MIT"));
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        f usr/bin/tool 755 = \x7fELFtool
        f usr/bin/viewer 755 = \x7fELFviewer
        f usr/share/doc/tool/copyright 644 = <GPL
        f usr/share/doc/viewer/copyright 644 = <GPL
        f usr/share/doc/viewer/NOTICE.txt 644 = Viewer by V\n
        f var/lib/dpkg/status 644 = <STATUS
        f var/lib/dpkg/info/tool.list 644 = /.\n/usr/bin/tool\n/usr/share/doc/tool\n/usr/share/doc/tool/copyright\n/usr/share/doc/tool/NOTICE.gz\n
        f var/lib/dpkg/info/viewer.list 644 = /usr/bin/viewer\n/usr/share/doc/viewer/copyright\n/usr/share/doc/viewer/NOTICE.txt\n
    )"));
    image.layer(QStringLiteral("RUN pip install"), QStringLiteral(R"(
        f opt/site-packages/plain/__init__.py 644 = x = 1
        f opt/site-packages/plain-1.0.dist-info/METADATA 644 = <PLAIN
        f opt/site-packages/plain-1.0.dist-info/RECORD 644 = plain/__init__.py,,\nplain-1.0.dist-info/METADATA,,\n
        f opt/site-packages/brings/__init__.py 644 = x = 2
        f opt/site-packages/brings-1.0.dist-info/METADATA 644 = <BRINGS
        f opt/site-packages/brings-1.0.dist-info/licenses/LICENSE 644 = Copyright 2020 B. Permission is hereby granted, free of charge\n
        f opt/site-packages/brings-1.0.dist-info/RECORD 644 = brings/__init__.py,,\nbrings-1.0.dist-info/METADATA,,\nbrings-1.0.dist-info/licenses/LICENSE,,\n
    )"));
    image.layer(QStringLiteral("RUN rm /usr/share/doc/viewer/NOTICE.txt"), QStringLiteral("w usr/share/doc/viewer/NOTICE.txt"));
    return image;
}

}  // namespace

class TestNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void listsWhatIsMissing();
    void whatGoesNeedsNoText();
    void fileNamesEverySource();
    void hiddenTextsOfOneSource();
    void commonTextsOfTheSystemCount();
    void equalInputEqualBytes();

private:
    QStringList lines(const RemedyRig::Scanned &scanned, const NodeMarks &removed) const;
    std::vector<MissingNotice> missing(const RemedyRig::Scanned &scanned, const NodeMarks &removed) const;
    QByteArray text(const RemedyRig::Scanned &scanned) const;
    NodeMarks nothing(const RemedyRig::Scanned &scanned) const
    {
        return NodeMarks(static_cast<size_t>(scanned.inventory->tree->size()));
    }
    RemedyRig m_rig;
    ScanKnowledge m_knowledge;
    RemedyRig::Scanned m_scanned;
};

void TestNotices::initTestCase()
{
    QVERIFY(m_rig.isReady());
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge.has_value());
    m_knowledge = *knowledge;
    m_scanned = m_rig.scanImage(slimImage());
    QVERIFY(m_scanned.inventory);
}

std::vector<MissingNotice> TestNotices::missing(const RemedyRig::Scanned &scanned, const NodeMarks &removed) const
{
    Progress progress;
    const auto lists = readPackageLists(*scanned.source, *scanned.inventory, {}, progress);
    return lists ? missingNotices(*scanned.inventory, removed, *m_knowledge.matcher, *lists) : std::vector<MissingNotice>();
}

QStringList TestNotices::lines(const RemedyRig::Scanned &scanned, const NodeMarks &removed) const
{
    QStringList out;
    for (const MissingNotice &notice : missing(scanned, removed)) {
        QString line = notice.subject + QLatin1String(": ")
            + (notice.licence.isEmpty() ? QString::fromStdString(notice.lacking) : notice.licence) + QLatin1Char(' ')
            + noticeOriginId(notice.origin);
        if (notice.file.isValid())
            line += QLatin1Char(' ') + QString::fromStdString(scanned.inventory->tree->path(notice.file));
        out.append(notice.lacksOwner ? line + QLatin1String(" owner?") : line);
    }
    return out;
}

QByteArray TestNotices::text(const RemedyRig::Scanned &scanned) const
{
    const auto made = noticeText(*scanned.inventory, missing(scanned, nothing(scanned)), *m_knowledge.matcher, [&](NodeId node) {
        const FileTree &tree = *scanned.inventory->tree;
        return readFileOf(*scanned.source, scanned.image, tree.node(node).layer, tree.path(node), 1 << 20, {});
    });
    return made ? *made : QByteArray();
}

void TestNotices::listsWhatIsMissing()
{
    QCOMPARE(lines(m_scanned, nothing(m_scanned)),
             (QStringList {QStringLiteral("plain 1.0: MIT spdx-text owner?"),
                           QStringLiteral("tool 2: usr/share/doc/tool/NOTICE.gz nowhere"),
                           QStringLiteral("tool 2: GPL-2.0-only spdx-text"),
                           QStringLiteral("viewer 3: usr/share/doc/viewer/NOTICE.txt image-file usr/share/doc/viewer/NOTICE.txt"),
                           QStringLiteral("viewer 3: GPL-2.0-only spdx-text")}));
}

void TestNotices::whatGoesNeedsNoText()
{
    NodeMarks removed = nothing(m_scanned);
    for (const char *path : {"opt/site-packages/plain/__init__.py", "opt/site-packages/plain-1.0.dist-info/METADATA",
                             "opt/site-packages/plain-1.0.dist-info/RECORD"})
        removed[m_scanned.inventory->tree->findLive(path).value] = true;
    for (const QString &line : lines(m_scanned, removed))
        QVERIFY2(!line.startsWith(QLatin1String("plain")), qPrintable(line));
}

void TestNotices::fileNamesEverySource()
{
    const QByteArray notice = text(m_scanned);
    QVERIFY(notice.contains("\nMIT\n  for:  plain 1.0\n  from: SPDX licence list, MIT\n  The copyright line is missing"));
    QVERIFY(notice.contains("\nGPL-2.0-only\n  for:  tool 2\n  for:  viewer 3\n  from: SPDX licence list, GPL-2.0-only\n---"));
    QVERIFY(notice.contains("\n/usr/share/doc/viewer/NOTICE.txt\n  for:  viewer 3\n"
                            "  from: layer 1: /usr/share/doc/viewer/NOTICE.txt\n"));
    QVERIFY(notice.contains("\nViewer by V\n"));
    QCOMPARE(notice.count("GNU GENERAL PUBLIC LICENSE\n"), 1);
}

/// Two packages of one source with one copyright file, which a later layer deletes; a stranger's file does not do for them.
void TestNotices::hiddenTextsOfOneSource()
{
    TextImage image;
    image.content(QStringLiteral("STATUS"),
                  "Package: ssh-client\nSource: ssh\nStatus: install ok installed\nArchitecture: amd64\nVersion: 9\n\n"
                  "Package: ssh-server\nSource: ssh\nStatus: install ok installed\nArchitecture: amd64\nVersion: 9\n\n"
                  "Package: other\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n\n");
    const QByteArray text = m_knowledge.matcher->referenceText(QStringLiteral("ISC"));
    image.content(QStringLiteral("ISC"),
                  "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"
                  "Files: *\nCopyright: 1999 A\nLicense: ISC\n\nLicense: ISC\n "
                      + QByteArray(text).replace('\n', "\n ") + '\n');
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        f usr/bin/ssh 755 = \x7fELFssh
        f usr/sbin/sshd 755 = \x7fELFsshd
        f usr/bin/other 755 = \x7fELFother
        f usr/share/doc/ssh-client/copyright 644 = <ISC
        l usr/share/doc/ssh-server -> ssh-client
        f usr/share/doc/other/copyright 644 = <ISC
        f var/lib/dpkg/status 644 = <STATUS
        f var/lib/dpkg/info/ssh-client.list 644 = /usr/bin/ssh\n/usr/share/doc/ssh-client/copyright\n
        f var/lib/dpkg/info/ssh-server.list 644 = /usr/sbin/sshd\n/usr/share/doc/ssh-server\n
        f var/lib/dpkg/info/other.list 644 = /usr/bin/other\n/usr/share/doc/other/copyright\n
    )"));
    image.layer(QStringLiteral("RUN rm"), QStringLiteral("w usr/share/doc/ssh-client/copyright"));
    const auto scanned = m_rig.scanImage(image);
    QVERIFY(scanned.inventory);
    QCOMPARE(lines(scanned, nothing(scanned)),
             (QStringList {QStringLiteral("ssh-client 9: ISC image-file usr/share/doc/ssh-client/copyright"),
                           QStringLiteral("ssh-server 9: ISC image-file usr/share/doc/ssh-client/copyright")}));
    const std::vector<NodeId> back = hiddenTexts(*scanned.inventory, missing(scanned, nothing(scanned)));
    QCOMPARE(back.size(), size_t(1));
    QCOMPARE(scanned.inventory->tree->path(back.front()), std::string("usr/share/doc/ssh-client/copyright"));
    // With that file back in its place nothing is missing any more.
    image.layer(QStringLiteral("COPY notices"), QStringLiteral("f usr/share/doc/ssh-client/copyright 644 = <ISC"));
    const auto whole = m_rig.scanImage(image);
    QCOMPARE(lines(whole, nothing(whole)), QStringList());
    // What something else took is left alone.
    TextImage taken = image;
    taken.layer(QStringLiteral("RUN rm"), QStringLiteral("w usr/share/doc/ssh-client"));
    taken.layer(QStringLiteral("RUN touch"), QStringLiteral("f usr/share/doc/ssh-client 644 = x"));
    const auto blocked = m_rig.scanImage(taken);
    QVERIFY(hiddenTexts(*blocked.inventory, missing(blocked, nothing(blocked))).empty());
}

void TestNotices::commonTextsOfTheSystemCount()
{
    TextImage image = slimImage();
    image.content(QStringLiteral("TEXT"), m_knowledge.matcher->referenceText(QStringLiteral("GPL-2.0-only")));
    image.layer(QStringLiteral("COPY texts / # buildkit"), QStringLiteral("f usr/share/common-licenses/GPL-2 644 = <TEXT"));
    const auto scanned = m_rig.scanImage(image);
    QVERIFY(scanned.inventory);
    for (const QString &line : lines(scanned, nothing(scanned)))
        QVERIFY2(!line.contains(QLatin1String("GPL-2.0-only")), qPrintable(line));
}

void TestNotices::equalInputEqualBytes()
{
    const QByteArray once = text(m_scanned);
    QVERIFY(!once.isEmpty());
    const auto again = m_rig.scanImage(slimImage());
    QCOMPARE(text(again), once);
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
