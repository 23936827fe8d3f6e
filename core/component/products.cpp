// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/products.h"

#include "core/base/glob.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace waybill {

namespace {

constexpr int versionLimit = 80;

/// Folders that many things share; a product whose root is one of them owns no more than its own file there.
bool isSharedFolder(std::string_view path)
{
    static constexpr std::array<std::string_view, 13> shared {"",    "usr", "usr/local", "opt",     "home",      "root", "srv",
                                                              "var", "lib", "usr/lib",   "usr/bin", "usr/share", "app"};
    return std::find(shared.begin(), shared.end(), path) != shared.end();
}

/// Packages of these managers are complete statements of their own; a library inside is no second product.
bool ownsItsLibraries(const QString &kind)
{
    static const QStringList kinds {QStringLiteral("deb"),  QStringLiteral("rpm"),  QStringLiteral("apk"),
                                    QStringLiteral("alpm"), QStringLiteral("opkg"), QStringLiteral("ebuild"),
                                    QStringLiteral("conda")};
    return kinds.contains(kind);
}

bool matchesAny(const std::vector<std::string> &globs, std::string_view name)
{
    return std::any_of(globs.begin(), globs.end(), [name](const std::string &glob) { return globMatches(glob, name); });
}

/// One pass over an image: which files belong to which rule, then rule by rule what they make up.
class ProductSearch
{
public:
    ProductSearch(const std::vector<ProductRules::Rule> &rules, const ProductRules::Facts &facts)
        : m_rules(rules), m_facts(facts), m_claimed(static_cast<size_t>(facts.tree.size()), false)
    {
        for (const CapturedFile *file : facts.captured)
            m_texts[{file->path, file->layer}] = &file->content;
    }
    void addCandidate(size_t rule, NodeId node) { m_candidates[rule].push_back(node); }
    const BinaryFile *binaryOf(NodeId node) const;
    std::vector<FoundProduct> run();

private:
    using Key = std::tuple<size_t, std::string, QString, int, int, quint32>;
    void examine(size_t index, NodeId node);
    std::optional<QString> textOf(const ProductRules::Rule &rule, const std::string &path, int layer) const;
    QString versionOf(const ProductRules::Rule &rule, const std::string &path, const QString &text,
                      const BinaryFile *binary) const;
    QString termsOf(const ProductRules::Rule &rule, const BinaryFile *binary) const;
    void claim(FoundProduct &product, NodeId node, bool takes);
    void claimBelow(FoundProduct &product, const std::string &root, const std::vector<std::string> &owns);

