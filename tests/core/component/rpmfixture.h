// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace waybill::test {

/// A header blob as rpm stores it, from a few values; `padding` bytes of a description make it long. `digests`: hashes of the
/// files in hex, and `flags` what rpm says of them (1: configuration); both as many as files, or none.
QByteArray rpmHeader(const QByteArray &name, const QByteArray &version, const QByteArray &release, const QStringList &files = {},
                     int padding = 0, const QStringList &digests = {}, const QList<quint32> &flags = {});

/// Databases that hold these blobs, each in the format of one backend.
QByteArray rpmNdb(const QList<QByteArray> &blobs);
QByteArray rpmBerkeley(const QList<QByteArray> &blobs, bool bigEndian);
/// Written by SQLite itself in `folder`.
QByteArray rpmSqlite(const QList<QByteArray> &blobs, const QString &folder);

}  // namespace waybill::test
