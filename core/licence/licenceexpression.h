// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licencecatalog.h"

namespace waybill {

/// A parsed SPDX licence expression (SPDX 3.0 annex "SPDX license expressions"). Immutable value, any thread.
class LicenceExpression
{
public:
    /// Grammar: AND OR WITH + ( ) LicenseRef- DocumentRef- AdditionRef-; operators in upper or lower case.
    /// Fails with Malformed and the offset of the first wrong character. Unknown ids parse; they evaluate to Unknown.
    static Result<LicenceExpression> parse(const QString &text);

    /// Normal form: SPDX spelling of ids, deprecated ids replaced (GPL-2.0+ becomes GPL-2.0-or-later), minimal parentheses.
    QString toString(const LicenceCatalog &catalog) const;
    /// OR takes the mildest known arm, AND the strictest, WITH by the exception table.
    LicenceClass evaluate(const LicenceCatalog &catalog) const;
    /// All licence ids in order of appearance, without duplicates.
    QStringList ids() const;
    /// The arms between which a recipient may choose, in normal form: of `A OR B` A and B; empty when there is no such choice
    /// at the top of the expression.
    QStringList alternatives(const LicenceCatalog &catalog) const;
    /// Ids and exceptions that the catalogue does not know, references of a document's own among them. '+' is not part of an id.
    QStringList unknownIds(const LicenceCatalog &catalog) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

}  // namespace waybill
