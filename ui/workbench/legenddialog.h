// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace waybill {

class Policy;

/// What the colours, shapes and codes mean: classes with their meaning from the policy, and risk levels. UI thread.
class LegendDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LegendDialog(const Policy &policy, QWidget *parent = nullptr);
};

}  // namespace waybill
