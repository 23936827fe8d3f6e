// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace waybill {

namespace {

// Two pairs share a hue because people mix them up least: what differs is how far the same terms go.
constexpr ThemedColor limitedUse {0xFF655302, 0xFFF5E663};
constexpr ThemedColor vendor {0xFF2A1745, 0xFFCBA9F8};
constexpr ThemedColor nothingKnown {0xFF7D7E80, 0xFF9A9B9C};

constexpr std::array<ClassToken, licenceClassCount> classTable {{
    {LicenceClass::PublicDomain, ClassShape::Ring, FillPattern::Dots, {0xFF0E8FB5, 0xFFB0EFFA}},
    {LicenceClass::Permissive, ClassShape::Disc, FillPattern::Plain, {0xFF1F6F50, 0xFF4DC07F}},
    {LicenceClass::WeakCopyleft, ClassShape::HalfDisc, FillPattern::Horizontal, {0xFF2347E8, 0xFF3B82F6}},
    {LicenceClass::StrongCopyleft, ClassShape::Square, FillPattern::Rising, {0xFFD06A18, 0xFFEC7D25}},
    {LicenceClass::NetworkCopyleft, ClassShape::Diamond, FillPattern::Grid, {0xFF9C2A7E, 0xFFBE5AA6}},
    {LicenceClass::SourceAvailable, ClassShape::TriangleUp, FillPattern::Falling, limitedUse},
    {LicenceClass::RestrictedUse, ClassShape::TriangleDown, FillPattern::Dashes, limitedUse},
    {LicenceClass::VendorRedistributable, ClassShape::HexagonRing, FillPattern::CrossHatch, vendor},
    {LicenceClass::VendorInternal, ClassShape::Hexagon, FillPattern::Checker, vendor},
    {LicenceClass::Unknown, ClassShape::DashedBox, FillPattern::Vertical, nothingKnown},
}};

constexpr std::array<RiskToken, 6> riskTable {{
    {RiskLevel::Safe, 0, {0xFF1A9180, 0xFF2E9277}},
    {RiskLevel::Low, 1, {0xFF154E99, 0xFF80B6F6}},
    {RiskLevel::Medium, 2, {0xFFA97D12, 0xFFFEE98B}},
    {RiskLevel::High, 3, {0xFF932A02, 0xFFFF6A12}},
    {RiskLevel::Extreme, 4, {0xFF260B1A, 0xFFFD9AB0}},
    {RiskLevel::NotAssessed, -1, nothingKnown},
}};

}  // namespace

const std::array<ClassToken, licenceClassCount> &classTokens()
{
    return classTable;
}

const std::array<RiskToken, 6> &riskTokens()
{
    return riskTable;
}

SurfaceTokens surfaceTokens(bool dark)
{
    return dark ? SurfaceTokens {0xFF1B1E20, 0xFF2A2E32, 0xFFFCFCFC, 0.22}
                : SurfaceTokens {0xFFFFFFFF, 0xFFEFF0F1, 0xFF232629, 0.14};
}

const ClassToken &classToken(LicenceClass cls)
{
    return classTable[static_cast<size_t>(cls)];
}

const RiskToken &riskToken(RiskLevel level)
{
    return riskTable[static_cast<size_t>(level)];
}

}  // namespace waybill
