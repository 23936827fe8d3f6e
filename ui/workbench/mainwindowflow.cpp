// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window does when something is opened, saved, closed or dropped.

#include "core/base/datafiles.h"
#include "core/report/messages.h"
#include "ui/findings/findingspanel.h"
#include "ui/workbench/actions.h"
#include "ui/workbench/centre.h"
#include "ui/workbench/docks.h"
#include "ui/workbench/dropoverlay.h"
#include "ui/workbench/mainwindow.h"
#include "ui/workbench/noticebar.h"
#include "ui/workbench/recentfiles.h"
#include "ui/workbench/welcomepage.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>

namespace waybill {

void MainWindow::openPath(const QString &given)
{
    // Absolute, so that the recent list still finds it when Waybill starts elsewhere.
    const QFileInfo info(given);
    const QString path = info.exists() ? info.absoluteFilePath() : given;
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        showModeless(makeVerificationDialog(path));
        return;
    }
    whenSaved([this, path] { m_session->open(path); });
}

void MainWindow::openSample()
{
    const QString sample = dataFile(QStringLiteral("sample.tar"));
    if (sample.isEmpty())
        onFailed(fail(ErrorKind::MissingPart, QStringLiteral("sample.tar"),
                      QStringLiteral("the data folder of the program has no sample image"))
                     .value());
    else
        openPath(sample);
}

void MainWindow::onImageOpened()
{
    m_notices->closeAll();
    m_autoSelected.clear();
    showWelcome(false);
    m_actions->setImageOpen(true, m_session->source() != nullptr);
    updateTitle();
    remember(-1);
}

void MainWindow::onInventoryChanged()
{
    // The inspector is never empty, and it shows the worst that is known until the user chooses.
    if (!isSelectedByHand())
        selectWorstFinding();
}

bool MainWindow::isSelectedByHand() const
{
    if (m_selection->subject() == Selection::Subject::None)
        return false;
    const auto &findings = m_session->review().concluded.findings;
    const auto at = static_cast<size_t>(m_selection->finding());
    return m_selection->subject() != Selection::Subject::Finding || at >= findings.size() || findings[at].key != m_autoSelected;
}

void MainWindow::onScanFinished(bool complete)
{
    m_actions->setImageOpen(m_session->image(), m_session->source() != nullptr);
    const Review &review = m_session->review();
    if (!review.inventory)
        return;
    remember(review.undecided(review.scenario));
    if (complete)
        return;
    int read = 0;
    QStringList problems;
    for (size_t i = 0; i < review.inventory->readings.size(); ++i) {
        const LayerReading &reading = review.inventory->readings[i];
        read += reading.complete ? 1 : 0;
        if (!reading.complete && !reading.error.subject.isEmpty())
            problems.append(Messages::layerName(static_cast<int>(i)) % QLatin1String(": ") % Messages::error(reading.error));
    }
    m_notices->addNotice(tr("Not everything was read: %1 of %n layer(s) are complete. The verdict covers what was read.", nullptr,
                            static_cast<int>(review.inventory->readings.size()))
                             .arg(read),
                         problems.join(QLatin1Char('\n')), tr("Read again"), [this] { m_session->rescan(); });
}

void MainWindow::onFailed(const Error &error)
{
    m_afterSave = {};
    m_closing = false;
    m_notices->addError(error);
    if (isWelcomeShown())
        m_welcome->focusReference();
}

void MainWindow::selectWorstFinding()
{
    const Review &review = m_session->review();
    const auto &findings = review.concluded.findings;
    if (findings.empty())
        return;
    const ScenarioVerdict &verdict = review.concluded.verdict(review.scenario);
    size_t worst = verdict.holding.empty() ? findings.size() : verdict.holding.front();
    for (size_t i = 0; worst >= findings.size() && i < findings.size(); ++i) {
        if (findings[i].effect(review.scenario).risk == verdict.risk)
            worst = i;
    }
    worst = worst < findings.size() ? worst : 0;
    m_autoSelected = findings[worst].key;
    m_selection->selectFinding(static_cast<int>(worst));
}

void MainWindow::setScenario(Scenario scenario)
{
    m_session->setScenario(scenario);
    QSettings().setValue(QStringLiteral("scenario"), QString(scenarioId(scenario)));
}

