// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobrunner.h"
#include "core/review/decisionsmatch.h"
#include "ui/session/session.h"

namespace waybill {

/// Decisions and answers as text files beside the source of an image (docs/decisions.md), into the open review and out of it. The
/// content of files is compared in the background; a review without its image can be decided by component only. Owned by the
/// main window; UI thread.
class DecisionFiles : public QObject
{
    Q_OBJECT
public:
    explicit DecisionFiles(Session *session, QObject *parent = nullptr);
    /// Each asks for a file first.
    void askReadDecisions(QWidget *parent);
    void askWriteDecisions(QWidget *parent);
    void askReadAnswers(QWidget *parent);
    void askWriteAnswers(QWidget *parent);

    /// Applies what holds; a file with a single fault changes nothing. Emits decisionsRead or failed.
    void readDecisions(const QString &path);
    /// Writes what is decided, and an entry to fill in for each finding that holds the chosen scenario up. Emits written or
    /// failed.
    void writeDecisions(const QString &path);
    /// Takes the answers of the file over those of the review. Emits answersRead or failed.
    void readAnswers(const QString &path);
    void writeAnswers(const QString &path);

Q_SIGNALS:
    /// `lines`: one per entry of the file, what became of it; `applied`: entries that decide something.
    void decisionsRead(const QString &path, const QStringList &lines, int applied);
    void answersRead(const QString &path, int count);
    /// `unnamed`: findings that no file can name.
    void written(const QString &path, int unnamed);
    void failed(const waybill::Error &error);

private:
    struct Read {
        std::vector<RecordedDecision> recorded;
        MatchedDecisions matched;
    };
    void onRead(const QString &path, const Read &read);
    Session *m_session;
    JobRunner *m_jobs;
};

}  // namespace waybill
