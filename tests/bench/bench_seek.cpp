// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_seek LAYER: how long the first 4 MB of the last large file of a stored layer take, as the file viewer reads them: the
// first time, again, and then files all over the layer in a seeded order.

#include "core/archive/layerfiles.h"
#include "core/archive/layerreader.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace waybill;

namespace {

constexpr qint64 window = 4 * 1024 * 1024;

class LargeFiles final : public EntryVisitor
{
public:
    bool visit(const Entry &entry, EntryContent &) override
    {
        if (entry.kind == EntryKind::File && entry.size >= window)
            m_paths.push_back(entry.path);
        return true;
    }
    const std::vector<std::string> &paths() const { return m_paths; }

private:
    std::vector<std::string> m_paths;
};

/// Milliseconds, or -1 when it could not be read.
double millisecondsFor(LayerFiles &files, const std::string &path)
{
    QElapsedTimer timer;
    timer.start();
    const auto bytes = files.read(path, 0, window);
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return bytes && bytes->size() == window ? took : -1;
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: bench_seek LAYER\n", stderr);
        return 2;
    }
    const auto stored = openFile(QFile::decodeName(argv[1]));
    if (!stored) {
        std::fprintf(stderr, "%s: %s\n", argv[1], qPrintable(stored.error().cause));
        return 3;
    }
    LargeFiles large;
    const LayerSummary summary = readLayer(**stored, large, {}, {}, nullptr);
    if (!summary.complete || large.paths().empty()) {
        std::fprintf(stderr, "%s: cannot be read, or has no file of 4 MB\n", argv[1]);
        return 3;
    }
    LayerFiles files(*stored, LayerFiles::Duplicates::FirstMatch);
    const std::string &last = large.paths().back();
    std::printf("%lld MB of tar, last large file: %s\n", static_cast<long long>(summary.unpackedBytes / 1'000'000), last.c_str());
    std::printf("first time   %8.1f ms\n", millisecondsFor(files, last));
    std::printf("second time  %8.1f ms\n", millisecondsFor(files, last));
    std::vector<double> all;
    std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): the same order in every run
    for (int i = 0; i < 50; ++i)
        all.push_back(millisecondsFor(files, large.paths()[random() % large.paths().size()]));
    std::sort(all.begin(), all.end());
    std::printf("50 anywhere  %8.1f ms median, %.1f ms at most\n", all[all.size() / 2], all.back());
    return all.front() < 0 ? 3 : 0;
}
