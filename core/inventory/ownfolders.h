// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

#include <QStringList>

namespace waybill {

/// The inventory with the folders that a user named as the company's own work: files below them for which only a guess speaks
/// (nothing, a text further up, the build instruction) become `own-stated`. A text inside a file, its package and the list of
/// a vendor agreement outweigh what the user says of the folder. Folders are paths inside the image, with or without a leading
/// slash; those that do not exist change nothing. Gives back the same inventory when nothing changes.
std::shared_ptr<const Inventory> withOwnFolders(std::shared_ptr<const Inventory> inventory, const QStringList &folders);

}  // namespace waybill
