// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/classchip.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStyle>

namespace waybill {

ClassChip::ClassChip(LicenceClass cls, QWidget *parent) : QWidget(parent)
{
    build(Theme::classIcon(cls), QStringLiteral("[%1] %2").arg(licenceClassCode(cls), Messages::licenceClass(cls)));
}

ClassChip::ClassChip(RiskLevel level, QWidget *parent) : QWidget(parent)
{
    build(Theme::riskIcon(level), tr("Risk: %1").arg(Messages::risk(level)));
}

void ClassChip::build(const QIcon &icon, const QString &text)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *picture = new QLabel(this);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    picture->setPixmap(icon.pixmap(QSize(side, side), devicePixelRatioF()));
    auto *words = new QLabel(text, this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    row->addWidget(picture);
    row->addWidget(words, 1);
    setAccessibleName(text);
}

}  // namespace waybill
