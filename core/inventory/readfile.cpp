// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "core/inventory/scanner.h"

#include <optional>

namespace waybill {

namespace {

/// Stops at the wanted file and keeps the beginning of its content.
class FileFetcher final : public EntryVisitor
{
public:
    FileFetcher(const std::string &path, qint64 limit) : m_path(path), m_limit(limit) { }
    bool visit(const Entry &entry, EntryContent &content) override
    {
        if (entry.path != m_path || entry.kind == EntryKind::Whiteout || entry.kind == EntryKind::Opaque)
            return true;
        m_found = true;
        if (entry.kind == EntryKind::Hardlink)
            m_linkTarget = entry.target;
        while (m_bytes.size() < m_limit) {
            const auto piece = content.next();
            if (!piece) {
                m_error = piece.error();
                break;
            }
            if (piece->empty())
                break;
            m_bytes.append(piece->data(),
                           static_cast<qsizetype>(qMin(static_cast<qint64>(piece->size()), m_limit - m_bytes.size())));
        }
        return false;
    }
    std::string m_path;
    qint64 m_limit;
    bool m_found = false;
    std::string m_linkTarget;
    QByteArray m_bytes;
    std::optional<Error> m_error;
};

}  // namespace

Result<QByteArray> readFileOf(const ImageSource &source, const Image &image, int layer, const std::string &path, qint64 limit,
                              const CancelToken &cancel)
{
    if (layer < 0 || static_cast<size_t>(layer) >= image.layers.size())
        return fail(Error {ErrorKind::NotFound, image.reference, QStringLiteral("no such layer"), layer, {}, -1, -1});
    std::string wanted = path;
    for (int hop = 0; hop < 8; ++hop) {
        const auto bytes = source.openLayer(image, layer);
        if (!bytes)
            return fail(bytes.error());
        FileFetcher fetcher(wanted, limit);
        const LayerSummary summary = readLayer(**bytes, fetcher, {}, cancel, nullptr);
        if (fetcher.m_error)
            return fail(*fetcher.m_error);
        if (!fetcher.m_found) {
            if (!summary.complete && !summary.cancelled)
                return fail(summary.error);
            return fail(Error {ErrorKind::NotFound, image.reference, {}, layer, QByteArray::fromStdString(path), -1, -1});
        }
        if (fetcher.m_linkTarget.empty())
            return fetcher.m_bytes;
        wanted = fetcher.m_linkTarget;  // a hard link stands for another path of the same layer
    }
    return fail(Error {ErrorKind::Malformed, image.reference, QStringLiteral("hard links that point at each other"), layer,
                       QByteArray::fromStdString(path), -1, -1});
}

}  // namespace waybill
