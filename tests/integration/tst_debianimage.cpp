// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "core/image/imagesource.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QTimeZone>

using namespace waybill;

namespace {

/// As `tar --list --verbose` writes an entry: type and mode, owner, size, time, path, target.
QByteArray escaped(const std::string &path)
{
    QByteArray text;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\\')
            text += "\\\\";
        else if (byte < 0x20 || byte >= 0x7f)
            text += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
        else
            text += c;
    }
    return text;
}

QByteArray modeText(char type, quint32 mode)
{
    QByteArray text(1, type);
    static const char letters[] = "rwxrwxrwx";
    for (int bit = 0; bit < 9; ++bit)
        text += (mode >> (8 - bit)) & 1U ? letters[bit] : '-';
    const auto special = [&text, mode](quint32 flag, int at, char with, char without) {
        if (mode & flag)
            text[at] = text[at] == 'x' ? with : without;
    };
    special(04000, 3, 's', 'S');
    special(02000, 6, 's', 'S');
    special(01000, 9, 't', 'T');
    return text;
}

/// Lines of our reader, whiteouts under their stored name.
class Lister final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &) override
    {
        static const QByteArray types("-dlhcbps-d");
        std::string path = entry.path;
        if (entry.kind == EntryKind::Whiteout) {
            const size_t slash = path.rfind('/');
            path.insert(slash == std::string::npos ? 0 : slash + 1, ".wh.");
        }
        QByteArray line = modeText(types[static_cast<int>(entry.kind)], entry.mode) + ' ' + QByteArray::number(entry.uid) + '/'
            + QByteArray::number(entry.gid) + ' ' + QByteArray::number(entry.size) + ' '
            + QDateTime::fromSecsSinceEpoch(entry.mtime, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toLatin1() + ' '
            + escaped(path);
        if (entry.kind == EntryKind::Symlink || entry.kind == EntryKind::Hardlink)
            line += " -> " + escaped(entry.target);
        m_lines.append(line);
        return true;
    }
    QByteArrayList m_lines;
};

/// GNU tar's listing, in the same words.
QByteArrayList linesOfTar(const QByteArray &listing)
{
    // Once a time has a fraction, tar pads the shorter ones to the same width.
    static const QRegularExpression form(
        QStringLiteral(R"(^(\S{10}) (\d+/\d+) +(\d+|\d+,\d+) (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.\d+)? +(.*)$)"));
    QByteArrayList lines;
    for (const QByteArray &line : listing.split('\n')) {
        const auto match = form.match(QString::fromLatin1(line));
        if (!match.hasMatch())
            continue;
        QByteArray rest = match.captured(5).toLatin1();
        rest.replace(" link to ", " -> ");
        const qsizetype arrow = rest.indexOf(" -> ");
        QByteArray path = arrow < 0 ? rest : rest.left(arrow);
        QByteArray target = arrow < 0 ? QByteArray() : rest.mid(arrow);
        if (path.startsWith("./"))
            path.remove(0, 2);
        if (path.endsWith('/'))
            path.chop(1);
        const bool hard = line.startsWith('h');
        if (hard && target.startsWith(" -> ./"))
            target.remove(4, 2);
        const QString size = match.captured(3).contains(QLatin1Char(',')) ? QStringLiteral("0") : match.captured(3);
        lines.append(match.captured(1).toLatin1() + ' ' + match.captured(2).toLatin1() + ' ' + size.toLatin1() + ' '
                     + match.captured(4).toLatin1() + ' ' + path + target);
    }
    return lines;
}

}  // namespace

/// A Debian root file system in every container format, told by us as by tar, umoci and skopeo, entry by entry.
class TestDebianImage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void formats_data();
    void formats();
    void umociSaysTheSame();

