// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceclass.h"

#include <QtCharts/QChartView>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalPercentBarSeries;
class QValueAxis;

namespace waybill {

class ClassShareModel;

/// 100 % bars of licence classes, one per layer and one for the whole image. Wraps Qt Charts; colours come from the theme.
class ClassShareChart : public QChartView
{
    Q_OBJECT
public:
    explicit ClassShareChart(const ClassShareModel *model, QWidget *parent = nullptr);
    int preferredHeight() const;

Q_SIGNALS:
    void layerClicked(int layer);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void applyColors();
    void placeLabels();
    void onHovered(bool inside, int index, LicenceClass cls);
    int rowOfBar(int bar) const;

    const ClassShareModel *m_model;
    QHorizontalPercentBarSeries *m_series = nullptr;
    QBarCategoryAxis *m_rows = nullptr;
    QValueAxis *m_percent = nullptr;
    QHash<QBarSet *, LicenceClass> m_sets;
    QList<QGraphicsItem *> m_labels;
};

}  // namespace waybill
