// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/digest.h"
#include "core/archive/rawtar.h"

#include <QTemporaryDir>

#include <memory>

namespace waybill {

/// A blob of a layout that was written: its place in manifests.
struct WrittenBlob {
    QString digest;
    qint64 size = 0;
};

/// Writes an OCI image layout (image-spec image-layout.md) beside its final place and moves it there at the end; whatever
/// happens before leaves nothing behind. One thread.
class LayoutWriter
{
public:
    /// Errors: Usage (the place exists), NotFound (no such parent folder), AccessDenied, Io.
    static Result<std::unique_ptr<LayoutWriter>> create(const QString &folder);
    ~LayoutWriter();

    /// A blob that is written piece by piece. Discarded unless finished.
    class Blob
    {
    public:
        ~Blob();
        /// Errors: NoSpace, Io.
        Result<void> write(std::span<const char> bytes);
        Result<WrittenBlob> finish();

    private:
        friend class LayoutWriter;
        Blob(QString folder, int number);
        QString m_folder, m_path;
        int m_file = -1;
        qint64 m_size = 0;
        Hasher m_hasher;
    };
    Result<std::unique_ptr<Blob>> newBlob();
    Result<WrittenBlob> addBlob(const QByteArray &bytes);

    /// Writes index.json and oci-layout, and moves the layout to its place.
    Result<void> commit(const QByteArray &index);

private:
    LayoutWriter(const QString &folder, std::unique_ptr<QTemporaryDir> temporary);
    Result<void> writeFile(const QString &name, const QByteArray &bytes) const;
    QString m_folder;
    std::unique_ptr<QTemporaryDir> m_temporary;
    int m_blobs = 0;
};

}  // namespace waybill
