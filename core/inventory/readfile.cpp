// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/filecontents.h"
#include "core/inventory/scanner.h"

namespace waybill {

Result<QByteArray> readFileOf(const ImageSource &source, const Image &image, int layer, const std::string &path, qint64 limit,
                              const CancelToken &cancel)
{
    // The caller keeps the source; nothing outlives this call.
    FileContents contents(std::shared_ptr<const ImageSource>(&source, [](const ImageSource *) {}), image);
    QByteArray bytes;
    while (bytes.size() < limit) {
        constexpr qint64 window = 16LL << 20;
        const auto piece = contents.read(layer, path, bytes.size(), qMin(window, limit - bytes.size()), cancel);
        if (!piece)
            return fail(piece.error());
        if (piece->isEmpty())
            break;
        bytes.append(*piece);
    }
    return bytes;
}

}  // namespace waybill
