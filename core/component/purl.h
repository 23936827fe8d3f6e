// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace waybill {

/// The parts of a package URL (ECMA-427, "Package-URL specification"). A plain value.
struct PackageUrl {
    QString type;           ///< "deb", "pypi", ...
    QStringList nameSpace;  ///< segments, not encoded
    QString name;
    QString version;
    std::vector<std::pair<QString, QString>> qualifiers;  ///< empty values are left out
    QString subpath;

    /// The canonical text: segments percent-encoded, qualifiers sorted, letters lowered and separators replaced as the type's
    /// definition asks. Empty when type or name is empty.
    QString toString() const;
};

/// Percent-encodes everything but letters, digits, ".-_~" and the colon (5.4 "Character encoding").
QString purlEncoded(const QString &text);

}  // namespace waybill
