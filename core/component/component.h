// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace waybill {

/// A licence statement of package metadata, kept as written.
struct DeclaredLicence {
    QString asWritten;
    QString field;       ///< "License", "License-Expression", "Classifier", "copyright: Files: *"
    std::string path;    ///< file that says so
    QString expression;  ///< SPDX form, empty when not resolvable
};

/// One finder's view of a component; a component that several finders saw keeps all of them.
struct Sighting {
    QString finder;
    QString purl;
    std::string path;  ///< file that says so
};

/// Something with a name and a version: an OS or language package, or a recognised product.
struct Component {
    QString name;
    QString version;
    QString architecture;
    QString kind;    ///< purl type ("deb", "pypi") or "product"
    QString finder;  ///< id of the finder that saw it
    QString purl;
    QString sourceName;  ///< source package, when different from name
    QString sourceVersion;
    QString supplier;
    QString homePage;
    QString section;           ///< archive area of the distribution ("non-free/libs"), may be empty
    int layer = -1;            ///< layer that brought it
    int hiddenBy = -1;         ///< layer that removed it, or -1
    std::string metadataPath;  ///< file it was read from
    std::vector<DeclaredLicence> declared;
    std::vector<std::string> licencePaths;  ///< texts that belong to it
    std::vector<Sighting> sightings;        ///< further finders or files that name the same component at the same place
    bool vendored = false;                  ///< a copy inside another component, which its own package manager does not list
    ComponentId partOf;                     ///< component that installed this one's metadata (a Debian package, an outer jar)
    QStringList depends;     ///< what it needs to work, one need per element: names without versions, "a | b" for a choice
    QStringList provides;    ///< other names under which it meets a need
    bool essential = false;  ///< the package system says that nothing works without it

    QString expression;  ///< detected or declared licence as SPDX expression; empty = none established
    QString edition;     ///< vendor agreement edition found in its own texts
    qint64 bytes = 0;    ///< of owned files, live and ghost
    int files = 0;

    bool isGhost() const { return hiddenBy >= 0; }
};

}  // namespace waybill
