// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <cstddef>
#include <functional>
#include <limits>

namespace waybill {

/// A 32-bit table index that cannot be mixed up with the index of another table.
/// Default constructed it is invalid. Plain value, any thread.
template <typename Tag>
struct Id {
    static constexpr quint32 none = std::numeric_limits<quint32>::max();
    quint32 value = none;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value(static_cast<quint32>(index)) { }
    constexpr bool isValid() const { return value != none; }
    constexpr auto operator<=>(const Id &) const = default;
};

using NodeId = Id<struct NodeTag>;            ///< FileTree node
using ComponentId = Id<struct ComponentTag>;  ///< Inventory component
using EvidenceId = Id<struct EvidenceTag>;    ///< Inventory licence evidence
using JudgementId = Id<struct JudgementTag>;  ///< Inventory judgement

}  // namespace waybill

template <typename Tag>
struct std::hash<waybill::Id<Tag>> {
    std::size_t operator()(waybill::Id<Tag> id) const noexcept { return id.value; }
};
