// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/contentdigests.h"
#include "core/inventory/folderclasses.h"
#include "core/policy/finding.h"

namespace waybill {

enum class Change : quint8 { Same, Added, Removed, Changed, Moved };
QLatin1String changeId(Change change);  ///< "same" "added" "removed" "changed" "moved"

/// A layer of the first image, of the second, or of both (equal unpacked bytes).
struct LayerChange {
    int a = -1;  ///< from 0, or -1
    int b = -1;
    QString diffId;
    QString createdBy;
    qint64 bytes = 0;  ///< unpacked
    Change change() const { return a < 0 ? Change::Added : b < 0 ? Change::Removed : Change::Same; }
};

/// A path of the running images that is not the same in both.
struct FileChange {
    std::string path;
    std::string from;  ///< of Moved: where the same content lies in the first image
    Change change = Change::Changed;
    NodeId a, b;  ///< invalid where the path is absent
    qint64 sizeA = 0, sizeB = 0;
    LicenceClass classA = LicenceClass::Unknown, classB = LicenceClass::Unknown;
};

/// A package by kind and name; several installed versions are joined.
struct ComponentChange {
    QString kind, name;
    Change change = Change::Same;
    QString versionA, versionB;
    QString expressionA, expressionB;
    LicenceClass classA = LicenceClass::Unknown, classB = LicenceClass::Unknown;  ///< strictest of its files
    bool classChanged() const { return change == Change::Changed && classA != classB; }
};

/// A finding that only one of the images has, or whose permission differs.
struct FindingChange {
    QString key, subject, ruleId;
    Change change = Change::Changed;
    std::array<Permission, scenarioCount> permissionA {}, permissionB {};
    std::array<RiskLevel, scenarioCount> riskA {}, riskB {};
};

/// What differs between two images and what that does to the verdicts. Plain value.
struct Comparison {
    std::vector<LayerChange> layers;          ///< those of the second in order, then those only the first has
    std::vector<FileChange> files;            ///< by path; files and links that were added, removed, changed or moved
    std::vector<ComponentChange> components;  ///< by kind and name; only what is not the same
    std::vector<FindingChange> findings;      ///< by key
    ClassTotals classesA, classesB;           ///< of all layers, ghosts included
    std::array<ScenarioVerdict, scenarioCount> verdictsA, verdictsB;
    quint32 sameFiles = 0;   ///< equal byte for byte: in a shared layer, or by their digests
    quint32 alikeFiles = 0;  ///< same path, kind, mode and size in different layers; their content was not compared
    quint32 sameComponents = 0;
    qint64 sharedBytes = 0;  ///< unpacked bytes of shared layers
};

/// One side: facts and what they are judged like (decisions applied).
struct ComparedImage {
    std::shared_ptr<const Inventory> inventory;
    Assessment assessment;
    ContentDigests digests {};  ///< of what contentsToCompare() asks for; without them files are compared by size
};

/// Files whose digests tell more: those that look alike in different layers, and those that may only have moved.
std::pair<std::vector<NodeId>, std::vector<NodeId>> contentsToCompare(const Inventory &a, const Inventory &b);

/// Compares layers by their diff IDs, files by layer, kind, mode, link target and content; where no digests are given, size
/// stands for content. Pure, any thread.
Comparison compareImages(const ComparedImage &a, const ComparedImage &b);

}  // namespace waybill