    const std::vector<ProductRules::Rule> &m_rules;
    const ProductRules::Facts &m_facts;
    std::map<size_t, std::vector<NodeId>> m_candidates;
    std::map<std::pair<std::string, int>, const QByteArray *> m_texts;
    std::vector<bool> m_claimed;
    std::map<Key, size_t> m_known;
    std::vector<FoundProduct> m_found;
};

const BinaryFile *ProductSearch::binaryOf(NodeId node) const
{
    const auto found = std::lower_bound(m_facts.binaries.begin(), m_facts.binaries.end(), node,
                                        [](const BinaryFile &file, NodeId id) { return file.node < id; });
    return found != m_facts.binaries.end() && found->node == node ? &*found : nullptr;
}

std::vector<FoundProduct> ProductSearch::run()
{
    for (auto &[rule, nodes] : m_candidates) {
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        for (const NodeId node : nodes)
            examine(rule, node);
    }
    return std::move(m_found);
}

/// The text the rule asks for; an empty one when it asks for none, nullopt when the file does not say what it must.
std::optional<QString> ProductSearch::textOf(const ProductRules::Rule &rule, const std::string &path, int layer) const
{
    if (!rule.match)
        return QString();
    const auto text = m_texts.find({path, layer});
    if (text == m_texts.end())
        return std::nullopt;
    const QString words = QString::fromUtf8(*text->second);
    return rule.match->match(words).hasMatch() ? std::optional(words) : std::nullopt;
}

QString ProductSearch::versionOf(const ProductRules::Rule &rule, const std::string &path, const QString &text,
                                 const BinaryFile *binary) const
{
    using Kind = ProductRules::VersionSource::Kind;
    const auto captured = [](const QRegularExpression &pattern, const QString &subject) {
        const auto match = pattern.match(subject);
        return match.hasMatch() ? match.captured(1).left(versionLimit) : QString();
    };
    for (const ProductRules::VersionSource &source : rule.versions) {
        QString version;
        if (source.kind == Kind::Embedded) {
            for (const EmbeddedLibrary &library : binary ? binary->embedded : std::vector<EmbeddedLibrary>())
                version = library.id == source.library ? library.version : version;
        } else if (source.kind == Kind::Text) {
            version = captured(source.pattern, text);
        } else {
            const std::string_view name = source.kind == Kind::Path ? std::string_view(path) : baseNameOf(path);
            version = captured(source.pattern, waybill::textOf(name));
        }
        if (!version.isEmpty())
            return version;
    }
    return {};
}

QString ProductSearch::termsOf(const ProductRules::Rule &rule, const BinaryFile *binary) const
{
    QStringList flags;
    bool stated = false;
    for (const EmbeddedLibrary &library : binary ? binary->embedded : std::vector<EmbeddedLibrary>()) {
        if (library.id == rule.id) {
            flags = library.flags;
            stated = true;
        }
    }
    const bool byFlags = rule.terms.size() > 1;
    if (byFlags && !stated)
        return {};  // which of its terms it was built under is not known
    for (const ProductRules::Terms &terms : rule.terms) {
        if (std::all_of(terms.flags.begin(), terms.flags.end(), [&flags](const QString &flag) { return flags.contains(flag); }))
            return terms.expression;
    }
    return {};
}

void ProductSearch::claim(FoundProduct &product, NodeId node, bool takes)
{
    if (m_claimed[node.value] || m_facts.tree.node(node).kind != EntryKind::File)
        return;
    if (m_facts.owner(node).isValid() && !takes)
        return;
    m_claimed[node.value] = true;
    product.files.push_back(node);
}

void ProductSearch::claimBelow(FoundProduct &product, const std::string &root, const std::vector<std::string> &owns)
{
    const bool everything = owns.size() == 1 && owns.front() == "**";
    if (everything && isSharedFolder(root))
        return;
    std::vector<NodeId> todo = root.empty() ? std::vector<NodeId> {m_facts.tree.root()} : m_facts.tree.findAll(root);
    while (!todo.empty()) {
        const NodeId folder = todo.back();
        todo.pop_back();
        const TreeNode &node = m_facts.tree.node(folder);
        for (quint32 row = 0; node.isFolder() && row < node.childCount; ++row) {
            const NodeId child = m_facts.tree.child(folder, static_cast<int>(row));
            if (m_facts.tree.node(child).isFolder()) {
                todo.push_back(child);
                continue;
            }
            const std::string path = everything ? std::string() : m_facts.tree.path(child);
            if (everything || matchesAny(owns, std::string_view(path).substr(root.empty() ? 0 : root.size() + 1)))
                claim(product, child, false);
        }
    }
}

void ProductSearch::examine(size_t index, NodeId id)
{
    const ProductRules::Rule &rule = m_rules[index];
    const TreeNode &node = m_facts.tree.node(id);
    const BinaryFile *binary = binaryOf(id);
    if (m_claimed[id.value] || (rule.binary && !binary))
        return;
    const ComponentId owner = m_facts.owner(id);
    if (owner.isValid() && (!rule.bundled || ownsItsLibraries(m_facts.components[owner.value].component.kind)))
        return;
    const std::string path = m_facts.tree.path(id);
    if (!rule.under.empty() && !matchesAny(rule.under, path))
        return;
    const auto text = textOf(rule, path, node.layer);
    if (!text)
        return;
    std::string root(folderOf(path));
    for (int up = 0; up < rule.root; ++up)
        root = folderOf(root);
    const bool complete = rule.needs.empty() || std::any_of(rule.needs.begin(), rule.needs.end(), [&](const std::string &need) {
                              return !m_facts.tree.findAll(joinedPath(root, need)).empty();
                          });
    if (!complete)
        return;
    const QString version = versionOf(rule, path, *text, binary);
    const int hiddenBy = node.isGhost() ? node.hiddenBy : -1;
    const auto [place, isNew] = m_known.try_emplace({index, root, version, node.layer, hiddenBy, owner.value}, m_found.size());
    if (isNew) {
        FoundProduct product;
        Component &component = product.component;
        component.name = rule.name;
        component.version = version;
        component.kind = QStringLiteral("product");
        component.finder = QStringLiteral("products");
        component.purl = PackageUrl {QStringLiteral("generic"), {}, rule.id, version, {}, {}}.toString();
        component.supplier = rule.supplier;
        component.layer = node.layer;
        component.hiddenBy = hiddenBy;
        component.metadataPath = path;
        component.partOf = owner;
        component.vendored = owner.isValid();
        declare(component, QStringLiteral("product-finds.yaml"), termsOf(rule, binary));
        product.takesOver = rule.takes && owner.isValid();
        m_found.push_back(std::move(product));
    }
    FoundProduct &product = m_found[place->second];
    claim(product, id, rule.bundled);
    if (isNew && !owner.isValid() && !rule.owns.empty())
        claimBelow(product, root, rule.owns);
}

}  // namespace

std::vector<FoundProduct> ProductRules::find(const Facts &facts) const
{
    ProductSearch search(m_rules, facts);
    const auto tryName = [&](std::string_view name, NodeId node) {
        const auto place = name.empty() ? m_byFirst.end() : m_byFirst.find(name.front());
        if (place == m_byFirst.end())
            return;
        for (const size_t rule : place->second) {
            if (matchesAny(m_rules[rule].names, name))
                search.addCandidate(rule, node);
        }
    };
    for (size_t i = 0; i < static_cast<size_t>(facts.tree.size()); ++i) {
        if (facts.tree.node(NodeId(i)).kind == EntryKind::File)
            tryName(facts.tree.name(NodeId(i)), NodeId(i));
    }
    for (const BinaryFile &binary : facts.binaries)
        tryName(binary.elf.soname, binary.node);
    return search.run();
}

}  // namespace waybill
