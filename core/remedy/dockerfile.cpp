// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/dockerfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace waybill {

namespace {

constexpr qsizetype commandLimit = 60'000;  ///< one argument of a process must stay below 128 KiB
constexpr qsizetype pathsInComment = 20;
constexpr qsizetype instructionShown = 160;

/// A path as a word of the shell: quoted where needed; control characters become "?", which the shell matches.
QString shellWord(const std::string &path)
{
    const auto safe = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || std::string_view("/._-+:@%,=").find(c) != std::string_view::npos;
    };
    if (std::all_of(path.begin(), path.end(), safe))
        return QLatin1Char('/') + QString::fromStdString(path);
    QByteArray word = "'/";
    for (const char c : path) {
        if (c == '\'')
            word += "'\\''";
        else if (static_cast<unsigned char>(c) < ' ' || c == 0x7f)
            word += "'?'";
        else
            word += c;
    }
    return QString::fromUtf8(word + '\'');
}

/// The fewest words that name the removed nodes of the running image which `wanted` accepts: whole folders where nothing stays.
/// Folders are named even when a package manager should empty them: a file that it leaves behind would still be shipped.
template <typename Wanted>
std::vector<std::pair<QString, quint16>> shortestPaths(const FileTree &tree, const RemovalSet &set, const Wanted &wanted)
{
    std::vector<std::pair<QString, quint16>> paths;
    std::vector<bool> covered(static_cast<size_t>(tree.size()));
    for (size_t i = 1; i < covered.size(); ++i) {
        const TreeNode &node = tree.node(NodeId(i));
        if (node.isGhost())
            continue;
        if (covered[node.parent]) {
            covered[i] = true;
            continue;
        }
        const bool whole = node.isFolder() ? set.emptied()[i] : set.removed()[i];
        if (!whole || !(node.isFolder() || wanted(NodeId(i))))
            continue;
        covered[i] = true;
        paths.emplace_back(shellWord(tree.path(NodeId(i))), node.layer);
    }
    return paths;
}

