// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/dropoverlay.h"

#include "ui/theme/palette.h"

#include <QPainter>

namespace waybill {

DropOverlay::DropOverlay(QWidget *window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::showOutcome(const DropOutcome &outcome)
{
    m_outcome = outcome;
    setAccessibleName(outcome.sentence);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.86F);
    painter.fillRect(rect(), veil);
    const bool possible = m_outcome.kind != DropOutcome::Kind::Impossible;
    QPen frame(palette().color(possible ? QPalette::Highlight : QPalette::Text), 3, possible ? Qt::SolidLine : Qt::DashLine);
    painter.setPen(frame);
    painter.drawRoundedRect(rect().adjusted(16, 16, -16, -16), 12, 12);
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect words = rect().adjusted(48, 48, -48, -48);
    const int icon = 48;
    const QIcon picture = Theme::actionIcon(possible ? QStringLiteral("open") : QStringLiteral("cancel"));
    picture.paint(&painter, QRect(rect().center().x() - icon / 2, rect().center().y() - 2 * icon, icon, icon));
    painter.drawText(words, Qt::AlignCenter | Qt::TextWordWrap, m_outcome.sentence);
}

}  // namespace waybill
