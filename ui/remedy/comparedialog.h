// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/remedy/comparejob.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace waybill {

class PartModel;

/// What differs between the open image (A) and another image or review (B), and what that does to the verdicts (ux.md 2.10).
/// Tables of verdicts, totals, layers, packages, findings and files; the two sides can be swapped. Reads in the background, never
/// changes what is open. UI thread; borrows the session.
class CompareDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CompareDialog(Session *session, QWidget *parent = nullptr);
    /// Reads the image or review at `path` and compares; ends with compared().
    void compareWith(const QString &path);
    /// Shows a comparison that was made already, and the same the other way round; names stand in the head.
    void present(const QString &nameA, const QString &nameB, const TwoWays &ways);
    QString summary() const;
    const std::vector<PartModel *> &tables() const { return m_tables; }

Q_SIGNALS:
    void compared(bool done);  ///< false: it failed or was stopped; the dialog says why

private:
    void build();
    void askForFile(bool folder);
    void fill();
    const Comparison &shown() const { return m_swapped ? m_ways.back : m_ways.there; }
    void copy() const;
    void setBusy(bool busy);

    Session *m_session;
    JobRunner *m_jobs;
    QString m_nameA, m_nameB;
    TwoWays m_ways;
    bool m_swapped = false;
    QLineEdit *m_path = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_swap = nullptr;
    QPushButton *m_copy = nullptr;
    QLabel *m_names = nullptr;
    QLabel *m_summary = nullptr;
    QTabWidget *m_tabs = nullptr;
    std::vector<PartModel *> m_tables;
    std::vector<QLabel *> m_notes;
};

}  // namespace waybill
