// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/ledger.h"

#include <QWidget>

namespace waybill {

/// Live and ghost bytes as one bar, a part per explanation in the order of the table below it. The table has the numbers; the
/// bar only shows how they compare. Parts are told apart by shade and order, the unexplained one by its pattern too.
class LedgerBar : public QWidget
{
    Q_OBJECT
public:
    explicit LedgerBar(QWidget *parent = nullptr);
    void setLedger(const Ledger &ledger);
    QSize sizeHint() const override;
    /// Share of a part, 0 to 1.
    double share(Explanation explanation) const;
    /// The brush of a part, as the table's legend shows it.
    static QBrush brush(Explanation explanation, const QPalette &palette);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Ledger m_ledger;
};

}  // namespace waybill
