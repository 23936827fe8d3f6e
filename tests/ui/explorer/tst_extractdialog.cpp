// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/layerreader.h"
#include "core/tree/filetreebuilder.h"
#include "tests/support/textimage.h"
#include "ui/explorer/extractdialog.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

class Recorder final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &) override
    {
        entries.push_back(entry);
        return true;
    }
    std::vector<Entry> entries;
};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("<cannot be read>");
}

}  // namespace

class TestExtractDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesAndSaysWhatWasLeftOut();
    void asksBeforeReplacing();
    void folderMustExist();

private:
    ExtractDialog::Subject subject() const { return {m_source, m_image, m_tree, {}, {m_tree->findLive("d")}}; }
    static QPushButton *extractButton(const ExtractDialog &dialog)
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Extract"))
                return button;
        }
        return nullptr;
    }

    QTemporaryDir m_dir;
    std::shared_ptr<const ImageSource> m_source;
    Image m_image;
    std::shared_ptr<const FileTree> m_tree;
};

void TestExtractDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("waybill-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_extractdialog"));
    TextImage image;
    image.layer({}, QStringLiteral("f d/a = content\nl d/out -> /etc/passwd\nc d/null 666 1:3"));
    const QString path = m_dir.filePath(QStringLiteral("image.tar"));
    QVERIFY(image.writeFile(path, image.dockerArchive()));
    m_source = openImageSource(path).value();
    m_image = m_source->image(0).value();
    Recorder recorder;
    readLayer(*m_source->openLayer(m_image, 0).value(), recorder, {}, {}, nullptr);
    FileTreeBuilder builder;
    builder.addLayer(recorder.entries);
    m_tree = builder.finish();
}

void TestExtractDialog::writesAndSaysWhatWasLeftOut()
{
    const QTemporaryDir out;
    ExtractDialog dialog(subject());
    dialog.setFolder(out.path());
    QSignalSpy done(&dialog, &ExtractDialog::finishedWriting);
    QTRY_VERIFY(extractButton(dialog)->isEnabled());
    extractButton(dialog)->click();
    QVERIFY(done.wait());
    QCOMPARE(read(out.filePath(QStringLiteral("d/a"))), QByteArray("content"));
    const QString leftOut = dialog.findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(leftOut.contains(QStringLiteral("/d/out: the link leads out of the extracted folder")));
    QVERIFY(leftOut.contains(QStringLiteral("/d/null: devices, pipes and sockets are not made")));
    QVERIFY(!extractButton(dialog)->isEnabled());
}

void TestExtractDialog::asksBeforeReplacing()
{
    const QTemporaryDir out;
    QVERIFY(QDir(out.path()).mkdir(QStringLiteral("d")));
    QFile mine(out.filePath(QStringLiteral("d/a")));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    ExtractDialog dialog(subject());
    dialog.show();
    dialog.setFolder(out.path());
    QSignalSpy done(&dialog, &ExtractDialog::finishedWriting);
    QRadioButton *replace = nullptr;
    for (QRadioButton *button : dialog.findChildren<QRadioButton *>()) {
        if (button->text() == QStringLiteral("&Replace them"))
            replace = button;
    }
    QVERIFY(replace);
    QTRY_VERIFY(replace->isVisible());
    QVERIFY(!replace->isChecked());
    extractButton(dialog)->click();
    QVERIFY(done.wait());
    QCOMPARE(read(mine.fileName()), QByteArray("mine"));
    dialog.setFolder(out.path());
    QTRY_VERIFY(extractButton(dialog)->isEnabled());
    replace->setChecked(true);
    extractButton(dialog)->click();
    QVERIFY(done.wait());
    QCOMPARE(read(mine.fileName()), QByteArray("content"));
}

void TestExtractDialog::folderMustExist()
{
    ExtractDialog dialog(subject());
    dialog.setFolder(m_dir.filePath(QStringLiteral("nothing")));
    bool told = false;
    QTRY_VERIFY([&] {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            told = told || label->text().contains(QStringLiteral("nothing"));
        return told;
    }());
    QVERIFY(!extractButton(dialog)->isEnabled());
}

QTEST_MAIN(TestExtractDialog)
#include "tst_extractdialog.moc"
