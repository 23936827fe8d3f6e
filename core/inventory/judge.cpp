// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/judge.h"

#include "core/component/findertools.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr double closeEnough = 0.9;

/// Judgements with the same key say the same thing.
QString keyOf(const Judgement &judgement)
{
    const FileRight &right = judgement.right;
    const QStringList parts {QString::number(judgement.component.value),
                             judgement.expression,
                             licenceClassId(judgement.licenceClass),
                             basisId(judgement.basis),
                             rightId(right.right),
                             right.productId,
                             right.agreementId,
                             right.editionId,
                             right.newerEditionId,
                             right.group,
                             right.clause,
                             right.conditions.join(QLatin1Char(','))};
    return parts.join(QLatin1Char('\n'));
}

bool speaksForFile(const LicenceMatch &match)
{
    switch (match.kind) {
    case MatchKind::Tag:
    case MatchKind::Header:
    case MatchKind::ExactText:
        return true;
    case MatchKind::CloseText:
        return match.score >= closeEnough;
    default:
        return false;
    }
}

/// Names of packages and archives of programs; a rotated log is packed as well, and none of these.
bool isArchiveName(std::string_view path)
{
    static constexpr std::array<std::string_view, 15> endings {".zip", ".whl",   ".jar",   ".war", ".tar",
                                                               ".tgz", ".deb",   ".rpm",   ".apk", ".conda",
                                                               ".gem", ".crate", ".nupkg", ".egg", ".7z"};
    return std::any_of(endings.begin(), endings.end(), [path](std::string_view ending) { return path.ends_with(ending); });
}

}  // namespace

Judge::Judge(Inventory &inventory, const ScanKnowledge &knowledge, std::span<const LayerHarvest *const> harvests,
             const Ownership &ownership, const TextIndex &texts, std::span<const ComponentTerms> terms)
    : m_inventory(inventory), m_knowledge(knowledge), m_ownership(ownership), m_texts(texts), m_terms(terms),
      m_contents(harvests.size())
{
    for (size_t layer = 0; layer < harvests.size(); ++layer) {
        for (size_t i = 0; i < harvests[layer]->entries.size(); ++i) {
            const Entry &entry = harvests[layer]->entries[i];
            if (entry.kind == EntryKind::File)
                m_contents[layer][entry.path] = harvests[layer]->contents[i];
            else if (const auto target = m_contents[layer].find(entry.target);
                     entry.kind == EntryKind::Hardlink && target != m_contents[layer].end())
                m_contents[layer][entry.path] = target->second;  // a name that may stand for the file later on
        }
    }
    for (const ComponentTerms &component : terms) {
        std::vector<EvidenceId> ids;
        for (const LicenceEvidence &item : component.evidence) {
            ids.emplace_back(m_inventory.evidence.size());
            m_inventory.evidence.push_back(item);
        }
        m_componentEvidence.push_back(std::move(ids));
    }
}

void Judge::judgeAll()
{
    const FileTree &tree = *m_inventory.tree;
    m_inventory.judgementOf.assign(static_cast<size_t>(tree.size()), JudgementId::none);
    for (size_t i = 0; i < m_inventory.judgementOf.size(); ++i) {
        if (tree.node(NodeId(i)).kind == EntryKind::File)
            judge(NodeId(i), tree.path(NodeId(i)));
    }
    for (Judgement &judgement : m_inventory.judgements) {
        std::sort(judgement.layers.begin(), judgement.layers.end());
        judgement.layers.erase(std::unique(judgement.layers.begin(), judgement.layers.end()), judgement.layers.end());
    }
    m_inventory.indexJudgements();
}

ContentKind Judge::contentOf(const TreeNode &node, const std::string &path) const
{
    const auto found = m_contents[node.layer].find(path);
    return found == m_contents[node.layer].end() ? ContentKind::NotRead : found->second;
}

EvidenceId Judge::evidence(const LicenceMatch &match, const std::string &path, int layer)
{
    const EvidenceId id(m_inventory.evidence.size());
    m_inventory.evidence.push_back({match, path, layer, {}});
    return id;
}

