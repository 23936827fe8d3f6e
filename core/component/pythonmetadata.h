// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"

namespace waybill {

/// Core metadata of a Python distribution ("Core metadata specifications", PEP 639 for licences).
struct PythonMetadata {
    Component component;                    ///< name and version empty when the file does not give them
    std::vector<std::string> licenceFiles;  ///< License-File fields as written
};

/// Reads METADATA or PKG-INFO. A field that may stand once counts where it stands first.
PythonMetadata readPythonMetadata(const CapturedFile &file);

/// Paths of a RECORD or installed-files.txt, each line resolved against `folder`; lines that climb out of the image are lies
/// and left out. `content` holds one path per line, as makePythonRecordProbe() keeps them.
std::vector<std::string> readPythonRecord(const QByteArray &content, std::string_view folder);

/// A probe that keeps the paths of a RECORD (CSV: path, digest, size), so that it may be of any length.
std::unique_ptr<ContentProbe> makePythonRecordProbe(qint64 keptLimit);

/// Names and versions of a vendor.txt ("requests==2.32.3", comments and indented lines allowed).
std::vector<std::pair<QString, QString>> readPythonVendorList(const QByteArray &content);

}  // namespace waybill
