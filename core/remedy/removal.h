// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"
#include "core/policy/finding.h"

#include <functional>

namespace waybill {

/// What goes in one step.
enum class RemovalKind : quint8 {
    Package,  ///< a package as a whole, with those that need it
    Files,    ///< single files of a package, or of nobody; the package stays
};
QLatin1String removalKindId(RemovalKind kind);  ///< "package" "files"

/// Why this is the smallest step.
enum class RemovalReason : quint8 {
    Ghost,       ///< gone at run time already; only the bytes in the layers go
    NotNeeded,   ///< nothing that stays needs the package
    FilesOnly,   ///< something that stays needs the package, or most of it may travel
    NoPackage,   ///< no package owns the files
    LeavesOpen,  ///< settles what nobody knows, if no decision does
    AskedFor,    ///< named by the user
};
QLatin1String removalReasonId(RemovalReason reason);

/// What stops working when something goes.
enum class BreakageKind : quint8 { Package, Library, EntryPoint, Essential };
QLatin1String breakageKindId(BreakageKind kind);  ///< "package" "library" "entry-point" "essential"
struct Breakage {
    BreakageKind kind = BreakageKind::Package;
    QString who;    ///< package, path of a program, or the words of the entry point: what stays and breaks
    QString needs;  ///< package or library that it needs
    bool operator==(const Breakage &) const = default;
};

/// One step of a plan. Nodes belong to one removal only, so that sums over removals count every byte once.
struct Removal {
    QString id;  ///< stable: "package:deb/nvidia-cuda-toolkit@11.8", "files:pypi/triton@3.3.0"
    RemovalKind kind = RemovalKind::Files;
    RemovalReason reason = RemovalReason::FilesOnly;
    QString subject;                      ///< what people call it
    std::vector<ComponentId> components;  ///< packages that go as a whole; the first one is the subject
    std::vector<NodeId> nodes;            ///< files and links of all layers that go, ascending
    std::vector<quint16> layers;
    quint32 liveFiles = 0;
    quint32 ghostFiles = 0;
    qint64 liveBytes = 0;
    qint64 ghostBytes = 0;
    QStringList findings;  ///< keys of the findings that ask for it
    RiskLevel risk = RiskLevel::NotAssessed;
    Permission permission = Permission::Permitted;  ///< of the findings that ask for it, the strictest
    std::vector<Breakage> breaks;
    bool chosen = true;

    qint64 bytes() const { return liveBytes + ghostBytes; }
};

/// Files that stand in the way and that the image needs to run, so that no removal is proposed.
struct Obstacle {
    QString subject;
    QString findingKey;
    std::vector<NodeId> nodes;
    std::vector<Breakage> neededBy;
    QString newerEditionId;  ///< edition that would allow them, or empty
};

/// Another way to the same end, as data. Ids: "runtime-image" (parts: devel packages), "minimal-base" (count: packages),
/// "newer-edition" (parts: edition ids; files, bytes), "trusted-publisher" (parts: the reference), "source-offer" (count).
struct RemedyHint {
    QString id;
    QStringList parts;
    qint64 files = 0;
    qint64 bytes = 0;
};

/// The way out for one scenario. Plain value.
struct RemedyPlan {
    Scenario scenario = Scenario::OnPremises;
    ScenarioVerdict before;
    ScenarioVerdict after;          ///< with the chosen removals
    std::vector<Removal> removals;  ///< not permitted first, then undetermined; largest first
    std::vector<Obstacle> obstacles;
    std::vector<RemedyHint> hints;
    std::vector<int> emptiedLayers;  ///< layers of which no file stays
    qint64 bytesBefore = 0;          ///< of all files in all layers
    qint64 bytesAfter = 0;

    bool lifts() const { return before.verdict == Verdict::CannotShip && after.verdict != Verdict::CannotShip; }
};

/// Facts to findings under the policy, answers and decisions that hold; a pure function that the caller provides.
using Conclude = std::function<Assessment(const Inventory &)>;

}  // namespace waybill
