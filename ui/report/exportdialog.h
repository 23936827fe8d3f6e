// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobrunner.h"
#include "ui/report/exportjob.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;
class QTimer;

namespace waybill {

class ContentsPage;
class PreviewPage;
class ReadyPage;
class ReportLanguage;
class Session;
class SignPage;

/// Exports and signs in four steps: contents, readiness, preview, signature. Nothing is written before the last button.
/// Owns its jobs; UI thread.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    enum Step { Contents, Ready, Preview, Sign };
    ExportDialog(Session *session, QWidget *parent = nullptr);
    void goTo(Step step);
    int previewPages() const;

    /// "shop-api-2.4-review.pdf" beside the image, with a number when the name is taken.
    static QString suggestedPath(const QString &reference, const QString &folder);

Q_SIGNALS:
    void previewReady();
    void exported(const QString &path);
    void exportFailed(const waybill::Error &error);

private:
    void build();
    void connectParts();
    ExportRequest request() const;
    void onStepChanged(int step);
    void updateButtons();
    void startPreview();
    void onPreview(const Outcome<QByteArray> &outcome);
    void startExport();
    void onExported(const Outcome<ExportResult> &outcome);
    void showExported(const ExportResult &result);
    void showProgress();

    Session *m_session;
    ReportLanguage *m_languages;
    JobRunner *m_previewJobs;
    JobRunner *m_jobs;
    QTabWidget *m_steps = nullptr;
    ContentsPage *m_contents = nullptr;
    ReadyPage *m_ready = nullptr;
    PreviewPage *m_preview = nullptr;
    SignPage *m_sign = nullptr;
    QLabel *m_progress = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_finish = nullptr;
    QPushButton *m_verify = nullptr;
    QPushButton *m_close = nullptr;
    QTimer *m_poll;
    QString m_exportedPath;
    bool m_previewStale = true;
};

}  // namespace waybill
