// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barlist.h"

#include "ui/charts/barmodel.h"
#include "ui/theme/palette.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace waybill {

namespace {

constexpr int iconSide = 16;
constexpr int numberShare = 14;  ///< letters kept free for numbers

}  // namespace

BarList::BarList(const BarModel *model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        moveTo(m_row);
        setMinimumHeight(minimumSizeHint().height());
        updateGeometry();
    });
}

int BarList::rowHeight() const
{
    return std::max(iconSide, fontMetrics().height()) + 12;
}

int BarList::titleWidth() const
{
    int width = 0;
    for (const BarModel::Row &row : m_model->rows())
        width = std::max(width, fontMetrics().horizontalAdvance(row.title));
    return std::min(width, this->width() / 3) + iconSide + 16;
}

QSize BarList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 90, rowHeight() * std::max(1, m_model->rowCount())};
}

QSize BarList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, rowHeight() * std::max(1, m_model->rowCount())};
}

void BarList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int left = titleWidth();
    const int room = std::max(1, width() - left - fontMetrics().averageCharWidth() * numberShare);
    const double scale = double(room) / double(std::max<qint64>(1, m_model->largest()));
    for (size_t i = 0; i < m_model->rows().size(); ++i) {
        const BarModel::Row &row = m_model->rows()[i];
        const QRect box(0, rowHeight() * static_cast<int>(i), width(), rowHeight());
        Theme::riskIcon(row.risk).paint(&painter, QRect(4, box.center().y() - iconSide / 2, iconSide, iconSide));
        painter.setPen(palette().color(QPalette::WindowText));
        const QRect title(iconSide + 10, box.top(), left - iconSide - 14, box.height());
        painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(row.title, Qt::ElideMiddle, title.width()));
        double x = left;
        for (size_t s = 0; s < row.values.size(); ++s) {
            const QRectF bar(x, box.top() + 5, double(row.values[s]) * scale, box.height() - 10);
            painter.fillRect(bar, Theme::riskColor(row.risk));
            if (s > 0) {
                QColor hatch = palette().color(QPalette::Window);
                painter.fillRect(bar, QBrush(hatch, Qt::BDiagPattern));
            }
            x += bar.width() + (bar.width() > 0 ? 2 : 0);
        }
        painter.drawText(QRectF(x + 4, box.top(), width() - x, box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         row.texts.join(QStringLiteral(" + ")));
        if (hasFocus() && static_cast<int>(i) == m_row) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(box.adjusted(1, 1, -2, -2));
        }
    }
}

void BarList::describe()
{
    if (m_row >= m_model->rowCount())
        return;
    const BarModel::Row &row = m_model->rows()[static_cast<size_t>(m_row)];
    QStringList parts;
    for (qsizetype s = 0; s < row.texts.size(); ++s)
        parts.append(m_model->series().value(s) + QLatin1Char(' ') + row.texts.at(s));
    setAccessibleDescription(row.title + QStringLiteral(": ") + parts.join(QStringLiteral(", ")));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void BarList::moveTo(int row)
{
    m_row = std::clamp(row, 0, std::max(0, m_model->rowCount() - 1));
    describe();
    update();
}

void BarList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        moveTo(m_row + (event->key() == Qt::Key_Down ? 1 : -1));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_row < m_model->rowCount())
        Q_EMIT rowActivated(m_row);
    else
        QWidget::keyPressEvent(event);
}

void BarList::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = static_cast<int>(event->position().y()) / rowHeight();
    if (event->button() != Qt::LeftButton || row >= m_model->rowCount())
        return;
    moveTo(row);
    Q_EMIT rowActivated(row);
}

}  // namespace waybill
