// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/filedigests.h"
#include "core/inventory/inventory.h"

#include <QDateTime>
#include <QIODevice>

#include <array>
#include <optional>

namespace waybill {

/// The bills of materials that Waybill writes.
enum class SbomFormat : quint8 {
    Spdx23,       ///< SPDX 2.3, JSON (ISO/IEC 5962 successor)
    Spdx30,       ///< SPDX 3.0.1, JSON-LD
    CycloneDx16,  ///< CycloneDX 1.6, JSON (ECMA-424)
};
inline constexpr std::array allSbomFormats {SbomFormat::Spdx23, SbomFormat::Spdx30, SbomFormat::CycloneDx16};
/// Stable identifier, as --format takes it: "spdx-json-2.3", "spdx-json-3.0", "cyclonedx-json-1.6".
QLatin1String sbomFormatId(SbomFormat format);
std::optional<SbomFormat> sbomFormatFromId(const QString &id);
/// What a file of this format ends in by custom: ".spdx.json", ".spdx3.json", ".cdx.json".
QLatin1String sbomFileEnding(SbomFormat format);

struct SbomOptions {
    SbomFormat format = SbomFormat::Spdx23;
    QString author;                 ///< who answers for the document, "Name <mail>"; empty: only the tool is named
    QString supplier;               ///< of the image; empty: what its labels say
    QString name;                   ///< of the image; empty: its title, its repository or its file
    std::optional<QDateTime> time;  ///< of the document; else the image's own, so that equal images give equal documents
};

/// Writes the bill of one image: every component of the inventory, the files of the final image with their hashes, layers,
/// evidence and relations. Equal input gives equal bytes; identifiers follow from the image's digest. `digests` may be null: then
/// no files are listed. Pure but for `out`; any thread. Errors: Io, Policy (own data broken).
Result<void> writeSbom(const Inventory &inventory, const LicenceCatalog &catalog, const FileDigests *digests,
                       const SbomOptions &options, QIODevice &out);

}  // namespace waybill
