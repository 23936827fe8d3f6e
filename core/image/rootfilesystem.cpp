// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/sources.h"

namespace waybill {

namespace {

/// A tar of a root file system: one layer, no history, no platform stated.
class RootFileSystemSource final : public ImageSource
{
public:
    RootFileSystemSource(std::shared_ptr<const ByteSource> archive, QString reference)
        : m_archive(std::move(archive)),
          m_reference(std::move(reference)), m_listings {ImageListing {{}, {}, {}, true, QStringLiteral("application/x-tar")}}
    {
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
        return image;
    }
    Result<std::unique_ptr<ByteSource>> openLayer(const Image &, int) const override
    {
        return sliceOf(m_archive, 0, m_archive->size(), m_archive->name());
    }

private:
    std::shared_ptr<const ByteSource> m_archive;
    QString m_reference;
    std::vector<ImageListing> m_listings;
};

}  // namespace

Result<std::shared_ptr<const ImageSource>> openRootFileSystem(std::shared_ptr<const ByteSource> archive, const QString &reference)
{
    return std::make_shared<const RootFileSystemSource>(std::move(archive), reference);
}

}  // namespace waybill
