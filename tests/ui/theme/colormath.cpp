// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/theme/colormath.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace waybill::test {

namespace {

using Triple = std::array<double, 3>;
constexpr double pi = 3.14159265358979323846;

double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double toGamma(double c)
{
    return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

Triple linearOf(QRgb color)
{
    return {toLinear(qRed(color) / 255.0), toLinear(qGreen(color) / 255.0), toLinear(qBlue(color) / 255.0)};
}

double luminance(QRgb color)
{
    const Triple l = linearOf(color);
    return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
}

Triple labOf(QRgb color)
{
    const Triple l = linearOf(color);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124564 * l[0] + 0.3575761 * l[1] + 0.1804375 * l[2]) / 0.95047);
    const double y = f(0.2126729 * l[0] + 0.7151522 * l[1] + 0.0721750 * l[2]);
    const double z = f((0.0193339 * l[0] + 0.1191920 * l[1] + 0.9503041 * l[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double degrees(double b, double a)
{
    const double angle = std::atan2(b, a) * 180 / pi;
    return angle < 0 ? angle + 360 : angle;
}

double cosine(double angle)
{
    return std::cos(angle * pi / 180);
}

}  // namespace

QRgb seenBy(Vision vision, QRgb color)
{
    static constexpr std::array<std::array<double, 9>, 3> tables {{
        {.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998},
        {.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881},
        {1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900},
    }};
    if (vision == Vision::Normal)
        return color;
    const auto &m = tables[static_cast<size_t>(vision) - 1];
    const Triple l = linearOf(color);
    std::array<int, 3> out {};
    for (size_t row = 0; row < 3; ++row) {
        const double value = m[row * 3] * l[0] + m[row * 3 + 1] * l[1] + m[row * 3 + 2] * l[2];
        out[row] = static_cast<int>(std::lround(255 * std::clamp(toGamma(std::clamp(value, 0.0, 1.0)), 0.0, 1.0)));
    }
    return qRgb(out[0], out[1], out[2]);
}

double contrast(QRgb a, QRgb b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

double difference(QRgb p, QRgb q)
{
    const Triple u = labOf(p), v = labOf(q);
    const double mean = (std::hypot(u[1], u[2]) + std::hypot(v[1], v[2])) / 2;
    const double seventh = std::pow(mean, 7), limit = std::pow(25.0, 7);
    const double g = 0.5 * (1 - std::sqrt(seventh / (seventh + limit)));
    const double a1 = u[1] * (1 + g), a2 = v[1] * (1 + g);
    const double c1 = std::hypot(a1, u[2]), c2 = std::hypot(a2, v[2]);
    const double h1 = degrees(u[2], a1), h2 = degrees(v[2], a2);
    const bool grey = c1 * c2 == 0;
    const double turn = grey ? 0 : std::fmod(h2 - h1 + 540, 360) - 180;
    const double dl = v[0] - u[0], dc = c2 - c1, dh = 2 * std::sqrt(c1 * c2) * std::sin(turn / 2 * pi / 180);
    const double lm = (u[0] + v[0]) / 2, cm = (c1 + c2) / 2;
    const double hm = grey ? h1 + h2 : std::abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : std::fmod((h1 + h2 + 360) / 2, 360);
    const double t = 1 - .17 * cosine(hm - 30) + .24 * cosine(2 * hm) + .32 * cosine(3 * hm + 6) - .2 * cosine(4 * hm - 63);
    const double c7 = std::pow(cm, 7);
    const double rt = -std::sin(60 * std::exp(-std::pow((hm - 275) / 25, 2)) * pi / 180) * 2 * std::sqrt(c7 / (c7 + limit));
    const double sl = 1 + .015 * std::pow(lm - 50, 2) / std::sqrt(20 + std::pow(lm - 50, 2));
    const double sc = 1 + .045 * cm, sh = 1 + .015 * cm * t;
    return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dh / sh, 2) + rt * (dc / sc) * (dh / sh));
}

QRgb blend(QRgb over, QRgb under, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
    return qRgb(mix(qRed(over), qRed(under)), mix(qGreen(over), qGreen(under)), mix(qBlue(over), qBlue(under)));
}

}  // namespace waybill::test