/// A notice inside the file itself.
bool Judge::byNotice(Judgement &judgement, const TreeNode &node, const std::string &path)
{
    const ScannedText *text = m_texts.at(path, node.layer);
    return text && !text->wholeFile && byTextOf(judgement, node, path, *text);
}

/// A licence file that nobody owns: it stands under what it says.
bool Judge::byOwnText(Judgement &judgement, const TreeNode &node, const std::string &path)
{
    const ScannedText *text = m_texts.at(path, node.layer);
    return text && text->wholeFile && byTextOf(judgement, node, path, *text);
}

/// Several licences in one file all bind. A licence that is named again and again is shown at its first place.
bool Judge::byTextOf(Judgement &judgement, const TreeNode &node, const std::string &path, const ScannedText &text)
{
    QStringList ids;
    for (const LicenceMatch &match : text.reading->matches) {
        if (!speaksForFile(match) || ids.contains(match.expression)
            || classOf(match.expression, *m_knowledge.catalog) == LicenceClass::Unknown)
            continue;
        judgement.evidence.push_back(evidence(match, path, node.layer));
        ids.append(match.expression);
    }
    if (ids.isEmpty())
        return false;
    std::transform(ids.begin(), ids.end(), ids.begin(), [&ids](const QString &id) {
        return ids.size() > 1 && id.contains(QLatin1String(" OR ")) ? QLatin1Char('(') + id + QLatin1Char(')') : id;
    });
    judgement.expression = ids.join(QStringLiteral(" AND "));
    judgement.licenceClass = classOf(judgement.expression, *m_knowledge.catalog);
    judgement.basis = Basis::FileText;
    return true;
}

bool Judge::byVendorRule(Judgement &judgement, const TreeNode &node, const std::string &path, const Component *component)
{
    FileFacts facts;
    facts.path = path;
    facts.size = node.size;
    facts.content = contentOf(node, path);
    // A product has no packager; the file rules speak of it as of any loose file.
    if (component && component->kind != QLatin1String("product")) {
        facts.componentName = component->name;
        facts.componentKind = component->kind;
        facts.componentEdition = component->edition;
    }
    facts.nearestEdition = m_texts.nearestEdition(path);
    auto right = m_knowledge.rights->judge(facts);
    if (!right)
        return false;
    judgement.expression = right->expression;
    judgement.licenceClass = right->licenceClass;
    judgement.basis = Basis::VendorRule;
    judgement.right = std::move(*right);
    if (judgement.component.isValid())
        judgement.evidence = m_componentEvidence[judgement.component.value];
    return true;
}

bool Judge::byComponent(Judgement &judgement)
{
    if (!judgement.component.isValid())
        return false;
    const ComponentTerms &terms = m_terms[judgement.component.value];
    const Component &component = m_inventory.components[judgement.component.value];
    // The root of an application, not a package that it installed: whoever writes "for nobody else" there speaks of his own work.
    if (component.kind == QLatin1String("project") && terms.expression == QLatin1String("LicenseRef-Proprietary")) {
        judgement.evidence = m_componentEvidence[judgement.component.value];
        judgement.basis = Basis::OwnAssumed;
        return true;
    }
    judgement.expression = terms.expression;
    judgement.licenceClass = terms.licenceClass;
    judgement.evidence = m_componentEvidence[judgement.component.value];
    judgement.basis = terms.expression.isEmpty() ? Basis::None : Basis::Component;
    return true;
}

bool Judge::byNearestText(Judgement &judgement, const std::string &path)
{
    const auto place = m_texts.nearestText(path);
    if (!place)
        return false;
    for (const LicenceMatch &match : place->text->reading->matches) {
        if (!speaksForFile(match))
            continue;
        auto [known, isNew] = m_noticeEvidence.try_emplace({place->text->path, place->layer});
        if (isNew)
            known->second = evidence(match, place->text->path, place->layer);
        judgement.evidence.push_back(known->second);
        judgement.expression = match.expression;
        judgement.licenceClass = classOf(match.expression, *m_knowledge.catalog);
        judgement.basis = Basis::NearestText;
        return true;
    }
    return false;
}

