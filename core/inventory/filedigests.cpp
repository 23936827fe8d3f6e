// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/filedigests.h"

#include "core/archive/layerreader.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace waybill {

namespace {

constexpr qint64 sparseLimit = 64LL << 30;
constexpr size_t cancelStride = 64;

/// The hashes of one file, fed front to back.
class ContentHasher
{
public:
    void add(std::span<const char> bytes)
    {
        m_sha1.add(bytes);
        m_sha256.add(bytes);
        m_sha512.add(bytes);
    }
    void addZeros(qint64 count)
    {
        static const std::array<char, 64 << 10> zeros {};
        for (; count > 0; count -= static_cast<qint64>(zeros.size()))
            add(std::span<const char>(zeros).first(static_cast<size_t>(std::min<qint64>(count, zeros.size()))));
    }
    FileDigest finish()
    {
        FileDigest digest;
        const auto take = [](Hasher &hasher, auto &into) {
            const QByteArray raw = hasher.finish();
            std::copy(raw.begin(), raw.end(), into.begin());
        };
        take(m_sha1, digest.sha1);
        take(m_sha256, digest.sha256);
        take(m_sha512, digest.sha512);
        return digest;
    }

private:
    Hasher m_sha1 {Hasher::Algorithm::Sha1};
    Hasher m_sha256 {Hasher::Algorithm::Sha256};
    Hasher m_sha512 {Hasher::Algorithm::Sha512};
};

/// Hashes what one layer brings and no later layer hides.
class DigestVisitor final : public EntryVisitor
{
public:
    DigestVisitor(const FileTree &tree, int layer, const CancelToken &cancel) : m_tree(tree), m_layer(layer), m_cancel(cancel) { }

    bool visit(const Entry &entry, EntryContent &content) override
    {
        if (++m_seen % cancelStride == 0 && m_cancel.isCancelled())
            return false;
        if (entry.kind != EntryKind::File)
            return true;
        const NodeId node = m_tree.findLive(entry.path);
        if (!node.isValid() || m_tree.node(node).layer != m_layer || m_tree.node(node).kind != EntryKind::File)
            return true;
        if (auto digest = hash(entry, content))
            digests.emplace_back(node, *digest);
        return !tooSparse;
    }

    std::vector<std::pair<NodeId, FileDigest>> digests;
    bool tooSparse = false;

private:
    std::optional<FileDigest> hash(const Entry &entry, EntryContent &content)
    {
        ContentHasher hasher;
        qint64 at = 0;
        for (auto piece = content.next(); piece; piece = content.next()) {
            if (piece->empty())
                break;
            const qint64 hole = content.pieceOffset() - at;
            if (hole > sparseLimit) {
                tooSparse = true;
                return std::nullopt;
            }
            hasher.addZeros(hole);
            hasher.add(*piece);
            at += std::max<qint64>(0, hole) + static_cast<qint64>(piece->size());
        }
        const qint64 rest = entry.size - at;
        if (rest > sparseLimit) {
            tooSparse = true;
            return std::nullopt;
        }
        hasher.addZeros(rest);
        FileDigest digest = hasher.finish();
        digest.modified = entry.mtime;
        return digest;
    }

    const FileTree &m_tree;
    int m_layer;
    CancelToken m_cancel;
    size_t m_seen = 0;
};

}  // namespace

const FileDigest *FileDigests::find(NodeId node) const
{
    const auto found = std::lower_bound(m_digests.begin(), m_digests.end(), node,
                                        [](const auto &digest, NodeId wanted) { return digest.first < wanted; });
    return found == m_digests.end() || found->first != node ? nullptr : &found->second;
}

Result<FileDigests> digestFiles(const ImageSource &source, const Inventory &inventory, int jobs, const CancelToken &cancel,
                                Progress &progress)
{
    const Image &image = inventory.image;
    std::atomic<int> next {0};
    std::mutex mutex;  // guards the two below
    FileDigests digests;
    std::optional<Error> failed;
    progress.stage = Stage::ReadingLayers;
    progress.bytesDone = 0;
    progress.layersDone = 0;
    const auto work = [&] {
        for (int layer = next++; layer < static_cast<int>(image.layers.size()) && !cancel.isCancelled(); layer = next++) {
            if (!inventory.readings[static_cast<size_t>(layer)].complete)
                continue;
            const auto bytes = source.streamLayer(image, layer, cancel);
            DigestVisitor visitor(*inventory.tree, layer, cancel);
            const LayerSummary summary = bytes ? readLayer(**bytes, visitor, {}, cancel, &progress) : LayerSummary();
            ++progress.layersDone;
            const std::lock_guard lock(mutex);
            if (visitor.tooSparse)
                failed = Error {ErrorKind::LimitExceeded, image.reference, QStringLiteral("sparse file"), layer, {}, -1, -1};
            else if (!bytes || !summary.complete)
                failed = bytes ? summary.error : bytes.error();
            digests.m_digests.insert(digests.m_digests.end(), visitor.digests.begin(), visitor.digests.end());
        }
    };
    const int wanted = jobs > 0 ? jobs : QThread::idealThreadCount();
    const int count = std::clamp(wanted, 1, std::max(1, static_cast<int>(image.layers.size())));
    std::vector<std::thread> threads;
    for (int i = 1; i < count; ++i)
        threads.emplace_back(work);
    work();
    for (std::thread &thread : threads)
        thread.join();
    if (cancel.isCancelled())
        return fail(ErrorKind::Io, image.reference, QStringLiteral("cancelled"));
    if (failed)
        return fail(std::move(*failed));
    // A path that one layer writes twice has two records; the last one is what stands.
    auto &all = digests.m_digests;
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    const auto first = std::unique(all.rbegin(), all.rend(), [](const auto &a, const auto &b) { return a.first == b.first; });
    all.erase(all.begin(), first.base());
    return digests;
}

}  // namespace waybill
