// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include "ui/theme/applicationpalette.h"
#include "ui/theme/applicationstyle.h"
#include "ui/theme/iconengine.h"
#include "ui/theme/shapes.h"

#include <QApplication>
#include <QFile>
#include <QStyleHints>
#include <QSvgRenderer>

#include <cmath>

namespace waybill::Theme {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Black or white, whichever stands out more (WCAG contrast).
QColor labelOn(const QColor &fill)
{
    const double l = luminance(fill);
    return 1.05 / (l + 0.05) >= (l + 0.05) / 0.05 ? QColor(Qt::white) : QColor(Qt::black);
}

QIcon paintedIcon(PaintedIconEngine::Draw draw, bool plateWhenSelected = true)
{
    return QIcon(new PaintedIconEngine(std::move(draw), plateWhenSelected));
}

RiskLevel levelLike(Verdict verdict)
{
    switch (verdict) {
    case Verdict::CanShip:
        return RiskLevel::Safe;
    case Verdict::CanShipWithDuties:
        return RiskLevel::Low;
    case Verdict::CannotTell:
        return RiskLevel::NotAssessed;
    case Verdict::CannotShip:
        return RiskLevel::Extreme;
    }
    return RiskLevel::NotAssessed;
}

}  // namespace

bool isDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void apply(Mode mode)
{
    const bool system = systemIsDark();  // always asked, so that it sees the desktop's palette before ours is set
    const bool dark = mode == Mode::System ? system : mode == Mode::Dark;
    QApplication::setStyle(new ApplicationStyle);
    QApplication::setPalette(applicationPalette(dark));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    static Mode s_mode;
    s_mode = mode;
    static const auto s_connection = QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, [] {
        if (s_mode == Mode::System)
            QApplication::setPalette(applicationPalette(systemIsDark()));
    });
    Q_UNUSED(s_connection)
#endif
}

QColor classColor(LicenceClass cls)
{
    return QColor::fromRgb(classToken(cls).color.in(isDark()));
}

QColor classLabelColor(LicenceClass cls)
{
    return labelOn(classColor(cls));
}

QColor riskColor(RiskLevel level)
{
    return QColor::fromRgb(riskToken(level).color.in(isDark()));
}

QColor riskLabelColor(RiskLevel level)
{
    return labelOn(riskColor(level));
}

QColor rowTint(QColor fill)
{
    const SurfaceTokens surface = surfaceTokens(isDark());
    const QColor base = QColor::fromRgb(surface.base);
    const auto mix = [&](double over, double under) { return float(over * surface.tint + under * (1 - surface.tint)); };
    return QColor::fromRgbF(mix(fill.redF(), base.redF()), mix(fill.greenF(), base.greenF()), mix(fill.blueF(), base.blueF()));
}

QIcon classIcon(LicenceClass cls)
{
    return paintedIcon([cls](QPainter &painter) { shapes::drawClass(painter, classToken(cls).shape, classColor(cls)); });
}

QIcon riskIcon(RiskLevel level)
{
    return paintedIcon([level](QPainter &painter) { shapes::drawRisk(painter, riskToken(level), riskColor(level)); });
}

QIcon decisionIcon(int action)
{
    return paintedIcon(
        [action](QPainter &painter) { shapes::drawDecision(painter, action, QGuiApplication::palette().color(QPalette::Text)); });
}

QIcon verdictIcon(Verdict verdict)
{
    return paintedIcon([verdict](QPainter &painter) {
        const RiskLevel level = levelLike(verdict);
        shapes::drawVerdict(painter, verdict, riskColor(level), riskLabelColor(level));
    });
}

QBrush classBrush(LicenceClass cls)
{
    return shapes::patternBrush(classToken(cls).pattern, classColor(cls), classLabelColor(cls));
}

QIcon actionIcon(const QString &name)
{
    QFile file(u":/waybill/icons/" % name % u".svg");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray drawing = file.readAll();
    return paintedIcon(
        [drawing](QPainter &painter) {
            QByteArray colored = drawing;
            colored.replace("currentColor", QGuiApplication::palette().color(QPalette::WindowText).name().toLatin1());
            QSvgRenderer(colored).render(&painter, QRectF(0, 0, shapes::side, shapes::side));
        },
        false);
}

ReportPalette reportPalette()
{
    ReportPalette palette;
    for (const ClassToken &token : classTokens())
        palette.classRgb[static_cast<size_t>(token.licenceClass)] = token.color.light & 0xFFFFFF;
    for (const RiskToken &token : riskTokens())
        palette.riskRgb[static_cast<size_t>(token.level)] = token.color.light & 0xFFFFFF;
    return palette;
}

}  // namespace waybill::Theme
