// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace waybill {

/// What a folder's file system can hold as a name.
struct HostNames {
    size_t longest = 255;  ///< bytes
    bool anyBytes = true;  ///< every byte but NUL and '/'; false: only printable UTF-8 that Windows file systems take, too

    /// The name as this host can hold it: unchanged, else with %XX for what it cannot hold, else cut with "~" and eight hex
    /// digits of its SHA-256. Never empty, "." or "..", never with a slash.
    std::string hold(std::string_view name) const;
};

/// What to do when a name is taken already.
enum class Existing : quint8 { Skip, Replace, KeepBoth };

class SafeFile;

/// A folder of this machine that strangers' names are written into. Paths are relative, parts joined by '/'; whatever they
/// say, nothing is written outside of the folder: every part is opened by itself, and no symbolic link is ever followed.
/// Folders on the way are made. Modes lose set-id and sticky bits and rights to write for others; the owner may always read
/// and write. One thread.
class SafeFolder
{
public:
    /// Errors: NotFound, AccessDenied, Io. The folder must exist; the path itself may lead through links, the user named it.
    static Result<std::unique_ptr<SafeFolder>> open(const QString &path);
    ~SafeFolder();
    SafeFolder(const SafeFolder &) = delete;
    SafeFolder &operator=(const SafeFolder &) = delete;

    const HostNames &names() const { return m_names; }
    /// True when something has this name, links included.
    bool exists(const std::string &path);
    /// Makes the folder and those above it; one that is there already is fine.
    /// Errors: AccessDenied (a part is a link or no folder), NoSpace, Io.
    Result<void> makeFolder(const std::string &path);
    /// A new file under a temporary name beside its own; it gets its name when it is complete. Errors as makeFolder.
    Result<std::unique_ptr<SafeFile>> create(const std::string &path);
    /// Another name for a file that was written before; copies it where the host has no hard links.
    /// False: the name was taken and `existing` says to skip.
    Result<bool> addName(const std::string &written, const std::string &path, Existing existing);
    /// A symbolic link. Its target must not leave the folder: isInside().
    Result<bool> makeLink(const std::string &target, const std::string &path, Existing existing);
    /// True when a link at `path` with this target stays in the folder: relative, ".." only in front and not above the top.
    static bool isInside(std::string_view path, std::string_view target);

private:
    friend class SafeFile;
    explicit SafeFolder(int descriptor, QString path);
    static std::string_view parentOf(std::string_view path);
    static std::string nameOf(std::string_view path);
    Result<bool> copyName(const std::string &written, const std::string &path, Existing existing);
    void probe();
    Result<int> enter(std::string_view folder, bool make);
    Error failure(const std::string &path, int code) const;
    Result<bool> publish(int folder, const std::string &temporary, std::string &path, Existing existing) const;
    std::string temporaryName();

    QString m_path;
    int m_root = -1;
    std::string m_lastFolder;  ///< the folder that was entered last, and its descriptor
    int m_last = -1;
    int m_counter = 0;
    HostNames m_names;
};

/// A file that is being written; vanishes unless commit() succeeds. Must not outlive its folder.
class SafeFile
{
public:
    ~SafeFile();
    SafeFile(const SafeFile &) = delete;
    SafeFile &operator=(const SafeFile &) = delete;

    /// Writes at a place; what is never written stays a hole. Errors: NoSpace, Io.
    Result<void> write(qint64 offset, std::span<const char> bytes);
    /// Gives the file its size, mode, time (seconds since 1970) and name. False: the name was taken and was to be skipped.
    Result<bool> commit(qint64 size, quint32 mode, qint64 modified, Existing existing);
    const std::string &path() const { return m_path; }  ///< after commit(): the name that it got

private:
    friend class SafeFolder;
    SafeFile(SafeFolder &folder, int parent, int descriptor, std::string temporary, std::string path);
    SafeFolder &m_folder;
    int m_parent;
    int m_descriptor;
    std::string m_temporary;  ///< empty once it has its name
    std::string m_path;
};

}  // namespace waybill
