// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

namespace waybill::test {

/// One line of a hand-made inventory.
struct Line {
    const char *component = "";  ///< "pypi/triton@3.3.0", or empty
    LicenceClass licenceClass = LicenceClass::Unknown;
    const char *expression = "";
    Basis basis = Basis::Component;
    Right right = Right::NoAgreement;
    const char *group = "";
    const char *agreement = "";
    const char *product = "";
    const char *newer = "";  ///< newer edition that lists the files
    quint32 live = 1;
    quint32 ghosts = 0;
    quint16 layer = 0;
    QStringList conditions = {};
};

/// Makes an inventory of judgements without files: enough for the policy, which looks at nothing else.
class InventoryBuilder
{
public:
    InventoryBuilder &add(const Line &line);
    /// Appends every line of another builder.
    InventoryBuilder &add(const std::vector<Line> &lines);
    Inventory inventory(bool complete = true) const;
    std::shared_ptr<const Inventory> shared(bool complete = true) const;

private:
    ComponentId componentFor(const char *text, Inventory &inventory) const;
    std::vector<Line> m_lines;
};

/// What a full CUDA development image holds, as the reviewers' article describes it: one line per kind of content.
std::vector<Line> develLines();
/// The same image as runtime variant: three files that only a newer edition lists, nothing for internal use.
std::vector<Line> runtimeLines();
/// The lines with every live file of the vendor-internal class turned into a ghost.
std::vector<Line> withGhosts(std::vector<Line> lines);
std::vector<Line> without(std::vector<Line> lines, LicenceClass cls);

}  // namespace waybill::test
