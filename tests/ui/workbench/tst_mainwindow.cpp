// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the images below hold tags of their own)

#include "tests/support/textimage.h"
#include "ui/findings/findingspanel.h"
#include "ui/workbench/centre.h"
#include "ui/workbench/mainwindow.h"
#include "ui/workbench/noticebar.h"
#include "ui/workbench/welcomepage.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace waybill;

namespace {

constexpr int limitMs = 30000;

void drop(QWidget *window, const QMimeData &data)
{
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &enter);
    QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &event);
}

}  // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void firstStartShowsWelcome();
    void dropOpens();
    void dropOfSomethingElseIsExplained();
    void brokenFileIsANotice();
    void scenarioIsRemembered();
    void layoutCanBeRestored();
    void everyControlHasAName();

private:
    QString imagePath();
    std::unique_ptr<MainWindow> openImage();
    Services m_services;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMainWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("waybill-test"));
    QCoreApplication::setApplicationName(QStringLiteral("waybill-test"));
    qRegisterMetaType<waybill::Error>();
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge);
    const auto policy = Policy::load();
    QVERIFY(policy);
    m_services = {*knowledge, *policy};
}

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
}

QString TestMainWindow::imagePath()
{
    test::TextImage image;
    image.layer(QStringLiteral("COPY app /opt/app"),
                QStringLiteral("f opt/app/a.py 644 = # SPDX-License-Identifier: AGPL-3.0-only\n"));
    const QString path = m_folder->filePath(QStringLiteral("app.tar"));
    return image.writeFile(path, image.dockerArchive()) ? path : QString();
}

std::unique_ptr<MainWindow> TestMainWindow::openImage()
{
    auto window = std::make_unique<MainWindow>(m_services);
    window->show();
    QSignalSpy finished(window->session(), &Session::scanFinished);
    window->openPath(imagePath());
    return finished.wait(limitMs) ? std::move(window) : nullptr;
}

void TestMainWindow::firstStartShowsWelcome()
{
    MainWindow window(m_services);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(window.isWelcomeShown());
    QCOMPARE(window.focusWidget(), window.welcome()->referenceField());
    QVERIFY(!window.session()->image());
    for (const QDockWidget *dock : window.findChildren<QDockWidget *>())
        QVERIFY2(!dock->isVisible(), qPrintable(dock->objectName()));
    QVERIFY(window.minimumWidth() <= 1024 && window.minimumHeight() <= 700);
}

void TestMainWindow::dropOpens()
{
    MainWindow window(m_services);
    window.show();
    QSignalSpy finished(window.session(), &Session::scanFinished);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(imagePath())});
    drop(&window, data);
    QVERIFY(finished.wait(limitMs));
    QVERIFY(!window.isWelcomeShown());
    QVERIFY(window.selection()->finding() >= 0);
    QVERIFY(window.centre()->findings()->model()->totalFindings() > 0);
    QVERIFY(window.windowTitle().contains(QLatin1String("Waybill")));
}

void TestMainWindow::dropOfSomethingElseIsExplained()
{
    MainWindow window(m_services);
    window.show();
    const QString path = m_folder->filePath(QStringLiteral("disc.iso"));
    QVERIFY(test::TextImage().writeFile(path, "x"));
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(path)});
    drop(&window, file);
    QCOMPARE(window.notices()->texts().size(), 1);
    QVERIFY(window.notices()->texts().front().contains(QLatin1String("disc.iso")));
    QMimeData text;
    text.setText(QStringLiteral("registry.example/app:1.2"));
    drop(&window, text);
    QCOMPARE(window.welcome()->referenceField()->text(), QStringLiteral("registry.example/app:1.2"));
}

void TestMainWindow::brokenFileIsANotice()
{
    const auto window = openImage();
    QVERIFY(window);
    const QString path = m_folder->filePath(QStringLiteral("broken.tar"));
    QVERIFY(test::TextImage().writeFile(path, QByteArray("no image at all ").repeated(100)));
    QSignalSpy failed(window->session(), &Session::failed);
    window->openPath(path);
    QVERIFY(failed.wait(limitMs));
    QCOMPARE(window->notices()->texts().size(), 1);
    QVERIFY(window->session()->filePath().endsWith(QLatin1String("app.tar")));
}

void TestMainWindow::scenarioIsRemembered()
{
    {
        MainWindow window(m_services);
        QCOMPARE(window.session()->review().scenario, Scenario::OnPremises);
        window.setScenario(Scenario::Embedded);
    }
    MainWindow window(m_services);
    QCOMPARE(window.session()->review().scenario, Scenario::Embedded);
}

void TestMainWindow::layoutCanBeRestored()
{
    const auto window = openImage();
    QVERIFY(window);
    QMap<QString, bool> before;
    for (const QDockWidget *dock : window->findChildren<QDockWidget *>())
        before.insert(dock->objectName(), dock->isVisible());
    for (QDockWidget *dock : window->findChildren<QDockWidget *>()) {
        dock->setFloating(true);
        dock->close();
    }
    window->restoreDefaultLayout();
    for (const QDockWidget *dock : window->findChildren<QDockWidget *>()) {
        QCOMPARE(dock->isVisible(), before.value(dock->objectName()));
        QVERIFY(!dock->isFloating());
    }
    QCOMPARE(before.value(QStringLiteral("inspector")), true);
    QCOMPARE(before.value(QStringLiteral("log")), false);
}

void TestMainWindow::everyControlHasAName()
{
    const auto window = openImage();
    QVERIFY(window);
    QStringList unnamed;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QLineEdit *>(widget);
        // Qt's own parts: the overflow button of a toolbar, header and list of a box, the buttons inside a field or a dock.
        const bool partOfQt = widget->objectName().startsWith(QLatin1String("qt_"))
            || qobject_cast<QLineEdit *>(widget->parentWidget()) || qobject_cast<QHeaderView *>(widget)
            || QByteArray(widget->metaObject()->className()).startsWith("QComboBox") || widget->inherits("QTabBar")
            || widget->parentWidget()->inherits("QTabBar") || widget->inherits("QTableCornerButton")
            || widget->parentWidget()->inherits("QTableView");
        if (!control || partOfQt || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            unnamed.append(QStringLiteral("%1 in %2")
                               .arg(QLatin1String(widget->metaObject()->className()),
                                    QLatin1String(widget->parentWidget()->metaObject()->className())));
    }
    QCOMPARE(unnamed.join(QLatin1Char('\n')), QString());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
// REUSE-IgnoreEnd
