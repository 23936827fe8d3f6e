// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/remedy/dependencies.h"
#include "core/remedy/libraryneeds.h"
#include "core/remedy/removal.h"
#include "core/remedy/removalset.h"

#include <QStringList>

#include <memory>

namespace waybill {

/// Changes of the user to a plan.
struct RemedyChoice {
    QStringList exclude;  ///< removal ids that stay in the image
    QStringList include;  ///< removal ids to choose, package names ("gdb", "deb/gdb"), or globs of paths
};

/// Finds the way out: which files, and no more, have to leave all layers so that the verdict of a scenario is lifted, in
/// steps that a person can follow, and what each step breaks. Reads nothing but facts; choices are judged again by the pure
/// functions of the policy. Create once per inventory; any one thread at a time.
class RemedyPlanner
{
public:
    /// `inventory` is shared; `conclude` must stay callable as long as the planner.
    RemedyPlanner(std::shared_ptr<const Inventory> inventory, Conclude conclude);

    /// The plan for one scenario. An image that can ship gets an empty plan (but for hints and what the user asks for).
    RemedyPlan plan(Scenario scenario, const RemedyChoice &choice = {}) const;
    /// Verdict, breakage and sums again after `chosen` flags of the removals were changed.
    void evaluate(RemedyPlan &plan) const;
    /// Everything that leaves the layers with the chosen removals.
    RemovalSet removalSet(const RemedyPlan &plan) const;
    /// The facts without the chosen removals, and what they are judged like.
    Assessment assessmentAfter(const RemedyPlan &plan) const;

    const Inventory &inventory() const { return *m_inventory; }
    /// Packages that go as a whole with the chosen removals, one flag per component.
    std::vector<bool> goneComponents(const RemedyPlan &plan) const;

private:
    struct Group;
    std::vector<Group> groupsOf(const Assessment &assessment, Scenario scenario, Permission permission) const;
    std::vector<bool> wholePackages(const std::vector<Group> &groups) const;
    bool mostlyBlocked(const Group &group) const;
    bool mayGoWith(ComponentId component) const;
    void addPackage(RemedyPlan &plan, const Group &group, const std::vector<bool> &whole) const;
    void addFiles(RemedyPlan &plan, const Group &group) const;
    void addAskedFor(RemedyPlan &plan, const QStringList &include) const;
    void setAside(RemedyPlan &plan) const;
    Removal withoutPackage(Removal removal, Scenario scenario) const;
    void assignNodes(RemedyPlan &plan) const;
    void findBreakage(RemedyPlan &plan, const RemovalSet &set) const;
    void addLibraryBreakage(Removal &removal, const std::vector<LibraryNeeds::Broken> &needs) const;
    void addEntryPoints(Removal &removal, const std::vector<NodeId> &started) const;

    std::vector<NodeId> nodesOf(ComponentId component) const;
    std::vector<NodeId> packageRecords(ComponentId component) const;

    std::shared_ptr<const Inventory> m_inventory;
    Conclude m_conclude;
    Assessment m_before;
    Dependencies m_dependencies;
    LibraryNeeds m_libraries;
    std::vector<std::vector<quint32>> m_componentNodes;
};

/// Paths of the programs and scripts that the image starts, as nodes of the running image.
std::vector<NodeId> startedFiles(const Inventory &inventory);

/// Other ways than removing, from the facts (see RemedyHint).
std::vector<RemedyHint> remedyHints(const Inventory &inventory, const Assessment &assessment, Scenario scenario);

}  // namespace waybill
