// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/component/binaryfile.h"
#include "core/component/componentfinder.h"

#include <unordered_map>

namespace waybill {

/// A product that no package manager installed, or that lies inside a package under its own name.
struct FoundProduct {
    Component component;        ///< kind "product"; partOf names the package around it
    std::vector<NodeId> files;  ///< what belongs to it and to nobody before it
    bool takesOver = false;     ///< its terms govern the files, though a package brought them
};

/// How products are told (product-finds.yaml). Immutable, any thread.
class ProductRules
{
public:
    /// Errors: NotFound, Policy.
    static Result<std::shared_ptr<const ProductRules>> load();
    static Result<std::shared_ptr<const ProductRules>> parse(const QByteArray &yaml);

    /// Bytes of this entry that a rule wants to read, or 0. Fast, allocates nothing.
    qint64 wants(const Entry &entry) const;

    /// What find() looks at. `owners` is the owner of every node as package managers say, and `components` their list.
    struct Facts {
        const FileTree &tree;
        std::span<const BinaryFile> binaries;  ///< ascending node order
        std::span<const CapturedFile *const> captured;
        std::function<ComponentId(NodeId)> owner;
        std::span<const FoundComponent> components;
    };
    /// All products, in the order of the rules. Pure.
    std::vector<FoundProduct> find(const Facts &facts) const;

    struct VersionSource {
        enum class Kind : quint8 { FileName, Path, Text, Embedded };
        Kind kind = Kind::FileName;
        QRegularExpression pattern;
        QString library;
    };
    struct Terms {
        QStringList flags;
        QString expression;
    };
    struct Rule {
        QString id, name, supplier;
        std::vector<std::string> names, under, needs, owns;
        bool binary = false, bundled = false, takes = false;
        std::optional<QRegularExpression> match;
        std::vector<VersionSource> versions;
        int root = 0;
        std::vector<Terms> terms;
    };

private:
    std::vector<Rule> m_rules;
    std::unordered_map<char, std::vector<size_t>> m_byFirst;  ///< rules by the first byte of a name they ask for
};

}  // namespace waybill
