// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobrunner.h"
#include "core/report/signature.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace waybill {

class Session;
struct VerificationAnswer;

/// Verifies any PDF and answers four questions apart: unchanged, who, when, which image. Owns its job; UI thread.
class VerificationDialog : public QDialog
{
    Q_OBJECT
public:
    VerificationDialog(const QString &pdfPath, Session *session, QWidget *parent = nullptr);
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void verified();  ///< the answers stand on the screen

private:
    void build();
    void verify();
    void onVerified(const Outcome<PdfVerification> &outcome);
    void show(const PdfVerification &verification);
    void showError(const Error &error);
    void clearAnswers();
    void addAnswer(const VerificationAnswer &answer);
    void makeRoom();
    void onChooseTrust();

    QString m_path;
    QString m_openDigest;
    QString m_trustFile;
    JobRunner *m_jobs;
    QLabel *m_bannerIcon = nullptr;
    QLabel *m_banner = nullptr;
    QVBoxLayout *m_answers = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QPushButton *m_trust = nullptr;
};

}  // namespace waybill
