// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobrunner.h"
#include "core/inventory/extract.h"

#include <QDialog>
#include <QTimer>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace waybill {

/// Writes chosen files and folders of an image to a folder of this machine: asks where to, says what will be written and what
/// is in the way, shows the progress, and ends with a list of what was left out. Not modal; closing it cancels.
class ExtractDialog : public QDialog
{
    Q_OBJECT
public:
    struct Subject {
        std::shared_ptr<const ImageSource> source;
        Image image;
        std::shared_ptr<const FileTree> tree;
        TreeView view;
        std::vector<NodeId> nodes;
    };
    ExtractDialog(Subject subject, QWidget *parent = nullptr);
    ~ExtractDialog() override;

    void setFolder(const QString &path);
    void reject() override;

Q_SIGNALS:
    void finishedWriting();  ///< done, cancelled or failed

private:
    void build();
    QWidget *buildFolderRow();
    QWidget *buildTaken();
    QString subjectText() const;
    void browse();
    void plan();
    void onPlanned(Outcome<ExtractPlan> outcome);
    void write();
    void onWritten(Outcome<ExtractOutcome> outcome);
    void poll();
    void showLeftOut(const std::vector<ExtractRefusal> &refusals);
    void setBusy(bool busy);
    Existing existing() const;

    Subject m_subject;
    JobRunner m_jobs;
    ExtractPlan m_plan;
    QTimer m_timer;
    bool m_planned = false;
    bool m_writing = false;
    bool m_cancelled = false;
    QLineEdit *m_folder = nullptr;
    QLabel *m_summary = nullptr;
    QWidget *m_taken = nullptr;
    QLabel *m_takenText = nullptr;
    QRadioButton *m_skip = nullptr;
    QRadioButton *m_replace = nullptr;
    QRadioButton *m_keepBoth = nullptr;
    QProgressBar *m_bar = nullptr;
    QPlainTextEdit *m_leftOut = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_extract = nullptr;
    QPushButton *m_browse = nullptr;
    QPushButton *m_open = nullptr;
};

}  // namespace waybill
