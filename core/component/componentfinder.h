// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/entry.h"
#include "core/component/component.h"
#include "core/image/image.h"
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
    int finder = -1;   ///< index of the finder whose probe made this record, or -1: the content as stored
    bool cut = false;  ///< the stored file is longer than `content`, or could not be read to its end
};

/// Reads one file in the thread that visits its layer, piece by piece; lives for that one file. For content that is too big to
/// keep, or of which little is needed.
class ContentProbe
{
public:
    virtual ~ContentProbe() = default;
    /// The next piece, front to back. False when nothing more is needed.
    virtual bool feed(std::span<const char> piece) = 0;
    /// What find() gets of this file: records in a form of the finder's own. An empty path stands for the file itself.
    /// `complete` is false when the content ended in an error.
    virtual std::vector<CapturedFile> finish(bool complete) = 0;
};

/// What a finder found, with the paths it says it owns (image paths, links in folders not yet resolved).
struct FoundComponent {
    Component component;
    std::vector<std::string> ownedPaths;
    /// Folders that belong to it with everything below, except what another component owns by path or by a nearer folder.
    std::vector<std::string> ownedFolders = {};
};

/// Everything a finder has to say about an image.
struct FinderAnswer {
    std::vector<FoundComponent> components;
    /// Damaged or cut data. `incomplete` when packages of the whole system may be missing for it.
    std::vector<ImageNote> notes;
};

/// Finds components of one kind. One instance serves one scan; wants() and probe() are called from several threads, find()
/// from one. To add a kind: derive in a .cpp of its own and name its factory in finders.h and componentfinder.cpp.
class ComponentFinder
{
public:
    virtual ~ComponentFinder() = default;
    virtual QString id() const = 0;
    /// Bytes of this entry that the finder needs, or 0. Must be fast and must not allocate.
    virtual qint64 wants(const Entry &entry) const = 0;
    /// A reader for this file, or null. `first` is the first piece of its content (at least 512 bytes when the file has as
    /// many); it will be fed again. Must be fast: it is asked for every file of every layer.
    virtual std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char> first) const;
    /// All components of the image. `captured` holds every wanted file and every record of this finder's probes of every
    /// layer that was read, lowest layer first and in stored order; `tree` holds all layers.
    virtual FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const = 0;
};

/// Fresh instances of all finders, in a fixed order.
std::vector<std::unique_ptr<ComponentFinder>> makeComponentFinders();

}  // namespace waybill
