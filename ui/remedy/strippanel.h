// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/planner.h"
#include "ui/session/session.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace waybill {

class Selection;
class StripModel;

/// The way out for the chosen scenario: what can go, what that saves and breaks, the verdict before and after, Dockerfile
/// text and the changed image. Plans in the background and only while it is visible. Owned by the main window.
class StripPanel : public QWidget
{
    Q_OBJECT
public:
    StripPanel(Session *session, Selection *selection, QWidget *parent = nullptr);
    StripModel *model() const { return m_model; }
    bool isPlanning() const { return m_jobs->isRunning(); }
    /// Dockerfile text of the current choice, or empty when there is no plan.
    QString dockerfile() const;
    /// Writes the image without the chosen removals to a folder that does not exist yet; the outcome is shown in the panel.
    void writeTo(const QString &folder);

Q_SIGNALS:
    void planned();
    void written(const QString &folder);  ///< empty when it failed; the panel says why

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void makeStale();
    void plan();
    void judgeAgain();
    void showTexts();
    void askWhereToWrite();

    Session *m_session;
    StripModel *m_model;
    JobRunner *m_jobs;
    JobRunner *m_writer;
    std::shared_ptr<const RemedyPlanner> m_planner;
    bool m_stale = true;
    QTableView *m_view = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_notes = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_write = nullptr;
};

}  // namespace waybill
