// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/der.h"

namespace waybill {

namespace {

constexpr int deepest = 64;

std::optional<DerItem> readItem(QByteArrayView bytes, int depth);

/// The number of octets of an indefinite content, its end mark not counted; -1 when it never ends.
qsizetype indefiniteSize(QByteArrayView bytes, int depth)
{
    qsizetype at = 0;
    while (at + 2 <= bytes.size()) {
        if (bytes[at] == 0 && bytes[at + 1] == 0)
            return at;
        const std::optional<DerItem> item = readItem(bytes.sliced(at), depth + 1);
        if (!item)
            return -1;
        at += item->whole.size();
    }
    return -1;
}

std::optional<DerItem> readItem(QByteArrayView bytes, int depth)
{
    if (bytes.size() < 2 || depth > deepest)
        return {};
    DerItem item;
    item.tag = static_cast<quint8>(bytes[0]);
    if ((item.tag & 0x1F) == 0x1F)
        return {};
    const auto first = static_cast<quint8>(bytes[1]);
    qsizetype header = 2;
    qsizetype length = first;
    if (first == 0x80) {
        item.indefinite = true;
        length = item.isConstructed() ? indefiniteSize(bytes.sliced(2), depth) : -1;
    } else if (first > 0x80) {
        const int octets = first & 0x7F;
        if (octets > 4 || bytes.size() < 2 + octets)
            return {};
        length = 0;
        for (int i = 0; i < octets; ++i)
            length = (length << 8) | static_cast<quint8>(bytes[2 + i]);
        header += octets;
    }
    const qsizetype end = item.indefinite ? 2 : 0;
    if (length < 0 || length > bytes.size() - header - end)
        return {};
    item.content = bytes.sliced(header, length);
    item.whole = bytes.first(header + length + end);
    return item;
}

qsizetype shortestHeader(qsizetype length)
{
    qsizetype header = 2;
    if (length >= 0x80) {
        for (; length > 0; length >>= 8)
            ++header;
    }
    return header;
}

}  // namespace

std::optional<std::vector<DerItem>> DerItem::children() const
{
    std::vector<DerItem> out;
    if (!isConstructed())
        return {};
    for (QByteArrayView rest = content; !rest.isEmpty();) {
        const std::optional<DerItem> item = readItem(rest, 0);
        if (!item)
            return {};
        out.push_back(*item);
        rest = rest.sliced(item->whole.size());
    }
    return out;
}

qint64 DerItem::smallInteger() const
{
    if (tag != der::integer || content.isEmpty() || content.size() > 7 || content[0] < 0)
        return -1;
    qint64 value = 0;
    for (char octet : content)
        value = (value << 8) | static_cast<quint8>(octet);
    return value;
}

std::optional<DerItem> der::first(QByteArrayView bytes)
{
    return readItem(bytes, 0);
}

bool der::isCanonical(const DerItem &item, int depth)
{
    if (item.indefinite || depth > deepest || item.whole.size() - item.content.size() != shortestHeader(item.content.size()))
        return false;
    if (item.tag == integer && item.content.size() > 1) {
        const bool needlessZero = item.content[0] == 0 && item.content[1] >= 0;
        const bool needlessOnes = item.content[0] == '\xFF' && item.content[1] < 0;
        return !needlessZero && !needlessOnes;
    }
    if (item.tag == null)
        return item.content.isEmpty();
    if (!item.isConstructed())
        return true;
    const auto inner = item.children();
    if (!inner)
        return false;
    for (const DerItem &child : *inner) {
        if (!isCanonical(child, depth + 1))
            return false;
    }
    return true;
}

}  // namespace waybill
