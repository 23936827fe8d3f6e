// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/scenario.h"

#include <QWidget>

namespace waybill {

class RiskMatrixModel;

/// Chart C1 as a heat map: the number is always printed, colour and its strength come on top, the scenario in force is framed.
/// Arrow keys move between cells, Enter or a click asks for the findings behind one.
class RiskHeatMap : public QWidget
{
    Q_OBJECT
public:
    explicit RiskHeatMap(const RiskMatrixModel *model, QWidget *parent = nullptr);
    void setScenario(Scenario scenario);
    Scenario cellScenario() const { return m_cellScenario; }
    RiskLevel cellLevel() const { return m_cellLevel; }
    QRect cellRect(Scenario scenario, RiskLevel level) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellActivated(waybill::Scenario scenario, waybill::RiskLevel level);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void moveTo(int row, int column);
    void describe();
    bool hit(const QPoint &position, int &row, int &column) const;
    void paintHead(QPainter &painter) const;
    void paintCell(QPainter &painter, Scenario scenario, RiskLevel level) const;
    int labelWidth() const;
    int headHeight() const;
    const RiskMatrixModel *m_model;
    Scenario m_scenario = Scenario::OnPremises;
    Scenario m_cellScenario = Scenario::OnPremises;
    RiskLevel m_cellLevel = RiskLevel::Safe;
};

}  // namespace waybill
