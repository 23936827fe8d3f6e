// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the images below hold tags of their own)

#include "core/report/messages.h"
#include "tests/support/elfwriter.h"
#include "tests/support/textimage.h"
#include "ui/components/componentspanel.h"
#include "ui/components/ledgerbar.h"
#include "ui/components/ledgerpanel.h"
#include "ui/inspector/inspectorpanel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace waybill;

class TestComponents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void filters_data();
    void filters();
    void badFilterHidesNothing();
    void groups_data();
    void groups();
    void sortedByBytes();
    void ghostsAreMarked();
    void columnsAreChosen();
    void claimsAreShown();
    void selectionGoesBothWays();
    void jumpToFiles();
    void pageOfAPackage();
    void factsOfABinary();
    void ledgerOfTheImage();
    void ledgerOfALayer();
    void kindsOfUnexplained();
    void closedImage();

private:
    int indexOf(const char *name) const;
    QStringList shown(const ComponentsModel &model) const;
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Selection> m_selection;
};

void TestComponents::initTestCase()
{
    QSettings().remove(QStringLiteral("components"));
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge);
    const auto policy = Policy::load();
    QVERIFY(policy);
    m_session = std::make_unique<Session>(Services {*knowledge, *policy});
    m_selection = std::make_unique<Selection>();
    test::TextImage image;
    image.content(
        QStringLiteral("STATUS"),
        "Package: bash\nStatus: install ok installed\nArchitecture: amd64\nSource: bash-src (5.1)\nMaintainer: The Team\n"
        "Version: 5.2-1\n\nPackage: gdb\nStatus: install ok installed\nArchitecture: amd64\nVersion: 13-1\n\n");
    image.content(QStringLiteral("STATUS2"),
                  "Package: bash\nStatus: install ok installed\nArchitecture: amd64\nVersion: 5.2-1\n\n"
                  "Package: gdb\nStatus: install ok installed\nArchitecture: amd64\nVersion: 14-1\n\n");
    test::ElfWriter elf;
    elf.sections = {{".rodata", "libcurl/8.5.0"}};
    elf.needed = {"libc.so.6"};
    image.content(QStringLiteral("PROGRAM"), elf.bytes());
    image.layer(QStringLiteral("# debian.sh"), QStringLiteral(R"(
        f usr/bin/bash 755 = @500
        f usr/bin/gdb 755 = @700
        f var/lib/dpkg/status 644 = <STATUS
        f var/lib/dpkg/info/bash.list 644 = /usr/bin/bash\n
        f var/lib/dpkg/info/gdb.list 644 = /usr/bin/gdb\n
    )"));
    image.layer(QStringLiteral("RUN pip install thing"), QStringLiteral(R"(
        f v/site-packages/thing-1.dist-info/METADATA 644 = Metadata-Version: 2.1\nName: thing\nVersion: 1\nLicense-Expression: MIT\n
        f v/site-packages/thing-1.dist-info/RECORD 644 = thing.py,,\nthing-1.dist-info/sboms/thing.spdx.json,,\n
        f v/site-packages/thing.py 644 = @90
        f v/site-packages/thing-1.dist-info/sboms/thing.spdx.json 644 = {"spdxVersion":"SPDX-2.3","name":"x","packages":[{"name":"thing","versionInfo":"1"},{"name":"bash","versionInfo":"5.1"},{"name":"elf","versionInfo":"9"}]}
        f opt/program 755 = <PROGRAM
        f opt/a.jar 644 = @300
        f opt/data 644 = @9000
    )"));
    image.layer(QStringLiteral("RUN apt-get upgrade"),
                QStringLiteral("f var/lib/dpkg/status 644 = <STATUS2\nf usr/bin/gdb 755 = @800\n"));
    const QString path = m_folder.filePath(QStringLiteral("a.tar"));
    QVERIFY(image.writeFile(path, image.dockerArchive()));
    QSignalSpy finished(m_session.get(), &Session::scanFinished);
    m_session->open(path);
    QVERIFY(finished.wait(30000));
    QCOMPARE(m_session->inventory()->components.size(), size_t(4));
}

int TestComponents::indexOf(const char *name) const
{
    const auto &components = m_session->inventory()->components;
    for (size_t i = 0; i < components.size(); ++i) {
        if (components[i].name == QLatin1String(name) && !components[i].isGhost())
            return static_cast<int>(i);
    }
    return -1;
}

QStringList TestComponents::shown(const ComponentsModel &model) const
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex top = model.index(row, 0);
        if (top.data(ComponentsModel::ComponentRole).toInt() >= 0)
            names.append(top.data().toString());
        for (int child = 0; child < model.rowCount(top); ++child)
            names.append(model.index(child, 0, top).data().toString());
    }
    return names;
}

