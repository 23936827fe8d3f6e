// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/fileset.h"

#include <QFileInfo>

namespace waybill {

namespace {

class FolderFiles final : public FileSet
{
public:
    explicit FolderFiles(QString folder) : m_folder(std::move(folder)) { }
    /// A folder, link or fifo in place of a blob is no blob.
    bool contains(const QString &path) const override
    {
        const QFileInfo info(m_folder + QLatin1Char('/') + path);
        return info.isFile() && !info.isSymLink();
    }
    Result<std::unique_ptr<ByteSource>> open(const QString &path) const override
    {
        auto file = openFile(m_folder + QLatin1Char('/') + path, true);
        if (!file) {
            Error error = file.error();
            if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::NotSupported)
                error.kind = ErrorKind::MissingPart;
            return fail(std::move(error));
        }
        const qint64 size = (*file)->size();
        return sliceOf(std::move(*file), 0, size, m_folder + QLatin1Char('/') + path);
    }
    QString name() const override { return m_folder; }

private:
    QString m_folder;
};

class TarFiles final : public FileSet
{
public:
    TarFiles(TarIndex index, QString name) : m_index(std::move(index)), m_name(std::move(name)) { }
    bool contains(const QString &path) const override { return m_index.find(path.toStdString()) != nullptr; }
    Result<std::unique_ptr<ByteSource>> open(const QString &path) const override { return m_index.open(path.toStdString()); }
    QString name() const override { return m_name; }

private:
    TarIndex m_index;
    QString m_name;
};

}  // namespace

std::shared_ptr<const FileSet> folderFiles(const QString &folder)
{
    return std::make_shared<const FolderFiles>(folder);
}

std::shared_ptr<const FileSet> tarFiles(TarIndex index, const QString &name)
{
    return std::make_shared<const TarFiles>(std::move(index), name);
}

}  // namespace waybill
