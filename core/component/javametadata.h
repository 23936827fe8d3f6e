// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <string_view>

namespace waybill {

/// Coordinates of a Maven artifact.
struct MavenId {
    QString group, artifact, version;
    bool isComplete() const { return !group.isEmpty() && !artifact.isEmpty() && !version.isEmpty(); }
};

/// Main section of a JAR manifest by lower-case name, continuation lines joined ("JAR File Specification"). Never fails: lines
/// that are no attributes are skipped.
std::map<QString, QString> readManifest(const QByteArray &content);

/// groupId, artifactId and version of a pom.properties file (Java properties).
MavenId readPomProperties(const QByteArray &content);

/// What a pom.xml says of its own project.
struct Pom {
    MavenId id;  ///< group and version are inherited from the parent where missing
    MavenId parent;
    QStringList licences;  ///< names, or URLs where there is no name
    QString homePage;
    QString supplier;  ///< name of the organization
    bool valid = false;
};
Pom readPom(const QByteArray &content);

/// "commons-io-2.11.0.jar" as name and version; version empty when the name holds none.
std::pair<QString, QString> splitJarName(std::string_view fileName);

}  // namespace waybill
