// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"

#include <QLocale>

namespace waybill {

QString Messages::licenceClass(LicenceClass cls)
{
    switch (cls) {
    case LicenceClass::PublicDomain:
        return tr("Public domain");
    case LicenceClass::Permissive:
        return tr("Permissive");
    case LicenceClass::WeakCopyleft:
        return tr("Weak copyleft");
    case LicenceClass::StrongCopyleft:
        return tr("Strong copyleft");
    case LicenceClass::NetworkCopyleft:
        return tr("Network copyleft");
    case LicenceClass::SourceAvailable:
        return tr("Source available");
    case LicenceClass::RestrictedUse:
        return tr("Restricted use");
    case LicenceClass::VendorRedistributable:
        return tr("Vendor, redistributable");
    case LicenceClass::VendorInternal:
        return tr("Vendor, internal use");
    case LicenceClass::Unknown:
        return tr("Unknown");
    }
    return {};
}

QString Messages::risk(RiskLevel level)
{
    switch (level) {
    case RiskLevel::Safe:
        return tr("Safe", "risk level");
    case RiskLevel::Low:
        return tr("Low", "risk level");
    case RiskLevel::Medium:
        return tr("Medium", "risk level");
    case RiskLevel::High:
        return tr("High", "risk level");
    case RiskLevel::Extreme:
        return tr("Extreme", "risk level");
    case RiskLevel::NotAssessed:
        return tr("Not assessed", "risk level");
    }
    return {};
}

QString Messages::permission(Permission permission)
{
    switch (permission) {
    case Permission::Permitted:
        return tr("Permitted");
    case Permission::PermittedWithDuties:
        return tr("Permitted with duties");
    case Permission::Undetermined:
        return tr("Undetermined");
    case Permission::NotPermitted:
        return tr("Not permitted");
    }
    return {};
}

QString Messages::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::CanShip:
        return tr("Can ship");
    case Verdict::CanShipWithDuties:
        return tr("Can ship once duties are done");
    case Verdict::CannotTell:
        return tr("Cannot tell yet");
    case Verdict::CannotShip:
        return tr("Cannot ship as it is");
    }
    return {};
}

QString Messages::verdictSentence(const ScenarioVerdict &verdict)
{
    const int holding = static_cast<int>(verdict.holding.size());
    const int duties = static_cast<int>(verdict.duties.size());
    switch (verdict.verdict) {
    case Verdict::CanShip:
        return tr("The image can ship: every finding is permitted and nothing is left to do.");
    case Verdict::CanShipWithDuties:
        return tr("The image can ship once %n duty(ies) are done.", nullptr, duties);
    case Verdict::CannotTell:
        return holding == 0
            ? tr("It cannot be told yet whether the image can ship: not everything was read.")
            : tr("It cannot be told yet whether the image can ship: %n finding(s) are undetermined.", nullptr, holding);
    case Verdict::CannotShip:
        return tr("The image cannot ship as it is: %n finding(s) are not permitted.", nullptr, holding);
    }
    return {};
}

QString Messages::scenario(Scenario scenario)
{
    switch (scenario) {
    case Scenario::Internal:
        return tr("Internal use");
    case Scenario::Saas:
        return tr("Software as a service");
    case Scenario::OnPremises:
        return tr("On the customer's premises");
    case Scenario::Embedded:
        return tr("Embedded in a device");
    case Scenario::Sdk:
        return tr("Part of an SDK");
    }
    return {};
}

QString Messages::scenarioShort(Scenario scenario)
{
    switch (scenario) {
    case Scenario::Internal:
        return tr("Internal", "scenario");
    case Scenario::Saas:
        return tr("SaaS", "scenario");
    case Scenario::OnPremises:
        return tr("On-premises", "scenario");
    case Scenario::Embedded:
        return tr("Embedded", "scenario");
    case Scenario::Sdk:
        return tr("SDK", "scenario");
    }
    return {};
}

QString Messages::decision(DecisionAction action)
{
    switch (action) {
    case DecisionAction::Accept:
        return tr("Accept");
    case DecisionAction::Remove:
        return tr("Remove");
    case DecisionAction::NeedInformation:
        return tr("Need information");
    }
    return {};
}

QString Messages::ghost(const TreeNode &node)
{
    if (!node.isGhost())
        return {};
    // Two sentences, so that "deleted" is never said of a file that still exists in a newer version.
    return (node.flags & ReplacedNotDeleted)
        ? tr("replaced in %1, the old version still ships in %2").arg(layerName(node.hiddenBy), layerName(node.layer))
        : tr("removed in %1, still ships in %2").arg(layerName(node.hiddenBy), layerName(node.layer));
}

QString Messages::bytes(qint64 bytes)
{
    if (bytes < 0)
        return tr("size not known");
    if (bytes < 1000)
        return tr("%1 B", "bytes").arg(bytes);
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString Messages::layerName(int layer)
{
    return tr("layer %1").arg(layer + 1);
}

QString Messages::disclaimer()
{
    return tr("This review is not legal advice. Waybill applies the named policy to what it read in the image; whether the image "
              "may be "
              "shipped is decided by the person who signs.");
}

}  // namespace waybill
