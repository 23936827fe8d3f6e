// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/zipstream.h"
#include "core/component/componentfinder.h"

#include <set>

namespace waybill {

/// Names of Java archives: jar, war, ear and their kin.
bool isJavaArchive(std::string_view path);

/// Reads a Java archive and those nested in it while the layer is read. Its records are the manifests, pom.properties,
/// pom.xml files under "outer.jar!/inner.jar!/META-INF/...", and one record per archive under "outer.jar!/", whose content is
/// empty or says why the archive was not read to its end.
class JarProbe final : public ContentProbe
{
public:
    explicit JarProbe(std::string path);
    ~JarProbe() override;
    bool feed(std::span<const char> piece) override;
    std::vector<CapturedFile> finish(bool complete) override;

private:
    struct Archive;
    struct Shared;
    std::unique_ptr<Shared> m_shared;
    std::unique_ptr<Archive> m_archive;
};

}  // namespace waybill
