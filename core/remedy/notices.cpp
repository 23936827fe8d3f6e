// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/notices.h"

#include "core/inventory/layercollector.h"
#include "core/policy/condition.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace waybill {

namespace {

constexpr std::string_view listFolder = "var/lib/dpkg/info/";

/// "GPL-3.0-or-later" and "GPL-3.0-only" have one text.
QString textIdOf(QString id)
{
    for (const QLatin1String end : {QLatin1String("-only"), QLatin1String("-or-later"), QLatin1String("+")}) {
        if (id.endsWith(end))
            id.chop(end.size());
    }
    return id.toLower();
}

bool isText(const LicenceMatch &match)
{
    return match.kind == MatchKind::ExactText || match.kind == MatchKind::CloseText || match.kind == MatchKind::Eula;
}

bool asksForText(LicenceClass cls)
{
    return cls != LicenceClass::PublicDomain && cls != LicenceClass::Unknown && cls != LicenceClass::VendorInternal
        && cls != LicenceClass::RestrictedUse;
}

/// Text with a place for the author's name at its head: a copy of somebody else does not do.
bool isPersonal(const QByteArray &reference)
{
    constexpr qsizetype head = 400;
    const QByteArray start = reference.left(head);
    return start.contains("<year>") || start.contains("<owner>") || start.contains("<copyright holders>");
}

/// Texts that Debian packages leave to files of /usr/share/common-licenses (Debian Policy 12.5), by what textIdOf() gives.
const std::map<QString, std::string> &commonTexts()
{
    static const std::map<QString, std::string> files {
        {QStringLiteral("gpl-1.0"), "GPL-1"},        {QStringLiteral("gpl-2.0"), "GPL-2"},
        {QStringLiteral("gpl-3.0"), "GPL-3"},        {QStringLiteral("lgpl-2.0"), "LGPL-2"},
        {QStringLiteral("lgpl-2.1"), "LGPL-2.1"},    {QStringLiteral("lgpl-3.0"), "LGPL-3"},
        {QStringLiteral("gfdl-1.2"), "GFDL-1.2"},    {QStringLiteral("gfdl-1.3"), "GFDL-1.3"},
        {QStringLiteral("mpl-1.1"), "MPL-1.1"},      {QStringLiteral("mpl-2.0"), "MPL-2.0"},
        {QStringLiteral("cc0-1.0"), "CC0-1.0"},      {QStringLiteral("artistic-1.0-perl"), "Artistic"},
        {QStringLiteral("apache-2.0"), "Apache-2.0"}};
    return files;
}

bool isCommonText(const QString &licence)
{
    return commonTexts().contains(textIdOf(licence));
}

class Search
{
public:
    Search(const Inventory &inventory, const NodeMarks &removed, const LicenceMatcher &matcher)
        : m_inventory(inventory), m_tree(*inventory.tree), m_removed(removed), m_matcher(matcher)
    {
        std::map<std::string_view, std::set<QString>> idsOf;
        for (const LicenceEvidence &evidence : inventory.evidence) {
            if (isText(evidence.match))
                idsOf[evidence.path].insert(textIdOf(evidence.match.expression));
        }
        // A file with several texts is some component's own collection, with its names; it speaks for nobody else.
        for (const LicenceEvidence &evidence : inventory.evidence) {
            if (isText(evidence.match) && idsOf[evidence.path].size() == 1)
                addText(evidence);
        }
        addCommonTexts();
    }

    std::vector<MissingNotice> run(const PackageLists &lists);

private:
    void addText(const LicenceEvidence &evidence);
    void addCommonTexts();
    bool isThere(NodeId node) const { return node.isValid() && !m_tree.node(node).isGhost() && !m_removed[node.value]; }
    NodeId ghostOf(const std::string &path) const;
    NodeId hiddenTextOf(const Component &component) const;
    bool hasOwnText(const Component &component) const;
    void addComponent(ComponentId id, const QStringList &expressions);
    void addLicence(ComponentId id, const QString &licence);
    void addLists(const PackageLists &lists);
    void addList(ComponentId id, const QByteArray &list);
    QString display(ComponentId id) const;

