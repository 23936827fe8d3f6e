// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/circumstance.h"

#include "core/inventory/componentterms.h"

#include <QHash>

#include <unordered_map>

namespace waybill {

namespace {

bool isOwn(const Judgement &judgement)
{
    return judgement.basis == Basis::OwnAssumed || judgement.basis == Basis::OwnStated;
}

/// Loading a library at run time tells nothing that a rule asks for, but for these.
bool asksMatter(const Judgement &judgement)
{
    return isOwn(judgement) || judgement.licenceClass == LicenceClass::StrongCopyleft
        || judgement.licenceClass == LicenceClass::NetworkCopyleft;
}

JudgementId judgementOf(const Inventory &inventory, NodeId node)
{
    const quint32 index = node.value < inventory.judgementOf.size() ? inventory.judgementOf[node.value] : JudgementId::none;
    return index == JudgementId::none ? JudgementId() : JudgementId(index);
}

/// Libraries by the name that programs ask for (DT_SONAME). Of several the one in the final image, then the first.
std::unordered_map<std::string, NodeId> librariesOf(const Inventory &inventory)
{
    std::unordered_map<std::string, NodeId> found;
    for (const BinaryFile &binary : inventory.binaries) {
        if (binary.elf.soname.empty())
            continue;
        const auto [place, isNew] = found.try_emplace(binary.elf.soname, binary.node);
        if (!isNew && inventory.tree->node(place->second).isGhost() && !inventory.tree->node(binary.node).isGhost())
            place->second = binary.node;
    }
    return found;
}

/// Joins names to the files that answer to them, and to what was linked into the files that ask.
class LinkReader
{
public:
    LinkReader(const Inventory &inventory, const LicenceCatalog *catalog)
        : m_inventory(inventory), m_catalog(catalog), m_libraries(librariesOf(inventory))
    {
    }
    std::vector<LinkFact> read();

private:
    void addNeeded(const BinaryFile &binary, JudgementId from);
    void addContained(const BinaryFile &binary, JudgementId from);
    LicenceClass classOfLibrary(const QString &expression);

    const Inventory &m_inventory;
    const LicenceCatalog *m_catalog;
    QHash<QString, LicenceClass> m_classes;
    std::unordered_map<std::string, NodeId> m_libraries;
    std::vector<LinkFact> m_links;
};

void LinkReader::addNeeded(const BinaryFile &binary, JudgementId from)
{
    for (const std::string &needed : binary.elf.needed) {
        const auto library = m_libraries.find(needed);
        const JudgementId to = library == m_libraries.end() ? JudgementId() : judgementOf(m_inventory, library->second);
        if (!to.isValid() || to == from)
            continue;
        LinkFact link;
        link.from = from;
        link.path = m_inventory.tree->path(binary.node);
        link.to = to;
        link.library = QString::fromStdString(needed);
        link.expression = m_inventory.judgements[to.value].expression;
        link.licenceClass = m_inventory.judgements[to.value].licenceClass;
        m_links.push_back(std::move(link));
    }
}

LicenceClass LinkReader::classOfLibrary(const QString &expression)
{
    if (!m_catalog)
        return LicenceClass::Unknown;
    const auto known = m_classes.constFind(expression);
    return known != m_classes.constEnd() ? *known : *m_classes.insert(expression, classOf(expression, *m_catalog));
}

void LinkReader::addContained(const BinaryFile &binary, JudgementId from)
{
    for (const EmbeddedLibrary &library : binary.embedded) {
        if (library.relation != EmbeddedRelation::Contained || library.licence.isEmpty())
            continue;
        LinkFact link;
        link.kind = LinkFact::Kind::Contains;
        link.from = from;
        link.path = m_inventory.tree->path(binary.node);
        link.library = library.version.isEmpty() ? library.name : library.name + QLatin1Char(' ') + library.version;
        link.expression = library.licence;
        link.licenceClass = classOfLibrary(library.licence);
        m_links.push_back(std::move(link));
    }
}

std::vector<LinkFact> LinkReader::read()
{
    for (const BinaryFile &binary : m_inventory.binaries) {
        const JudgementId from = judgementOf(m_inventory, binary.node);
        if (!from.isValid())
            continue;
        if (asksMatter(m_inventory.judgements[from.value]))
            addNeeded(binary, from);
        addContained(binary, from);
    }
    return std::move(m_links);
}

}  // namespace

std::vector<LinkFact> linkFactsOf(const Inventory &inventory, const LicenceCatalog *catalog)
{
    if (!inventory.tree || inventory.binaries.empty())
        return {};
    return LinkReader(inventory, catalog).read();
}

}  // namespace waybill
