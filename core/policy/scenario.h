// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <array>
#include <optional>

namespace waybill {

/// Ways of delivery.
enum class Scenario : quint8 { Internal, Saas, OnPremises, Embedded, Sdk };
inline constexpr int scenarioCount = 5;
inline constexpr std::array<Scenario, scenarioCount> allScenarios {Scenario::Internal, Scenario::Saas, Scenario::OnPremises,
                                                                   Scenario::Embedded, Scenario::Sdk};
QLatin1String scenarioId(Scenario scenario);                ///< "internal" "saas" "on-premises" "embedded" "sdk"
std::optional<Scenario> scenarioFromId(const QString &id);  ///< also "onprem", "on-prem"
/// True when a copy leaves the company (ghosts then count).
bool leavesCompany(Scenario scenario);

/// Ranked levels; NotAssessed is none of them and is never counted as safe.
enum class RiskLevel : quint8 { Safe, Low, Medium, High, Extreme, NotAssessed };
QLatin1String riskLevelId(RiskLevel level);
std::optional<RiskLevel> riskLevelFromId(const QString &id);
/// The higher of two levels; NotAssessed gives way to any assessed level.
RiskLevel worse(RiskLevel a, RiskLevel b);

enum class Permission : quint8 { Permitted, PermittedWithDuties, Undetermined, NotPermitted };
QLatin1String permissionId(Permission permission);
std::optional<Permission> permissionFromId(const QString &id);

enum class Verdict : quint8 { CanShip, CanShipWithDuties, CannotTell, CannotShip };
QLatin1String verdictId(Verdict verdict);  ///< "can-ship" "can-ship-with-duties" "cannot-tell" "cannot-ship"

}  // namespace waybill
