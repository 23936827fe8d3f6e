// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/scenario.h"

namespace waybill {

namespace {

constexpr std::array<QLatin1String, scenarioCount> scenarioIds {QLatin1String("internal"), QLatin1String("saas"),
                                                                QLatin1String("on-premises"), QLatin1String("embedded"),
                                                                QLatin1String("sdk")};
constexpr std::array<QLatin1String, 6> riskIds {QLatin1String("safe"), QLatin1String("low"),     QLatin1String("medium"),
                                                QLatin1String("high"), QLatin1String("extreme"), QLatin1String("not-assessed")};
constexpr std::array<QLatin1String, 4> permissionIds {QLatin1String("permitted"), QLatin1String("permitted-with-duties"),
                                                      QLatin1String("undetermined"), QLatin1String("not-permitted")};
constexpr std::array<QLatin1String, 4> verdictIds {QLatin1String("can-ship"), QLatin1String("can-ship-with-duties"),
                                                   QLatin1String("cannot-tell"), QLatin1String("cannot-ship")};

template <typename Enum, size_t N>
std::optional<Enum> fromId(const std::array<QLatin1String, N> &ids, const QString &id)
{
    for (size_t i = 0; i < N; ++i) {
        if (id == ids[i])
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

QLatin1String scenarioId(Scenario scenario)
{
    return scenarioIds[static_cast<size_t>(scenario)];
}

std::optional<Scenario> scenarioFromId(const QString &id)
{
    if (id == QLatin1String("onprem") || id == QLatin1String("on-prem"))
        return Scenario::OnPremises;
    return fromId<Scenario>(scenarioIds, id);
}

bool leavesCompany(Scenario scenario)
{
    return scenario != Scenario::Internal && scenario != Scenario::Saas;
}

QLatin1String riskLevelId(RiskLevel level)
{
    return riskIds[static_cast<size_t>(level)];
}

std::optional<RiskLevel> riskLevelFromId(const QString &id)
{
    return fromId<RiskLevel>(riskIds, id);
}

RiskLevel worse(RiskLevel a, RiskLevel b)
{
    if (a == RiskLevel::NotAssessed)
        return b;
    if (b == RiskLevel::NotAssessed)
        return a;
    return a < b ? b : a;
}

QLatin1String permissionId(Permission permission)
{
    return permissionIds[static_cast<size_t>(permission)];
}

std::optional<Permission> permissionFromId(const QString &id)
{
    return fromId<Permission>(permissionIds, id);
}

QLatin1String verdictId(Verdict verdict)
{
    return verdictIds[static_cast<size_t>(verdict)];
}

}  // namespace waybill