/// The lowest layer is a whole system, however it was brought; what an instruction copies later is the builder's.
Provenance::Circumstances Judge::circumstancesOf(const TreeNode &node, const std::string &path, bool owned, bool copied) const
{
    const ContentKind content = contentOf(node, path);
    return {owned, content == ContentKind::Elf || content == ContentKind::Archive || isArchiveName(path),
            copied && node.layer > 0};
}

/// Byte code that Python wrote beside a source which no package owns. The source is nearer to the root, so it is judged
/// already. Without its source, byte code is a program like any other.
bool Judge::bySource(Judgement &judgement, const TreeNode &node, const std::string &path)
{
    constexpr std::string_view ending = ".pyc";
    constexpr std::string_view folder = "__pycache__";
    const FileTree &tree = *m_inventory.tree;
    const NodeId parent(node.parent);
    if (!path.ends_with(ending) || tree.name(parent) != folder)
        return false;
    const std::string_view name = baseNameOf(path);
    const std::string source = joinedPath(folderOf(folderOf(path)), std::string(name.substr(0, name.find('.'))) + ".py");
    for (const NodeId candidate : tree.findAll(source)) {
        const quint32 known = m_inventory.judgementOf[candidate.value];
        if (known == JudgementId::none)
            continue;
        const Judgement &of = m_inventory.judgements[known];
        judgement.component = of.component;
        judgement.expression = of.expression;
        judgement.licenceClass = of.licenceClass;
        judgement.basis = of.basis;
        judgement.right = of.right;
        judgement.evidence = of.evidence;
        return true;
    }
    return false;
}

void Judge::judge(NodeId id, const std::string &path)
{
    const TreeNode &node = m_inventory.tree->node(id);
    Judgement judgement;
    judgement.component = m_ownership.ownerOf(id);
    const Component *component = judgement.component.isValid() ? &m_inventory.components[judgement.component.value] : nullptr;
    const bool copied = m_knowledge.provenance->isOwnInstruction(m_inventory.image.layers[node.layer].createdBy);
    if (m_knowledge.provenance->isGenerated(path, circumstancesOf(node, path, component != nullptr, copied))) {
        judgement.basis = Basis::Generated;
        judgement.licenceClass = LicenceClass::PublicDomain;
    } else if (!component && bySource(judgement, node, path)) {
        // byte code goes with its source
    } else if (!byNotice(judgement, node, path) && !byVendorRule(judgement, node, path, component) && !byComponent(judgement)
               && !byOwnText(judgement, node, path) && !byNearestText(judgement, path)) {
        if (node.size == 0) {
            judgement.basis = Basis::Generated;  // nothing is in it that anybody could own
            judgement.licenceClass = LicenceClass::PublicDomain;
        } else if (copied) {
            judgement.basis = Basis::OwnAssumed;
        }
    }
    add(id, std::move(judgement));
}

void Judge::add(NodeId id, Judgement &&judgement)
{
    const TreeNode &node = m_inventory.tree->node(id);
    const auto [known, isNew] = m_known.try_emplace(keyOf(judgement), static_cast<quint32>(m_inventory.judgements.size()));
    if (isNew)
        m_inventory.judgements.push_back(std::move(judgement));
    Judgement &target = m_inventory.judgements[known->second];
    ++(node.isGhost() ? target.ghostFiles : target.liveFiles);
    (node.isGhost() ? target.ghostBytes : target.liveBytes) += node.size;
    if (target.layers.empty() || target.layers.back() != node.layer)
        target.layers.push_back(node.layer);
    m_inventory.judgementOf[id.value] = known->second;
    if (target.component.isValid()) {
        Component &component = m_inventory.components[target.component.value];
        ++component.files;
        component.bytes += node.size;
    }
}

}  // namespace waybill
