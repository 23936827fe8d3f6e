// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceclass.h"
#include "core/policy/scenario.h"

#include <QWidget>

namespace waybill {

/// Shape, code and word of a licence class, or meter and word of a risk level, in one line. UI thread.
class ClassChip : public QWidget
{
    Q_OBJECT
public:
    ClassChip(LicenceClass cls, QWidget *parent = nullptr);
    ClassChip(RiskLevel level, QWidget *parent = nullptr);

private:
    void build(const QIcon &icon, const QString &text);
};

}  // namespace waybill
