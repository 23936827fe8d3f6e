// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/theme/colormath.h"
#include "ui/theme/palette.h"
#include "ui/theme/shapes.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <set>

using namespace waybill;
using namespace waybill::test;

namespace {

QImage drawn(const std::function<void(QPainter &)> &draw, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / shapes::side, size / shapes::side);
    draw(painter);
    return image;
}

/// Share of the pixels whose coverage differs by more than a third: what an eye sees of a form without colour.
double formDifference(const QImage &a, const QImage &b)
{
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            differing += std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y))) > 85;
    }
    return double(differing) / (a.width() * a.height());
}

}  // namespace

class TestPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void measuresAgreeWithKnownValues();
    void coloursStandOutFromSurfaces_data();
    void coloursStandOutFromSurfaces();
    void colourPairsAreToldApart_data();
    void colourPairsAreToldApart();
    void tableCoversEveryValue();
    void sharedHuesDifferInShapeAndPattern();
    void classShapesDifferWithoutColour();
    void riskMetersDifferWithoutColour();
    void patternsDifferInGrey();
    void themesSwitchAtRunTime();
    void iconsTakeTheColoursOfTheMoment();
    void everyActionIconDraws();
    void reportUsesTheLightSet();
};

void TestPalette::measuresAgreeWithKnownValues()
{
    QVERIFY(qAbs(contrast(0xFFFFFFFF, 0xFF000000) - 21) < 1e-9);
    // First and fourteenth pair of the published CIEDE2000 data are out of the RGB gamut; these are values of palette_check.
    QVERIFY(qAbs(contrast(0xFF0E8FB5, 0xFFFFFFFF) - 3.74) < 0.01);
    QVERIFY(qAbs(contrast(0xFFCBA9F8, 0xFF2A2E32) - 6.88) < 0.01);
    QVERIFY(difference(0xFF123456, 0xFF123456) < 1e-9);
    QVERIFY(qAbs(difference(0xFFFFFFFF, 0xFF000000) - 100) < 0.1);
}

void TestPalette::coloursStandOutFromSurfaces_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QRgb>("color");
    for (const bool dark : {false, true}) {
        for (const ClassToken &token : classTokens())
            QTest::addRow("%s %s", dark ? "dark" : "light", licenceClassCode(token.licenceClass).data())
                << dark << token.color.in(dark);
        for (const RiskToken &token : riskTokens())
            QTest::addRow("%s %s", dark ? "dark" : "light", riskLevelId(token.level).data()) << dark << token.color.in(dark);
    }
}

void TestPalette::coloursStandOutFromSurfaces()
{
    QFETCH(bool, dark);
    QFETCH(QRgb, color);
    const SurfaceTokens surface = surfaceTokens(dark);
    QVERIFY(contrast(color, surface.base) >= 3);
    QVERIFY(contrast(color, surface.window) >= 3);
    QVERIFY(qMax(contrast(color, 0xFFFFFFFF), contrast(color, 0xFF000000)) >= 4.5);
    QVERIFY(contrast(surface.text, blend(color, surface.base, surface.tint)) >= 7);
}

void TestPalette::colourPairsAreToldApart_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("vision");
    for (const bool dark : {false, true}) {
        for (int vision = 0; vision < 4; ++vision)
            QTest::addRow("%s, vision %d", dark ? "dark" : "light", vision) << dark << vision;
    }
}

void TestPalette::colourPairsAreToldApart()
{
    QFETCH(bool, dark);
    QFETCH(int, vision);
    const auto closest = [&](const std::set<QRgb> &colors) {
        double least = 1000;
        for (auto a = colors.begin(); a != colors.end(); ++a) {
            for (auto b = std::next(a); b != colors.end(); ++b)
                least = qMin(least, difference(seenBy(Vision(vision), *a), seenBy(Vision(vision), *b)));
        }
        return least;
    };
    std::set<QRgb> classes, risks;
    for (const ClassToken &token : classTokens())
        classes.insert(token.color.in(dark));
    for (const RiskToken &token : riskTokens()) {
        if (token.level != RiskLevel::NotAssessed)
            risks.insert(token.color.in(dark));
    }
    QCOMPARE(classes.size(), size_t(8));
    QCOMPARE(risks.size(), size_t(5));
    QVERIFY2(closest(classes) >= 13, qPrintable(QString::number(closest(classes))));
    QVERIFY2(closest(risks) >= 15, qPrintable(QString::number(closest(risks))));
}

void TestPalette::tableCoversEveryValue()
{
    for (const LicenceClass cls : allLicenceClasses)
        QCOMPARE(classToken(cls).licenceClass, cls);
    for (int level = 0; level < 6; ++level)
        QCOMPARE(int(riskToken(RiskLevel(level)).level), level);
}

void TestPalette::sharedHuesDifferInShapeAndPattern()
{
    std::set<ClassShape> shapes;
    std::set<FillPattern> patterns;
    for (const ClassToken &token : classTokens()) {
        shapes.insert(token.shape);
        patterns.insert(token.pattern);
    }
    QCOMPARE(shapes.size(), size_t(licenceClassCount));
    QCOMPARE(patterns.size(), size_t(licenceClassCount));
}

