// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/mainwindow.h"

#include "core/report/messages.h"
#include "ui/findings/findingspanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/trust/sbomexport.h"
#include "ui/workbench/actions.h"
#include "ui/workbench/centre.h"
#include "ui/workbench/commandpalette.h"
#include "ui/workbench/docks.h"
#include "ui/workbench/dropoverlay.h"
#include "ui/workbench/headerbar.h"
#include "ui/workbench/jobbar.h"
#include "ui/workbench/logpanel.h"
#include "ui/workbench/noticebar.h"
#include "ui/workbench/selectionkeeper.h"
#include "ui/workbench/settingsdialog.h"
#include "ui/workbench/welcomepage.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>

namespace waybill {

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent), m_session(new Session(std::move(services), this)), m_selection(new Selection(this)),
      m_recent(new RecentFiles(this)), m_actions(new Actions(this))
{
    build();
    connectSession();
    connectFiles();
    connectReview();
    connectView();
    restore();
    showWelcome(true);
    if (const auto &fault = m_session->services().overlayFault)
        m_notices->addError(*fault);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setMinimumSize(1024, 700);
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    resize(QSize(1440, 900).boundedTo(screen() ? screen()->availableSize() : QSize(1440, 900)));
    m_pages = new QStackedWidget(this);
    m_welcome = new WelcomePage(m_recent, m_pages);
    m_centre = new Centre(m_session, m_selection, m_pages);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_centre);
    setCentralWidget(m_pages);
    m_docks = new Docks(this, m_session, m_selection);

    // Menus, commands, facts and notices lie above docks and centre alike, over the whole width.
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 2);
    column->setSpacing(0);
    auto *menus = new QMenuBar(top);
    m_actions->fill(menus, m_docks->toggles());
    m_header = new HeaderBar(m_session, top);
    m_notices = new NoticeBar(top);
    column->addWidget(menus);
    column->addWidget(buildToolBar());
    column->addWidget(m_header);
    column->addWidget(m_notices);
    setMenuWidget(top);
    statusBar()->addPermanentWidget(new JobBar(m_session, this), 1);
    m_overlay = new DropOverlay(this);
    // The window takes every drop, so that a file is never pasted as text into a field that happens to lie below.
    for (QWidget *child : findChildren<QWidget *>())
        child->setAcceptDrops(false);
}

QToolBar *MainWindow::buildToolBar()
{
    auto *bar = new QToolBar(tr("Commands"), this);
    bar->setObjectName(QStringLiteral("commands"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_actions->openFile, m_actions->openFolder, m_actions->save});
    bar->addSeparator();
    auto *label = new QLabel(tr("Scenario:"), bar);
    label->setContentsMargins(6, 0, 4, 0);
    m_scenario = new QComboBox(bar);
    m_scenario->setAccessibleName(tr("Scenario: who gets a copy"));
    m_scenario->setToolTip(tr("How the image is delivered; the verdict depends on it"));
    for (const Scenario scenario : allScenarios)
        m_scenario->addItem(Messages::scenario(scenario), static_cast<int>(scenario));
    label->setBuddy(m_scenario);
    bar->addWidget(label);
    bar->addWidget(m_scenario);
    bar->addAction(m_actions->wizard);
    bar->addSeparator();
    bar->addAction(m_actions->exportSign);
    return bar;
}

void MainWindow::connectSession()
{
    // After the views, which must have read new facts, and before the window's own slots, which look at what is selected.
    new SelectionKeeper(m_session, m_selection, this);
    connect(m_session, &Session::imageOpened, this, &MainWindow::onImageOpened);
    connect(m_session, &Session::inventoryChanged, this, &MainWindow::onInventoryChanged);
    connect(m_session, &Session::scanFinished, this, &MainWindow::onScanFinished);
    connect(m_session, &Session::failed, this, &MainWindow::onFailed);
    connect(m_session, &Session::modifiedChanged, this, &MainWindow::updateTitle);
    connect(m_session, &Session::saved, this, [this](const QString &path) {
        updateTitle();
        m_recent->add(path, m_session->review().title, m_session->review().undecided(m_session->review().scenario));
        statusBar()->showMessage(tr("Saved as %1").arg(path), 8000);
        if (const auto next = std::exchange(m_afterSave, {}))
            next();
    });
    // A saved review brings a scenario of its own.
    const auto showScenario
        = [this] { m_scenario->setCurrentIndex(m_scenario->findData(static_cast<int>(m_session->review().scenario))); };
    connect(m_session, &Session::assessmentChanged, this, showScenario);
    connect(m_session, &Session::imageOpened, this, showScenario);
    connect(m_session, &Session::inventoryChanged, this, showScenario);
    connect(m_notices, &NoticeBar::noticed, m_docks->log(), &LogPanel::addNotice);
    connect(m_header, &HeaderBar::listingRequested, this,
            [this](int listing) { whenSaved([this, listing] { m_session->open(m_session->filePath(), listing); }); });
}

