// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/foldertar.h"
#include "core/image/sources.h"

namespace waybill {

namespace {

/// A tar of a root file system: one layer, no history, no platform stated.
class RootFileSystemSource final : public ImageSource
{
public:
    RootFileSystemSource(std::shared_ptr<const ByteSource> archive, QString reference, std::vector<ImageNote> notes = {})
        : m_notes(std::move(notes)), m_archive(std::move(archive)), m_reference(std::move(reference)), m_listings(1)
    {
        m_listings.front().mediaType = QStringLiteral("application/x-tar");
    }

    SourceKind kind() const override { return SourceKind::RootFileSystem; }
    const std::vector<ImageListing> &listings() const override { return m_listings; }
    Result<Image> image(int listing) const override
    {
        if (listing != 0)
            return fail(ErrorKind::NotFound, m_reference);
        Image image;
        image.reference = m_reference;
        image.sourceKind = SourceKind::RootFileSystem;
        LayerInfo layer;
        layer.storedBytes = m_archive->size();
        layer.mediaType = QStringLiteral("application/x-tar");
        image.layers.push_back(std::move(layer));
        image.notes = m_notes;
        return image;
    }
    Result<std::unique_ptr<ByteSource>> openLayer(const Image &, int) const override
    {
        return sliceOf(m_archive, 0, m_archive->size(), m_archive->name());
    }

private:
    std::vector<ImageNote> m_notes;
    std::shared_ptr<const ByteSource> m_archive;
    QString m_reference;
    std::vector<ImageListing> m_listings;
};

}  // namespace

Result<std::shared_ptr<const ImageSource>> openRootFileSystem(std::shared_ptr<const ByteSource> archive, const QString &reference)
{
    return std::make_shared<const RootFileSystemSource>(std::move(archive), reference);
}

Result<std::shared_ptr<const ImageSource>> openRootFolder(const QString &folder)
{
    FolderTarReport report;
    auto tar = folderAsTar(folder, report);
    if (!tar)
        return fail(tar.error());
    std::vector<ImageNote> notes;
    if (report.unreadable > 0)
        notes.push_back({QStringLiteral("unreadable-files"), 0,
                         QStringLiteral("%1, %2").arg(report.unreadable).arg(report.firstUnreadable), true});
    if (report.otherFileSystems > 0)
        notes.push_back({QStringLiteral("other-file-systems"), 0, QString::number(report.otherFileSystems), true});
    return std::make_shared<const RootFileSystemSource>(std::move(*tar), folder, std::move(notes));
}

}  // namespace waybill
