// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/componentfinder.h"

#include <QJsonObject>

#include <functional>
#include <optional>
#include <string_view>

/// Small things that several finders need. Pure functions, any thread.
namespace waybill {

QString textOf(std::string_view bytes);
std::string_view viewOf(const QByteArray &bytes);
std::string_view folderOf(std::string_view path);  ///< without the slash; empty for a top-level name
std::string_view baseNameOf(std::string_view path);
std::string_view trimmedView(std::string_view text);
std::string joinedPath(std::string_view folder, std::string_view name);

/// Takes the next line off `rest`, without its line end; false when nothing is left.
bool takeLine(std::string_view &rest, std::string_view &line);

/// A path as metadata writes it, against the folder it is relative to. An absolute one starts at the image's root. Empty
/// when it climbs out of the image: that is a lie, and owns nothing.
std::string resolvedPath(std::string_view folder, std::string_view written);

/// The file of the image that holds a path inside archives: "opt/a.jar" for "opt/a.jar!/lib/b.jar!/META-INF/MANIFEST.MF".
std::string_view outerPath(std::string_view path);

/// Layer that hides the version of `path` which `layer` brought, or -1.
int hiddenByOf(const FileTree &tree, std::string_view path, int layer);

/// Files directly inside `folder` (as of `layer`) whose names say that they are terms: LICENSE, COPYING, NOTICE, ...
std::vector<std::string> licenceFilesIn(const FileTree &tree, std::string_view folder, int layer);

/// Adds a licence statement unless it is empty or a placeholder. `field` names where it stands.
void declare(Component &component, const QString &field, const QString &asWritten);

/// A JSON object of at most 1024 levels; nullopt when the bytes are something else.
std::optional<QJsonObject> jsonObject(const QByteArray &bytes);
QString jsonText(const QJsonObject &object, QLatin1String key);  ///< empty unless it is a text

ImageNote noteOf(const char *id, const CapturedFile &file, const QString &detail, bool incomplete);

/// What os-release says of the system, or what stands for it where that file is missing (etc/debian_version and its kin).
struct OsIdentity {
    QString id;         ///< "debian"
    QString versionId;  ///< "12"
    QString name;       ///< for people
    QString distro() const { return id.isEmpty() || versionId.isEmpty() ? id : id + QLatin1Char('-') + versionId; }
};
bool speaksOfSystem(std::string_view path);
/// The one of the highest layer; etc/os-release before usr/lib/os-release before the others.
OsIdentity osIdentityOf(std::span<const CapturedFile *const> captured);

/// Keeps a file up to a ceiling and makes its record from the whole; for files that shrink when they are read.
class WholeFileProbe final : public ContentProbe
{
public:
    /// Called once with everything kept; `cut` when the file is longer or ended in an error.
    using Make = std::function<std::vector<CapturedFile>(const QByteArray &content, bool cut)>;
    WholeFileProbe(qint64 limit, Make make) : m_limit(limit), m_make(std::move(make)) { }
    bool feed(std::span<const char> piece) override;
    std::vector<CapturedFile> finish(bool complete) override;

private:
    qint64 m_limit;
    Make m_make;
    QByteArray m_content;
    bool m_cut = false;
};

/// Reads a file line by line in constant memory and keeps what `line` appends. Lines longer than 64 KiB are cut.
class LineProbe final : public ContentProbe
{
public:
    using Line = std::function<void(std::string_view line, QByteArray &kept)>;
    LineProbe(qint64 keptLimit, Line line) : m_limit(keptLimit), m_line(std::move(line)) { }
    bool feed(std::span<const char> piece) override;
    std::vector<CapturedFile> finish(bool complete) override;

private:
    void endLine();
    qint64 m_limit;
    Line m_line;
    std::string m_open;
    QByteArray m_kept;
};

}  // namespace waybill
