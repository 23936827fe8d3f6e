// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QMainWindow>

class QComboBox;
class QStackedWidget;
class QToolBar;

namespace waybill {

class Actions;
class Centre;
class Docks;
class DropOverlay;
class HeaderBar;
class NoticeBar;
class RecentFiles;
class WelcomePage;

/// The one window: composes the panes, connects them, restores their places. Lives on the UI thread; closes the session with it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens an image, a folder or a review, or checks the signature of a PDF.
    void openPath(const QString &path);
    void openSample();
    void selectWorstFinding();
    void setScenario(Scenario scenario);
    void restoreDefaultLayout();

    Session *session() const { return m_session; }
    Selection *selection() const { return m_selection; }
    Centre *centre() const { return m_centre; }
    WelcomePage *welcome() const { return m_welcome; }
    NoticeBar *notices() const { return m_notices; }
    Docks *docks() const { return m_docks; }
    bool isWelcomeShown() const;

    // The dialogs are made here and shown by whoever asks for them: the commands, and the tour of screenshots.
    QDialog *makeWizard();
    QDialog *makeExportDialog();
    QDialog *makeDutiesDialog();
    QDialog *makeCompareDialog();
    QDialog *makeVerificationDialog(const QString &pdf);
    QDialog *makeLegend();
    QDialog *makeSettings();
    QDialog *makeShortcutSheet();
    QDialog *makeAbout();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QToolBar *buildToolBar();
    void connectSession();
    void connectFiles();
    void connectReview();
    void connectDecisionFiles();
    void showDecisionsRead(const QString &path, const QStringList &lines, int applied);
    void connectView();
    void restore();
    void store() const;

    void onImageOpened();
    bool isSelectedByHand() const;
    void onInventoryChanged();
    void onScanFinished(bool complete);
    void onFailed(const Error &error);
    void askForFile();
    void askForFolder();
    void askForPdf();
    void save(bool askForName);
    void closeImage();
    void showWelcome(bool welcome);
    void updateTitle();
    void remember(int undecided);
    void selectNext(bool backwards);
    void filterRisk(RiskLevel level);
    void showModeless(QDialog *dialog);
    /// Runs `next` when nothing would be lost, after asking where something would.
    void whenSaved(const std::function<void()> &next);

    Session *m_session;
    Selection *m_selection;
    RecentFiles *m_recent;
    Actions *m_actions;
    Docks *m_docks = nullptr;
    Centre *m_centre = nullptr;
    HeaderBar *m_header = nullptr;
    NoticeBar *m_notices = nullptr;
    WelcomePage *m_welcome = nullptr;
    QStackedWidget *m_pages = nullptr;
    QComboBox *m_scenario = nullptr;
    DropOverlay *m_overlay = nullptr;
    QString m_autoSelected;  ///< key of the finding that nobody chose by hand
    std::function<void()> m_afterSave;
    bool m_closing = false;
};

}  // namespace waybill
