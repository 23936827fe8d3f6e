// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/treeview.h"

#include <QRegularExpression>

#include <string>
#include <string_view>

namespace waybill {

/// A filter made ready to be asked a million times. One object per thread.
class TreeMatcher
{
public:
    explicit TreeMatcher(const TreeFilter &filter);

    QString error() const;  ///< what is wrong with the expression, or empty
    /// True: ask with the whole path (leading slash); false: with the name alone.
    bool wantsPath() const { return m_wantsPath; }
    bool matches(std::string_view text) const;

private:
    QRegularExpression m_expression;  ///< for globs and regular expressions
    std::string m_plain;              ///< lower-case ASCII bytes; empty when an expression is used
    bool m_wantsPath = false;
};

}  // namespace waybill
