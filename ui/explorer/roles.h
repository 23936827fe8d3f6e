// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/folderclasses.h"
#include "core/policy/scenario.h"

#include <QMetaType>

namespace waybill {

/// Item roles of the explorer's models; delegates are told which of them to read.
enum ExplorerRole {
    NodeRole = Qt::UserRole + 1,  ///< quint32, node id
    SortRole,                     ///< raw value of the cell
    ClassRole,                    ///< int, LicenceClass of one file; invalid when there is none
    SharesRole,                   ///< ClassTotals of a folder or layer
    RiskRole,                     ///< int, RiskLevel; invalid when nothing is shipped here
    GhostRole,                    ///< bool, removed by a later layer
    BarRole,                      ///< double, 0 to 1
    MatchRole,                    ///< bool, found by the filter
};

}  // namespace waybill

Q_DECLARE_METATYPE(waybill::ClassTotals)
