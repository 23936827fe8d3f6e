// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace waybill {

/// How a name stands to the publishers we know.
enum class NameStanding : quint8 {
    Unnamed,    ///< an archive or folder: it names no account
    Known,      ///< an account of a known publisher
    LookAlike,  ///< differs from a known account in a letter or two, or only to the eye
    Borrowed,   ///< another account or host carries the name of a known image
    Unknown,    ///< an account that nothing is known of
};
QLatin1String nameStandingId(NameStanding standing);

struct Standing {
    NameStanding standing = NameStanding::Unnamed;
    QString canonical;  ///< "docker.io/pytorch/pytorch"
    QString who;        ///< publisher that is meant or imitated
    QString kind;       ///< "official", "vendor", "project", "distribution", "former"
    QString note;       ///< what is known of its signing; English, one clause
    QString resembles;  ///< the known name, for look-alikes
};

/// Accounts of known publishers: publishers.yaml. Immutable, any thread.
class Publishers
{
public:
    static Result<std::shared_ptr<const Publishers>> load();
    /// `repository`: "pytorch/pytorch", "nvcr.io/nvidia/cuda"; without tag and digest. Empty gives Unnamed.
    Standing standingOf(const QString &repository) const;
    QString version() const { return m_version; }

private:
    struct Publisher {
        QString name;  ///< without the "/*"
        bool whole = false;
        QString who, kind, note;
    };
    const Publisher *find(const QString &canonical) const;
    QString m_version;
    std::vector<Publisher> m_publishers;
    QStringList m_famous;
};

/// "ubuntu" -> "docker.io/library/ubuntu"; hosts in lower case, the old name of the Docker registry replaced.
QString canonicalRepository(const QString &repository);
/// Letters that look alike as one (UTS 39 in small): "0" as "o", "1" and "I" as "l", "rn" as "m", Cyrillic and Greek as Latin.
QString skeletonOf(const QString &text);
/// Insertions, deletions, replacements and swaps of neighbours between two texts; counts no further than `most` + 1.
int editDistance(const QString &a, const QString &b, int most);

}  // namespace waybill
