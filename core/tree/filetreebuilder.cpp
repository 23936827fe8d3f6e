// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/filetreebuilder.h"

#include "core/base/copyshort.h"
#include "core/base/flathash.h"
#include "core/base/hugepages.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>

namespace waybill {

namespace {

constexpr quint32 none = FlatIndexSet::none;

struct PathNode {
    quint32 parent;
    quint32 name;
    quint32 firstChild = none;
    quint32 nextSibling = none;
    quint32 newest = none;  ///< newest version
    quint32 live = none;    ///< version in the image so far, or none
    quint32 folder = none;  ///< the folder version, if the path ever was a folder
};

struct Version {
    quint32 older;
    qint64 size;
    quint32 target;
    quint16 layer;
    quint16 hiddenBy;
    quint16 mode;
    EntryKind kind;
    quint8 flags;
};

}  // namespace

struct FileTreeBuilder::Private {
    std::vector<PathNode> paths;
    std::vector<Version> versions;
    std::vector<char> names;
    std::vector<quint32> nameOffsets;
    FlatIndexSet nameSet, pathSet;
    std::string lastPath;            ///< the path that ensure() walked last in this layer
    std::vector<quint32> lastTrail;  ///< and its path nodes, one per component
    quint16 layer = 0;
    int layerCount = 0;

