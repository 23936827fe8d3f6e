// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/imageedits.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr quint16 noLayer = TreeNode::noLayer;
constexpr std::string_view infoFolder = "var/lib/dpkg/info/";

}  // namespace

ImageEdits::ImageEdits(std::shared_ptr<const Inventory> inventory, const RemovalSet &set, const std::vector<bool> &gone)
    : m_inventory(std::move(inventory)), m_removed(set.removed()), m_emptied(set.emptied()),
      m_lowestKept(m_removed.size(), noLayer), m_lowestGone(m_removed.size(), noLayer),
      m_dropped(m_inventory->image.layers.size()), m_mayChange(m_inventory->image.layers.size())
{
    readTree(set);
    planEdits(set, gone);
}

void ImageEdits::readTree(const RemovalSet &set)
{
    const FileTree &tree = *m_inventory->tree;
    for (size_t i = m_removed.size(); i-- > 1;) {
        const TreeNode &node = tree.node(NodeId(i));
        const bool gone = node.isFolder() ? m_emptied[i] : m_removed[i];
        quint16 &lowest = gone ? m_lowestGone[i] : m_lowestKept[i];
        lowest = std::min(lowest, node.layer);
        m_lowestKept[node.parent] = std::min(m_lowestKept[node.parent], m_lowestKept[i]);
        m_lowestGone[node.parent] = std::min(m_lowestGone[node.parent], m_lowestGone[i]);
        if (!gone || node.layer >= m_mayChange.size())
            continue;
        m_mayChange[node.layer] = true;
        if (node.isGhost() && !(node.flags & ReplacedNotDeleted) && node.hiddenBy < m_mayChange.size())
            m_mayChange[node.hiddenBy] = true;  // its whiteout may have become pointless
    }
    for (const NodeId id : set.order()) {
        const TreeNode &node = tree.node(id);
        if (node.layer < m_dropped.size())
            m_dropped[node.layer].insert(tree.path(id));
        m_removedFiles += node.kind == EntryKind::File ? 1 : 0;
    }
    for (size_t i = 0; i < m_emptied.size(); ++i) {
        if (m_emptied[i])
            m_emptiedFolders.insert(tree.path(NodeId(i)));
    }
}

void ImageEdits::addEdit(const std::string &path, Edit edit)
{
    bool any = false;
    for (const NodeId version : m_inventory->tree->findAll(path)) {
        const TreeNode &node = m_inventory->tree->node(version);
        if (node.kind != EntryKind::File || m_removed[version.value] || node.layer >= m_mayChange.size())
            continue;
        m_mayChange[node.layer] = true;
        any = true;
    }
    if (any)
        m_edits.emplace(path, edit);
}

void ImageEdits::planEdits(const RemovalSet &set, const std::vector<bool> &gone)
{
    std::vector<bool> loses(m_inventory->components.size());
    for (const NodeId node : set.order()) {
        const Judgement *judgement = m_inventory->judgement(node);
        if (judgement && judgement->component.isValid())
            loses[judgement->component.value] = true;
    }
    for (size_t i = 0; i < loses.size(); ++i) {
        const Component &component = m_inventory->components[i];
        if (component.kind == QLatin1String("deb") && gone[i])
            m_gonePackages.insert(QByteArray(component.name.toUtf8() + ' ' + component.version.toUtf8()));
        if (!loses[i] || gone[i])
            continue;
        if (component.kind == QLatin1String("deb")) {
            const std::string name = std::string(infoFolder) + component.name.toStdString();
            for (const std::string &stem : {name, name + ':' + component.architecture.toStdString()}) {
                addEdit(stem + ".list", Edit::FileList);
                addEdit(stem + ".md5sums", Edit::FileList);
            }
        } else if (component.kind == QLatin1String("pypi")) {
            const size_t slash = component.metadataPath.rfind('/');
            addEdit(component.metadataPath.substr(0, slash == std::string::npos ? 0 : slash) + "/RECORD", Edit::Record);
        }
    }
    if (m_gonePackages.isEmpty())
        return;
    addEdit("var/lib/dpkg/status", Edit::Status);
    addEdit("var/lib/dpkg/status-old", Edit::Status);
}

/// True when all that a whiteout hides in lower layers has gone with the removal. One that hid nothing before stays.
bool ImageEdits::isPointless(const std::string &path, int layer) const
{
    bool hidGone = false;
    for (const NodeId version : m_inventory->tree->findAll(path)) {
        if (m_lowestKept[version.value] < layer)
            return false;
        hidGone = hidGone || m_lowestGone[version.value] < layer;
    }
    return hidGone;
}

RawAction ImageEdits::decide(int layer, const RawMember &member) const
{
    const Entry &entry = member.entry;
    if (!member.named)
        return RawAction::Keep;
    switch (entry.kind) {
    case EntryKind::Whiteout:
        return isPointless(entry.path, layer) ? RawAction::Drop : RawAction::Keep;
    case EntryKind::Folder:
    case EntryKind::Opaque:
        return m_emptiedFolders.contains(entry.path) ? RawAction::Drop : RawAction::Keep;
    default:
        break;
    }
    if (m_dropped[static_cast<size_t>(layer)].contains(entry.path))
        return RawAction::Drop;
    return entry.kind == EntryKind::File && m_edits.contains(entry.path) ? RawAction::Edit : RawAction::Keep;
}

bool ImageEdits::hasFolder(const std::string &path) const
{
    const NodeId node = m_inventory->tree->findLive(path);
    return node.isValid() && m_inventory->tree->node(node).isFolder() && !m_emptied[node.value];
}

/// No version of the path stays in the running image; /bin, /lib and /sbin stand for their places below /usr.
bool ImageEdits::isRemovedForGood(const std::string &path) const
{
    const FileTree &tree = *m_inventory->tree;
    for (const std::string &place : {path, "usr/" + path}) {
        const std::vector<NodeId> versions = tree.findAll(place);
        if (!versions.empty())
            return std::all_of(versions.begin(), versions.end(),
                               [this](NodeId id) { return m_removed[id.value] || m_emptied[id.value]; });
    }
    return false;
}

QByteArray ImageEdits::edited(const RawMember &member, const QByteArray &content) const
{
    const std::string &path = member.entry.path;
    const auto isRemoved = [this](const std::string &file) { return isRemovedForGood(file); };
    switch (m_edits.at(path)) {
    case Edit::Status:
        return statusWithout(content, m_gonePackages);
    case Edit::FileList:
        return fileListWithout(content, isRemoved);
    case Edit::Record:
        break;
    }
    const size_t info = path.rfind('/');
    const size_t folder = path.rfind('/', info - 1);
    return recordWithout(content, folder == std::string::npos ? std::string() : path.substr(0, folder), isRemoved);
}

RawAction LayerEditor::decide(const RawMember &member)
{
    const RawAction action = m_edits.decide(m_layer, member);
    if (action == RawAction::Drop) {
        ++dropped;
        droppedFiles += member.entry.kind == EntryKind::File ? 1 : 0;
    } else if (member.named) {
        ++kept;
    }
    return action;
}

QByteArray LayerEditor::edit(const RawMember &member, const QByteArray &content)
{
    QByteArray result = m_edits.edited(member, content);
    if (result != content)
        ++edited;
    return result;
}

}  // namespace waybill
