// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QAction>
#include <QObject>

#include <array>

class QMainWindow;
class QMenuBar;

namespace waybill {

/// All commands of the main window with their texts, icons and shortcuts; menus, toolbar and shortcut sheet are made from
/// these. Connects nothing: the window does. Owned by the main window.
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QMainWindow *window);

    QAction *openFile, *openFolder, *save, *saveAs, *exportSign, *exportSbom, *compare, *checkSignature, *closeImage, *quit;
    QAction *filter, *nextUndecided, *previousUndecided, *recordNext, *withdraw, *wizard, *duties;
    QAction *readDecisions, *writeDecisions, *readAnswers, *writeAnswers;
    std::array<QAction *, 3> decisions;  ///< by DecisionAction
    std::array<QAction *, 4> panes;      ///< layers, files, centre, inspector
    QAction *rescan, *cancel, *restoreLayout;
    std::array<QAction *, 3> themes;  ///< by Theme::Mode
    QAction *settings, *palette, *legend, *sample, *shortcuts, *about;

    /// `docks` are the actions that show and hide the docks.
    void fill(QMenuBar *bar, const QList<QAction *> &docks) const;
    /// Enables what makes sense with or without an open image.
    void setImageOpen(bool open, bool canRescan);

private:
    QAction *make(const QString &text, const QString &icon, const QList<QKeySequence> &keys, const QString &tip = {});
    void makeFileActions();
    void makeReviewActions();
    void makeViewActions();
    void makeHelpActions();
    QMainWindow *m_window;
};

}  // namespace waybill