void TestComponents::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *filter, const char *expected) {
        QTest::newRow(filter) << QString::fromLatin1(filter) << QString::fromLatin1(expected);
    };
    row("", "bash,gdb,gdb,thing");
    row("GDB", "gdb,gdb");
    row("kind:pypi", "thing");
    row("kind:pypi,deb -gdb", "bash,thing");
    row("layer:1", "bash,gdb");
    row("layer:3", "gdb,gdb");
    row("licence:mi?", "thing");
    row("is:ghost", "gdb");
    row("-is:ghost kind:deb", "bash,gdb");
    row("is:unlicensed", "bash,gdb,gdb");
    row("team", "bash");
    row("bash-src", "bash");
}

void TestComponents::filters()
{
    QFETCH(QString, filter);
    QFETCH(QString, expected);
    ComponentsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(m_session->inventory());
    model.setGrouping(ComponentsModel::Grouping::None);
    const ComponentFilter parsed = ComponentFilter::parse(filter);
    QCOMPARE(parsed.badWord(), QString());
    model.setFilter(parsed);
    QCOMPARE(shown(model).join(QLatin1Char(',')), expected);
}

void TestComponents::badFilterHidesNothing()
{
    QCOMPARE(ComponentFilter::parse(QStringLiteral("bash layer:x")).badWord(), QStringLiteral("layer:x"));
    QCOMPARE(ComponentFilter::parse(QStringLiteral("is:odd")).badWord(), QStringLiteral("is:odd"));
    QVERIFY(ComponentFilter::parse(QStringLiteral("is:odd")).isEmpty());
}

void TestComponents::groups_data()
{
    QTest::addColumn<ComponentsModel::Grouping>("grouping");
    QTest::addColumn<QStringList>("titles");
    const QString sizes = QStringLiteral("%1 — %2 component(s), %3");
    QTest::newRow("kind") << ComponentsModel::Grouping::Kind
                          << QStringList {sizes.arg(QStringLiteral("deb"), QStringLiteral("3"), Messages::bytes(2000)),
                                          sizes.arg(QStringLiteral("pypi"), QStringLiteral("1"), Messages::bytes(313))};
    QTest::newRow("layer") << ComponentsModel::Grouping::Layer
                           << QStringList {sizes.arg(QStringLiteral("layer 1"), QStringLiteral("2"), Messages::bytes(1200)),
                                           sizes.arg(QStringLiteral("layer 2"), QStringLiteral("1"), Messages::bytes(313)),
                                           sizes.arg(QStringLiteral("layer 3"), QStringLiteral("1"), Messages::bytes(800))};
}

void TestComponents::groups()
{
    QFETCH(ComponentsModel::Grouping, grouping);
    QFETCH(QStringList, titles);
    ComponentsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(m_session->inventory());
    model.setGrouping(grouping);
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        QCOMPARE(group.data(ComponentsModel::ComponentRole).toInt(), -1);
        found.append(group.data().toString());
    }
    QCOMPARE(found, titles);
    for (int i = 0; i < model.total(); ++i)
        QCOMPARE(model.indexOf(i).data(ComponentsModel::ComponentRole).toInt(), i);
}

void TestComponents::sortedByBytes()
{
    ComponentsModel model;
    model.setInventory(m_session->inventory());
    model.setGrouping(ComponentsModel::Grouping::None);
    model.sort(ComponentsModel::Bytes, Qt::DescendingOrder);
    QStringList bytes;
    for (int row = 0; row < model.rowCount(); ++row)
        bytes.append(model.index(row, 0).siblingAtColumn(ComponentsModel::Bytes).data(ComponentsModel::SortRole).toString());
    QCOMPARE(bytes.join(QLatin1Char(',')), QStringLiteral("800,700,500,313"));
}

