// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inventory/inventory.h"

#include <QDataStream>

#include <memory>

namespace waybill {

/// An inventory as compressed bytes, for review files. Any thread.
class InventoryCodec
{
public:
    static QByteArray encode(const Inventory &inventory);
    /// Every count is checked against the bytes that are there. Errors: Malformed, NotSupported (other version).
    static Result<std::shared_ptr<const Inventory>> decode(const QByteArray &bytes);

private:
    static void writeTree(QDataStream &stream, const FileTree &tree);
    static bool readTree(QDataStream &stream, FileTree &tree);
};

}  // namespace waybill
