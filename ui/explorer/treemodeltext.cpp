// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"
#include "ui/explorer/treemodel.h"

namespace waybill {

namespace {

QString kindWord(EntryKind kind)
{
    switch (kind) {
    case EntryKind::File:
        return TreeModel::tr("file");
    case EntryKind::Folder:
        return TreeModel::tr("folder");
    case EntryKind::Symlink:
        return TreeModel::tr("symbolic link");
    case EntryKind::Hardlink:
        return TreeModel::tr("hard link");
    case EntryKind::CharDevice:
    case EntryKind::BlockDevice:
        return TreeModel::tr("device");
    case EntryKind::Fifo:
        return TreeModel::tr("pipe");
    case EntryKind::Socket:
        return TreeModel::tr("socket");
    case EntryKind::Whiteout:
    case EntryKind::Opaque:
        return TreeModel::tr("removal mark");
    }
    return {};
}

QString statusWord(const TreeNode &node)
{
    if (!node.isGhost())
        return {};
    return (node.flags & ReplacedNotDeleted) ? TreeModel::tr("replaced in %1").arg(node.hiddenBy + 1)
                                             : TreeModel::tr("removed in %1").arg(node.hiddenBy + 1);
}

QString classBreakdown(const ClassTotals &totals)
{
    QStringList lines;
    for (const LicenceClass cls : allLicenceClasses) {
        const auto c = static_cast<size_t>(cls);
        if (totals.files[c] > 0)
            lines << TreeModel::tr("%1 %2: %n file(s), %3", "code, class word, bytes", static_cast<int>(totals.files[c]))
                         .arg(licenceClassCode(cls), Messages::licenceClass(cls), Messages::bytes(totals.bytes[c]));
    }
    return lines.join(u'\n');
}

}  // namespace

Qt::Alignment TreeModel::horizontalAlignment(TreeColumn column)
{
    switch (column) {
    case TreeColumn::Size:
        return Qt::AlignRight;
    case TreeColumn::Layer:
        return Qt::AlignHCenter;
    default:
        return Qt::AlignLeft;
    }
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(horizontalAlignment(static_cast<TreeColumn>(section)) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::WhatsThisRole && role != Qt::ToolTipRole)
        return {};
    const bool word = role == Qt::DisplayRole;
    switch (static_cast<TreeColumn>(section)) {
    case TreeColumn::Name:
        return word ? tr("Name") : tr("Name of the file or folder. A struck name was removed or replaced by a later layer.");
    case TreeColumn::Class:
        return word ? tr("Class")
                    : tr("Licence class of a file. For a folder: the shares of all classes in it and the strictest one.");
    case TreeColumn::Licence:
        return word ? tr("Licence") : tr("SPDX expression of the terms that were established for a file.");
    case TreeColumn::Risk:
        return word ? tr("Risk") : tr("Risk in the chosen way of delivery. For a folder: the worst of the files in it.");
    case TreeColumn::Size:
        return word ? tr("Size") : tr("Bytes of a file, unpacked. For a folder: the sum of the files shown in it.");
    case TreeColumn::Status:
        return word ? tr("Status")
                    : tr("The layer that removed or replaced a file. Its bytes still ship in the layer that brought it.");
    case TreeColumn::Layer:
        return word ? tr("Layer") : tr("Layer that brings this version of the file.");
    case TreeColumn::Component:
        return word ? tr("Component") : tr("Package or product that the file belongs to.");
    }
    return {};
}

QString TreeModel::text(NodeId id, TreeColumn column) const
{
    const TreeNode &node = m_tree->tree().node(id);
    switch (column) {
    case TreeColumn::Name:
        return displayPath(m_tree->tree().name(id));
    case TreeColumn::Class:
        return worstClass(id) ? QString(licenceClassCode(*worstClass(id))) : QString();
    case TreeColumn::Licence:
        return judgement(id) ? displayText(judgement(id)->expression) : QString();
    case TreeColumn::Risk:
        return risk(id) ? Messages::risk(*risk(id)) : QString();
    case TreeColumn::Size:
        return node.isFolder() || node.kind == EntryKind::File ? Messages::bytes(bytes(id)) : QString();
    case TreeColumn::Status:
        return statusWord(node);
    case TreeColumn::Layer:
        return QString::number(node.layer + 1);
    case TreeColumn::Component: {
        const Component *component = judgement(id) ? m_tree->inventory()->component(*judgement(id)) : nullptr;
        return component ? displayText(QString(component->name % u' ' % component->version).trimmed()) : QString();
    }
    }
    return {};
}

QString TreeModel::toolTip(NodeId id, TreeColumn column) const
{
    const TreeNode &node = m_tree->tree().node(id);
    switch (column) {
    case TreeColumn::Name: {
        const QString path = u'/' % displayPath(m_tree->tree().path(id));
        const std::string_view target = m_tree->tree().linkTarget(id);
        return target.empty() ? path : tr("%1 → %2", "link and its target").arg(path, displayPath(target));
    }
    case TreeColumn::Class:
        if (node.isFolder())
            return classBreakdown(m_tree->classes().totals(id));
        return worstClass(id) ? Messages::licenceClass(*worstClass(id)) : QString();
    case TreeColumn::Licence:
        return judgement(id) ? tr("Established by %1").arg(Messages::basis(judgement(id)->basis)) : QString();
    case TreeColumn::Size:
        return node.kind == EntryKind::File ? tr("%L1 bytes").arg(node.size) : QString();
    case TreeColumn::Status:
        return Messages::ghost(node);
    default:
        return text(id, column);
    }
}

QString TreeModel::sentence(NodeId id) const
{
    const TreeNode &node = m_tree->tree().node(id);
    QStringList parts {displayPath(m_tree->tree().name(id)), kindWord(node.kind)};
    if (const auto worst = worstClass(id))
        parts << (onlyClass(id) ? Messages::licenceClass(*worst) : tr("mixed, strictest %1").arg(Messages::licenceClass(*worst)));
    parts << text(id, TreeColumn::Licence);
    if (risk(id))
        parts << tr("risk %1").arg(Messages::risk(*risk(id)));
    parts << text(id, TreeColumn::Size) << Messages::layerName(node.layer) << Messages::ghost(node);
    parts.removeAll(QString());
    return parts.join(tr(", ", "between the parts of a spoken row"));
}

QVariant TreeModel::sortValue(NodeId id, TreeColumn column) const
{
    switch (column) {
    case TreeColumn::Class:
        return worstClass(id) ? licenceClassRank(*worstClass(id)) : -1;
    case TreeColumn::Risk:
        return risk(id) ? static_cast<int>(*risk(id)) : -1;
    case TreeColumn::Size:
        return bytes(id);
    case TreeColumn::Status:
        return m_tree->tree().node(id).isGhost() ? m_tree->tree().node(id).hiddenBy : -1;
    case TreeColumn::Layer:
        return m_tree->tree().node(id).layer;
    default:
        return text(id, column);
    }
}

}  // namespace waybill
