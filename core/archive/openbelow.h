// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace waybill {

/// Opens `path` below an open folder, part by part, without following a symlink anywhere and never above it.
/// Returns the descriptor, or -1 with errno set. Any thread.
int openBelow(int root, const std::string &path, int flags);

}  // namespace waybill