void MainWindow::selectNext(bool backwards)
{
    m_centre->showTab(Centre::Findings);
    if (!m_centre->findings()->selectNextUndecided(backwards))
        statusBar()->showMessage(tr("No undecided finding is shown."), 5000);
}

void MainWindow::filterRisk(RiskLevel level)
{
    m_centre->showTab(Centre::Findings);
    m_centre->findings()->setFilterText(QLatin1String("risk:") + riskLevelId(level));
}

void MainWindow::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open an image or a review"), {},
        tr("Images and reviews (*.tar *.tar.gz *.tgz *.tar.zst *.oci *.waybill);;Signed reports (*.pdf);;All files (*)"));
    if (!path.isEmpty())
        openPath(path);
}

void MainWindow::askForFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Open an OCI layout or a root file system"));
    if (!path.isEmpty())
        openPath(path);
}

void MainWindow::askForPdf()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Check a signed report"), {}, tr("Signed reports (*.pdf)"));
    if (!path.isEmpty())
        openPath(path);
}

void MainWindow::save(bool askForName)
{
    QString path = m_session->reviewPath();
    if (path.isEmpty() || askForName) {
        path = QFileDialog::getSaveFileName(this, tr("Save the review"), path, tr("Reviews (*.waybill)"));
        if (path.isEmpty()) {
            m_afterSave = {};
            return;
        }
        if (!path.endsWith(QLatin1String(".waybill")))
            path += QLatin1String(".waybill");
    }
    m_session->save(path);
}

void MainWindow::whenSaved(const std::function<void()> &next)
{
    if (!m_session->isModified()) {
        next();
        return;
    }
    // The one modal question: the answer "discard" cannot be undone.
    const auto answer = QMessageBox::question(this, tr("Decisions are not saved"),
                                              tr("This review has decisions or answers that are not saved. Save them first?"),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Discard) {
        next();
    } else if (answer == QMessageBox::Save) {
        m_afterSave = next;
        save(false);
    }
}

void MainWindow::closeImage()
{
    whenSaved([this] {
        m_session->close();
        m_selection->clear();
        m_notices->closeAll();
        m_actions->setImageOpen(false, false);
        showWelcome(true);
        updateTitle();
    });
}

bool MainWindow::isWelcomeShown() const
{
    return m_pages->currentWidget() == m_welcome;
}

void MainWindow::showWelcome(bool welcome)
{
    m_pages->setCurrentIndex(welcome ? 0 : 1);
    m_docks->setVisible(!welcome);
    m_actions->restoreLayout->setEnabled(!welcome);
    if (welcome)
        m_welcome->focusReference();
}

void MainWindow::updateTitle()
{
    const QString title = m_session->image() ? displayText(m_session->review().title) : QString();
    setWindowTitle(title.isEmpty() ? tr("Waybill") : tr("%1[*] — Waybill").arg(title));
    setWindowModified(m_session->isModified());
}

void MainWindow::remember(int undecided)
{
    m_recent->add(m_session->filePath(), m_session->review().title, undecided);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    store();
    if (m_closing || !m_session->isModified()) {
        event->accept();
        return;
    }
    event->ignore();
    whenSaved([this] {
        m_closing = true;
        close();
    });
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (!m_notices->closeNewest() && !isWelcomeShown())
            m_centre->findings()->setFilterText({});
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const DropOutcome outcome = DropOutcome::of(*event->mimeData());
    if (outcome.kind == DropOutcome::Kind::Nothing)
        return;
    m_overlay->showOutcome(outcome);
    // Accepted even when it cannot be opened: only then the window may go on saying why.
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    const DropOutcome outcome = DropOutcome::of(*event->mimeData());
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(outcome.kind != DropOutcome::Kind::Nothing && outcome.kind != DropOutcome::Kind::Impossible);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_overlay->hide();
    const DropOutcome outcome = DropOutcome::of(*event->mimeData());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    switch (outcome.kind) {
    case DropOutcome::Kind::Open:
    case DropOutcome::Kind::CheckSignature:
        openPath(outcome.target);
        break;
    case DropOutcome::Kind::FillReference:
        if (isWelcomeShown())
            m_welcome->setReference(outcome.target);
        break;
    case DropOutcome::Kind::Impossible:
        m_notices->addNotice(outcome.sentence);
        break;
    case DropOutcome::Kind::Nothing:
        break;
    }
}

}  // namespace waybill
