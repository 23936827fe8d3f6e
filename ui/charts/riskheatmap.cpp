// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/riskheatmap.h"

#include "core/report/messages.h"
#include "ui/charts/riskmatrixmodel.h"
#include "ui/theme/palette.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>

#include <algorithm>

namespace waybill {

namespace {

constexpr int gap = 2;
constexpr int iconSide = 16;

}  // namespace

RiskHeatMap::RiskHeatMap(const RiskMatrixModel *model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Scenarios by risk"));
    setMouseTracking(true);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        describe();
        updateGeometry();
        update();
    });
    describe();
}

void RiskHeatMap::setScenario(Scenario scenario)
{
    m_scenario = scenario;
    update();
}

int RiskHeatMap::labelWidth() const
{
    int width = 0;
    QFont bold = font();  // the chosen scenario is written so
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    for (const Scenario scenario : allScenarios)
        width = std::max(width, metrics.horizontalAdvance(Messages::scenario(scenario)));
    return width + 16;
}

int RiskHeatMap::headHeight() const
{
    return std::max(iconSide, fontMetrics().height()) + 12;
}

QRect RiskHeatMap::cellRect(Scenario scenario, RiskLevel level) const
{
    const int columns = RiskMatrixModel::levelCount;
    const int left = labelWidth();
    const int top = headHeight();
    const int width = std::max(1, (this->width() - left) / columns);
    const int height = std::max(1, (this->height() - top) / scenarioCount);
    return QRect(left + width * static_cast<int>(level), top + height * static_cast<int>(scenario), width, height)
        .adjusted(gap, gap, -gap, -gap);
}

QSize RiskHeatMap::sizeHint() const
{
    return {labelWidth() + RiskMatrixModel::levelCount * fontMetrics().averageCharWidth() * 16,
            headHeight() + scenarioCount * fontMetrics().height() * 3};
}

QSize RiskHeatMap::minimumSizeHint() const
{
    return {labelWidth() + RiskMatrixModel::levelCount * fontMetrics().averageCharWidth() * 11,
            headHeight() + scenarioCount * (fontMetrics().height() + 14)};
}

void RiskHeatMap::paintHead(QPainter &painter) const
{
    painter.setPen(palette().color(QPalette::WindowText));
    for (int column = 0; column < RiskMatrixModel::levelCount; ++column) {
        const auto level = static_cast<RiskLevel>(column);
        QRect box = cellRect(Scenario::Internal, level);
        box.setTop(0);
        box.setHeight(headHeight());
        const QString name = fontMetrics().elidedText(Messages::risk(level), Qt::ElideRight, box.width() - iconSide - 6);
        const int whole = iconSide + 4 + fontMetrics().horizontalAdvance(name);
        const int left = box.left() + std::max(0, (box.width() - whole) / 2);
        Theme::riskIcon(level).paint(&painter, QRect(left, box.center().y() - iconSide / 2, iconSide, iconSide));
        painter.drawText(QRect(left + iconSide + 4, box.top(), box.width(), box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         name);
    }
    for (const Scenario scenario : allScenarios) {
        QRect box = cellRect(scenario, RiskLevel::Safe);
        box.setLeft(0);
        box.setWidth(labelWidth() - 8);
        QFont font = this->font();
        font.setBold(scenario == m_scenario);
        painter.setFont(font);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, Messages::scenario(scenario));
    }
    painter.setFont(font());
}

