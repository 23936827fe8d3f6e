// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobrunner.h"
#include "ui/session/session.h"
#include "ui/trust/trustmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace waybill {

class Selection;

/// May we trust the image: four plain questions, each with its evidence, then what scanners and bills of materials from outside
/// say. Reports and bills come by button or drop. Judges in the background and only while it is visible. Owned by the centre.
class TrustPanel : public QWidget
{
    Q_OBJECT
public:
    TrustPanel(Session *session, Selection *selection, QWidget *parent = nullptr);
    TrustModel *model() const { return m_model; }
    /// Takes in a scanner's report, statements about holes, or a bill of materials, told by content.
    void import(const QString &path);

Q_SIGNALS:
    void judged();
    void imported(const QString &path);  ///< empty when nothing could be made of it; the panel says why

protected:
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void makeStale();
    void judge();
    void follow(const QModelIndex &index);
    void explain(const QModelIndex &index);
    void ask();

    Session *m_session;
    Selection *m_selection;
    TrustModel *m_model;
    JobRunner *m_jobs;
    JobRunner *m_imports;
    std::vector<ScannerReport> m_scans;
    std::vector<ComparedBill> m_bills;
    std::vector<std::pair<QString, VexDocument>> m_statements;
    bool m_stale = true;
    QTreeView *m_view = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_import = nullptr;
};

}  // namespace waybill
