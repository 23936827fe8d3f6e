// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/component/component.h"

#include <memory>
#include <vector>

namespace waybill {

/// Where packages of a kind come from by default, and what their file is called: package-origins.yaml. Immutable, any thread.
class PackageOrigins
{
public:
    /// Errors: Policy with the line.
    static Result<std::shared_ptr<const PackageOrigins>> load();

    /// Who distributes packages of this kind when nobody else is named, or empty.
    QString registry(const Component &component) const;
    /// Where exactly this version can be had, or empty.
    QString downloadUrl(const Component &component) const;
    /// Name of its package file by the rules of its kind, or empty.
    QString fileName(const Component &component) const;

    /// Ids of the SPDX list that common readers of SPDX 2.3 do not know yet.
    const QStringList &recentLicences() const { return m_recent; }

private:
    struct Origin {
        QString kind;
        QString nameSpace;  ///< of the package URL; empty for any
        QString registry;
        QString download;
        QString file;
    };
    const Origin *find(const Component &component) const;
    std::vector<Origin> m_origins;
    QStringList m_recent;
};

}  // namespace waybill
