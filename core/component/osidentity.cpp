// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/findertools.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

/// Files that tell the system, best first. The plain ones hold a version only, or a sentence.
constexpr std::array<std::string_view, 5> systemFiles {"etc/os-release", "usr/lib/os-release", "etc/alpine-release",
                                                       "etc/debian_version", "etc/redhat-release"};

QString unquoted(std::string_view value)
{
    value = trimmedView(value);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        value = value.substr(1, value.size() - 2);
    std::string plain;
    for (size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size())
            ++i;
        plain += value[i];
    }
    return textOf(plain);
}

OsIdentity fromOsRelease(const QByteArray &content)
{
    OsIdentity identity;
    QString plainName;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        line = trimmedView(line);
        const size_t equals = line.find('=');
        if (equals == std::string_view::npos || line.starts_with('#'))
            continue;
        const std::string_view key = line.substr(0, equals);
        if (key == "ID")
            identity.id = unquoted(line.substr(equals + 1)).toLower();
        else if (key == "VERSION_ID")
            identity.versionId = unquoted(line.substr(equals + 1));
        else if (key == "PRETTY_NAME")
            identity.name = unquoted(line.substr(equals + 1));
        else if (key == "NAME")
            plainName = unquoted(line.substr(equals + 1));
    }
    if (identity.name.isEmpty())
        identity.name = QString(plainName + QLatin1Char(' ') + identity.versionId).trimmed();
    return identity;
}

/// "3.19.1" of Alpine, "12.4" of Debian, "Rocky Linux release 9.3 (Blue Onyx)".
OsIdentity fromPlainFile(std::string_view path, const QByteArray &content)
{
    std::string_view rest = viewOf(content);
    std::string_view line;
    takeLine(rest, line);
    const QString words = textOf(trimmedView(line)).left(200);
    if (words.isEmpty())
        return {};
    if (path == "etc/alpine-release")
        return {QStringLiteral("alpine"), words, QStringLiteral("Alpine Linux ") + words};
    if (path == "etc/debian_version")
        return {QStringLiteral("debian"), words.section(QLatin1Char('.'), 0, 0), QStringLiteral("Debian GNU/Linux ") + words};
    const QString version = words.section(QStringLiteral(" release "), 1).section(QLatin1Char(' '), 0, 0);
    return {words.section(QLatin1Char(' '), 0, 0).toLower(), version, words};
}

}  // namespace

bool speaksOfSystem(std::string_view path)
{
    return std::find(systemFiles.begin(), systemFiles.end(), path) != systemFiles.end();
}

OsIdentity osIdentityOf(std::span<const CapturedFile *const> captured)
{
    for (const std::string_view path : systemFiles) {
        for (size_t i = captured.size(); i > 0; --i) {
            const CapturedFile &file = *captured[i - 1];
            if (file.path != path)
                continue;
            OsIdentity identity = path.ends_with("os-release") ? fromOsRelease(file.content) : fromPlainFile(path, file.content);
            if (!identity.id.isEmpty() || !identity.name.isEmpty())
                return identity;
        }
    }
    return {};
}

}  // namespace waybill