void TestComponents::ghostsAreMarked()
{
    ComponentsModel model;
    model.setInventory(m_session->inventory());
    model.setGrouping(ComponentsModel::Grouping::None);
    model.setFilter(ComponentFilter::parse(QStringLiteral("is:ghost")));
    const QModelIndex ghost = model.index(0, 0);
    QVERIFY(ghost.data(Qt::FontRole).value<QFont>().italic());
    QCOMPARE(ghost.siblingAtColumn(ComponentsModel::Layer).data().toString(), QStringLiteral("1, removed in 3"));
    QVERIFY(ghost.data(Qt::ToolTipRole).toString().contains(QStringLiteral("still handed over")));
}

void TestComponents::columnsAreChosen()
{
    ComponentsPanel panel(m_session.get(), m_selection.get());
    QHeaderView *header = panel.view()->header();
    QCOMPARE(header->actions().size(), qsizetype(ComponentsModel::ColumnCount) - 1);
    QVERIFY(header->isSectionHidden(ComponentsModel::Supplier));
    header->actions().at(ComponentsModel::Supplier - 1)->setChecked(true);
    QVERIFY(!header->isSectionHidden(ComponentsModel::Supplier));
    header->actions().at(ComponentsModel::Licence - 1)->setChecked(false);
    QVERIFY(header->isSectionHidden(ComponentsModel::Licence));
    // The choice outlives the panel, and the menu says the same.
    ComponentsPanel next(m_session.get(), m_selection.get());
    QVERIFY(next.view()->header()->isSectionHidden(ComponentsModel::Licence));
    QVERIFY(!next.view()->header()->isSectionHidden(ComponentsModel::Supplier));
    QVERIFY(!next.view()->header()->actions().at(ComponentsModel::Licence - 1)->isChecked());
    QSettings().remove(QStringLiteral("components"));
}

/// What a bill of materials claims stands below the table, beside what was found.
void TestComponents::claimsAreShown()
{
    ComponentsPanel panel(m_session.get(), m_selection.get());
    QStringList texts;
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->text().contains(QLatin1String("v/site-packages/thing-1.dist-info/sboms/thing.spdx.json")))
            texts << label->text() << label->toolTip();
    }
    QCOMPARE(texts,
             (QStringList {
                 QStringLiteral(
                     "v/site-packages/thing-1.dist-info/sboms/thing.spdx.json (SPDX 2.3 JSON) claims 3 part(s): 1 found, 1 other "
                     "version, 1 not found"),
                 QStringLiteral("<p style=\"white-space:pre\">other version: bash 5.1\nnot found: elf 9</p>")}));
}

void TestComponents::selectionGoesBothWays()
{
    ComponentsPanel panel(m_session.get(), m_selection.get());
    const int thing = indexOf("thing");
    m_selection->selectComponent(thing);
    QCOMPARE(panel.view()->currentIndex().data(ComponentsModel::ComponentRole).toInt(), thing);
    const int bash = indexOf("bash");
    panel.view()->setCurrentIndex(panel.model()->indexOf(bash));
    QCOMPARE(m_selection->component(), bash);
    QCOMPARE(m_selection->subject(), Selection::Subject::Component);
    panel.setFilterText(QStringLiteral("kind:pypi"));
    QCOMPARE(panel.model()->shown(), 1);
}

void TestComponents::jumpToFiles()
{
    ComponentsPanel panel(m_session.get(), m_selection.get());
    panel.showFiles(indexOf("bash"));
    QCOMPARE(m_session->inventory()->tree->path(m_selection->node()), "usr/bin/bash");
    panel.showFiles(indexOf("gdb"));
    QCOMPARE(m_session->inventory()->tree->node(m_selection->node()).layer, quint16(2));
}

