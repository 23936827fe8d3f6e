// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/classsharechart.h"

#include "ui/charts/classsharemodel.h"
#include "ui/theme/palette.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalPercentBarSeries>
#include <QtCharts/QValueAxis>

#include <QEvent>
#include <QGraphicsSimpleTextItem>
#include <QLocale>
#include <QToolTip>

namespace waybill {

ClassShareChart::ClassShareChart(const ClassShareModel *model, QWidget *parent)
    : QChartView(parent), m_model(model), m_series(new QHorizontalPercentBarSeries), m_rows(new QBarCategoryAxis),
      m_percent(new QValueAxis)
{
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->setMargins({4, 4, 12, 4});
    m_series->setBarWidth(0.72);
    chart()->addSeries(m_series);
    m_percent->setRange(0, 100);
    m_percent->setTickCount(6);
    m_percent->setLabelFormat(QStringLiteral("%d %%"));
    chart()->addAxis(m_rows, Qt::AlignLeft);
    chart()->addAxis(m_percent, Qt::AlignBottom);
    m_series->attachAxis(m_rows);
    m_series->attachAxis(m_percent);
    connect(chart(), &QChart::plotAreaChanged, this, &ClassShareChart::placeLabels);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ClassShareChart::rebuild);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ClassShareChart::rebuild);
    rebuild();
}

int ClassShareChart::preferredHeight() const
{
    return m_model->rowCount() * qMax(26, fontMetrics().height() + 10) + fontMetrics().height() * 2 + 24;
}

int ClassShareChart::rowOfBar(int bar) const
{
    // Qt Charts counts bars from the bottom; the table reads from the top.
    return m_model->rowCount() - 1 - bar;
}

void ClassShareChart::rebuild()
{
    m_series->clear();
    m_sets.clear();
    m_rows->clear();
    QStringList titles;
    for (int bar = 0; bar < m_model->rowCount(); ++bar)
        titles << m_model->rowTitle(rowOfBar(bar));
    m_rows->append(titles);
    for (const LicenceClass cls : allLicenceClasses) {
        auto *set = new QBarSet(licenceClassCode(cls));
        bool any = false;
        for (int bar = 0; bar < m_model->rowCount(); ++bar) {
            const auto value = double(m_model->value(rowOfBar(bar), cls));
            any = any || value > 0;
            set->append(value);
        }
        if (!any) {
            delete set;
            continue;
        }
        m_series->append(set);
        m_sets.insert(set, cls);
        connect(set, &QBarSet::clicked, this, [this](int bar) { Q_EMIT layerClicked(m_model->layer(rowOfBar(bar))); });
        connect(set, &QBarSet::hovered, this, [this, cls](bool inside, int bar) { onHovered(inside, bar, cls); });
    }
    setMinimumHeight(preferredHeight());
    applyColors();
    placeLabels();
}

void ClassShareChart::applyColors()
{
    const QPalette colors = palette();
    const QColor text = colors.color(QPalette::Text);
    QColor grid = text;
    grid.setAlphaF(0.2F);
    chart()->setBackgroundBrush(colors.base());
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(colors.base());
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_rows), static_cast<QAbstractAxis *>(m_percent)}) {
        axis->setLabelsColor(text);
        axis->setLabelsFont(font());
        axis->setGridLinePen(QPen(grid));
        axis->setLinePen(QPen(grid));
    }
    m_rows->setGridLineVisible(false);
    for (auto it = m_sets.constBegin(); it != m_sets.constEnd(); ++it) {
        it.key()->setBrush(Theme::classBrush(it.value()));
        it.key()->setPen(QPen(colors.color(QPalette::Base), 2));  // neighbours never touch
    }
}

void ClassShareChart::placeLabels()
{
    qDeleteAll(m_labels);
    m_labels.clear();
    const QRectF plot = chart()->plotArea();
    for (int bar = 0; bar < m_model->rowCount(); ++bar) {
        const int row = rowOfBar(bar);
        double before = 0;
        for (const LicenceClass cls : allLicenceClasses) {
            const double share = m_model->share(row, cls);
            const double left = plot.left() + before * plot.width();
            before += share;
            if (share < 0.06)
                continue;
            const QString percent = QLocale().toString(qRound(share * 100));
            auto *label = new QGraphicsSimpleTextItem(tr("%1 %2 %", "class code and share").arg(licenceClassCode(cls), percent));
            label->setFont(font());
            QRectF box = label->boundingRect();
            const double y = chart()->mapToPosition({0, double(bar)}, m_series).y();
            if (box.width() + 8 > share * plot.width()) {
                delete label;
                continue;
            }
            box.moveCenter({left + share * plot.width() / 2, y});
            // Letters over a pattern are hard to read, so they stand on a plate of the plain fill.
            auto *plate = new QGraphicsRectItem(box.adjusted(-3, 0, 3, 0), chart());
            plate->setBrush(Theme::classColor(cls));
            plate->setPen(Qt::NoPen);
            plate->setZValue(20);
            plate->setAcceptedMouseButtons(Qt::NoButton);
            label->setParentItem(plate);
            label->setPos(box.topLeft());
            label->setBrush(Theme::classLabelColor(cls));
            label->setAcceptedMouseButtons(Qt::NoButton);
            m_labels << plate;
        }
    }
}

void ClassShareChart::onHovered(bool inside, int bar, LicenceClass cls)
{
    if (inside) {
        const QModelIndex cell = m_model->index(rowOfBar(bar), ClassShareModel::firstClassColumn + static_cast<int>(cls));
        QToolTip::showText(QCursor::pos(), cell.data(Qt::ToolTipRole).toString(), this);
    } else {
        QToolTip::hideText();
    }
}

void ClassShareChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColors();
        placeLabels();
    }
}

void ClassShareChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placeLabels();
}

}  // namespace waybill
