// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/zipstream.h"
#include "core/component/componentfinder.h"

namespace waybill {

/// A package as Yarn's Plug'n'Play keeps it: a zip archive in a cache folder, "NAME-npm-VERSION-CHECKSUM.zip" or one of Yarn's
/// other protocols, with the package below node_modules/NAME. Nothing else lies on disk for it.
bool isYarnArchive(std::string_view path);

/// Reads such an archive while the layer is read. Its records are what `make` says of the manifest of each package inside
/// (under "x.zip!/node_modules/NAME/package.json"), and one for the archive under "x.zip!/", empty or saying what is wrong.
class YarnArchiveProbe final : public ContentProbe, private ZipVisitor
{
public:
    using Make = std::function<std::vector<CapturedFile>(const QByteArray &manifest)>;
    YarnArchiveProbe(std::string path, Make make);
    bool feed(std::span<const char> piece) override;
    std::vector<CapturedFile> finish(bool complete) override;

private:
    bool wants(const ZipMember &member) override;
    bool content(std::span<const char> piece) override;
    void memberEnds(bool complete) override;
    void listed(std::string_view name) override;

    std::string m_path;
    Make m_make;
    ZipBudget m_budget;
    ZipStream m_stream;
    std::string m_name;  ///< of the manifest that is being read
    QByteArray m_text;
    QByteArray m_trouble;
    std::vector<std::pair<std::string, QByteArray>> m_manifests;
    std::vector<std::string> m_listed;
};

}  // namespace waybill
