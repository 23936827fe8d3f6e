// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/md5lanes.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

// One build for processors with wider vectors, one for all; the loader chooses. Sanitizers do not get along with that.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)                            \
    && !defined(__SANITIZE_THREAD__)
#define WAYBILL_VECTOR_CLONES __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define WAYBILL_VECTOR_CLONES
#endif

namespace waybill {

namespace {

constexpr qsizetype blockSize = 64;
constexpr std::array<quint32, 4> start {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};

// RFC 1321, 3.4: amounts of rotation, and the integer part of 2^32 times abs(sin(i)).
constexpr std::array<std::array<int, 4>, 4> rotations {{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};
constexpr std::array<quint32, 64> sines {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af,
    0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa,
    0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8,
    0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97,
    0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1,
    0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};

using Vector = quint32 __attribute__((vector_size(Md5Lanes::lanes * sizeof(quint32))));

/// One block of every lane. The four rounds of RFC 1321, 3.4, on vectors.
WAYBILL_VECTOR_CLONES void compress(std::array<std::array<quint32, Md5Lanes::lanes>, 4> &state,
                                    const std::array<const unsigned char *, Md5Lanes::lanes> &blocks)
{
    std::array<Vector, 16> words;
    for (size_t word = 0; word < words.size(); ++word) {
        for (size_t lane = 0; lane < Md5Lanes::lanes; ++lane)
            words[word][lane] = qFromLittleEndian<quint32>(blocks[lane] + word * sizeof(quint32));
    }
    std::array<Vector, 4> before;
    std::memcpy(before.data(), state.data(), sizeof before);
    Vector a = before[0], b = before[1], c = before[2], d = before[3];
#pragma GCC unroll 64
    for (size_t i = 0; i < 64; ++i) {
        const size_t round = i / 16;
        const Vector mixed = round == 0 ? ((c ^ d) & b) ^ d
            : round == 1                ? ((b ^ c) & d) ^ c
            : round == 2                ? b ^ c ^ d
                                        : c ^ (b | ~d);
        const size_t word = round == 0 ? i : round == 1 ? (5 * i + 1) % 16 : round == 2 ? (3 * i + 5) % 16 : (7 * i) % 16;
        const int amount = rotations[round][i % 4];
        const Vector sum = a + mixed + words[word] + sines[i];
        a = d;
        d = c;
        c = b;
        b = b + ((sum << amount) | (sum >> (32 - amount)));
    }
    before[0] += a;
    before[1] += b;
    before[2] += c;
    before[3] += d;
    std::memcpy(state.data(), before.data(), sizeof before);
}

}  // namespace

void Md5Lanes::fill(Lane &lane, size_t index)
{
    lane.busy = true;
    lane.id = m_waiting.front().first;
    lane.content = std::move(m_waiting.front().second);
    m_waiting.pop_front();
    lane.offset = 0;
    lane.whole = lane.content.size() / blockSize * blockSize;
    const auto rest = static_cast<size_t>(lane.content.size() - lane.whole);
    lane.tail.fill(0);
    std::memcpy(lane.tail.data(), lane.content.constData() + lane.whole, rest);
    lane.tail[rest] = 0x80;
    lane.tailOffset = 0;
    lane.tailSize = rest + 9 > 64 ? 128 : 64;
    qToLittleEndian<quint64>(static_cast<quint64>(lane.content.size()) * 8, lane.tail.data() + lane.tailSize - 8);
    for (size_t word = 0; word < start.size(); ++word)
        m_state[word][index] = start[word];
}

void Md5Lanes::step()
{
    static constexpr std::array<unsigned char, 64> nothing {};
    std::array<const unsigned char *, lanes> blocks;
    for (size_t i = 0; i < lanes; ++i) {
        Lane &lane = m_lanes[i];
        if (!lane.busy) {
            blocks[i] = nothing.data();
        } else if (lane.offset < lane.whole) {
            blocks[i] = reinterpret_cast<const unsigned char *>(lane.content.constData()) + lane.offset;
            lane.offset += blockSize;
        } else {
            blocks[i] = lane.tail.data() + lane.tailOffset;
            lane.tailOffset += 64;
        }
    }
    compress(m_state, blocks);
    for (size_t i = 0; i < lanes; ++i) {
        Lane &lane = m_lanes[i];
        if (!lane.busy || lane.tailOffset < lane.tailSize)
            continue;
        QByteArray digest(16, Qt::Uninitialized);
        for (size_t word = 0; word < start.size(); ++word)
            qToLittleEndian(m_state[word][i], digest.data() + word * sizeof(quint32));
        m_done.push_back({lane.id, std::move(digest)});
        lane.busy = false;
        lane.content = {};
    }
}

void Md5Lanes::run(bool toTheEnd)
{
    while (true) {
        bool any = false;
        bool all = true;
        for (size_t i = 0; i < lanes; ++i) {
            if (!m_lanes[i].busy && !m_waiting.empty())
                fill(m_lanes[i], i);
            any = any || m_lanes[i].busy;
            all = all && m_lanes[i].busy;
        }
        if (!any || (!all && !toTheEnd))
            return;
        step();
    }
}

void Md5Lanes::add(size_t id, QByteArray content)
{
    m_waiting.emplace_back(id, std::move(content));
    run(false);
}

std::vector<Md5Lanes::Sum> Md5Lanes::take()
{
    run(true);
    return std::exchange(m_done, {});
}

}  // namespace waybill
