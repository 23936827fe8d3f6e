// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tree/filetreebuilder.h"

#include <string>

namespace waybill::test {

/// A tree from one line per entry: "LAYER KIND PATH [SIZE or TARGET]", KIND one of d f l h w o.
std::shared_ptr<const FileTree> treeOf(const char *lines);

}  // namespace waybill::test
