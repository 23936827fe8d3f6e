// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <deque>
#include <vector>

namespace waybill {

/// MD5 (RFC 1321) of many files at once. One MD5 waits for itself most of the time, so eight of them go side by side through the
/// vector unit; that takes a quarter of the time of one after the other. Only to compare with what dpkg records. One thread.
class Md5Lanes
{
public:
    static constexpr size_t lanes = 8;
    /// Larger files are better hashed piece by piece: at most `lanes` contents are held between two calls.
    static constexpr qint64 contentMost = 4 << 20;

    /// Takes the content of a file; `id` comes back with its hash. Contents wait until all lanes are filled.
    void add(size_t id, QByteArray content);
    struct Sum {
        size_t id = 0;
        QByteArray digest;  ///< 16 bytes
    };
    /// Finishes everything that was added and hands it out, in no promised order.
    std::vector<Sum> take();

private:
    struct Lane {
        bool busy = false;
        size_t id = 0;
        QByteArray content;
        qsizetype offset = 0;                    ///< of the next block in content
        qsizetype whole = 0;                     ///< bytes of content in whole blocks
        std::array<unsigned char, 128> tail {};  ///< what is left of content, padding and length
        size_t tailOffset = 0, tailSize = 0;
    };
    void fill(Lane &lane, size_t index);
    void run(bool toTheEnd);
    void step();

    std::deque<std::pair<size_t, QByteArray>> m_waiting;
    std::array<Lane, lanes> m_lanes;
    std::array<std::array<quint32, lanes>, 4> m_state {};  ///< word by word, so that lanes are neighbours
    std::vector<Sum> m_done;
};

}  // namespace waybill
