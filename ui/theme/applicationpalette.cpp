// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/applicationpalette.h"

#include "ui/theme/tokens.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace waybill {

namespace {

void setDisabled(QPalette &palette, QRgb faint)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(faint));
}

}  // namespace

QPalette applicationPalette(bool dark)
{
    const SurfaceTokens surface = surfaceTokens(dark);
    const QColor text = QColor::fromRgb(surface.text);
    const QColor window = QColor::fromRgb(surface.window);
    QPalette palette(dark ? QColor(0x31, 0x36, 0x3B) : QColor(0xF7, 0xF8, 0xF9), window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, QColor::fromRgb(surface.base));
    palette.setColor(QPalette::AlternateBase, dark ? QColor(0x22, 0x26, 0x29) : QColor(0xF6, 0xF7, 0xF8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::ToolTipBase, dark ? QColor(0x31, 0x36, 0x3B) : QColor(0xF7, 0xF7, 0xF7));
    palette.setColor(QPalette::PlaceholderText, dark ? QColor(0xA8, 0xAD, 0xB2) : QColor(0x63, 0x68, 0x6D));
    palette.setColor(QPalette::Highlight, dark ? QColor(0x2D, 0x5F, 0xA6) : QColor(0x1F, 0x62, 0xB8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, dark ? QColor(0x7F, 0xB8, 0xF7) : QColor(0x1A, 0x5A, 0xB0));
    palette.setColor(QPalette::LinkVisited, dark ? QColor(0xC8, 0xA8, 0xF2) : QColor(0x6B, 0x3F, 0xA0));
    palette.setColor(QPalette::BrightText, dark ? QColor(0xFF, 0x9A, 0x8A) : QColor(0xB0, 0x1E, 0x1E));
    setDisabled(palette, dark ? 0xFF8A9094 : 0xFF8E9296);
    return palette;
}

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    // The first call happens before a palette of our own is set, so this is the palette of the desktop.
    static const bool s_darkAtStart = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return s_darkAtStart;
}

}  // namespace waybill