    const Inventory &m_inventory;
    const FileTree &m_tree;
    const NodeMarks &m_removed;
    const LicenceMatcher &m_matcher;
    std::map<QString, NodeId> m_texts;           ///< complete texts that stay, by what textIdOf() gives
    std::map<quint32, std::set<QString>> m_own;  ///< of them, those found for a component's own files
    std::vector<MissingNotice> m_missing;
};

/// A copyright file of a Debian package tells of its own files only: names and texts of many holders stand in it.
bool isCopyrightFile(const std::string &path)
{
    return path.starts_with("usr/share/doc/") && path.ends_with("/copyright");
}

void Search::addText(const LicenceEvidence &evidence)
{
    if (isCopyrightFile(evidence.path))
        return;
    const NodeId node = m_tree.findAt(evidence.path, evidence.layer);
    if (!isThere(node))
        return;
    for (const QString &id : licenceIdsOf(evidence.match.expression)) {
        const auto [place, isNew] = m_texts.try_emplace(textIdOf(id), node);
        // Of several equal texts the one with the smallest path, so that the order of finds does not matter.
        if (!isNew && m_tree.path(node) < m_tree.path(place->second))
            place->second = node;
    }
}

/// Nothing rests on these files, so they are no evidence; what the policy of the distribution calls a text is taken for it.
void Search::addCommonTexts()
{
    for (const auto &[id, name] : commonTexts()) {
        const NodeId node = m_tree.resolveLive("usr/share/common-licenses/" + name);
        if (isThere(node) && m_tree.node(node).size > 0)
            m_texts.try_emplace(id, node);
    }
}

NodeId Search::ghostOf(const std::string &path) const
{
    for (const NodeId node : m_tree.findAll(path)) {
        if (m_tree.node(node).kind == EntryKind::File && m_tree.node(node).isGhost() && !m_removed[node.value])
            return node;
    }
    return {};
}

/// Packages of one source package share one text; all but one of them often hold only a link to it.
NodeId Search::hiddenTextOf(const Component &component) const
{
    const auto sourceOf = [](const Component &of) {
        return std::tuple(of.kind, of.sourceName.isEmpty() ? of.name : of.sourceName,
                          of.sourceVersion.isEmpty() ? of.version : of.sourceVersion);
    };
    const auto hiddenOf = [this](const Component &of) {
        for (const std::string &path : of.licencePaths) {
            if (const NodeId ghost = ghostOf(path); ghost.isValid())
                return ghost;
        }
        return NodeId();
    };
    if (const NodeId own = hiddenOf(component); own.isValid())
        return own;
    for (const Component &other : m_inventory.components) {
        if (&other == &component || sourceOf(other) != sourceOf(component))
            continue;
        if (const NodeId shared = hiddenOf(other); shared.isValid())
            return shared;
    }
    return {};
}

bool Search::hasOwnText(const Component &component) const
{
    return std::any_of(component.licencePaths.begin(), component.licencePaths.end(),
                       [this](const std::string &path) { return isThere(m_tree.resolveLive(path)); });
}

QString Search::display(ComponentId id) const
{
    const Component &component = m_inventory.components[id.value];
    return component.version.isEmpty() ? component.name : component.name + QLatin1Char(' ') + component.version;
}

void Search::addLicence(ComponentId id, const QString &licence)
{
    MissingNotice notice;
    notice.component = id;
    notice.subject = display(id);
    notice.licence = licence;
    const QByteArray reference = m_matcher.referenceText(licence);
    // The component's own text first: a later layer may only have hidden it.
    notice.file = hiddenTextOf(m_inventory.components[id.value]);
    if (!notice.file.isValid() && !isPersonal(reference)) {
        if (const auto known = m_texts.find(textIdOf(licence)); known != m_texts.end())
            notice.file = known->second;
    }
    if (notice.file.isValid()) {
        notice.origin = NoticeOrigin::ImageFile;
    } else if (!reference.isEmpty()) {
        notice.origin = NoticeOrigin::SpdxText;
        notice.lacksOwner = isPersonal(reference);
    }
    m_missing.push_back(std::move(notice));
}

void Search::addComponent(ComponentId id, const QStringList &expressions)
{
    const Component &component = m_inventory.components[id.value];
    const bool own = hasOwnText(component);
    const std::set<QString> &texts = m_own[id.value];
    std::set<QString> wanted;
    for (const QString &expression : expressions) {
        const QStringList ids = licenceIdsOf(expression);
        const auto isMet = [&](const QString &licence) {
            if (texts.contains(textIdOf(licence)))
                return true;
            // A Debian copyright file points to the common texts; those must be there then. Other files speak for themselves.
            return own
                && (component.kind != QLatin1String("deb") || !isCommonText(licence) || m_texts.contains(textIdOf(licence)));
        };
        if (std::any_of(ids.begin(), ids.end(), isMet) && expression.contains(QLatin1String(" OR ")))
            continue;
        for (const QString &licence : ids) {
            if (!isMet(licence) && licence != QLatin1String("LicenseRef-public-domain"))
                wanted.insert(licence);
        }
    }
    for (const QString &licence : wanted)
        addLicence(id, licence);
}

void Search::addList(ComponentId id, const QByteArray &list)
{
    for (const QByteArray &line : list.split('\n')) {
        const std::string path = line.mid(line.startsWith('/') ? 1 : 0).toStdString();
        // Debian's own copyright files are asked for above; "copyright" is the name that slimmed images keep.
        if (path.empty() || !isLicenceFileName(path) || path.ends_with("/copyright"))
            continue;
        const std::vector<NodeId> versions = m_tree.findAll(path);
        if (std::any_of(versions.begin(), versions.end(),
                        [this](NodeId node) { return isThere(node) || m_tree.node(node).isFolder(); })
            || isThere(m_tree.resolveLive(path)))
            continue;
        MissingNotice notice;
        notice.component = id;
        notice.subject = display(id);
        notice.lacking = path;
        notice.file = ghostOf(path);
        notice.origin = notice.file.isValid() ? NoticeOrigin::ImageFile : NoticeOrigin::Nowhere;
        m_missing.push_back(std::move(notice));
    }
}

void Search::addLists(const PackageLists &lists)
{
    for (size_t i = 0; i < m_inventory.components.size(); ++i) {
        const Component &component = m_inventory.components[i];
        if (component.kind != QLatin1String("deb") || component.isGhost())
            continue;
        const std::string name = component.name.toStdString();
        for (const std::string &stem : {name, name + ':' + component.architecture.toStdString()}) {
            const std::string path = std::string(listFolder) + stem + ".list";
            if (const auto found = lists.find(path); found != lists.end() && isThere(m_tree.findLive(path)))
                addList(ComponentId(i), found->second);
        }
    }
}

std::vector<MissingNotice> Search::run(const PackageLists &lists)
{
    std::vector<QStringList> expressions(m_inventory.components.size());
    for (size_t j = 0; j < m_inventory.judgements.size(); ++j) {
        const Judgement &judgement = m_inventory.judgements[j];
        if (!judgement.component.isValid() || !asksForText(judgement.licenceClass) || judgement.expression.isEmpty())
            continue;
        const std::vector<NodeId> nodes = m_inventory.nodesOf(JudgementId(j));
        if (std::all_of(nodes.begin(), nodes.end(), [this](NodeId node) { return m_removed[node.value]; }))
            continue;
        expressions[judgement.component.value].append(judgement.expression);
        for (const EvidenceId id : judgement.evidence) {
            const LicenceEvidence &evidence = m_inventory.evidence[id.value];
            if (!isText(evidence.match) || !isThere(m_tree.findAt(evidence.path, evidence.layer)))
                continue;
            for (const QString &licence : licenceIdsOf(evidence.match.expression))
                m_own[judgement.component.value].insert(textIdOf(licence));
        }
    }
    for (size_t i = 0; i < expressions.size(); ++i) {
        if (!expressions[i].isEmpty())
            addComponent(ComponentId(i), expressions[i]);
    }
    addLists(lists);
    std::sort(m_missing.begin(), m_missing.end(), [](const MissingNotice &a, const MissingNotice &b) {
        return std::tie(a.subject, a.licence, a.lacking, a.component.value)
            < std::tie(b.subject, b.licence, b.lacking, b.component.value);
    });
    return std::move(m_missing);
}

}  // namespace

QLatin1String noticeOriginId(NoticeOrigin origin)
{
    static constexpr std::array names {"image-file", "spdx-text", "nowhere"};
    return QLatin1String(names.at(static_cast<size_t>(origin)));
}

std::vector<MissingNotice> missingNotices(const Inventory &inventory, const NodeMarks &removed, const LicenceMatcher &matcher,
                                          const PackageLists &lists)
{
    return Search(inventory, removed, matcher).run(lists);
}

}  // namespace waybill
