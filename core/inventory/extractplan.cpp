// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/extract.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace waybill {

namespace {

class Planner
{
public:
    Planner(const ExtractRequest &request, SafeFolder &folder) : m_tree(*request.tree), m_view(request.view), m_folder(folder) { }

    ExtractPlan plan(const std::vector<NodeId> &nodes, const CancelToken &cancel)
    {
        const std::unordered_set<NodeId> chosen(nodes.begin(), nodes.end());
        for (const NodeId node : nodes) {
            if (node.value < static_cast<quint32>(m_tree.size()) && !liesInChosen(node, chosen) && m_planned.insert(node).second)
                add(node, ExtractItem::none, m_names);
        }
        // The list grows while it is walked: what a folder holds is put behind everything that is known so far.
        for (size_t i = 0; i < m_plan.items.size() && !cancel.isCancelled(); ++i) {
            if (m_tree.node(m_plan.items[i].node).isFolder())
                addChildren(static_cast<quint32>(i));
        }
        return std::move(m_plan);
    }

private:
    using Names = std::unordered_set<std::string>;

    bool liesInChosen(NodeId node, const std::unordered_set<NodeId> &chosen) const
    {
        for (quint32 at = m_tree.node(node).parent; at != NodeId::none; at = m_tree.node(NodeId(at)).parent) {
            if (chosen.contains(NodeId(at)))
                return true;
        }
        return false;
    }

    /// One version of each name: the newest that is there, else the newest that was.
    void addChildren(quint32 item)
    {
        const TreeNode &folder = m_tree.node(m_plan.items[item].node);
        std::vector<NodeId> versions;
        const bool goneFolder = m_view.isGone(folder);
        for (quint32 child = folder.firstChild; child < folder.firstChild + folder.childCount; ++child) {
            if (m_view.shows(m_tree.node(NodeId(child))) && (goneFolder || !m_view.isGone(m_tree.node(NodeId(child)))))
                versions.emplace_back(child);
        }
        const auto order = [this](NodeId id) {
            const TreeNode &node = m_tree.node(id);
            return std::tuple(m_tree.name(id), m_view.isGone(node), -static_cast<int>(node.layer));
        };
        std::sort(versions.begin(), versions.end(), [&](NodeId a, NodeId b) { return order(a) < order(b); });
        Names names;
        for (size_t i = 0; i < versions.size(); ++i) {
            if (i == 0 || m_tree.name(versions[i]) != m_tree.name(versions[i - 1]))
                add(versions[i], item, names);
        }
    }

    void add(NodeId id, quint32 parent, Names &names)
    {
        const TreeNode &node = m_tree.node(id);
        std::string name = id == m_tree.root() ? std::string("image") : m_folder.names().hold(m_tree.name(id));
        m_plan.renamed += id != m_tree.root() && name != m_tree.name(id);
        const std::string plain = name;
        for (int number = 2; !names.insert(name).second; ++number)
            name = plain + '~' + std::to_string(number);
        const auto item = static_cast<quint32>(m_plan.items.size());
        m_plan.items.push_back({id, parent, std::move(name)});
        if (!count(node, item)) {
            m_plan.items.pop_back();
            return;
        }
        if (!node.isFolder() && m_folder.exists(m_plan.hostPath(item))) {
            constexpr int named = 20;
            if (m_plan.taken++ < named)
                m_plan.someTaken << QString::fromStdString(m_plan.hostPath(item));
        }
    }

    /// False: left out, with the reason in the plan.
    bool count(const TreeNode &node, quint32 item)
    {
        const NodeId id = m_plan.items[item].node;
        switch (node.kind) {
        case EntryKind::File:
        case EntryKind::Hardlink:
            m_plan.bytes += node.size;
            ++m_plan.files;
            return true;
        case EntryKind::Folder:
            ++m_plan.folders;
            return true;
        case EntryKind::Symlink:
            if (!SafeFolder::isInside(m_plan.hostPath(item), m_tree.linkTarget(id))) {
                m_plan.leftOut.push_back({id, LeftOut::LinkOutside, {}});
                return false;
            }
            ++m_plan.links;
            return true;
        default:
            m_plan.leftOut.push_back({id, LeftOut::Device, {}});
            return false;
        }
    }

    const FileTree &m_tree;
    const TreeView &m_view;
    SafeFolder &m_folder;
    Names m_names;
    std::unordered_set<NodeId> m_planned;
    ExtractPlan m_plan;
};

}  // namespace

std::string ExtractPlan::hostPath(quint32 item) const
{
    std::vector<const std::string *> parts;
    for (quint32 at = item; at != ExtractItem::none; at = items[at].parent)
        parts.push_back(&items[at].name);
    std::string path;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        path.append(path.empty() ? "" : "/").append(**part);
    return path;
}

Result<ExtractPlan> planExtraction(const ExtractRequest &request, const CancelToken &cancel)
{
    auto folder = SafeFolder::open(request.folder);
    if (!folder)
        return fail(folder.error());
    return Planner(request, **folder).plan(request.nodes, cancel);
}

}  // namespace waybill
