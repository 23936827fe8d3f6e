// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace waybill {

/// What a running job is doing now.
enum class Stage : quint8 {
    Idle,
    Opening,
    ReadingLayers,
    JoiningResults,
    ApplyingPolicy,
    WritingReport,
    Signing,
    Saving,
    WritingImage
};

/// Counters that a job advances and a view polls (ten times a second is enough).
/// Owned by whoever started the job; must outlive it. All members may be touched by any thread.
struct Progress {
    std::atomic<Stage> stage {Stage::Idle};
    std::atomic<qint64> bytesDone {0};   ///< stored (compressed) bytes read so far
    std::atomic<qint64> bytesTotal {0};  ///< stored bytes to read; 0 = not known yet
    std::atomic<qint64> unpackedBytes {0};
    std::atomic<qint64> entriesDone {0};
    std::atomic<int> layersDone {0};
    std::atomic<int> layersTotal {0};
};

}  // namespace waybill