private:
    QByteArray judge(const QString &name) const
    {
        QFile file(m_folder + QStringLiteral("/judges/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString m_folder;
};

void TestDebianImage::initTestCase()
{
    m_folder = qEnvironmentVariable("WAYBILL_TEST_CACHE",
                                    QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
                                        + QStringLiteral("/waybill-tests"));
    m_folder += qEnvironmentVariableIsSet("WAYBILL_DEBIAN_IMAGE") ? QStringLiteral("/given") : QStringLiteral("/debian");
    QVERIFY(QDir().mkpath(m_folder));
    QProcess builder;
    builder.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    builder.start(QStringLiteral("bash"), {QStringLiteral(WAYBILL_DEBIANIMAGE), m_folder});
    QVERIFY(builder.waitForFinished(-1));
    if (builder.exitCode() == 77)
        QSKIP("mmdebstrap, umoci, skopeo, root or the right to mount is missing");
    QCOMPARE(builder.exitCode(), 0);
}

void TestDebianImage::formats_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("storedDigests");
    QTest::newRow("oci") << QStringLiteral("oci-layout") << true;
    QTest::newRow("oci-zstd") << QStringLiteral("oci-layout") << true;
    QTest::newRow("oci.tar") << QStringLiteral("oci-archive") << true;
    QTest::newRow("docker.tar") << QStringLiteral("docker-archive") << false;
}

void TestDebianImage::formats()
{
    QFETCH(QString, kind);
    QFETCH(bool, storedDigests);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const auto source = openImageSource(m_folder + QLatin1Char('/') + name);
    QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().cause));
    QCOMPARE(QString(sourceKindId((*source)->kind())), kind);
    const int listing = selectListing(**source, {}, QStringLiteral("linux/amd64")).value_or(-1);
    QVERIFY(listing >= 0);
    const auto image = (*source)->image(listing);
    QVERIFY2(image.has_value(), image ? "" : qPrintable(image.error().cause));
    const QJsonObject inspected = QJsonDocument::fromJson(judge(name + QStringLiteral(".inspect.json"))).object();
    const QJsonArray layers = inspected[QLatin1String("Layers")].toArray();
    const QJsonArray diffIds = QJsonDocument::fromJson(judge(QStringLiteral("config.json")))
                                   .object()[QLatin1String("rootfs")][QLatin1String("diff_ids")]
                                   .toArray();
    QCOMPARE(image->layers.size(), size_t(3));
    QCOMPARE(layers.size(), 3);
    if (storedDigests)
        QCOMPARE(image->manifestDigest, inspected[QLatin1String("Digest")].toString());
    for (int layer = 0; layer < 3; ++layer) {
        const auto bytes = (*source)->openLayer(*image, layer);
        QVERIFY(bytes.has_value());
        Lister lister;
        const LayerSummary summary = readLayer(**bytes, lister, {}, {}, nullptr);
        QVERIFY2(summary.complete, qPrintable(summary.error.cause));
        QCOMPARE(summary.diffId, diffIds[layer].toString());
        QCOMPARE(image->layers[static_cast<size_t>(layer)].diffId, summary.diffId);
        // skopeo names the layers of a docker archive by their uncompressed digest.
        QCOMPARE(storedDigests ? summary.storedDigest : summary.diffId, layers[layer].toString());
        const QByteArrayList expected = linesOfTar(judge(QStringLiteral("layer%1.list").arg(layer)));
        QVERIFY(!expected.isEmpty());
        const qsizetype common = qMin(expected.size(), lister.m_lines.size());
        for (qsizetype i = 0; i < common; ++i)
            QCOMPARE(lister.m_lines[i], expected[i]);
        QCOMPARE(lister.m_lines.size(), expected.size());
        QStringList oddities;
        for (const LayerOddity &oddity : summary.oddities)
            oddities.append(oddity.id);
        // umoci's insert leaves the closing blocks out.
        if (!qEnvironmentVariableIsSet("WAYBILL_DEBIAN_IMAGE"))
            QCOMPARE(oddities.contains(QLatin1String("unterminated-tar")), layer == 2);
        QVERIFY(!oddities.contains(QLatin1String("damaged-header")) && !oddities.contains(QLatin1String("duplicate-path")));
    }
}

void TestDebianImage::umociSaysTheSame()
{
    const auto source = openImageSource(m_folder + QStringLiteral("/oci"));
    const auto image = (*source)->image(0);
    QVERIFY(image.has_value());
    const QJsonArray history
        = QJsonDocument::fromJson(judge(QStringLiteral("umoci.json"))).object()[QLatin1String("history")].toArray();
    QCOMPARE(static_cast<size_t>(history.size()), image->history.size());
    size_t layer = 0;
    for (qsizetype i = 0; i < history.size(); ++i) {
        const QJsonObject item = history[i].toObject();
        QCOMPARE(image->history[static_cast<size_t>(i)].emptyLayer, item[QLatin1String("empty_layer")].toBool());
        if (item[QLatin1String("empty_layer")].toBool())
            continue;
        const QJsonObject told = item[QLatin1String("layer")].toObject();
        QVERIFY(layer < image->layers.size());
        QCOMPARE(image->layers[layer].digest, told[QLatin1String("digest")].toString());
        QCOMPARE(image->layers[layer].storedBytes, static_cast<qint64>(told[QLatin1String("size")].toDouble()));
        QCOMPARE(image->layers[layer].diffId, item[QLatin1String("diff_id")].toString());
        QCOMPARE(image->layers[layer].historyIndex, static_cast<int>(i));
        ++layer;
    }
    QCOMPARE(layer, image->layers.size());
}

QTEST_GUILESS_MAIN(TestDebianImage)
#include "tst_debianimage.moc"
