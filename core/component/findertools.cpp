// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/findertools.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cctype>

namespace waybill {

namespace {

constexpr size_t lineLimit = 64 << 10;
constexpr int licenceFileLimit = 32;

}  // namespace

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

std::string_view folderOf(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view baseNameOf(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view trimmedView(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string joinedPath(std::string_view folder, std::string_view name)
{
    std::string path(folder);
    if (!path.empty())
        path += '/';
    return path.append(name);
}

bool takeLine(std::string_view &rest, std::string_view &line)
{
    if (rest.empty())
        return false;
    const size_t end = rest.find('\n');
    line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return true;
}

std::string resolvedPath(std::string_view folder, std::string_view written)
{
    std::vector<std::string_view> parts;
    const auto push = [&parts](std::string_view path) {
        while (!path.empty()) {
            const size_t slash = path.find('/');
            const std::string_view part = path.substr(0, slash);
            path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
            if (part == "..") {
                if (parts.empty())
                    return false;
                parts.pop_back();
            } else if (!part.empty() && part != ".") {
                parts.push_back(part);
            }
        }
        return true;
    };
    if ((!written.starts_with('/') && !push(folder)) || !push(written))
        return {};
    std::string path;
    for (const std::string_view part : parts) {
        if (!path.empty())
            path += '/';
        path += part;
    }
    return path;
}

std::string_view outerPath(std::string_view path)
{
    return path.substr(0, path.find("!/"));
}

int hiddenByOf(const FileTree &tree, std::string_view path, int layer)
{
    int hiddenBy = -1;
    for (const NodeId id : tree.findAll(path)) {
        const TreeNode &node = tree.node(id);
        if (node.layer == layer && !node.isFolder())
            hiddenBy = node.isGhost() ? node.hiddenBy : -1;
    }
    return hiddenBy;
}

std::vector<std::string> licenceFilesIn(const FileTree &tree, std::string_view folder, int layer)
{
    static constexpr std::array<std::string_view, 7> stems {"license", "licence",   "copying",  "notice",
                                                            "eula",    "unlicense", "copyright"};
    std::vector<std::string> found;
    for (const NodeId id : tree.findAll(folder)) {
        if (!tree.node(id).isFolder())
            continue;
        for (quint32 row = 0; row < tree.node(id).childCount && found.size() < licenceFileLimit; ++row) {
            const NodeId child = tree.child(id, static_cast<int>(row));
            if (tree.node(child).isFolder() || tree.node(child).layer > layer)
                continue;
            std::string name(tree.name(child).substr(0, 16));
            std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
            if (std::any_of(stems.begin(), stems.end(), [&name](std::string_view stem) { return name.starts_with(stem); }))
                found.push_back(joinedPath(folder, tree.name(child)));
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void declare(Component &component, const QString &field, const QString &asWritten)
{
    const QString written = asWritten.trimmed();
    if (!written.isEmpty() && written.compare(QLatin1String("UNKNOWN"), Qt::CaseInsensitive) != 0)
        component.declared.push_back({asWritten, field, component.metadataPath, {}});
}

std::optional<QJsonObject> jsonObject(const QByteArray &bytes)
{
    // A byte order mark is common in files written on Windows.
    const QJsonDocument document = QJsonDocument::fromJson(bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QString jsonText(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString();
}

ImageNote noteOf(const char *id, const CapturedFile &file, const QString &detail, bool incomplete)
{
    const QString path = textOf(file.path);
    return {QString::fromLatin1(id), file.layer, detail.isEmpty() ? path : path + QStringLiteral(": ") + detail, incomplete};
}

bool WholeFileProbe::feed(std::span<const char> piece)
{
    const auto room = static_cast<size_t>(m_limit - m_content.size());
    m_cut = piece.size() > room;
    m_content.append(piece.data(), static_cast<qsizetype>(std::min(piece.size(), room)));
    return !m_cut;
}

std::vector<CapturedFile> WholeFileProbe::finish(bool complete)
{
    return m_make(m_content, m_cut || !complete);
}

bool LineProbe::feed(std::span<const char> piece)
{
    std::string_view rest(piece.data(), piece.size());
    while (!rest.empty()) {
        const size_t end = rest.find('\n');
        const std::string_view part = rest.substr(0, end);
        m_open.append(part.substr(0, lineLimit - std::min(m_open.size(), lineLimit)));
        if (end == std::string_view::npos)
            break;
        rest.remove_prefix(end + 1);
        endLine();
    }
    return m_kept.size() < m_limit;
}

void LineProbe::endLine()
{
    if (m_open.ends_with('\r'))
        m_open.pop_back();
    if (m_kept.size() < m_limit)
        m_line(m_open, m_kept);
    m_open.clear();
}

std::vector<CapturedFile> LineProbe::finish(bool complete)
{
    const bool full = m_kept.size() >= m_limit;
    // The last line of a file that was cut may be half a line.
    if (complete && !m_open.empty())
        endLine();
    std::vector<CapturedFile> records;
    m_kept.squeeze();
    records.push_back({{}, 0, std::move(m_kept), -1, full || !complete});
    return records;
}

}  // namespace waybill
