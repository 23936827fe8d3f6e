// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace waybill {

/// One statement about licences in the manifest of a package.
struct ManifestField {
    QString field;  ///< name in its format: "license", "License-Expression", "Classifier", "PackageLicenseDeclared" ...
    QString value;  ///< as written, without quotes
    qint64 firstByte = 0;
    qint64 endByte = 0;
    bool isList = false;         ///< one of several values that all count ("licenses": [...], classifiers)
    bool isAlternative = false;  ///< one of several values of which the user may choose (composer.json)
};

/// What kind of manifest a file is and what its licence fields say.
struct Manifest {
    QString format;  ///< "npm", "python-metadata", "cargo", "maven", "rpm-spec" ...; empty: not a manifest
    std::vector<ManifestField> fields;
};

/// Reads the licence fields of package manifests, told by their file name (and, for README and OpenAPI files, by their first
/// lines). Reads at most the first 4 MB. Never fails: what cannot be parsed has no fields. Any thread.
Manifest readManifest(const QString &fileName, QByteArrayView text);

}  // namespace waybill
