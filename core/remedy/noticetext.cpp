// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/zlibbytes.h"
#include "core/remedy/notices.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>
#include <set>

namespace waybill {

namespace {

/// Documentation of Debian packages is often packed; people read the NOTICE file. What does not unpack stays as it is.
QByteArray readable(const QByteArray &content)
{
    constexpr qint64 textLimit = 32LL << 20;
    if (!content.startsWith("\x1f\x8b"))
        return content;
    const auto unpacked = unpackZlib({content.constData(), static_cast<size_t>(content.size())}, textLimit);
    return unpacked ? *unpacked : content;
}

/// A part of the NOTICE file: one text and whom it is for.
struct Part {
    QByteArray text;
    std::set<QString> licences;
    std::set<QString> files;  ///< that hold it
    std::set<QString> sources;
    std::set<QString> subjects;
    bool lacksOwner = false;
};

QString imagePath(const Inventory &inventory, NodeId node)
{
    const std::string path = inventory.tree->path(node);
    return QLatin1Char('/') + QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()));
}

QString layerPath(const Inventory &inventory, NodeId node)
{
    return QStringLiteral("layer %1: %2").arg(inventory.tree->node(node).layer + 1).arg(imagePath(inventory, node));
}

/// A file can be put there: nothing is in its place, and what stands above it are folders or nothing.
bool isFree(const FileTree &tree, const std::string &path)
{
    if (tree.findLive(path).isValid())
        return false;
    for (size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const NodeId above = tree.findLive(path.substr(0, slash));
        if (!above.isValid())
            return true;
        if (!tree.node(above).isFolder())
            return false;
    }
    return true;
}

/// A file of the image tells of more than the licences that are asked of it, so its path is the better name.
QString titleOf(const Part &part)
{
    return part.files.empty() ? *part.licences.begin() : *part.files.begin();
}

QByteArray written(const std::map<QByteArray, Part> &parts)
{
    std::vector<const Part *> order;
    order.reserve(parts.size());
    for (const auto &[digest, part] : parts)
        order.push_back(&part);
    std::stable_sort(order.begin(), order.end(), [](const Part *a, const Part *b) { return titleOf(*a) < titleOf(*b); });
    QByteArray out = "Licence texts and notices that must travel with this image\n";
    for (const Part *part : order) {
        out += '\n' + QByteArray(100, '=') + '\n' + titleOf(*part).toUtf8() + '\n';
        if (!part->files.empty() && !part->licences.empty())
            out += "  text: " + QStringList(part->licences.begin(), part->licences.end()).join(QLatin1String(", ")).toUtf8()
                + '\n';
        for (const QString &subject : part->subjects)
            out += "  for:  " + subject.toUtf8() + '\n';
        for (const QString &source : part->sources)
            out += "  from: " + source.toUtf8() + '\n';
        if (part->lacksOwner)
            out += "  The copyright line is missing: only the authors named above can give it.\n";
        out += QByteArray(100, '-') + '\n' + part->text + (part->text.endsWith('\n') ? "" : "\n");
    }
    return out;
}

}  // namespace

std::vector<NodeId> hiddenTexts(const Inventory &inventory, const std::vector<MissingNotice> &missing)
{
    const FileTree &tree = *inventory.tree;
    std::map<std::string, NodeId> found;
    for (const MissingNotice &notice : missing) {
        if (notice.origin != NoticeOrigin::ImageFile || !tree.node(notice.file).isGhost())
            continue;
        const std::string path = tree.path(notice.file);
        if (isFree(tree, path))
            found.try_emplace(path, notice.file);
    }
    std::vector<NodeId> nodes;
    nodes.reserve(found.size());
    for (const auto &[path, node] : found)
        nodes.push_back(node);
    return nodes;
}

Result<QByteArray> noticeText(const Inventory &inventory, const std::vector<MissingNotice> &missing,
                              const LicenceMatcher &matcher, const std::function<Result<QByteArray>(NodeId)> &read)
{
    std::map<NodeId, QByteArray> files;
    std::map<QByteArray, Part> parts;
    for (const MissingNotice &notice : missing) {
        if (notice.origin == NoticeOrigin::Nowhere)
            continue;
        QByteArray text;
        if (notice.origin == NoticeOrigin::SpdxText) {
            text = matcher.referenceText(notice.licence);
        } else {
            if (!files.contains(notice.file)) {
                auto content = read(notice.file);
                if (!content)
                    return fail(content.error());
                files[notice.file] = readable(*content);
            }
            text = files[notice.file];
        }
        Part &part = parts[QCryptographicHash::hash(text, QCryptographicHash::Sha256)];
        part.text = text;
        if (!notice.licence.isEmpty())
            part.licences.insert(notice.licence);
        if (notice.origin == NoticeOrigin::ImageFile)
            part.files.insert(imagePath(inventory, notice.file));
        part.subjects.insert(notice.subject);
        part.sources.insert(notice.origin == NoticeOrigin::SpdxText ? QStringLiteral("SPDX licence list, %1").arg(notice.licence)
                                                                    : layerPath(inventory, notice.file));
        part.lacksOwner = part.lacksOwner || notice.lacksOwner;
    }
    return parts.empty() ? QByteArray() : written(parts);
}

}  // namespace waybill
