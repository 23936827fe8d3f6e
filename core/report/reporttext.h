// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPaintDevice;
class QPainter;

namespace waybill {

/// Unit of all report coordinates: a tenth of a point, so that fonts can have whole pixel sizes.
inline constexpr qreal point = 10.0;
inline constexpr int reportResolution = 720;

struct TextStyle {
    qreal size = 9;  ///< points
    bool bold = false;
    bool mono = false;
    QColor color = QColor(0x23, 0x26, 0x29);
};

/// The fonts of a report: embedded ones only, with a fallback for Chinese; what none of them can show is spelled out.
class ReportFonts
{
public:
    explicit ReportFonts(const QPaintDevice &device);
    QFont font(const TextStyle &style) const;
    /// The text with every character that no font has replaced by "U+XXXX": PDF/A allows no missing glyph.
    QString showable(const QString &text) const;
    const QPaintDevice &device() const { return m_device; }

private:
    bool hasGlyph(char32_t scalar) const;
    const QPaintDevice &m_device;
    QStringList m_sans, m_mono;
    std::vector<QRawFont> m_known;
    mutable QHash<char32_t, bool> m_cache;
};

/// A wrapped text, measured once and drawn whole or in slices of lines. Long words break anywhere: nothing is cut off.
class TextBox
{
public:
    TextBox(const ReportFonts &fonts, const QString &text, const TextStyle &style, qreal width,
            Qt::Alignment alignment = Qt::AlignLeft);
    qreal height() const { return m_height; }
    int lines() const { return m_layout->lineCount(); }
    qreal lineTop(int line) const { return m_layout->lineAt(line).y(); }
    qreal lineBottom(int line) const { return m_layout->lineAt(line).y() + m_layout->lineAt(line).height(); }
    /// Draws lines [first, end) so that the first one starts at `origin`. A null painter draws nothing.
    void draw(QPainter *painter, QPointF origin, int first, int end) const;
    void draw(QPainter *painter, QPointF origin) const { draw(painter, origin, 0, lines()); }

private:
    std::unique_ptr<QTextLayout> m_layout;
    QColor m_color;
    qreal m_height = 0;
};

}  // namespace waybill
