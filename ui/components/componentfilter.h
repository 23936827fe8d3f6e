// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

namespace waybill {

/// A parsed filter line for components: words, and `kind:deb,pypi layer:3 licence:GPL* is:ghost is:unlicensed is:bundled`.
/// Terms are joined by AND, values within a term by OR; a leading minus negates. A plain value without any view.
class ComponentFilter
{
public:
    static ComponentFilter parse(const QString &text);

    bool isEmpty() const { return m_terms.empty(); }
    /// The word that could not be understood, or empty. Such words hide nothing.
    QString badWord() const { return m_badWord; }
    bool matches(const Component &component) const;

private:
    enum class Key { Text, Kind, Layer, Licence, Is };
    struct Term {
        Key key = Key::Text;
        bool negated = false;
        QStringList values;
    };
    static bool satisfied(const Term &term, const Component &component);
    QString m_badWord;
    std::vector<Term> m_terms;
};

}  // namespace waybill
