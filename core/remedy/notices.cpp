// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/notices.h"

#include "core/archive/layerreader.h"
#include "core/archive/zlibbytes.h"
#include "core/inventory/layercollector.h"
#include "core/policy/condition.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>
#include <tuple>

namespace waybill {

namespace {

constexpr qint64 listLimit = 32LL << 20;  ///< bytes of one package's list; the largest of a distribution have a few
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
        for (size_t i = 0; i < inventory.evidence.size(); ++i)
            addText(inventory.evidence[i]);
        addCommonTexts();
    }

    std::vector<MissingNotice> run(const PackageLists &lists);

private:
    void addText(const LicenceEvidence &evidence);
    void addCommonTexts();
    bool isThere(NodeId node) const { return node.isValid() && !m_tree.node(node).isGhost() && !m_removed[node.value]; }
    NodeId ghostOf(const std::string &path) const;
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

void Search::addText(const LicenceEvidence &evidence)
{
    if (!isText(evidence.match))
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
    for (const std::string &path : m_inventory.components[id.value].licencePaths) {
        if (const NodeId ghost = ghostOf(path); ghost.isValid() && !notice.file.isValid())
            notice.file = ghost;
    }
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
            if (!isMet(licence))
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

/// Keeps the lists that stand in the running image.
class ListVisitor final : public EntryVisitor
{
public:
    ListVisitor(const FileTree &tree, int layer, PackageLists &lists) : m_tree(tree), m_layer(layer), m_lists(lists) { }
    bool visit(const Entry &entry, EntryContent &content) override
    {
        if (entry.kind != EntryKind::File || !entry.path.starts_with(listFolder) || !entry.path.ends_with(".list")
            || entry.size > listLimit)
            return true;
        const NodeId live = m_tree.findLive(entry.path);
        if (!live.isValid() || m_tree.node(live).layer != m_layer)
            return true;
        QByteArray bytes;
        for (auto piece = content.next(); piece && !piece->empty(); piece = content.next())
            bytes.append(piece->data(), static_cast<qsizetype>(piece->size()));
        m_lists[entry.path] = bytes;
        return true;
    }

private:
    const FileTree &m_tree;
    int m_layer;
    PackageLists &m_lists;
};

/// Documentation of Debian packages is often packed; people read the NOTICE file. What does not unpack stays as it is.
QByteArray readable(const QByteArray &content)
{
    constexpr qint64 textLimit = 32LL << 20;
    if (!content.startsWith("\x1f\x8b"))
        return content;
    const auto unpacked = unpackZlib({content.constData(), static_cast<size_t>(content.size())}, textLimit);
    return unpacked ? *unpacked : content;
}

/// A part of the NOTICE file: one text and whom it is for.
struct Part {
    QByteArray text;
    QString title;
    std::set<QString> sources;
    std::set<QString> subjects;
    bool lacksOwner = false;
};

QString layerPath(const Inventory &inventory, NodeId node)
{
    const std::string path = inventory.tree->path(node);
    return QStringLiteral("layer %1: /%2")
        .arg(inventory.tree->node(node).layer + 1)
        .arg(QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
}

QByteArray written(const std::map<QByteArray, Part> &parts)
{
    std::vector<const Part *> order;
    order.reserve(parts.size());
    for (const auto &[digest, part] : parts)
        order.push_back(&part);
    std::stable_sort(order.begin(), order.end(), [](const Part *a, const Part *b) { return a->title < b->title; });
    QByteArray out = "Licence texts and notices that must travel with this image\n";
    for (const Part *part : order) {
        out += '\n' + QByteArray(100, '=') + '\n' + part->title.toUtf8() + '\n';
        for (const QString &subject : part->subjects)
            out += "  for:  " + subject.toUtf8() + '\n';
        for (const QString &source : part->sources)
            out += "  from: " + source.toUtf8() + '\n';
        if (part->lacksOwner)
            out += "  The copyright line is missing: only the authors named above can give it.\n";
        out += QByteArray(100, '-') + '\n' + part->text + (part->text.endsWith('\n') ? "" : "\n");
    }
    return out;
}

}  // namespace

QLatin1String noticeOriginId(NoticeOrigin origin)
{
    static constexpr std::array names {"image-file", "spdx-text", "nowhere"};
    return QLatin1String(names.at(static_cast<size_t>(origin)));
}

Result<PackageLists> readPackageLists(const ImageSource &source, const Inventory &inventory, const CancelToken &cancel,
                                      Progress &progress)
{
    const FileTree &tree = *inventory.tree;
    std::set<quint16> layers;
    for (const NodeId folder : tree.findAll(listFolder.substr(0, listFolder.size() - 1))) {
        const TreeNode &node = tree.node(folder);
        for (quint32 i = 0; i < node.childCount; ++i) {
            const TreeNode &child = tree.node(tree.child(folder, static_cast<int>(i)));
            if (!child.isGhost() && child.kind == EntryKind::File)
                layers.insert(child.layer);
        }
    }
    PackageLists lists;
    progress.stage = Stage::ReadingLayers;
    progress.layersTotal = static_cast<int>(layers.size());
    for (const quint16 layer : layers) {
        const auto stored = source.streamLayer(inventory.image, layer, cancel);
        if (!stored)
            return fail(stored.error());
        ListVisitor visitor(tree, layer, lists);
        LayerSummary summary = readLayer(**stored, visitor, {}, cancel, &progress);
        if (cancel.isCancelled())
            return fail(ErrorKind::Usage, inventory.image.reference, QStringLiteral("cancelled"));
        if (!summary.complete) {
            summary.error.layer = layer;
            return fail(summary.error);
        }
        ++progress.layersDone;
    }
    return lists;
}

std::vector<MissingNotice> missingNotices(const Inventory &inventory, const NodeMarks &removed, const LicenceMatcher &matcher,
                                          const PackageLists &lists)
{
    return Search(inventory, removed, matcher).run(lists);
}

Result<QByteArray> noticeText(const Inventory &inventory, const std::vector<MissingNotice> &missing,
                              const LicenceMatcher &matcher, const std::function<Result<QByteArray>(NodeId)> &read)
{
    std::map<NodeId, QByteArray> files;
    std::map<QByteArray, Part> parts;
    for (const MissingNotice &notice : missing) {
        if (notice.origin == NoticeOrigin::Nowhere)
            continue;
        QByteArray text;
        if (notice.origin == NoticeOrigin::SpdxText) {
            text = matcher.referenceText(notice.licence);
        } else {
            if (!files.contains(notice.file)) {
                auto content = read(notice.file);
                if (!content)
                    return fail(content.error());
                files[notice.file] = readable(*content);
            }
            text = files[notice.file];
        }
        Part &part = parts[QCryptographicHash::hash(text, QCryptographicHash::Sha256)];
        part.text = text;
        const QString title = notice.licence.isEmpty() ? layerPath(inventory, notice.file) : notice.licence;
        if (part.title.isEmpty() || title < part.title)
            part.title = title;
        part.subjects.insert(notice.subject);
        part.sources.insert(notice.origin == NoticeOrigin::SpdxText ? QStringLiteral("SPDX licence list, %1").arg(notice.licence)
                                                                    : layerPath(inventory, notice.file));
        part.lacksOwner = part.lacksOwner || notice.lacksOwner;
    }
    return parts.empty() ? QByteArray() : written(parts);
}

}  // namespace waybill
