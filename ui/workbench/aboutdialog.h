// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace waybill {

/// Version, licence and the parts that Waybill is made of. UI thread.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(const QString &policyVersion, QWidget *parent = nullptr);
};

}  // namespace waybill
