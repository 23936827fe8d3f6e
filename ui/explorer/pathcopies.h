// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>

#include <vector>

namespace waybill {

class TreeModel;

/// What the copy commands of the file tree put on the clipboard, one line per node.
namespace pathcopies {

QString paths(const TreeModel &model, const std::vector<NodeId> &nodes);         ///< /usr/bin/x
QString pathsInLayer(const TreeModel &model, const std::vector<NodeId> &nodes);  ///< layer 7:/usr/bin/x
QString markdown(const TreeModel &model, const std::vector<NodeId> &nodes);      ///< a list with class, licence and risk
/// Tab-separated: the path, then the given columns; what a spreadsheet takes.
QString rows(const TreeModel &model, const std::vector<NodeId> &nodes, const std::vector<int> &columns);

}  // namespace pathcopies
}  // namespace waybill
