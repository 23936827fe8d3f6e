// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialogs of the main window.

#include "ui/findings/decisionfiles.h"
#include "ui/findings/dutiesdialog.h"
#include "ui/remedy/comparedialog.h"
#include "ui/report/exportdialog.h"
#include "ui/report/verificationdialog.h"
#include "ui/wizard/scenariowizard.h"
#include "ui/workbench/aboutdialog.h"
#include "ui/workbench/actions.h"
#include "ui/workbench/centre.h"
#include "ui/workbench/legenddialog.h"
#include "ui/workbench/mainwindow.h"
#include "ui/workbench/settingsdialog.h"
#include "ui/workbench/shortcutsheet.h"

#include <QMessageBox>
#include <QStatusBar>

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

void MainWindow::connectDecisionFiles()
{
    auto *files = new DecisionFiles(m_session, this);
    connect(m_actions->readDecisions, &QAction::triggered, files, [this, files] { files->askReadDecisions(this); });
    connect(m_actions->writeDecisions, &QAction::triggered, files, [this, files] { files->askWriteDecisions(this); });
    connect(m_actions->readAnswers, &QAction::triggered, files, [this, files] { files->askReadAnswers(this); });
    connect(m_actions->writeAnswers, &QAction::triggered, files, [this, files] { files->askWriteAnswers(this); });
    connect(files, &DecisionFiles::decisionsRead, this, &MainWindow::showDecisionsRead);
    connect(files, &DecisionFiles::answersRead, this, [this](const QString &path, int count) {
        statusBar()->showMessage(tr("%n answer(s) taken from %1", nullptr, count).arg(path), 10'000);
    });
    connect(files, &DecisionFiles::written, this, [this](const QString &path, int unnamed) {
        statusBar()->showMessage(
            unnamed > 0
                ? tr("Written: %1. %n finding(s) cannot be named by a file and stay in the review.", nullptr, unnamed).arg(path)
                : tr("Written: %1").arg(path),
            10'000);
    });
    connect(files, &DecisionFiles::failed, this, &MainWindow::onFailed);
}

/// What became of each entry is worth a look: an entry that does not hold any more leaves its finding undecided.
void MainWindow::showDecisionsRead(const QString &path, const QStringList &lines, int applied)
{
    constexpr qsizetype linesShown = 15;
    auto *box = new QMessageBox(applied == lines.size() ? QMessageBox::Information : QMessageBox::Warning, tr("Decisions Read"),
                                tr("%1 of %n decision(s) of %2 hold for this image.", nullptr, static_cast<int>(lines.size()))
                                    .arg(QString::number(applied), path),
                                QMessageBox::Ok, this);
    box->setObjectName(QStringLiteral("decisionsRead"));
    box->setTextFormat(Qt::PlainText);
    QStringList shown = lines.mid(0, linesShown);
    if (lines.size() > linesShown)
        shown.append(tr("and %n more", nullptr, static_cast<int>(lines.size() - linesShown)));
    box->setInformativeText(shown.join(QLatin1Char('\n')));
    showModeless(box);
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
