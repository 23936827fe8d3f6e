// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace waybill {

/// One element of a BER or DER encoding (X.690), as views into bytes that somebody else owns. Plain value, any thread.
struct DerItem {
    quint8 tag = 0;  ///< identifier octet; tags above 30 are not read
    QByteArrayView whole;
    QByteArrayView content;
    bool indefinite = false;  ///< ended by two zero octets instead of a length

    bool isConstructed() const { return tag & 0x20; }
    /// The elements inside a constructed one. Nothing when they do not fill it exactly.
    std::optional<std::vector<DerItem>> children() const;
    /// The value of a small non-negative INTEGER (at most 7 octets), else -1.
    qint64 smallInteger() const;
};

namespace der {

constexpr quint8 integer = 0x02, bitString = 0x03, octetString = 0x04, null = 0x05, objectId = 0x06, sequence = 0x30, set = 0x31;

/// The element at the start of `bytes`; nothing when it is cut, nested deeper than 64 or carries a tag above 30.
std::optional<DerItem> first(QByteArrayView bytes);

/// True when every length below `item` is definite and as short as it can be, and no INTEGER has needless octets.
bool isCanonical(const DerItem &item, int depth = 0);

}  // namespace der
}  // namespace waybill
