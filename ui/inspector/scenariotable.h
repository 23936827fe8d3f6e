// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/finding.h"

#include <QTableWidget>

namespace waybill {

/// One finding in all five scenarios: risk and permission, the current one marked. Owned by the inspector.
class ScenarioTable : public QTableWidget
{
    Q_OBJECT
public:
    ScenarioTable(const Finding &finding, Scenario current, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

}  // namespace waybill
