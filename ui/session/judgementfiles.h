// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"
#include "core/policy/finding.h"

#include <span>

namespace waybill {

/// The files of every judgement, found in one pass over the tree instead of one pass per judgement. Immutable; borrows
/// nothing: it stays valid without the inventory it was made from.
class JudgementFiles
{
public:
    JudgementFiles() = default;
    explicit JudgementFiles(const Inventory &inventory);

    std::span<const NodeId> of(JudgementId judgement) const;
    /// At most `limit` files of a finding, live ones first, each part in tree order.
    std::vector<NodeId> of(const Finding &finding, const FileTree &tree, size_t limit) const;
    /// The file to show for a finding: the first live one, else the first ghost, else invalid.
    NodeId first(const Finding &finding, const FileTree &tree) const;

private:
    std::vector<quint32> m_offsets;  ///< per judgement, one more at the end
    std::vector<NodeId> m_nodes;
};

}  // namespace waybill
