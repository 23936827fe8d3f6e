// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/trust/sbomexport.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace waybill {

SbomExport::SbomExport(Session *session, QObject *parent) : QObject(parent), m_session(session), m_jobs(new JobRunner(this)) { }

void SbomExport::ask(QWidget *parent)
{
    const std::array<QString, allSbomFormats.size()> filters {tr("SPDX 2.3 (*.spdx.json)"), tr("SPDX 3.0 (*.spdx3.json)"),
                                                              tr("CycloneDX 1.6 (*.cdx.json)")};
    QString chosen = filters.front();
    const QString name = QFileInfo(m_session->filePath()).completeBaseName();
    QString path = QFileDialog::getSaveFileName(parent, tr("Export Bill of Materials"), name,
                                                QStringList(filters.begin(), filters.end()).join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    const auto index = static_cast<size_t>(std::find(filters.begin(), filters.end(), chosen) - filters.begin());
    const SbomFormat format = index < allSbomFormats.size() ? allSbomFormats[index] : SbomFormat::Spdx23;
    if (QFileInfo(path).suffix().isEmpty())
        path += sbomFileEnding(format);
    write(path, format);
}

void SbomExport::write(const QString &path, SbomFormat format)
{
    const auto inventory = m_session->inventory();
    if (!inventory)
        return;
    m_jobs->run<bool>(
        [inventory, source = m_session->source(), author = m_session->author(), path,
         format](const CancelToken &cancel, Progress &progress) -> Result<bool> {
            const auto catalog = LicenceCatalog::load();
            if (!catalog)
                return fail(catalog.error());
            auto digests = source ? digestFiles(*source, *inventory, 0, cancel, progress) : Result<FileDigests>(FileDigests());
            if (!digests)
                return fail(digests.error());
            SbomOptions options;
            options.format = format;
            options.author = author;
            QSaveFile out(path);
            if (!out.open(QIODevice::WriteOnly))
                return fail(ErrorKind::Io, path, out.errorString());
            if (const auto done = writeSbom(*inventory, **catalog, source ? &*digests : nullptr, options, out); !done)
                return fail(done.error());
            return out.commit() ? Result<bool>(true) : fail(ErrorKind::Io, path, out.errorString());
        },
        [this, path](Outcome<bool> outcome) {
            if (const auto *error = std::get_if<Error>(&outcome))
                Q_EMIT failed(*error);
            else if (std::get_if<bool>(&outcome))
                Q_EMIT written(path);
        });
}

}  // namespace waybill