    Private() { reset(); }
    void reset();
    std::string_view nameAt(quint32 offset) const;
    quint32 intern(std::string_view name);
    quint32 childOf(quint32 parent, std::string_view name) const;
    quint32 ensureChild(quint32 parent, std::string_view name);
    quint32 find(std::string_view path) const;
    quint32 ensure(std::string_view path);
    void ensureFolder(quint32 path);
    void hide(quint32 path, bool childrenOnly, quint8 flags);
    void put(quint32 path, const Entry &entry);
    quint32 addVersion(quint32 path, const Entry &entry, quint8 flags);
    std::string pathOf(quint32 path) const;
    void settleHardlink(quint32 path, Version &link);
    void settleHardlinks();
    void emitTree(std::vector<TreeNode> &nodes, std::vector<std::pair<quint32, quint32>> &targets) const;
};

void FileTreeBuilder::Private::reset()
{
    paths.clear();
    versions.clear();
    names.clear();
    nameOffsets.clear();
    nameSet.clear();
    pathSet.clear();
    layerCount = 0;
    layer = 0;
    paths.push_back({none, intern({})});
    Entry root;
    root.kind = EntryKind::Folder;
    root.mode = 0755;
    addVersion(0, root, ImpliedFolder);
}

std::string_view FileTreeBuilder::Private::nameAt(quint32 offset) const
{
    quint32 length = 0;
    std::memcpy(&length, names.data() + offset, sizeof length);
    return {names.data() + offset + sizeof length, length};
}

quint32 FileTreeBuilder::Private::intern(std::string_view name)
{
    const std::hash<std::string_view> hash;
    const quint32 known = nameSet.find(hash(name), [&](quint32 i) { return nameAt(nameOffsets[i]) == name; });
    if (known != none)
        return nameOffsets[known];
    const auto offset = static_cast<quint32>(names.size());
    const auto length = static_cast<quint32>(name.size());
    names.resize(names.size() + sizeof length + name.size());
    std::memcpy(names.data() + offset, &length, sizeof length);
    copyShort(names.data() + offset + sizeof length, name.data(), name.size());
    nameOffsets.push_back(offset);
    nameSet.insert(static_cast<quint32>(nameOffsets.size() - 1), [&](quint32 i) { return hash(nameAt(nameOffsets[i])); });
    return offset;
}

namespace {
size_t pathHash(quint32 parent, std::string_view name)
{
    return std::hash<std::string_view> {}(name) ^ (static_cast<size_t>(parent) * 0xd6e8feb86659fd93ULL);
}
}  // namespace

quint32 FileTreeBuilder::Private::childOf(quint32 parent, std::string_view name) const
{
    return pathSet.find(pathHash(parent, name),
                        [&](quint32 i) { return paths[i].parent == parent && nameAt(paths[i].name) == name; });
}

quint32 FileTreeBuilder::Private::ensureChild(quint32 parent, std::string_view name)
{
    if (const quint32 known = childOf(parent, name); known != none)
        return known;
    const auto index = static_cast<quint32>(paths.size());
    PathNode node {parent, intern(name)};
    node.nextSibling = paths[parent].firstChild;
    paths.push_back(node);
    paths[parent].firstChild = index;
    pathSet.insert(index, [&](quint32 i) { return pathHash(paths[i].parent, nameAt(paths[i].name)); });
    return index;
}

quint32 FileTreeBuilder::Private::find(std::string_view path) const
{
    quint32 at = 0;
    while (!path.empty() && at != none) {
        const size_t slash = path.find('/');
        at = childOf(at, path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return at;
}

/// Neighbours in a tar share most of their path. What they share is not walked again, or a chain of 16 000 folders would
/// cost a hundred million steps. Folders above the last entry stayed folders: only that entry itself has been written since.
quint32 FileTreeBuilder::Private::ensure(std::string_view path)
{
    const auto [mine, theirs] = std::mismatch(path.begin(), path.end(), lastPath.begin(), lastPath.end());
    size_t at = 0;
    size_t depth = 0;
    for (auto c = path.begin(); c != mine && depth + 1 < lastTrail.size(); ++c) {
        if (*c == '/') {
            at = static_cast<size_t>(c - path.begin()) + 1;
            ++depth;
        }
    }
    lastTrail.resize(depth);
    while (at < path.size()) {
        const quint32 parent = lastTrail.empty() ? 0 : lastTrail.back();
        ensureFolder(parent);
        const size_t slash = path.find('/', at);
        lastTrail.push_back(ensureChild(parent, path.substr(at, slash == std::string_view::npos ? slash : slash - at)));
        at = slash == std::string_view::npos ? path.size() : slash + 1;
    }
    lastPath = path;
    return lastTrail.empty() ? 0 : lastTrail.back();
}

/// Something lies inside `path`, so it is a folder now, whatever it was below.
void FileTreeBuilder::Private::ensureFolder(quint32 path)
{
    const quint32 live = paths[path].live;
    if (live != none && versions[live].kind == EntryKind::Folder)
        return;
    Entry folder;
    folder.kind = EntryKind::Folder;
    folder.mode = 0755;
    if (live != none) {
        versions[live].hiddenBy = layer;
        versions[live].flags |= ReplacedNotDeleted;
    }
    addVersion(path, folder, ImpliedFolder);
}

quint32 FileTreeBuilder::Private::addVersion(quint32 path, const Entry &entry, quint8 flags)
{
    PathNode &node = paths[path];
    if (entry.kind == EntryKind::Folder && node.folder != none) {
        // A folder that comes back is the same folder to a reader of the tree; its former content stays inside as ghosts.
        Version &folder = versions[node.folder];
        folder.hiddenBy = TreeNode::noLayer;
        folder.mode = static_cast<quint16>(entry.mode);
        folder.flags = static_cast<quint8>((folder.flags & ~ReplacedNotDeleted) & (flags | ~ImpliedFolder));
        node.live = node.folder;
        return node.folder;
    }
    const auto index = static_cast<quint32>(versions.size());
    const quint32 target = entry.target.empty() ? none : intern(entry.target);
    versions.push_back({node.newest, entry.kind == EntryKind::File ? entry.size : 0, target, layer, TreeNode::noLayer,
                        static_cast<quint16>(entry.mode), entry.kind, flags});
    node.newest = index;
    node.live = index;
    if (entry.kind == EntryKind::Folder)
        node.folder = index;
    return index;
}

/// Hides what is live at and below a path. Versions of the layer itself stay: its own whiteouts do not touch them.
void FileTreeBuilder::Private::hide(quint32 path, bool childrenOnly, quint8 flags)
{
    std::vector<quint32> todo;
    const auto pushChildren = [&](quint32 at) {
        for (quint32 child = paths[at].firstChild; child != none; child = paths[child].nextSibling)
            todo.push_back(child);
    };
    if (childrenOnly)
        pushChildren(path);
    else
        todo.push_back(path);
    while (!todo.empty()) {
        const quint32 at = todo.back();
        todo.pop_back();
        if (paths[at].live == none)
            continue;
        Version &version = versions[paths[at].live];
        if (version.kind == EntryKind::Folder)
            pushChildren(at);
        version.hiddenBy = layer;
        version.flags |= flags;
        paths[at].live = none;
    }
}

void FileTreeBuilder::Private::put(quint32 path, const Entry &entry)
{
    const quint32 live = paths[path].live;
    if (live == none || (versions[live].kind == EntryKind::Folder && entry.kind == EntryKind::Folder)) {
        addVersion(path, entry, 0);
        return;
    }
    if (versions[live].kind == EntryKind::Folder)
        hide(path, true, 0);
    Version &old = versions[live];
    if (old.layer == layer && old.kind != EntryKind::Folder && entry.kind != EntryKind::Folder) {
        // The same path twice in one layer: every reader lets the last record win.
        old.size = entry.kind == EntryKind::File ? entry.size : 0;
        old.kind = entry.kind;
        old.mode = static_cast<quint16>(entry.mode);
        old.target = entry.target.empty() ? none : intern(entry.target);
        return;
    }
    old.hiddenBy = layer;
    old.flags |= ReplacedNotDeleted;
    addVersion(path, entry, 0);
}

FileTreeBuilder::FileTreeBuilder() : d(std::make_unique<Private>()) { }

FileTreeBuilder::~FileTreeBuilder() = default;

void FileTreeBuilder::addLayer(std::span<const Entry> entries)
{
    d->layer = static_cast<quint16>(d->layerCount++);
    d->lastPath.clear();
    d->lastTrail.clear();
    for (const Entry &entry : entries) {
        if (entry.kind != EntryKind::Whiteout && entry.kind != EntryKind::Opaque)
            continue;
        const quint32 path = d->find(entry.path);
        if (path != none && !(path == 0 && entry.kind == EntryKind::Whiteout))
            d->hide(path, entry.kind == EntryKind::Opaque, 0);
    }
    for (const Entry &entry : entries) {
        if (entry.kind != EntryKind::Whiteout && entry.kind != EntryKind::Opaque)
            d->put(d->ensure(entry.path), entry);
    }
}

std::string FileTreeBuilder::Private::pathOf(quint32 path) const
{
    std::vector<std::string_view> parts;
    for (quint32 at = path; at != 0; at = paths[at].parent)
        parts.push_back(nameAt(paths[at].name));
    std::string result;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        result.append(result.empty() ? "" : "/").append(*part);
    return result;
}

/// A name that was deleted takes no bytes away while another name of the same file is still there: then that name carries
/// the content, and the deleted one is the link. Which of the two the tar wrote first says nothing about the file.
void FileTreeBuilder::Private::settleHardlink(quint32 path, Version &link)
{
    const quint32 target = link.target == none ? none : find(nameAt(link.target));
    if (target == none || target == path)
        return;
    for (quint32 v = paths[target].newest; v != none; v = versions[v].older) {
        Version &file = versions[v];
        if (file.layer != link.layer || file.kind != EntryKind::File)
            continue;
        if (file.hiddenBy == TreeNode::noLayer)
            return;
        link.kind = EntryKind::File;
        link.size = file.size;
        link.target = none;
        file.kind = EntryKind::Hardlink;
        file.size = 0;
        file.target = intern(pathOf(path));
        return;
    }
}

void FileTreeBuilder::Private::settleHardlinks()
{
    for (quint32 path = 0; path < paths.size(); ++path) {
        const quint32 live = paths[path].live;
        if (live != none && versions[live].kind == EntryKind::Hardlink)
            settleHardlink(path, versions[live]);
    }
}

namespace {

constexpr quint64 afterFolders = quint64(1) << 63;

/// The first eight bytes as a number that orders like them.
quint64 leadingBytes(std::string_view name)
{
    std::array<char, sizeof(quint64)> bytes {};
    std::copy_n(name.begin(), std::min(name.size(), bytes.size()), bytes.begin());
    return qFromBigEndian<quint64>(bytes.data());
}

}  // namespace

void FileTreeBuilder::Private::emitTree(std::vector<TreeNode> &nodes, std::vector<std::pair<quint32, quint32>> &targets) const
{
    struct Row {
        quint64 start;  ///< of the name, as a number: it settles most comparisons without a look at the names
        quint32 path;
        quint32 version;
    };
    std::vector<quint32> pathOfNode;
    reserveHuge(nodes, versions.size());
    reserveHuge(pathOfNode, versions.size());
    const auto append = [&](quint32 parent, const Row &row) {
        const Version &v = versions[row.version];
        TreeNode node;
        node.parent = parent;
        node.name = paths[row.path].name;
        node.size = v.size;
        node.layer = v.layer;
        node.hiddenBy = v.hiddenBy;
        node.mode = v.mode;
        node.kind = v.kind;
        node.flags = v.flags;
        if (v.target != none)
            targets.emplace_back(static_cast<quint32>(nodes.size()), v.target);
        nodes.push_back(node);
        pathOfNode.push_back(row.path);
    };
    append(none, {0, 0, paths[0].folder});
    std::vector<Row> rows;
    for (quint32 i = 0; i < nodes.size(); ++i) {
        nodes[i].firstChild = static_cast<quint32>(nodes.size());
        if (nodes[i].kind != EntryKind::Folder)
            continue;
        rows.clear();
        for (quint32 child = paths[pathOfNode[i]].firstChild; child != none; child = paths[child].nextSibling) {
            const quint64 start = leadingBytes(nameAt(paths[child].name));
            for (quint32 v = paths[child].newest; v != none; v = versions[v].older)
                rows.push_back({versions[v].kind == EntryKind::Folder ? start >> 1 : start >> 1 | afterFolders, child, v});
        }
        std::sort(rows.begin(), rows.end(), [this](const Row &a, const Row &b) {
            if (a.start != b.start)
                return a.start < b.start;
            if (a.path != b.path)
                return nameAt(paths[a.path].name) < nameAt(paths[b.path].name);
            return a.version < b.version;
        });
        for (const Row &row : rows)
            append(i, row);
        nodes[i].childCount = static_cast<quint32>(rows.size());
    }
}

std::shared_ptr<const FileTree> FileTreeBuilder::finish()
{
    auto tree = std::make_shared<FileTree>();
    tree->m_layerCount = d->layerCount;
    d->settleHardlinks();
    d->emitTree(tree->m_nodes, tree->m_targets);
    tree->m_names = std::move(d->names);
    tree->gatherNames();
    tree->computeSums();
    d->reset();
    return tree;
}

}  // namespace waybill
