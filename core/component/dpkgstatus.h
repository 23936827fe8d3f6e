// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"

#include <map>
#include <string_view>

namespace waybill {

/// A package as a dpkg status file describes it (deb-control(5), dpkg(1) "Package states").
struct DpkgRecord {
    std::string name, architecture, version;
    Component component;
};

/// The packages of one status file whose files are there: "deinstall ok installed" and half-done states too, but neither
/// config-files nor not-installed. A paragraph without Status is installed (status.d of distroless images). One without name
/// or version is no package. `broken` counts paragraphs that are neither.
std::vector<DpkgRecord> readDpkgStatus(const QByteArray &content, int &broken);

/// A probe that keeps the fields that readDpkgStatus() reads, so that a status file may be of any length.
std::unique_ptr<ContentProbe> makeDpkgStatusProbe(qint64 keptLimit);

/// Paths of a .list file; what climbs out of the image is left out.
std::vector<std::string> readDpkgList(const QByteArray &content);

/// Paths of an md5sums file, whose lines are a digest, two blanks and a path.
std::vector<std::string> readDpkgSums(const QByteArray &content);

/// Files that one package keeps others from installing at their place: by original path, where they went and who sent them
/// there (dpkg-divert(1)). Three lines each; a local diversion has ":" for the package.
struct DpkgDiversion {
    std::string to;
    std::string by;
};
using DpkgDiversions = std::map<std::string, DpkgDiversion, std::less<>>;
DpkgDiversions readDpkgDiversions(const QByteArray &content);

}  // namespace waybill