void TestPalette::classShapesDifferWithoutColour()
{
    for (const int size : {16, 32}) {
        std::vector<QImage> forms;
        for (const ClassToken &token : classTokens())
            forms.push_back(drawn([&](QPainter &painter) { shapes::drawClass(painter, token.shape, Qt::black); }, size));
        for (size_t a = 0; a < forms.size(); ++a) {
            for (size_t b = a + 1; b < forms.size(); ++b)
                QVERIFY2(formDifference(forms[a], forms[b]) >= 0.07,
                         qPrintable(QStringLiteral("%1 and %2 at %3 px: %4")
                                        .arg(a)
                                        .arg(b)
                                        .arg(size)
                                        .arg(formDifference(forms[a], forms[b]))));
        }
    }
}

void TestPalette::riskMetersDifferWithoutColour()
{
    for (const int size : {16, 32}) {
        std::vector<QImage> forms;
        for (const RiskToken &token : riskTokens())
            forms.push_back(drawn([&](QPainter &painter) { shapes::drawRisk(painter, token, Qt::black); }, size));
        for (size_t a = 0; a < forms.size(); ++a) {
            for (size_t b = a + 1; b < forms.size(); ++b)
                QVERIFY2(formDifference(forms[a], forms[b]) >= 0.04,
                         qPrintable(QStringLiteral("%1 and %2 at %3 px: %4")
                                        .arg(a)
                                        .arg(b)
                                        .arg(size)
                                        .arg(formDifference(forms[a], forms[b]))));
        }
    }
}

void TestPalette::patternsDifferInGrey()
{
    std::set<QByteArray> tiles;
    for (const ClassToken &token : classTokens()) {
        const QImage tile
            = shapes::patternBrush(token.pattern, Qt::gray, Qt::black).textureImage().convertToFormat(QImage::Format_Grayscale8);
        QCOMPARE(tile.size(), QSize(8, 8));
        tiles.insert(QByteArray(reinterpret_cast<const char *>(tile.constBits()), tile.sizeInBytes()));
    }
    QCOMPARE(tiles.size(), size_t(licenceClassCount));
}

void TestPalette::themesSwitchAtRunTime()
{
    Theme::apply(Theme::Mode::Dark);
    QVERIFY(Theme::isDark());
    QCOMPARE(Theme::classColor(LicenceClass::StrongCopyleft).rgb(), QRgb(0xFFEC7D25));
    QCOMPARE(QApplication::palette().color(QPalette::Base).rgb(), QRgb(0xFF1B1E20));
    Theme::apply(Theme::Mode::Light);
    QVERIFY(!Theme::isDark());
    QCOMPARE(Theme::riskColor(RiskLevel::High).rgb(), QRgb(0xFF932A02));
    QCOMPARE(Theme::classLabelColor(LicenceClass::Permissive), QColor(Qt::white));
    QCOMPARE(Theme::classLabelColor(LicenceClass::PublicDomain), QColor(Qt::black));
    const QPalette palette = QApplication::palette();
    for (const auto &[text, ground] :
         {std::pair {QPalette::HighlightedText, QPalette::Highlight}, std::pair {QPalette::PlaceholderText, QPalette::Base},
          std::pair {QPalette::Link, QPalette::Base}, std::pair {QPalette::ButtonText, QPalette::Button}})
        QVERIFY(contrast(palette.color(text).rgb(), palette.color(ground).rgb()) >= 4.5);
}

void TestPalette::iconsTakeTheColoursOfTheMoment()
{
    const QIcon icon = Theme::classIcon(LicenceClass::StrongCopyleft);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::apply(mode);
        QCOMPARE(icon.pixmap(32, 32).toImage().pixel(16, 16), Theme::classColor(LicenceClass::StrongCopyleft).rgb());
    }
    // In a selected row a plate lies behind the shape, so its corner is no longer transparent.
    QCOMPARE(qAlpha(icon.pixmap(QSize(32, 32), QIcon::Normal).toImage().pixel(16, 1)), 0);
    QCOMPARE(icon.pixmap(QSize(32, 32), QIcon::Selected).toImage().pixel(16, 1),
             QApplication::palette().color(QPalette::Base).rgb());
    Theme::apply(Theme::Mode::Light);
}

void TestPalette::everyActionIconDraws()
{
    const QStringList names = QDir(QStringLiteral(":/waybill/icons")).entryList();
    QVERIFY(names.size() >= 20);
    for (QString name : names) {
        const QIcon icon = Theme::actionIcon(name.remove(QStringLiteral(".svg")));
        const QImage image = icon.pixmap(32, 32).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += qAlpha(image.pixel(x, y)) > 128;
        }
        QVERIFY2(inked > 40, qPrintable(name));
    }
    QVERIFY(Theme::actionIcon(QStringLiteral("no-such-icon")).isNull());
}

void TestPalette::reportUsesTheLightSet()
{
    Theme::apply(Theme::Mode::Dark);
    const ReportPalette palette = Theme::reportPalette();
    QCOMPARE(palette.classRgb[size_t(LicenceClass::VendorInternal)], 0x2A1745U);
    QCOMPARE(palette.riskRgb[size_t(RiskLevel::Extreme)], 0x260B1AU);
    Theme::apply(Theme::Mode::Light);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
