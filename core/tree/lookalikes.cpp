// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/lookalikes.h"

#include <QString>

#include <algorithm>
#include <functional>

namespace waybill {

namespace {

/// Equal for names that look alike. Names that are not UTF-8 keep their bytes: nothing is known of their letters.
void foldName(std::string_view name, std::string &folded)
{
    folded.assign(name);
    bool ascii = true;
    for (char &c : folded) {
        ascii = ascii && static_cast<signed char>(c) >= 0;
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    }
    if (ascii)
        return;
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    if (text.contains(QChar::ReplacementCharacter))
        return;
    folded = text.normalized(QString::NormalizationForm_C).toCaseFolded().normalized(QString::NormalizationForm_C).toStdString();
}

struct Folded {
    size_t hash;
    quint32 node;
    bool operator<(const Folded &other) const { return hash != other.hash ? hash < other.hash : node < other.node; }
};

class Finder
{
public:
    Finder(const FileTree &tree, size_t most) : m_tree(tree), m_most(most) { }

    void lookInto(const TreeNode &folder)
    {
        m_names.clear();
        const quint32 end = folder.firstChild + folder.childCount;
        for (quint32 child = folder.firstChild; child < end; ++child) {
            if (m_tree.node(NodeId(child)).isGhost())
                continue;
            foldName(m_tree.name(NodeId(child)), m_left);
            m_names.push_back({std::hash<std::string_view> {}(m_left), child});
        }
        std::sort(m_names.begin(), m_names.end());
        for (size_t i = 0; i + 1 < m_names.size(); ++i) {
            if (m_names[i].hash == m_names[i + 1].hash)
                i = takeGroup(i);
        }
    }

    std::vector<LookAlike> take()
    {
        std::sort(m_found.begin(), m_found.end(), [](const LookAlike &a, const LookAlike &b) { return a.second < b.second; });
        return std::move(m_found);
    }
    bool isFull() const { return m_found.size() >= m_most; }

private:
    /// Compares the names of one hash with the first of them; the last place of the group.
    size_t takeGroup(size_t first)
    {
        size_t last = first;
        foldName(m_tree.name(NodeId(m_names[first].node)), m_left);
        while (last + 1 < m_names.size() && m_names[last + 1].hash == m_names[first].hash) {
            const NodeId next(m_names[++last].node);
            foldName(m_tree.name(next), m_right);
            const bool alike = m_left == m_right && m_tree.name(next) != m_tree.name(NodeId(m_names[first].node));
            if (alike && !isFull())
                m_found.push_back({NodeId(m_names[first].node), next});
        }
        return last;
    }

    const FileTree &m_tree;
    size_t m_most;
    std::vector<Folded> m_names;
    std::vector<LookAlike> m_found;
    std::string m_left, m_right;
};

}  // namespace

std::vector<LookAlike> findLookAlikes(const FileTree &tree, size_t most, const CancelToken &cancel)
{
    Finder finder(tree, most);
    const auto nodes = tree.nodes();
    for (size_t i = 0; i < nodes.size() && !finder.isFull(); ++i) {
        if ((i & 0xfff) == 0 && cancel.isCancelled())
            break;
        if (nodes[i].childCount > 1)
            finder.lookInto(nodes[i]);
    }
    return finder.take();
}

}  // namespace waybill