void TestComponents::pageOfAPackage()
{
    InspectorPanel panel(m_session.get(), m_selection.get());
    m_selection->selectComponent(indexOf("gdb"));
    QStringList words;
    for (const WhyStep &step : panel.steps())
        words.append(step.title + QStringLiteral(": ") + step.text + QLatin1Char('\n') + step.detail);
    const QString page = words.join(QLatin1Char('\n'));
    QVERIFY2(page.contains(QStringLiteral("14-1")), qPrintable(page));
    QVERIFY2(page.contains(QStringLiteral("13-1 in layer 1, removed in layer 3")), qPrintable(page));
    QVERIFY2(page.contains(QStringLiteral("RUN apt-get upgrade")), qPrintable(page));
    QVERIFY2(page.contains(QStringLiteral("dpkg: /var/lib/dpkg/status")), qPrintable(page));
    m_selection->selectComponent(indexOf("bash"));
    const auto source = std::find_if(panel.steps().begin(), panel.steps().end(),
                                     [](const WhyStep &step) { return step.title == QLatin1String("Source package"); });
    QVERIFY(source != panel.steps().end());
    QCOMPARE(source->text, QStringLiteral("bash-src 5.1"));
}

void TestComponents::factsOfABinary()
{
    InspectorPanel panel(m_session.get(), m_selection.get());
    m_selection->selectNode(m_session->inventory()->tree->findLive("opt/program"));
    QStringList texts;
    for (const WhyStep &step : panel.steps())
        texts.append(step.text + QLatin1Char('|') + step.detail);
    QVERIFY2(
        texts.contains(QStringLiteral("contains curl 8.5.0, linked statically|Its own words: libcurl/8.5.0\nIts licence: curl")),
        qPrintable(texts.join(QLatin1Char('\n'))));
    QVERIFY2(texts.contains(QStringLiteral("shared library|Asks for: libc.so.6")), qPrintable(texts.join(QLatin1Char('\n'))));
}

void TestComponents::ledgerOfTheImage()
{
    LedgerPanel panel(m_session.get(), m_selection.get());
    const QAbstractItemModelTester sums(panel.sums(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester files(panel.files(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Ledger ledger = ledgerOf(*m_session->inventory());
    const auto cell = [&panel](int row, int column) { return panel.sums()->index(row, column).data().toString(); };
    QCOMPARE(panel.sums()->rowCount(), 8);
    QCOMPARE(cell(0, LedgerModel::Bytes), Messages::bytes(500 + 800 + 313));
    QCOMPARE(cell(0, LedgerModel::GhostBytes), Messages::bytes(700));
    QCOMPARE(cell(7, LedgerModel::Bytes), Messages::bytes(ledger.liveTotal.bytes));
    QCOMPARE(cell(7, LedgerModel::Share), QStringLiteral("100.00 %"));
    QCOMPARE(panel.files()->rowCount(), 3);
    LedgerBar bar;
    bar.setLedger(ledger);
    double all = 0;
    for (size_t i = 0; i < explanationCount; ++i)
        all += bar.share(static_cast<Explanation>(i));
    QVERIFY(qFuzzyCompare(all, 1.0));
}

void TestComponents::ledgerOfALayer()
{
    LedgerPanel panel(m_session.get(), m_selection.get());
    QCOMPARE(panel.layerChoice()->count(), 4);
    panel.layerChoice()->setCurrentIndex(3);
    QCOMPARE(panel.files()->rowCount(), 0);
    QCOMPARE(panel.sums()->index(0, LedgerModel::Bytes).data().toString(), Messages::bytes(800));
}

void TestComponents::kindsOfUnexplained()
{
    LedgerPanel panel(m_session.get(), m_selection.get());
    QStringList paths;
    for (int row = 0; row < panel.files()->rowCount(); ++row)
        paths.append(panel.files()->index(row, UnexplainedModel::Path).data().toString());
    QCOMPARE(paths, (QStringList {QStringLiteral("/opt/program"), QStringLiteral("/opt/a.jar"), QStringLiteral("/opt/data")}));
    panel.files()->setKind(static_cast<int>(UnexplainedKind::Jar));
    QCOMPARE(panel.files()->rowCount(), 1);
    QCOMPARE(panel.files()->index(0, UnexplainedModel::Bytes).data().toString(), Messages::bytes(300));
}

void TestComponents::closedImage()
{
    Session empty(m_session->services());
    ComponentsPanel components(&empty, m_selection.get());
    LedgerPanel ledger(&empty, m_selection.get());
    QCOMPARE(components.model()->rowCount(), 0);
    QCOMPARE(ledger.files()->rowCount(), 0);
    QCOMPARE(ledger.layerChoice()->count(), 1);
}

QTEST_MAIN(TestComponents)
#include "tst_components.moc"