void RiskHeatMap::paintCell(QPainter &painter, Scenario scenario, RiskLevel level) const
{
    const QRect box = cellRect(scenario, level);
    const qint64 value = m_model->value(scenario, level);
    const qint64 largest = m_model->largest();
    const QColor base = palette().color(QPalette::Base);
    painter.setPen(Qt::NoPen);
    painter.setBrush(base);
    painter.drawRoundedRect(box, 3, 3);
    if (value > 0 && largest > 0) {
        // Text stays readable on every strength: the fill never covers more than a third of the surface colour.
        QColor fill = Theme::riskColor(level);
        fill.setAlphaF(0.10F + 0.24F * static_cast<float>(double(value) / double(largest)));
        painter.setBrush(fill);
        painter.drawRoundedRect(box, 3, 3);
        painter.setBrush(Theme::riskColor(level));
        painter.drawRect(QRect(box.left(), box.bottom() - 3, box.width(), 4));
    }
    QColor ink = palette().color(QPalette::Text);
    if (value == 0)
        ink.setAlphaF(0.55F);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, m_model->text(scenario, level));
    if (hasFocus() && scenario == m_cellScenario && level == m_cellLevel) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRoundedRect(box, 3, 3);
    }
}

void RiskHeatMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (const Scenario scenario : allScenarios) {
        for (int level = 0; level < RiskMatrixModel::levelCount; ++level)
            paintCell(painter, scenario, static_cast<RiskLevel>(level));
    }
    const QRect frame = cellRect(m_scenario, RiskLevel::Safe).united(cellRect(m_scenario, RiskLevel::NotAssessed));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
    painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), 4, 4);
}

void RiskHeatMap::describe()
{
    const QString text
        = tr("%1, %2: %3", "scenario, risk, number")
              .arg(Messages::scenario(m_cellScenario), Messages::risk(m_cellLevel), m_model->text(m_cellScenario, m_cellLevel));
    setAccessibleDescription(text + QLatin1Char(' ') + tr("Press Enter for the findings, Ctrl+T for the table."));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void RiskHeatMap::moveTo(int row, int column)
{
    m_cellScenario = static_cast<Scenario>(std::clamp(row, 0, scenarioCount - 1));
    m_cellLevel = static_cast<RiskLevel>(std::clamp(column, 0, RiskMatrixModel::levelCount - 1));
    describe();
    update();
}

void RiskHeatMap::keyPressEvent(QKeyEvent *event)
{
    const int row = static_cast<int>(m_cellScenario);
    const int column = static_cast<int>(m_cellLevel);
    const int forward = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveTo(row - 1, column);
    case Qt::Key_Down:
        return moveTo(row + 1, column);
    case Qt::Key_Left:
        return moveTo(row, column - forward);
    case Qt::Key_Right:
        return moveTo(row, column + forward);
    case Qt::Key_Home:
        return moveTo(row, 0);
    case Qt::Key_End:
        return moveTo(row, RiskMatrixModel::levelCount - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT cellActivated(m_cellScenario, m_cellLevel);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool RiskHeatMap::hit(const QPoint &position, int &row, int &column) const
{
    for (row = 0; row < scenarioCount; ++row) {
        for (column = 0; column < RiskMatrixModel::levelCount; ++column) {
            if (cellRect(static_cast<Scenario>(row), static_cast<RiskLevel>(column)).contains(position))
                return true;
        }
    }
    return false;
}

void RiskHeatMap::mousePressEvent(QMouseEvent *event)
{
    int row = 0;
    int column = 0;
    if (hit(event->pos(), row, column))
        moveTo(row, column);
}

void RiskHeatMap::mouseReleaseEvent(QMouseEvent *event)
{
    int row = 0;
    int column = 0;
    if (event->button() == Qt::LeftButton && hit(event->pos(), row, column) && row == static_cast<int>(m_cellScenario)
        && column == static_cast<int>(m_cellLevel))
        Q_EMIT cellActivated(m_cellScenario, m_cellLevel);
}

void RiskHeatMap::focusInEvent(QFocusEvent *event)
{
    describe();
    QWidget::focusInEvent(event);
}

bool RiskHeatMap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        int row = 0;
        int column = 0;
        if (hit(help->pos(), row, column))
            QToolTip::showText(help->globalPos(), m_model->data(m_model->index(row, column), Qt::ToolTipRole).toString(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace waybill
