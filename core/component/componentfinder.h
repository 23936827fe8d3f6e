// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/entry.h"
#include "core/component/component.h"
#include "core/tree/filetree.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <span>

namespace waybill {

/// A file that a finder asked for, with the layer it came from.
struct CapturedFile {
    std::string path;
    int layer = 0;
    QByteArray content;
};

/// What a finder found, with the paths it says it owns (image paths, links in folders not yet resolved).
struct FoundComponent {
    Component component;
    std::vector<std::string> ownedPaths;
};

/// Finds components of one kind. One instance serves one scan; wants() is called from several threads, find() from one.
/// To add a kind: derive in a .cpp of its own and name its factory in finders.h and componentfinder.cpp.
class ComponentFinder
{
public:
    virtual ~ComponentFinder() = default;
    virtual QString id() const = 0;
    /// Bytes of this entry that the finder needs, or 0. Must be fast and must not allocate.
    virtual qint64 wants(const Entry &entry) const = 0;
    /// All components of the image. `captured` holds every wanted file of every complete layer, lowest layer first;
    /// `tree` holds all layers.
    virtual std::vector<FoundComponent> find(std::span<const CapturedFile *const> captured, const FileTree &tree) const = 0;
};

/// Fresh instances of all finders, in a fixed order.
std::vector<std::unique_ptr<ComponentFinder>> makeComponentFinders();

}  // namespace waybill
