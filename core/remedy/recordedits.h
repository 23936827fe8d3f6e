// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

#include <functional>
#include <string>
#include <string_view>

namespace waybill {

/// True for a path (no leading slash) that leaves the image.
using IsRemovedPath = std::function<bool(const std::string &)>;

/// dpkg's status file without the paragraphs of packages in `gone` ("name version"). Other bytes stay as they are.
QByteArray statusWithout(const QByteArray &status, const QSet<QByteArray> &gone);
/// A dpkg .list (one path per line) or .md5sums ("sum  path") without the lines of removed files.
QByteArray fileListWithout(const QByteArray &list, const IsRemovedPath &isRemoved);
/// A Python RECORD (PEP 376: CSV, paths relative to `folder`) without the lines of removed files.
QByteArray recordWithout(const QByteArray &record, const std::string &folder, const IsRemovedPath &isRemoved);

}  // namespace waybill
