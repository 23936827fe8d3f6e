// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialogs of the main window.

#include "ui/findings/dutiesdialog.h"
#include "ui/remedy/comparedialog.h"
#include "ui/report/exportdialog.h"
#include "ui/report/verificationdialog.h"
#include "ui/wizard/scenariowizard.h"
#include "ui/workbench/aboutdialog.h"
#include "ui/workbench/centre.h"
#include "ui/workbench/legenddialog.h"
#include "ui/workbench/mainwindow.h"
#include "ui/workbench/settingsdialog.h"
#include "ui/workbench/shortcutsheet.h"

namespace waybill {

QDialog *MainWindow::makeWizard()
{
    auto *wizard = new ScenarioWizard(m_session, this);
    connect(wizard, &ScenarioWizard::findingsRequested, this, [this] {
        m_centre->showTab(Centre::Findings);
        selectWorstFinding();
    });
    connect(wizard, &ScenarioWizard::saveRequested, this, [this] { save(true); });
    return wizard;
}

QDialog *MainWindow::makeExportDialog()
{
    return new ExportDialog(m_session, this);
}

QDialog *MainWindow::makeDutiesDialog()
{
    return new DutiesDialog(m_session, this);
}

QDialog *MainWindow::makeCompareDialog()
{
    return new CompareDialog(m_session, this);
}

QDialog *MainWindow::makeVerificationDialog(const QString &pdf)
{
    return new VerificationDialog(pdf, m_session, this);
}

QDialog *MainWindow::makeLegend()
{
    return new LegendDialog(*m_session->services().policy, this);
}

QDialog *MainWindow::makeSettings()
{
    return new SettingsDialog(m_recent, this);
}

QDialog *MainWindow::makeShortcutSheet()
{
    return new ShortcutSheet(*this, this);
}

QDialog *MainWindow::makeAbout()
{
    return new AboutDialog(m_session->services().policy->version(), this);
}

void MainWindow::showModeless(QDialog *dialog)
{
    if (!dialog)
        return;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

}  // namespace waybill
