// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsonreport.h"

#include <QJsonArray>

namespace waybill::json {

inline constexpr int schemaVersion = 1;

/// A new document of a kind: "inspect", "check", "review", "error".
QJsonObject document(const QString &kind);
QJsonValue time(const QDateTime &time);  ///< ISO 8601 UTC or null
/// "path", and "pathBytes" in base64 when the bytes are not what is shown.
void putPath(QJsonObject &object, const std::string &path);
QJsonObject image(const Inventory &inventory);
QJsonArray layers(const Inventory &inventory);
QJsonArray components(const Inventory &inventory);
QJsonArray notes(const Inventory &inventory);
/// One file with its layer (from 1), the layer that hides it, and its size.
QJsonObject file(const TreeNode &node, const std::string &path);

}  // namespace waybill::json
