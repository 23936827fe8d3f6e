// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"
#include "tests/support/textimage.h"

#include <memory>

namespace waybill::test {

/// Scans a text image with all finders, without licence texts. Stops the test program when the image cannot be opened.
std::shared_ptr<const Inventory> scanned(const TextImage &image);

/// "pkg:deb/debian/bash@5.2-1 0" for every component: its package URL, the layer that brought it and, after a dash, the one
/// that removed it; "+" when it is vendored. Sorted. With `kind`, only those.
QStringList componentLines(const Inventory &inventory, const QString &kind = {});

/// The purl of the component that owns a live file, or what the tree says: "-" unowned, "?" no such file.
QString ownerOf(const Inventory &inventory, const std::string &path);

/// "id layer detail" of every note.
QStringList noteLines(const Inventory &inventory);

/// The first component of that name; stops the test program when there is none.
const Component &componentNamed(const Inventory &inventory, const QString &name);

/// What the component declares: "field=as written", in order.
QStringList declaredLines(const Component &component);

}  // namespace waybill::test
