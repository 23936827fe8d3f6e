// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/screenshots.h"

#include "app/desktop/options.h"
#include "core/report/messages.h"
#include "ui/charts/chartspage.h"
#include "ui/charts/treemappanel.h"
#include "ui/charts/treemapview.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/remedy/comparedialog.h"
#include "ui/viewer/viewerpanel.h"
#include "ui/workbench/centre.h"
#include "ui/workbench/commandpalette.h"
#include "ui/workbench/docks.h"
#include "ui/workbench/mainwindow.h"

#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QRadioButton>
#include <QTimer>
#include <QWizard>

#include <algorithm>
#include <cstdio>

namespace waybill {

namespace {

constexpr int openLimitMs = 30 * 60 * 1000;
constexpr int maxWizardPages = 16;

void say(const QString &text)
{
    std::fputs(qPrintable(QString(text % QLatin1Char('\n'))), stderr);
}

}  // namespace

Screenshots::Screenshots(MainWindow *window, const Options &options) : m_window(window), m_options(options) { }

int Screenshots::run()
{
    m_window->resize(1440, 900);
    m_window->show();
    settle(400);
    if (!m_options.tour.isEmpty())
        inFolder(m_window, QStringLiteral("welcome"));
    if (const int failure = open(); failure != 0)
        return failure;
    m_window->resize(1440, 900);
    m_window->restoreDefaultLayout();
    m_window->selectWorstFinding();
    settle(800);
    if (!m_options.screenshot.isEmpty())
        save(m_window, m_options.screenshot);
    if (!m_options.tour.isEmpty())
        tour();
    return m_result;
}

int Screenshots::open()
{
    QEventLoop loop;
    int result = 4;
    const auto finish = [&](int with) {
        result = with;
        loop.quit();
    };
    Session *session = m_window->session();
    QObject::connect(session, &Session::scanFinished, &loop, [&](bool complete) {
        if (!complete)
            say(Messages::tr("Not everything was read."));
        finish(0);
    });
    QObject::connect(session, &Session::failed, &loop, [&](const Error &error) {
        say(Messages::error(error));
        finish(3);
    });
    QTimer::singleShot(openLimitMs, &loop, [&] { finish(4); });
    m_window->openPath(m_options.image);
    loop.exec();
    return result;
}

void Screenshots::settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool Screenshots::save(QWidget *widget, const QString &path)
{
    if (widget->grab().save(path, "PNG"))
        return true;
    say(QStringLiteral("cannot write %1").arg(path));
    m_result = 4;
    return false;
}

bool Screenshots::inFolder(QWidget *widget, const QString &name)
{
    QDir().mkpath(m_options.tour);
    return save(widget, m_options.tour % QLatin1Char('/') % name % QLatin1String(".png"));
}

void Screenshots::tour()
{
    inFolder(m_window, QStringLiteral("workbench"));
    for (const WhyStep &step : m_window->docks()->inspector()->steps()) {
        if (step.id == WhyStep::Id::Evidence && step.node.isValid()) {
            Q_EMIT m_window->selection()->openFileRequested(step.node);
            break;
        }
    }
    m_window->centre()->showTab(Centre::Viewer);
    settle(2000);
    inFolder(m_window, QStringLiteral("viewer"));
    if (auto *viewer = m_window->centre()->findChild<ViewerPanel *>()) {
        viewer->compare(true);
        settle(800);
        inFolder(m_window, QStringLiteral("viewer-comparison"));
        viewer->compare(false);
    }
    m_window->centre()->showTab(Centre::Components);
    settle(800);
    inFolder(m_window, QStringLiteral("components"));
    m_window->centre()->showTab(Centre::Ledger);
    settle(800);
    inFolder(m_window, QStringLiteral("ledger"));
    m_window->centre()->showTab(Centre::Charts);
    const std::pair<ChartsPage::Chart, QString> charts[] = {{ChartsPage::ClassShare, QStringLiteral("charts")},
                                                            {ChartsPage::Progress, QStringLiteral("charts-progress")},
                                                            {ChartsPage::WorstPackages, QStringLiteral("charts-worst")},
                                                            {ChartsPage::ScenariosByRisk, QStringLiteral("charts-heatmap")}};
    for (const auto &[chart, name] : charts) {
        m_window->centre()->charts()->showChart(chart);
        settle(1200);
        inFolder(m_window, name);
    }
    m_window->centre()->showTab(Centre::Treemap);
    for (const TreemapView::Fill fill : {TreemapView::Fill::Class, TreemapView::Fill::Risk}) {
        m_window->centre()->treemap()->setFill(fill);
        settle(800);
        inFolder(m_window, fill == TreemapView::Fill::Class ? QStringLiteral("treemap-class") : QStringLiteral("treemap-risk"));
    }
    m_window->centre()->showTab(Centre::Strip);
    settle(3000);
    inFolder(m_window, QStringLiteral("strip"));
    m_window->centre()->showTab(Centre::Trust);
    settle(1500);
    inFolder(m_window, QStringLiteral("trust"));
    m_window->centre()->showTab(Centre::Findings);
    tourWizard();
    tourDialogs();
}

void Screenshots::tourWizard()
{
    QDialog *dialog = m_window->makeWizard();
    auto *wizard = qobject_cast<QWizard *>(dialog);
    if (!wizard)
        return;
    wizard->show();
    for (int page = 1; page <= maxWizardPages; ++page) {
        settle(400);
        const bool last = wizard->nextId() < 0;
        inFolder(wizard, last ? QStringLiteral("wizard-verdict") : QStringLiteral("wizard-%1").arg(page));
        if (last)
            break;
        const int before = wizard->currentId();
        const auto choices = wizard->currentPage()->findChildren<QRadioButton *>();
        const bool answered
            = std::any_of(choices.begin(), choices.end(), [](const QRadioButton *choice) { return choice->isChecked(); });
        if (!choices.isEmpty() && !answered)
            choices.last()->click();
        wizard->next();
        if (wizard->currentId() == before)
            break;
    }
    delete wizard;
}

/// The open image beside itself: the tables are there, whatever they say.
QDialog *Screenshots::comparison() const
{
    auto *dialog = qobject_cast<CompareDialog *>(m_window->makeCompareDialog());
    if (dialog)
        dialog->compareWith(m_window->session()->filePath());
    return dialog;
}

void Screenshots::tourDialogs()
{
    const QList<std::pair<QString, QDialog *>> dialogs {
        {QStringLiteral("duties"), m_window->makeDutiesDialog()},     {QStringLiteral("compare"), comparison()},
        {QStringLiteral("export"), m_window->makeExportDialog()},     {QStringLiteral("legend"), m_window->makeLegend()},
        {QStringLiteral("settings"), m_window->makeSettings()},       {QStringLiteral("palette"), new CommandPalette(m_window)},
        {QStringLiteral("shortcuts"), m_window->makeShortcutSheet()}, {QStringLiteral("about"), m_window->makeAbout()}};
    for (const auto &[name, dialog] : dialogs) {
        if (!dialog)
            continue;
        dialog->show();
        settle(1200);
        inFolder(dialog, name);
        delete dialog;
    }
}

}  // namespace waybill
