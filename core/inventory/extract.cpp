// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/extract.h"

#include "core/archive/layerreader.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace waybill {

namespace {

constexpr int mostPasses = 8;  // a hard link to a hard link needs one more pass over its layer; nobody nests them deeper

/// One extraction: knows what is written where.
class Extraction
{
public:
    Extraction(const FileTree &tree, const ExtractPlan &plan, SafeFolder &folder, Existing existing, const CancelToken &cancel,
               Progress &progress)
        : m_tree(tree), m_plan(plan), m_folder(folder), m_existing(existing), m_cancel(cancel), m_progress(progress),
          m_written(plan.items.size())
    {
        m_outcome.leftOut = plan.leftOut;
    }

    void makeFolders();
    std::vector<int> layers() const;
    /// Reads one layer as often as hard links ask for it.
    Result<void> readLayerOf(const ImageSource &source, const Image &image, int layer);
    void makeLinks();
    ExtractOutcome take() { return std::move(m_outcome); }

private:
    friend class LayerExtractor;
    using Wanted = std::unordered_multimap<std::string, quint32>;

    void leaveOut(quint32 item, LeftOut reason, const QString &cause = {})
    {
        m_outcome.leftOut.push_back({m_plan.items[item].node, reason, cause});
    }
    /// Counts one more file, or says why it is not there. `done` is false when its name was taken.
    void settle(quint32 item, const Result<bool> &done, const std::string &path);

    const FileTree &m_tree;
    const ExtractPlan &m_plan;
    SafeFolder &m_folder;
    Existing m_existing;
    const CancelToken &m_cancel;
    Progress &m_progress;
    std::vector<std::string> m_written;  ///< by item: its path on this machine once it is there
    std::optional<Error> m_stop;         ///< nothing more can be written
    ExtractOutcome m_outcome;
};

/// Picks the wanted files out of one pass over a layer.
class LayerExtractor final : public EntryVisitor
{
public:
    LayerExtractor(Extraction &extraction, Extraction::Wanted wanted) : m_extraction(extraction), m_wanted(std::move(wanted)) { }

    bool visit(const Entry &entry, EntryContent &content) override
    {
        const auto [first, last] = m_wanted.equal_range(entry.path);
        if (first == last)
            return !m_extraction.m_cancel.isCancelled();
        if (entry.kind == EntryKind::Hardlink) {
            for (auto at = first; at != last; ++at)
                m_links[at->second] = entry.target;
        } else if (entry.kind == EntryKind::File) {
            write(entry, content, first->second);
            for (auto at = std::next(first); at != last; ++at)
                repeat(first->second, at->second);
        }
        return !m_extraction.m_stop && !m_extraction.m_cancel.isCancelled();
    }

    /// Links that this pass met and whose content is already here get it; the others are wanted in the next pass.
    Extraction::Wanted settleLinks()
    {
        std::unordered_map<std::string, quint32> known;
        for (const auto &[path, item] : m_wanted) {
            if (m_done.contains(item))
                known.emplace(path, item);
        }
        Extraction::Wanted next;
        for (const auto &[item, target] : m_links) {
            if (const auto found = known.find(target); found != known.end())
                repeat(found->second, item);
            else
                next.emplace(target, item);
        }
        for (const auto &[path, item] : m_wanted) {
            if (!m_done.contains(item) && !m_links.contains(item) && !m_extraction.m_cancel.isCancelled() && !m_extraction.m_stop
                && !m_refused.contains(item))
                m_extraction.leaveOut(item, LeftOut::NotFound);
        }
        return next;
    }

private:
    void write(const Entry &entry, EntryContent &content, quint32 item)
    {
        const bool again = m_done.contains(item);  // a layer may hold a path twice; the last one counts
        auto file = m_extraction.m_folder.create(again ? m_extraction.m_written[item] : m_extraction.m_plan.hostPath(item));
        Result<void> state = file ? Result<void>() : fail(file.error());
        while (state && !m_extraction.m_cancel.isCancelled()) {
            const auto piece = content.next();
            if (!piece || piece->empty()) {
                state = piece ? Result<void>() : fail(piece.error());
                break;
            }
            state = (*file)->write(content.pieceOffset(), *piece);
            m_extraction.m_progress.bytesDone += static_cast<qint64>(piece->size());
            m_extraction.m_outcome.bytes += static_cast<qint64>(piece->size());
        }
        if (m_extraction.m_cancel.isCancelled())
            return;
        const Existing existing = again ? Existing::Replace : m_extraction.m_existing;
        const Result<bool> done = state ? (*file)->commit(entry.size, entry.mode, entry.mtime, existing) : fail(state.error());
        finish(item, done, file && done ? (*file)->path() : std::string(), again);
    }

