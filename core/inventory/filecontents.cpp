// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/filecontents.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr size_t recentLimit = 3;

tl::unexpected<Error> placed(Error error, const Image &image, int layer, const std::string &path)
{
    if (error.subject.isEmpty())
        error.subject = image.reference;
    error.layer = layer;
    if (error.path.isEmpty())
        error.path = QByteArray::fromStdString(path);
    return fail(std::move(error));
}

}  // namespace

FileContents::FileContents(std::shared_ptr<const ImageSource> source, Image image, std::set<int> uniqueLayers)
    : m_source(std::move(source)), m_image(std::move(image)), m_uniqueLayers(std::move(uniqueLayers))
{
}

Result<std::shared_ptr<LayerFiles>> FileContents::files(int layer)
{
    if (layer < 0 || static_cast<size_t>(layer) >= m_image.layers.size())
        return fail(Error {ErrorKind::NotFound, m_image.reference, QStringLiteral("no such layer"), layer, {}, -1, -1});
    const std::lock_guard lock(m_mutex);
    const auto known
        = std::find_if(m_recent.begin(), m_recent.end(), [layer](const auto &recent) { return recent.first == layer; });
    if (known != m_recent.end()) {
        m_recent.splice(m_recent.begin(), m_recent, known);
        return m_recent.front().second;
    }
    auto stored = m_source->openLayer(m_image, layer);
    if (!stored)
        return fail(stored.error());
    const auto duplicates
        = m_uniqueLayers.contains(layer) ? LayerFiles::Duplicates::FirstMatch : LayerFiles::Duplicates::LastMatch;
    m_recent.emplace_front(layer, std::make_shared<LayerFiles>(std::move(*stored), duplicates));
    if (m_recent.size() > recentLimit)
        m_recent.pop_back();
    return m_recent.front().second;
}

Result<Entry> FileContents::find(int layer, const std::string &path, const CancelToken &cancel)
{
    const auto layerFiles = files(layer);
    if (!layerFiles)
        return placed(layerFiles.error(), m_image, layer, path);
    auto entry = (*layerFiles)->find(path, cancel);
    if (!entry)
        return placed(entry.error(), m_image, layer, path);
    return entry;
}

Result<QByteArray> FileContents::read(int layer, const std::string &path, qint64 offset, qint64 length, const CancelToken &cancel)
{
    const auto layerFiles = files(layer);
    if (!layerFiles)
        return placed(layerFiles.error(), m_image, layer, path);
    auto bytes = (*layerFiles)->read(path, offset, length, cancel);
    if (!bytes)
        return placed(bytes.error(), m_image, layer, path);
    return bytes;
}

}  // namespace waybill
