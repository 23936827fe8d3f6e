// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/inventory.h"

#include <QDataStream>

#include <cstring>
#include <type_traits>

namespace waybill {

/// Stream operators of the facts, used by InventoryCodec only. Reading sets the stream's status when a count cannot be true.
QDataStream &operator<<(QDataStream &stream, const Image &image);
QDataStream &operator>>(QDataStream &stream, Image &image);
QDataStream &operator<<(QDataStream &stream, const SbomClaim &claim);
QDataStream &operator>>(QDataStream &stream, SbomClaim &claim);
QDataStream &operator<<(QDataStream &stream, const TrustFacts &facts);
QDataStream &operator>>(QDataStream &stream, TrustFacts &facts);
QDataStream &operator<<(QDataStream &stream, const BaseImage &base);
QDataStream &operator>>(QDataStream &stream, BaseImage &base);
QDataStream &operator<<(QDataStream &stream, const LayerReading &reading);
QDataStream &operator>>(QDataStream &stream, LayerReading &reading);
QDataStream &operator<<(QDataStream &stream, const ImageNote &note);
QDataStream &operator>>(QDataStream &stream, ImageNote &note);
QDataStream &operator<<(QDataStream &stream, const Component &component);
QDataStream &operator>>(QDataStream &stream, Component &component);
QDataStream &operator<<(QDataStream &stream, const BinaryFile &file);
QDataStream &operator>>(QDataStream &stream, BinaryFile &file);
QDataStream &operator<<(QDataStream &stream, const LicenceEvidence &evidence);
QDataStream &operator>>(QDataStream &stream, LicenceEvidence &evidence);
QDataStream &operator<<(QDataStream &stream, const Judgement &judgement);
QDataStream &operator>>(QDataStream &stream, Judgement &judgement);

inline QDataStream &operator<<(QDataStream &stream, const std::string &text)
{
    return stream << QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

inline QDataStream &operator>>(QDataStream &stream, std::string &text)
{
    QByteArray bytes;
    stream >> bytes;
    text = bytes.toStdString();
    return stream;
}

template <typename T>
void writeList(QDataStream &stream, const std::vector<T> &list)
{
    stream << static_cast<quint32>(list.size());
    for (const T &item : list)
        stream << item;
}

template <typename T>
void readList(QDataStream &stream, std::vector<T> &list)
{
    quint32 count = 0;
    stream >> count;
    list.clear();
    // Elements are read one by one, so a wrong count ends with the bytes and reserves nothing in advance.
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        T item {};
        stream >> item;
        list.push_back(std::move(item));
    }
}

/// Plain numbers in one block, little-endian as every platform that we build for.
template <typename T>
void writeBlock(QDataStream &stream, const std::vector<T> &list)
{
    static_assert(std::is_trivially_copyable_v<T>);
    stream << QByteArray::fromRawData(reinterpret_cast<const char *>(list.data()),
                                      static_cast<qsizetype>(list.size() * sizeof(T)));
}

template <typename T>
void readBlock(QDataStream &stream, std::vector<T> &list)
{
    static_assert(std::is_trivially_copyable_v<T>);
    QByteArray bytes;
    stream >> bytes;
    if (static_cast<size_t>(bytes.size()) % sizeof(T) != 0) {
        stream.setStatus(QDataStream::ReadCorruptData);
        return;
    }
    list.resize(static_cast<size_t>(bytes.size()) / sizeof(T));
    if (!list.empty())
        memcpy(static_cast<void *>(list.data()), bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// An enumeration within its range.
template <typename Enum>
void readEnum(QDataStream &stream, Enum &value, int count)
{
    quint8 number = 0;
    stream >> number;
    if (number >= count)
        stream.setStatus(QDataStream::ReadCorruptData);
    else
        value = static_cast<Enum>(number);
}

}  // namespace waybill
