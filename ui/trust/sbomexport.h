// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobrunner.h"
#include "core/sbom/sbom.h"
#include "ui/session/session.h"

namespace waybill {

/// Writes the bill of materials of the open image in the background. Without the image at hand (a saved review) it lists packages
/// only. Owned by the main window; UI thread.
class SbomExport : public QObject
{
    Q_OBJECT
public:
    explicit SbomExport(Session *session, QObject *parent = nullptr);
    /// Asks for file and format, then writes.
    void ask(QWidget *parent);
    /// Replaces `path` when everything is written, never before.
    void write(const QString &path, SbomFormat format);

Q_SIGNALS:
    void written(const QString &path);
    void failed(const waybill::Error &error);

private:
    Session *m_session;
    JobRunner *m_jobs;
};

}  // namespace waybill
