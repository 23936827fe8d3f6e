// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/droptarget.h"

#include <QWidget>

namespace waybill {

/// Lies over the window while something is dragged over it and names the outcome. Owned by the window it covers.
class DropOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit DropOverlay(QWidget *window);
    void showOutcome(const DropOutcome &outcome);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DropOutcome m_outcome;
};

}  // namespace waybill
