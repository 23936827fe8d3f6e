// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <thread>

namespace waybill {

/// Calls work(from, to) for the two halves of [0, count) on two threads, or once when `count` is below `worth` and a thread
/// would cost more than it saves. Returns when both are done. The halves must not write to the same place.
template <typename Work>
void inHalves(size_t count, size_t worth, const Work &work)
{
    if (count < worth) {
        work(size_t(0), count);
        return;
    }
    std::thread half([&] { work(size_t(0), count / 2); });
    work(count / 2, count);
    half.join();
}

}  // namespace waybill