void MainWindow::connectFiles()
{
    connect(m_actions->openFile, &QAction::triggered, this, &MainWindow::askForFile);
    connect(m_actions->openFolder, &QAction::triggered, this, &MainWindow::askForFolder);
    connect(m_actions->checkSignature, &QAction::triggered, this, &MainWindow::askForPdf);
    connect(m_actions->save, &QAction::triggered, this, [this] { save(false); });
    connect(m_actions->saveAs, &QAction::triggered, this, [this] { save(true); });
    auto *sbom = new SbomExport(m_session, this);
    connect(m_actions->exportSbom, &QAction::triggered, this, [this, sbom] { sbom->ask(this); });
    connect(sbom, &SbomExport::written, this,
            [this](const QString &path) { statusBar()->showMessage(tr("Written: %1").arg(path), 10'000); });
    connect(sbom, &SbomExport::failed, this, &MainWindow::onFailed);
    connect(m_actions->exportSign, &QAction::triggered, this, [this] { showModeless(makeExportDialog()); });
    connect(m_actions->compare, &QAction::triggered, this, [this] { showModeless(makeCompareDialog()); });
    connect(m_actions->closeImage, &QAction::triggered, this, &MainWindow::closeImage);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->sample, &QAction::triggered, this, &MainWindow::openSample);
    connect(m_welcome, &WelcomePage::openFileRequested, this, &MainWindow::askForFile);
    connect(m_welcome, &WelcomePage::openFolderRequested, this, &MainWindow::askForFolder);
    connect(m_welcome, &WelcomePage::referenceEntered, this, &MainWindow::openPath);
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::openSample);
    connect(m_welcome, &WelcomePage::legendRequested, m_actions->legend, &QAction::trigger);
    connect(m_welcome, &WelcomePage::shortcutsRequested, m_actions->shortcuts, &QAction::trigger);
}

void MainWindow::connectReview()
{
    connect(m_scenario, &QComboBox::activated, this,
            [this] { setScenario(static_cast<Scenario>(m_scenario->currentData().toInt())); });
    connect(m_actions->wizard, &QAction::triggered, this, [this] { showModeless(makeWizard()); });
    connect(m_actions->duties, &QAction::triggered, this, [this] { showModeless(makeDutiesDialog()); });
    connect(m_actions->filter, &QAction::triggered, this, [this] {
        m_centre->showTab(Centre::Findings);
        m_centre->findings()->focusFilter();
    });
    connect(m_actions->nextUndecided, &QAction::triggered, this, [this] { selectNext(false); });
    connect(m_actions->previousUndecided, &QAction::triggered, this, [this] { selectNext(true); });
    for (const DecisionAction action : {DecisionAction::Accept, DecisionAction::Remove, DecisionAction::NeedInformation})
        connect(m_actions->decisions[static_cast<size_t>(action)], &QAction::triggered, this,
                [this, action] { m_docks->inspector()->choose(action); });
    connect(m_actions->recordNext, &QAction::triggered, this, [this] { m_docks->inspector()->record(true); });
    connect(m_actions->withdraw, &QAction::triggered, this,
            [this] { m_session->withdraw(m_centre->findings()->selectedKeys()); });
    connect(m_docks->inspector(), &InspectorPanel::nextRequested, this, [this] { selectNext(false); });
    connectDecisionFiles();
    connect(m_actions->rescan, &QAction::triggered, m_session, &Session::rescan);
    connect(m_actions->cancel, &QAction::triggered, m_session, &Session::cancelScan);
    connect(m_header, &HeaderBar::riskRequested, this, &MainWindow::filterRisk);
    connect(m_header, &HeaderBar::verdictRequested, this, [this] {
        m_centre->showTab(Centre::Findings);
        selectWorstFinding();
    });
    connect(m_header, &HeaderBar::nextUndecidedRequested, this, [this] { selectNext(false); });
}

void MainWindow::connectView()
{
    for (int pane = 0; pane < 4; ++pane) {
        connect(m_actions->panes[static_cast<size_t>(pane)], &QAction::triggered, this, [this, pane] {
            if (pane == 2)
                m_centre->currentWidget()->setFocus(Qt::ShortcutFocusReason);
            else
                m_docks->focus(pane);
        });
    }
    connect(m_actions->restoreLayout, &QAction::triggered, this, &MainWindow::restoreDefaultLayout);
    for (const Theme::Mode mode : {Theme::Mode::System, Theme::Mode::Light, Theme::Mode::Dark}) {
        QAction *action = m_actions->themes[static_cast<size_t>(mode)];
        action->setChecked(SettingsDialog::storedTheme() == mode);
        connect(action, &QAction::triggered, this, [mode] { SettingsDialog::applyTheme(mode); });
    }
    connect(m_actions->settings, &QAction::triggered, this, [this] { showModeless(makeSettings()); });
    connect(m_actions->palette, &QAction::triggered, this, [this] { (new CommandPalette(this))->open(); });
    connect(m_actions->legend, &QAction::triggered, this, [this] { showModeless(makeLegend()); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showModeless(makeShortcutSheet()); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showModeless(makeAbout()); });
}

void MainWindow::restore()
{
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_docks->restore(settings.value(QStringLiteral("window/docks")).toByteArray());
    m_centre->findings()->restoreState(settings.value(QStringLiteral("window/findings")).toByteArray());
    const auto scenario = scenarioFromId(settings.value(QStringLiteral("scenario")).toString());
    m_session->setScenario(scenario.value_or(Scenario::OnPremises));
    m_scenario->setCurrentIndex(m_scenario->findData(static_cast<int>(m_session->review().scenario)));
}

void MainWindow::store() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/docks"), m_docks->layout());
    settings.setValue(QStringLiteral("window/findings"), m_centre->findings()->saveState());
}

void MainWindow::restoreDefaultLayout()
{
    m_docks->arrange();
}

}  // namespace waybill