    void repeat(quint32 from, quint32 item)
    {
        const std::string &written = m_extraction.m_written[from];
        if (written.empty()) {  // its content was kept from being written, so there is nothing to give another name
            m_extraction.leaveOut(item, LeftOut::NotFound);
            m_refused.insert(item);
            return;
        }
        const std::string path = m_extraction.m_plan.hostPath(item);
        finish(item, m_extraction.m_folder.addName(written, path, m_extraction.m_existing), path, false);
    }

    void finish(quint32 item, const Result<bool> &done, const std::string &path, bool again)
    {
        if (!again)
            m_extraction.settle(item, done, path);
        if (done && *done)
            m_done.insert(item);
        else
            m_refused.insert(item);
    }

    Extraction &m_extraction;
    Extraction::Wanted m_wanted;
    std::unordered_set<quint32> m_done, m_refused;
    std::map<quint32, std::string> m_links;  ///< item, and the path that holds its content
};

void Extraction::settle(quint32 item, const Result<bool> &done, const std::string &path)
{
    ++m_progress.entriesDone;
    if (done && *done) {
        ++m_outcome.files;
        m_written[item] = path;
        return;
    }
    leaveOut(item, done ? LeftOut::Taken : LeftOut::Refused, done ? QString() : done.error().cause);
    if (!done && done.error().kind == ErrorKind::NoSpace)
        m_stop = done.error();
}

void Extraction::makeFolders()
{
    for (quint32 item = 0; item < m_plan.items.size() && !m_cancel.isCancelled(); ++item) {
        if (!m_tree.node(m_plan.items[item].node).isFolder())
            continue;
        const auto made = m_folder.makeFolder(m_plan.hostPath(item));
        if (made)
            ++m_outcome.folders;
        else
            leaveOut(item, LeftOut::Refused, made.error().cause);
    }
}

std::vector<int> Extraction::layers() const
{
    std::map<int, bool> found;
    for (const ExtractItem &item : m_plan.items) {
        const TreeNode &node = m_tree.node(item.node);
        if (node.kind == EntryKind::File || node.kind == EntryKind::Hardlink)
            found[node.layer] = true;
    }
    std::vector<int> result;
    for (const auto &[layer, wanted] : found)
        result.push_back(layer);
    return result;
}

Result<void> Extraction::readLayerOf(const ImageSource &source, const Image &image, int layer)
{
    Wanted wanted;
    for (quint32 item = 0; item < m_plan.items.size(); ++item) {
        const TreeNode &node = m_tree.node(m_plan.items[item].node);
        if (node.layer == layer && (node.kind == EntryKind::File || node.kind == EntryKind::Hardlink))
            wanted.emplace(m_tree.path(m_plan.items[item].node), item);
    }
    for (int pass = 0; !wanted.empty() && pass < mostPasses && !m_cancel.isCancelled(); ++pass) {
        const auto bytes = source.openLayer(image, layer);
        if (!bytes)
            return fail(bytes.error());
        LayerExtractor extractor(*this, std::move(wanted));
        const LayerSummary summary = readLayer(**bytes, extractor, {}, m_cancel, nullptr);
        wanted = extractor.settleLinks();
        if (m_stop)
            return fail(*m_stop);
        if (!summary.complete && !summary.cancelled && !summary.error.cause.isEmpty() && pass == 0)
            m_outcome.leftOut.push_back({m_tree.root(), LeftOut::Refused, summary.error.cause});
    }
    for (const auto &[path, item] : wanted)
        leaveOut(item, LeftOut::NotFound);
    return {};
}

void Extraction::makeLinks()
{
    for (quint32 item = 0; item < m_plan.items.size() && !m_cancel.isCancelled(); ++item) {
        const NodeId id = m_plan.items[item].node;
        if (m_tree.node(id).kind != EntryKind::Symlink)
            continue;
        const auto made = m_folder.makeLink(std::string(m_tree.linkTarget(id)), m_plan.hostPath(item), m_existing);
        if (made && *made)
            ++m_outcome.links;
        else
            leaveOut(item, made ? LeftOut::Taken : LeftOut::Refused, made ? QString() : made.error().cause);
    }
}

}  // namespace

Result<ExtractOutcome> extract(const ImageSource &source, const Image &image, const FileTree &tree, const ExtractPlan &plan,
                               const QString &folder, Existing existing, const CancelToken &cancel, Progress &progress)
{
    auto target = SafeFolder::open(folder);
    if (!target)
        return fail(target.error());
    progress.bytesTotal = plan.bytes;
    Extraction extraction(tree, plan, **target, existing, cancel, progress);
    extraction.makeFolders();
    for (const int layer : extraction.layers()) {
        if (cancel.isCancelled())
            break;
        if (const auto read = extraction.readLayerOf(source, image, layer); !read)
            return fail(read.error());
    }
    extraction.makeLinks();
    return extraction.take();
}

}  // namespace waybill
