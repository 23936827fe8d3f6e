// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zipstream.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace waybill;
using waybill::test::require;

namespace {

/// Wants every second member and counts what comes.
class Counter final : public ZipVisitor
{
public:
    bool wants(const ZipMember &) override
    {
        require(!m_open, "one member after the other");
        m_open = ++m_members % 2 == 1;
        return m_open;
    }
    bool content(std::span<const char> piece) override
    {
        require(m_open && !piece.empty(), "content belongs to a wanted member");
        m_bytes += static_cast<qint64>(piece.size());
        return true;
    }
    void memberEnds(bool) override
    {
        require(m_open, "only what began ends");
        m_open = false;
    }
    void listed(std::string_view) override { }
    qint64 m_bytes = 0;

private:
    int m_members = 0;
    bool m_open = false;
};

}  // namespace

/// Zip archives in pieces of every size: bounded, and the same whatever the pieces are.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qint64 ceiling = 8 << 20;
    qint64 first = -1;
    for (const size_t pieceSize : {size_t(1) << 20, size_t(61)}) {
        Counter counter;
        ZipBudget budget {ceiling, 1000};
        ZipStream stream(counter, budget);
        for (size_t at = 0; at < size; at += pieceSize) {
            if (!stream.feed({reinterpret_cast<const char *>(data) + at, std::min(pieceSize, size - at)}))
                break;
        }
        require(counter.m_bytes <= ceiling, "within the budget");
        require(first < 0 || first == counter.m_bytes, "pieces change nothing");
        first = counter.m_bytes;
    }
    return 0;
}
