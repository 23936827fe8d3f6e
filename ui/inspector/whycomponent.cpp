// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Why knows of components and of binaries.

#include "core/inventory/linkage.h"
#include "core/report/messages.h"
#include "ui/inspector/why.h"

#include <QLocale>

namespace waybill {

namespace {

constexpr int maxVersions = 20;
constexpr size_t maxNames = 12;

QString shownNames(const std::vector<std::string> &names)
{
    QStringList shown;
    for (size_t i = 0; i < std::min(names.size(), maxNames); ++i)
        shown.append(displayPath(names[i]));
    if (names.size() > maxNames)
        shown.append(QStringLiteral("…"));
    return shown.join(QStringLiteral(", "));
}

}  // namespace

/// Other versions of the same thing in this image: the others count for whoever looks for outdated parts.
QString Why::versionsText(const Component &component) const
{
    QStringList lines;
    for (const Component &other : m_inventory.components) {
        if (&other == &component || other.name != component.name || other.kind != component.kind || lines.size() >= maxVersions)
            continue;
        const QString place = other.isGhost()
            ? tr("%1 in %2, removed in %3", "version, layer, layer")
                  .arg(displayText(other.version), Messages::layerName(other.layer), Messages::layerName(other.hiddenBy))
            : tr("%1 in %2", "version, layer").arg(displayText(other.version), Messages::layerName(other.layer));
        if (!lines.contains(place))
            lines.append(place);
    }
    return lines.isEmpty() ? QString() : tr("Also in this image: %1").arg(lines.join(QStringLiteral("; ")));
}

std::vector<WhyStep> Why::component(int index) const
{
    std::vector<WhyStep> steps;
    const Component &c = m_inventory.components[static_cast<size_t>(index)];
    const auto add = [&steps](WhyStep::Id id, const QString &title, const QString &text, const QString &detail = {},
                              NodeId node = {}, int layer = -1) {
        steps.push_back({id, title, text, detail, node, layer});
    };
    if (c.isGhost())
        add(WhyStep::Id::Facts, tr("Gone at run time"), tr("Removed in %1").arg(Messages::layerName(c.hiddenBy)),
            tr("Whoever gets the image gets its files: layers are handed over whole."), {}, c.hiddenBy);
    const QString version = c.version.isEmpty() ? tr("not known") : displayText(c.version);
    add(WhyStep::Id::Facts, tr("Version"),
        c.architecture.isEmpty() ? version : QString(version % QStringLiteral(" · ") % displayText(c.architecture)),
        versionsText(c));
    add(WhyStep::Id::Reason, tr("Terms"), c.expression.isEmpty() ? tr("No terms established") : displayText(c.expression),
        declaredText(c));
    if (!c.licencePaths.empty())
        add(WhyStep::Id::Evidence, tr("Its own texts"), shownNames(c.licencePaths), {},
            m_inventory.tree->findAt(c.licencePaths.front(), c.isGhost() ? c.hiddenBy - 1 : m_inventory.tree->layerCount()));
    add(WhyStep::Id::Files, tr("Files"), tr("%n file(s), %1", nullptr, c.files).arg(Messages::bytes(c.bytes)));
    if (!c.sourceName.isEmpty())
        add(WhyStep::Id::Facts, tr("Source package"),
            QString(displayText(c.sourceName) % QLatin1Char(' ') % displayText(c.sourceVersion)).trimmed());
    if (c.partOf.isValid()) {
        const Component &outer = m_inventory.components[c.partOf.value];
        add(WhyStep::Id::Component, tr("Part of"), componentText(outer), displayText(outer.purl));
    }
    QString who = displayText(c.supplier);
    if (!who.isEmpty() || !c.homePage.isEmpty())
        add(WhyStep::Id::Facts, tr("Supplier"), who.isEmpty() ? displayText(c.homePage) : who,
            who.isEmpty() ? QString() : displayText(c.homePage));
    QStringList seen {tr("%1: %2", "finder, file").arg(c.finder, QLatin1Char('/') + displayPath(c.metadataPath))};
    for (const Sighting &sighting : c.sightings)
        seen.append(tr("%1: %2", "finder, file").arg(sighting.finder, QLatin1Char('/') + displayPath(sighting.path)));
    add(WhyStep::Id::Evidence, tr("How it was found"), displayText(c.purl.isEmpty() ? c.name : c.purl),
        seen.join(QLatin1Char('\n')), m_inventory.tree->findAt(c.metadataPath, c.layer));
    steps.push_back(layerStep(c.layer));
    if (c.layer >= 0 && m_inventory.base.layers > 0)
        steps.back().title = m_inventory.base.isBase(c.layer) ? tr("Layer of the base image") : tr("Layer of this build");
    return steps;
}

std::vector<WhyStep> Why::binarySteps(NodeId node) const
{
    std::vector<WhyStep> steps;
    const BinaryFile *binary = m_inventory.binary(node);
    if (!binary)
        return steps;
    QStringList facts;
    if (!binary->elf.soname.empty())
        facts.append(tr("Soname: %1").arg(displayPath(binary->elf.soname)));
    if (!binary->elf.needed.empty())
        facts.append(tr("Asks for: %1").arg(shownNames(binary->elf.needed)));
    if (!binary->elf.buildId.empty())
        facts.append(tr("Build id: %1").arg(QString::fromStdString(binary->elf.buildId)));
    if (!binary->elf.complete)
        facts.append(tr("Not all of its tables could be read."));
    steps.push_back({WhyStep::Id::Facts, tr("Binary"), Messages::linkage(*binary), facts.join(QLatin1Char('\n')), {}, -1});
    for (const EmbeddedLibrary &library : binary->embedded) {
        QString detail = library.seen.isEmpty() ? QString() : tr("Its own words: %1").arg(displayText(library.seen));
        if (!library.licence.isEmpty())
            detail += (detail.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Its licence: %1").arg(library.licence);
        if (!library.flags.isEmpty())
            detail += (detail.isEmpty() ? QString() : QStringLiteral("\n"))
                + tr("Built with: %1").arg(library.flags.join(QStringLiteral(", ")));
        steps.push_back({WhyStep::Id::Facts, tr("Inside"), Messages::embedded(library), detail, {}, -1});
    }
    const auto at = static_cast<size_t>(binary - m_inventory.binaries.data());
    if (binary->elf.linkage == ElfLinkage::SharedLibrary) {
        const Linkage linkage(m_inventory);
        std::vector<std::string> users;
        for (const quint32 user : linkage.usedBy(at))
            users.push_back(m_inventory.tree->path(m_inventory.binaries[user].node));
        if (!users.empty())
            steps.push_back({WhyStep::Id::Files,
                             tr("Used by"),
                             tr("%n binary(ies)", nullptr, static_cast<int>(users.size())),
                             shownNames(users),
                             {},
                             -1});
    }
    return steps;
}

}  // namespace waybill
