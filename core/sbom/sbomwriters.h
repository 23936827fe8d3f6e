// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sbom/jsonwriter.h"
#include "core/sbom/sbommodel.h"

namespace waybill {

/// One function per format; each writes a whole document. One thread per writer.
void writeSpdx2(const SbomModel &model, JsonWriter &json);
void writeSpdx3(const SbomModel &model, JsonWriter &json);
void writeCycloneDx(const SbomModel &model, JsonWriter &json);

}  // namespace waybill