QString quoted(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    text.replace(QLatin1Char('$'), QLatin1String("\\$")).replace(QLatin1Char('\n'), QLatin1String("\\\n"));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString words(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QString configLines(const Image &image)
{
    QString out;
    for (const QString &variable : image.env)
        out += QLatin1String("ENV ") + variable.section(QLatin1Char('='), 0, 0) + QLatin1Char('=')
            + quoted(variable.section(QLatin1Char('='), 1)) + QLatin1Char('\n');
    for (auto label = image.labels.begin(); label != image.labels.end(); ++label)
        out += QLatin1String("LABEL ") + quoted(label.key()) + QLatin1Char('=') + quoted(label.value()) + QLatin1Char('\n');
    const QJsonObject config = QJsonDocument::fromJson(image.rawConfig).object()[QLatin1String("config")].toObject();
    const QStringList volumes = config[QLatin1String("Volumes")].toObject().keys();
    if (!volumes.isEmpty())
        out += QLatin1String("VOLUME ") + words(volumes) + QLatin1Char('\n');
    for (const QString &port : image.exposedPorts)
        out += QLatin1String("EXPOSE ") + port + QLatin1Char('\n');
    if (const QString signal = config[QLatin1String("StopSignal")].toString(); !signal.isEmpty())
        out += QLatin1String("STOPSIGNAL ") + signal + QLatin1Char('\n');
    if (!image.workingDir.isEmpty())
        out += QLatin1String("WORKDIR ") + image.workingDir + QLatin1Char('\n');
    if (!image.user.isEmpty())
        out += QLatin1String("USER ") + image.user + QLatin1Char('\n');
    if (!image.entrypoint.isEmpty())
        out += QLatin1String("ENTRYPOINT ") + words(image.entrypoint) + QLatin1Char('\n');
    if (!image.cmd.isEmpty())
        out += QLatin1String("CMD ") + words(image.cmd) + QLatin1Char('\n');
    return out;
}

/// Packages of the system by their own manager, in one call so that those that need each other go together.
QStringList purgedPackages(const RemedyPlanner &planner, const std::vector<bool> &gone)
{
    QStringList names;
    for (size_t i = 0; i < gone.size(); ++i) {
        const Component &component = planner.inventory().components[i];
        if (gone[i] && !component.isGhost() && component.kind == QLatin1String("deb"))
            names.append(component.name);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

QString runLines(const QString &command, const QStringList &arguments)
{
    QString out, line;
    const auto flush = [&] {
        if (!line.isEmpty())
            out += QLatin1String("RUN ") + command + line + QLatin1Char('\n');
        line.clear();
    };
    for (const QString &argument : arguments) {
        if (line.size() + argument.size() > commandLimit)
            flush();
        line += QLatin1String(" \\\n    ") + argument;
    }
    flush();
    return out;
}

class Text
{
public:
    Text(const RemedyPlanner &planner, const RemedyPlan &plan)
        : m_planner(planner), m_inventory(planner.inventory()), m_plan(plan), m_set(planner.removalSet(plan)),
          m_gone(planner.goneComponents(plan)), m_packages(purgedPackages(planner, m_gone))
    {
    }
    QString all() const { return head() + sameInstruction() + multiStage(); }

private:
    QString head() const;
    QString sameInstruction() const;
    QString multiStage() const;
    bool ofPurged(NodeId node) const;

    const RemedyPlanner &m_planner;
    const Inventory &m_inventory;
    const RemedyPlan &m_plan;
    RemovalSet m_set;
    std::vector<bool> m_gone;
    QStringList m_packages;
};

/// dpkg itself removes the files of a package that goes as a whole.
bool Text::ofPurged(NodeId node) const
{
    if (m_inventory.tree->path(node).starts_with("var/lib/dpkg/"))
        return true;
    const Judgement *judgement = m_inventory.judgement(node);
    const Component *component = judgement ? m_inventory.component(*judgement) : nullptr;
    return component && component->kind == QLatin1String("deb") && m_gone[judgement->component.value];
}

QString Text::head() const
{
    const auto steps = std::count_if(m_plan.removals.begin(), m_plan.removals.end(), [](const Removal &r) { return r.chosen; });
    return QStringLiteral("# %1: %2 removals, %3 bytes less.\n"
                          "# A file that a later layer deletes still travels in the layer that brought it. Two ways that work:\n"
                          "#\n")
        .arg(scenarioId(m_plan.scenario))
        .arg(steps)
        .arg(m_plan.bytesBefore - m_plan.bytesAfter);
}

QString Text::sameInstruction() const
{
    QString out = QStringLiteral("# 1. Change the instructions that bring the files, so that they never reach a layer:\n");
    std::map<quint16, QStringList> paths, packages;
    for (const auto &[path, layer] : shortestPaths(*m_inventory.tree, m_set, [this](NodeId node) { return !ofPurged(node); }))
        paths[layer].append(path);
    for (size_t i = 0; i < m_gone.size(); ++i) {
        const Component &component = m_inventory.components[i];
        if (m_gone[i] && component.kind == QLatin1String("deb") && component.layer >= 0)
            packages[static_cast<quint16>(component.layer)].append(component.name);
    }
    for (size_t layer = 0; layer < m_inventory.image.layers.size(); ++layer) {
        const auto number = static_cast<quint16>(layer);
        if (!paths.contains(number) && !packages.contains(number))
            continue;
        const QString &instruction = m_inventory.image.layers[layer].createdBy;
        out += QStringLiteral("#    layer %1: %2\n").arg(layer + 1).arg(instruction.simplified().left(instructionShown));
        if (packages.contains(number))
            out += QLatin1String(
                       "#      do not install, or purge in the same instruction:\n#      && apt-get purge -y --autoremove ")
                + packages[number].join(QLatin1Char(' ')) + QLatin1Char('\n');
        const QStringList &list = paths[number];
        if (!list.isEmpty())
            out += QLatin1String("#      && rm -rf \\\n#           ")
                + list.mid(0, pathsInComment).join(QLatin1String(" \\\n#           ")) + QLatin1Char('\n');
        if (list.size() > pathsInComment)
            out += QStringLiteral("#      ... and %1 more paths, all in the list below\n").arg(list.size() - pathsInComment);
    }
    return out + QLatin1String("#\n");
}

QString Text::multiStage() const
{
    QString from = m_inventory.image.name.isEmpty() ? m_inventory.image.reference : m_inventory.image.name;
    if (from.simplified() != from || from.isEmpty() || from.contains(QLatin1Char(' ')))
        from = QStringLiteral("image");
    QString out
        = QStringLiteral("# 2. Or start from the finished image and copy what stays into one layer. Set IMAGE to its reference.\n"
                         "ARG IMAGE=%1\nFROM ${IMAGE} AS full\nUSER 0\n")
              .arg(from);
    if (!m_packages.isEmpty())
        out += runLines(QStringLiteral("dpkg --purge"), m_packages);
    QStringList paths;
    for (const auto &[path, layer] : shortestPaths(*m_inventory.tree, m_set, [this](NodeId node) { return !ofPurged(node); }))
        paths.append(path);
    if (!paths.isEmpty())
        out += runLines(QStringLiteral("rm -rf"), paths);
    return out + QLatin1String("\nFROM scratch\nCOPY --from=full / /\n") + configLines(m_inventory.image);
}

}  // namespace

QString dockerfileText(const RemedyPlanner &planner, const RemedyPlan &plan)
{
    return Text(planner, plan).all();
}

}  // namespace waybill
