// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"
#include "ui/explorer/treemodel.h"

#include <QLocale>

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

/// "rwsr-xr-x": what the nine permission bits and the three special ones mean together.
QString modeText(quint16 mode)
{
    QString text(QStringLiteral("rwxrwxrwx"));
    for (int bit = 0; bit < 9; ++bit) {
        if (!(mode & (0400 >> bit)))
            text[bit] = u'-';
    }
    const auto special = [&](int place, quint16 bit, char16_t letter) {
        if (mode & bit)
            text[place] = text[place] == u'-' ? QChar(letter).toUpper() : QChar(letter);
    };
    special(2, 04000, u's');
    special(5, 02000, u's');
    special(8, 01000, u't');
    return text;
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

QString folderBreakdown(const FolderSums &below)
{
    QString text = TreeModel::tr("%n file(s), %1", "of a folder, with their bytes", static_cast<int>(below.liveFiles))
                       .arg(Messages::bytes(below.liveBytes));
    if (below.ghostFiles > 0)
        text += u'\n'
            % TreeModel::tr("and %n that later layers removed or replaced, %1", "files and their bytes",
                            static_cast<int>(below.ghostFiles))
                  .arg(Messages::bytes(below.ghostBytes));
    return text;
}

}  // namespace

Qt::Alignment TreeModel::horizontalAlignment(TreeColumn column)
{
    switch (column) {
    case TreeColumn::Size:
    case TreeColumn::Ghosts:
    case TreeColumn::Files:
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
    const auto column = static_cast<TreeColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return int(horizontalAlignment(column) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::WhatsThisRole && role != Qt::ToolTipRole)
        return {};
    return headerText(column, role == Qt::DisplayRole);
}

QString TreeModel::headerText(TreeColumn column, bool word)
{
    switch (column) {
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
    default:
        return headerTextOfMore(column, word);
    }
}

QString TreeModel::headerTextOfMore(TreeColumn column, bool word)
{
    switch (column) {
    case TreeColumn::Type:
        return word ? tr("Type") : tr("File, folder, link or device.");
    case TreeColumn::Mode:
        return word ? tr("Mode") : tr("Permissions as the layer says: read, write and execute for owner, group and others.");
    case TreeColumn::Ghosts:
        return word ? tr("Removed") : tr("Bytes in a folder that later layers removed or replaced and that still ship.");
    case TreeColumn::Files:
        return word ? tr("Files") : tr("Number of files shown in a folder. Names of one hard-linked file count once.");
    case TreeColumn::Basis:
        return word ? tr("Known from") : tr("What established the terms of a file: its own text, a vendor rule, its package.");
    default:
        return {};
    }
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
    default:
        return textOfMore(id, column);
    }
}

QString TreeModel::textOfMore(NodeId id, TreeColumn column) const
{
    const TreeNode &node = m_tree->tree().node(id);
    switch (column) {
    case TreeColumn::Type:
        return kindWord(node.kind);
    case TreeColumn::Mode:
        return (node.flags & ImpliedFolder) ? QString() : modeText(node.mode);
    case TreeColumn::Ghosts: {
        const qint64 gone = node.isFolder() ? m_tree->sums(id).ghostBytes : m_tree->view().isGone(node) ? node.size : 0;
        return gone > 0 ? Messages::bytes(gone) : QString();
    }
    case TreeColumn::Files: {
        const FolderSums below = node.isFolder() ? m_tree->sums(id) : FolderSums {};
        return node.isFolder() ? QLocale().toString(qulonglong(below.liveFiles) + below.ghostFiles) : QString();
    }
    case TreeColumn::Basis:
        return judgement(id) ? Messages::basis(judgement(id)->basis) : QString();
    default:
        return {};
    }
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
        return node.isFolder()             ? folderBreakdown(m_tree->sums(id))
            : node.kind == EntryKind::File ? tr("%L1 bytes").arg(node.size)
                                           : QString();
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
