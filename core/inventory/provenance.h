// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QRegularExpression>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace waybill {

/// Rules for files that no text and no package speaks for: resources/policy/provenance.yaml. Immutable after load, any thread.
class Provenance
{
public:
    /// Fails with Policy, the file and the line.
    static Result<std::shared_ptr<const Provenance>> load();

    /// What is known of a file beside its path.
    struct Circumstances {
        bool owned = false;    ///< a package owns it
        bool foreign = false;  ///< machine code or an archive: no state, cache or configuration looks like that
        bool copied = false;   ///< an instruction of the builder brought it, so no program of the system wrote it
    };
    /// Written by the system or a package manager, without terms of its own.
    bool isGenerated(std::string_view path, const Circumstances &circumstances) const;
    /// A build instruction that copies files of whoever built the image.
    bool isOwnInstruction(const QString &createdBy) const;

private:
    struct Rule {
        std::vector<std::string> globs;
        bool unownedOnly = false;
    };
    std::vector<Rule> m_generated;
    std::vector<QRegularExpression> m_ownInstructions;
};

}  // namespace waybill
