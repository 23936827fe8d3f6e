// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/classlegend.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QPainter>
#include <QStyle>

namespace waybill {

namespace {
constexpr int gap = 6;
}

ClassLegend::ClassLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ClassLegend::setClasses(std::vector<LicenceClass> classes)
{
    m_classes = std::move(classes);
    QStringList words;
    for (const LicenceClass cls : m_classes)
        words << text(cls);
    setAccessibleName(tr("Legend: %1").arg(words.join(tr(", "))));
    updateGeometry();
    update();
}

QString ClassLegend::text(LicenceClass cls) const
{
    return tr("%1 %2", "class code and class word").arg(licenceClassCode(cls), Messages::licenceClass(cls));
}

int ClassLegend::lineHeight() const
{
    return qMax(18, fontMetrics().height() + 4);
}

int ClassLegend::itemWidth(LicenceClass cls) const
{
    return 24 + gap + lineHeight() - 4 + gap + fontMetrics().horizontalAdvance(text(cls)) + 3 * gap;
}

std::vector<QRect> ClassLegend::arrange(int width) const
{
    std::vector<QRect> places;
    int x = 0, y = 0;
    for (const LicenceClass cls : m_classes) {
        const int needed = itemWidth(cls);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += lineHeight();
        }
        places.emplace_back(x, y, needed, lineHeight());
        x += needed;
    }
    return places;
}

int ClassLegend::heightForWidth(int width) const
{
    return m_classes.empty() ? 0 : arrange(width).back().bottom() + 1;
}

QSize ClassLegend::sizeHint() const
{
    return {480, heightForWidth(480)};
}

QSize ClassLegend::minimumSizeHint() const
{
    int widest = 0;
    for (const LicenceClass cls : m_classes)
        widest = qMax(widest, itemWidth(cls));
    return {widest, heightForWidth(qMax(widest, width()))};
}

void ClassLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const std::vector<QRect> places = arrange(width());
    for (size_t i = 0; i < m_classes.size(); ++i) {
        const auto place = [&](int x, int y, int w, int h) {
            const QRect box(places[i].x() + x, places[i].y() + y, w, h);
            return QStyle::visualRect(layoutDirection(), rect(), box);
        };
        const int side = lineHeight() - 4;
        painter.setBrushOrigin(place(0, 2, 24, side).topLeft());
        painter.fillRect(place(0, 2, 24, side), Theme::classBrush(m_classes[i]));
        Theme::classIcon(m_classes[i]).paint(&painter, place(24 + gap, 2, side, side));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(place(24 + gap + side + gap, 0, places[i].width(), lineHeight()), Qt::AlignVCenter | Qt::AlignLeading,
                         text(m_classes[i]));
    }
}

}  // namespace waybill
