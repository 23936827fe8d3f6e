// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/sbom.h"

#include "core/sbom/sbomwriters.h"

#include <algorithm>

namespace waybill {

QLatin1String sbomFormatId(SbomFormat format)
{
    static constexpr std::array names {"spdx-json-2.3", "spdx-json-3.0", "cyclonedx-json-1.6"};
    return QLatin1String(names.at(static_cast<size_t>(format)));
}

std::optional<SbomFormat> sbomFormatFromId(const QString &id)
{
    const auto found = std::find_if(allSbomFormats.begin(), allSbomFormats.end(),
                                    [&id](SbomFormat format) { return id == sbomFormatId(format); });
    return found == allSbomFormats.end() ? std::nullopt : std::optional(*found);
}

QLatin1String sbomFileEnding(SbomFormat format)
{
    static constexpr std::array endings {".spdx.json", ".spdx3.json", ".cdx.json"};
    return QLatin1String(endings.at(static_cast<size_t>(format)));
}

Result<void> writeSbom(const Inventory &inventory, const LicenceCatalog &catalog, const FileDigests *digests,
                       const SbomOptions &options, QIODevice &out)
{
    const auto model = SbomModel::make(inventory, catalog, digests, options);
    if (!model)
        return fail(model.error());
    JsonWriter json(out);
    switch (options.format) {
    case SbomFormat::Spdx23:
        writeSpdx2(*model, json);
        break;
    case SbomFormat::Spdx30:
        writeSpdx3(*model, json);
        break;
    case SbomFormat::CycloneDx16:
        writeCycloneDx(*model, json);
        break;
    }
    return json.finish() ? Result<void>() : fail(ErrorKind::Io, inventory.image.reference, out.errorString());
}

}  // namespace waybill
