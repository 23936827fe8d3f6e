// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/tarindex.h"

namespace waybill {

/// Named files of an image layout: a folder or the members of a tar. Immutable, any thread.
class FileSet
{
public:
    virtual ~FileSet() = default;
    virtual bool contains(const QString &path) const = 0;
    /// Errors: MissingPart, AccessDenied, NotSupported.
    virtual Result<std::unique_ptr<ByteSource>> open(const QString &path) const = 0;
    virtual QString name() const = 0;
};

/// Files below a folder. `path` is only ever made of fixed names and validated digests.
std::shared_ptr<const FileSet> folderFiles(const QString &folder);
std::shared_ptr<const FileSet> tarFiles(TarIndex index, const QString &name);

}  // namespace waybill
