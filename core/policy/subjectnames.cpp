// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/subjectnames.h"

namespace waybill {

namespace {

bool needsFolder(const Judgement &judgement)
{
    return !judgement.component.isValid() && judgement.right.productId.isEmpty() && judgement.basis != Basis::OwnAssumed
        && judgement.basis != Basis::OwnStated && judgement.basis != Basis::Generated;
}

QString parentFolder(const std::string &path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string::npos ? QString() : QString::fromStdString(path.substr(0, slash));
}

}  // namespace

SubjectNames::SubjectNames(const Inventory &inventory) : m_inventory(inventory)
{
    findFolders();
}

void SubjectNames::findFolders()
{
    m_folder.assign(m_inventory.judgements.size(), NodeId::none);
    if (!m_inventory.tree)
        return;
    std::vector<bool> wanted(m_inventory.judgements.size());
    bool any = false;
    for (size_t i = 0; i < wanted.size(); ++i) {
        wanted[i] = needsFolder(m_inventory.judgements[i]);
        any = any || wanted[i];
    }
    if (!any)
        return;
    const std::span<const TreeNode> nodes = m_inventory.tree->nodes();
    const size_t count = std::min(nodes.size(), m_inventory.judgementOf.size());
    for (size_t i = 0; i < count; ++i) {
        const quint32 judgement = m_inventory.judgementOf[i];
        if (judgement == JudgementId::none || !wanted[judgement])
            continue;
        quint32 &folder = m_folder[judgement];
        quint32 other = nodes[i].parent;
        if (folder == NodeId::none)
            folder = other;
        // Parents come before their children in the array, so the larger index is never the ancestor.
        while (folder != other && folder != NodeId::none && other != NodeId::none) {
            if (folder > other)
                folder = nodes[folder].parent;
            else
                other = nodes[other].parent;
        }
    }
}

QString SubjectNames::folderOf(JudgementId id) const
{
    const Judgement &judgement = m_inventory.judgements[id.value];
    // A text that covers the files names them better than the folder they happen to lie in.
    if (judgement.basis == Basis::NearestText && !judgement.evidence.empty())
        return QLatin1Char('/') + parentFolder(m_inventory.evidence[judgement.evidence.front().value].path);
    const quint32 folder = m_folder[id.value];
    if (folder == NodeId::none)
        return QStringLiteral("/");
    return QLatin1Char('/') + QString::fromStdString(m_inventory.tree->path(NodeId(folder)));
}

SubjectName SubjectNames::nameOf(JudgementId id) const
{
    const Judgement &judgement = m_inventory.judgements[id.value];
    if (const Component *component = m_inventory.component(judgement)) {
        const bool versioned = !component->version.isEmpty();
        QString key = component->kind % QLatin1Char('/') % component->name;
        QString display = component->name;
        if (versioned) {
            key += QLatin1Char('@') % component->version;
            display += QLatin1Char(' ') % component->version;
        }
        return {key, display};
    }
    if (judgement.basis == Basis::OwnStated)
        return {QStringLiteral("own-folders"), QStringLiteral("own folders")};
    if (judgement.basis == Basis::OwnAssumed)
        return {QStringLiteral("own-files"), QStringLiteral("own files")};
    if (judgement.basis == Basis::Generated)
        return {QStringLiteral("generated-files"), QStringLiteral("generated files")};
    if (!judgement.right.productId.isEmpty())
        return {QLatin1String("product/") + judgement.right.productId, judgement.right.productId};
    const QString folder = folderOf(id);
    return {QLatin1String("folder") + folder, folder};
}

}  // namespace waybill
