// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/recordedits.h"

namespace waybill {

namespace {

QByteArray fieldOf(const QByteArray &paragraph, const char *name)
{
    const QByteArray start = QByteArray(name) + ':';
    qsizetype at = paragraph.startsWith(start) ? 0 : paragraph.indexOf(QByteArray('\n' + start));
    if (at < 0)
        return {};
    at = paragraph.indexOf(':', at) + 1;
    const qsizetype end = paragraph.indexOf('\n', at);
    return paragraph.mid(at, end < 0 ? -1 : end - at).trimmed();
}

/// A path of RECORD against its folder, by text.
std::string joined(const std::string &folder, std::string_view relative)
{
    std::string path = relative.starts_with('/') ? std::string() : folder;
    while (!relative.empty()) {
        const size_t slash = relative.find('/');
        const std::string_view part = relative.substr(0, slash);
        relative = slash == std::string_view::npos ? std::string_view() : relative.substr(slash + 1);
        if (part.empty() || part == ".")
            continue;
        if (part == "..") {
            const size_t last = path.rfind('/');
            path.resize(last == std::string::npos ? 0 : last);
            continue;
        }
        if (!path.empty())
            path += '/';
        path += part;
    }
    return path;
}

template <typename PathOf>
QByteArray linesWithout(const QByteArray &text, const PathOf &pathOf, const IsRemovedPath &isRemoved)
{
    QByteArray kept;
    kept.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        const std::string path
            = pathOf(std::string_view(text.constData() + at, static_cast<size_t>((end < 0 ? next : end) - at)));
        if (path.empty() || !isRemoved(path))
            kept.append(text.constData() + at, next - at);
        at = next;
    }
    return kept;
}

}  // namespace

QByteArray statusWithout(const QByteArray &status, const QSet<QByteArray> &gone)
{
    QByteArray kept;
    kept.reserve(status.size());
    for (qsizetype at = 0; at < status.size();) {
        const qsizetype blank = status.indexOf("\n\n", at);
        qsizetype next = blank < 0 ? status.size() : blank + 2;
        while (next < status.size() && status[next] == '\n')
            ++next;
        const QByteArray paragraph = status.mid(at, next - at);
        const QByteArray package = fieldOf(paragraph, "Package") + ' ' + fieldOf(paragraph, "Version");
        if (!gone.contains(package))
            kept.append(paragraph);
        at = next;
    }
    return kept;
}

QByteArray fileListWithout(const QByteArray &list, const IsRemovedPath &isRemoved)
{
    const auto pathOf = [](std::string_view line) {
        // A checksum, two blanks, a path without leading slash; or a path with one.
        if (!line.starts_with('/')) {
            const size_t blanks = line.find("  ");
            return blanks == std::string_view::npos ? std::string() : std::string(line.substr(blanks + 2));
        }
        return std::string(line.substr(1));
    };
    return linesWithout(list, pathOf, isRemoved);
}

QByteArray recordWithout(const QByteArray &record, const std::string &folder, const IsRemovedPath &isRemoved)
{
    const auto pathOf = [&folder](std::string_view line) {
        if (!line.starts_with('"'))
            return joined(folder, line.substr(0, line.find(',')));
        std::string field;
        for (size_t i = 1; i < line.size(); ++i) {
            if (line[i] == '"' && (i + 1 >= line.size() || line[++i] != '"'))
                break;
            field += line[i];
        }
        return joined(folder, field);
    };
    return linesWithout(record, pathOf, isRemoved);
}

}  // namespace waybill
