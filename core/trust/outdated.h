// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/component/component.h"
#include "core/trust/trusttypes.h"

#include <QDate>

#include <memory>

namespace waybill {

/// Something that is too old, or known to be bad.
struct Outdated {
    enum class Kind : quint8 { Vulnerable, BadRevision, Malicious, EndOfLife };
    Kind kind = Kind::Vulnerable;
    TrustSeverity severity = TrustSeverity::Medium;
    QString id;     ///< "CVE-2022-3602", or empty
    QString what;   ///< English, one clause
    QString fixed;  ///< versions that mend it, or empty
    QDate date;     ///< of the end of life
};

/// Known outdated versions and ends of life: outdated.yaml. Immutable, any thread.
class OutdatedParts
{
public:
    static Result<std::shared_ptr<const OutdatedParts>> load();

    /// Copies that no distribution looks after: `name` as its finder or an embedded version string says.
    std::vector<Outdated> unmanaged(const QString &name, const QString &version, const QDate &today) const;
    /// A package of a distribution or a language: only revisions that are known to be bad.
    std::vector<Outdated> package(const Component &component) const;
    /// End of free security updates of a system, when it is before `today`.
    std::optional<Outdated> system(const QString &id, const QString &version, const QDate &today) const;
    bool knows(const QString &name) const { return !partOf(name).isEmpty(); }
    QDate asOf() const { return m_asOf; }

private:
    struct Entry {
        QString part;
        std::vector<std::pair<QString, QString>> ranges;  ///< first and last version; empty first: from the beginning
        std::vector<bool> open;                           ///< by range: the last version is not affected
        Outdated outdated;
    };
    struct Revision {
        QString package, kind;
        bool source = false;
        QStringList versions;
        Outdated outdated;
    };
    struct Life {
        QString part, version;
        QDate date;
    };
    QString partOf(const QString &name) const;
    QDate m_asOf;
    std::vector<std::pair<QString, QStringList>> m_names;
    std::vector<Entry> m_entries;
    std::vector<Revision> m_revisions;
    std::vector<Life> m_lives;
    std::vector<Life> m_systems;
};

/// Compares versions of makers: numbers by value, letters behind them in order ("1.0.2za" after "1.0.2z", "9.8p1" after "9.8").
/// Negative when `a` is older.
int compareVersions(const QString &a, const QString &b);

}  // namespace waybill
