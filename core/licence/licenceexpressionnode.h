// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceexpression.h"

namespace waybill {

/// One node of a parsed expression. Leaf: a licence, with `plus` and `exception`. Else: AND or OR over `arms`.
struct LicenceExpression::Node {
    enum class Kind : quint8 { Licence, And, Or };
    Kind kind = Kind::Licence;
    QString id;         ///< as written, without '+'
    bool plus = false;  ///< the '+' operator: this version or a later one
    QString exception;  ///< as written; empty when there is none
    std::vector<std::shared_ptr<const Node>> arms;
};

}  // namespace waybill
