// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/components/ledgerbar.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace waybill {

LedgerBar::LedgerBar(QWidget *parent) : QWidget(parent)
{
    setMinimumHeight(sizeHint().height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Share of bytes by explanation"));
}

void LedgerBar::setLedger(const Ledger &ledger)
{
    m_ledger = ledger;
    QStringList words;
    for (size_t i = 0; i < explanationCount; ++i)
        words.append(QStringLiteral("%1 %2 %").arg(Messages::explanation(static_cast<Explanation>(i)),
                                                   QLocale().toString(100 * share(static_cast<Explanation>(i)), 'f', 2)));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

QSize LedgerBar::sizeHint() const
{
    return {300, qMax(24, fontMetrics().height() + 8)};
}

double LedgerBar::share(Explanation explanation) const
{
    const qint64 all = m_ledger.liveTotal.bytes + m_ledger.ghostTotal.bytes;
    const qint64 part = m_ledger.liveOf(explanation).bytes + m_ledger.ghostOf(explanation).bytes;
    return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
}

QBrush LedgerBar::brush(Explanation explanation, const QPalette &palette)
{
    if (explanation == Explanation::Unexplained)
        return {Theme::riskColor(RiskLevel::High), Qt::BDiagPattern};
    // One hue from strong to faint: the order of trust.
    QColor color = palette.color(QPalette::Highlight);
    color.setAlphaF(1.0F - 0.15F * static_cast<float>(explanation));
    return color;
}

void LedgerBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF track = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.fillRect(track, palette().color(QPalette::Base));
    double left = track.left();
    for (size_t i = 0; i < explanationCount; ++i) {
        const auto explanation = static_cast<Explanation>(i);
        double width = track.width() * share(explanation);
        if (width <= 0)
            continue;
        // What is open must be seen, however little it is.
        if (explanation == Explanation::Unexplained)
            width = qMax(width, 3.0);
        const QRectF part(qMin(left, track.right() - width), track.top(), width, track.height());
        painter.fillRect(part, brush(explanation, palette()));
        left += width;
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(track);
}

bool LedgerBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    double at = width() > 0 ? double(help->pos().x()) / width() : 0;
    for (size_t i = 0; i < explanationCount; ++i) {
        const auto explanation = static_cast<Explanation>(i);
        if (at <= share(explanation) || i + 1 == explanationCount) {
            const qint64 bytes = m_ledger.liveOf(explanation).bytes + m_ledger.ghostOf(explanation).bytes;
            QToolTip::showText(help->globalPos(),
                               tr("%1: %2", "explanation, bytes").arg(Messages::explanation(explanation), Messages::bytes(bytes)),
                               this);
            break;
        }
        at -= share(explanation);
    }
    return true;
}

}  // namespace waybill
