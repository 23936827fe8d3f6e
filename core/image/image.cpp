// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/image.h"

#include <array>

namespace waybill {

QLatin1String sourceKindId(SourceKind kind)
{
    static constexpr std::array names {"docker-archive", "oci-layout", "oci-archive", "root-file-system", "registry", "engine"};
    return QLatin1String(names.at(static_cast<size_t>(kind)));
}

QString Platform::toString() const
{
    QStringList parts;
    for (const QString &part : {os, architecture, variant}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QLatin1Char('/'));
}

qint64 Image::storedBytes() const
{
    qint64 sum = 0;
    for (const LayerInfo &layer : layers)
        sum += qMax<qint64>(0, layer.storedBytes);
    return sum;
}

}  // namespace waybill
