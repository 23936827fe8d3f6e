// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QComboBox;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace waybill {

class BarModel;
class RiskHeatMap;
class RiskMatrixModel;
class Selection;
class Session;

/// The tab of charts: scenarios by risk, class share by layer, review progress and worst packages, each with its table. A click
/// on a number asks for the findings behind it. Owned by the main window.
class ChartsPage : public QWidget
{
    Q_OBJECT
public:
    enum Chart { ScenariosByRisk, ClassShare, Progress, WorstPackages };
    ChartsPage(Session *session, Selection *selection, QWidget *parent = nullptr);
    void showChart(Chart chart);
    RiskHeatMap *heatMap() const { return m_heatMap; }
    RiskMatrixModel *matrix() const { return m_matrix; }

Q_SIGNALS:
    void filterRequested(const QString &filter);  ///< show these findings

private:
    QWidget *pageOf(QWidget *chart, QAbstractItemModel *model, const QString &name);
    QWidget *buildTools();
    void reload();
    void updateTable();
    void copyCsv() const;
    Session *m_session;
    QComboBox *m_chart = nullptr;
    QComboBox *m_measure = nullptr;
    QToolButton *m_asTable = nullptr;
    QWidget *m_tools = nullptr;
    QStackedWidget *m_pages = nullptr;
    RiskMatrixModel *m_matrix;
    RiskHeatMap *m_heatMap = nullptr;
    BarModel *m_progress;
    BarModel *m_worst;
};

}  // namespace waybill
