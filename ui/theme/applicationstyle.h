// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace waybill {

/// Fusion with radio buttons that can be seen on dark surfaces: the stock outline is a darker shade of the window and
/// vanishes there. Owned by the application; UI thread.
class ApplicationStyle : public QProxyStyle
{
public:
    ApplicationStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

}  // namespace waybill
