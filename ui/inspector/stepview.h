// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/why.h"

#include <QWidget>

namespace waybill {

/// One numbered step of an explanation with its button. Owned by the inspector, rebuilt with every subject.
class StepView : public QWidget
{
    Q_OBJECT
public:
    StepView(int number, const WhyStep &step, QWidget *parent = nullptr);

Q_SIGNALS:
    void showFileRequested(waybill::NodeId node);
    void showLayerRequested(int layer);
};

}  // namespace waybill
