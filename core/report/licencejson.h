// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/fileterms.h"

#include <QJsonArray>
#include <QJsonObject>

namespace waybill {

/// One answer of `waybill licence`: about a file (resources/schema/licence.schema.json, $defs/file).
QJsonObject fileTermsJson(const QString &path, const FileTerms &terms, const LicenceCatalog &catalog);
/// The same for a file that could not be read.
QJsonObject unreadableFileJson(const QString &path, const Error &error);

/// One answer about an expression ($defs/expression): its normal form and class, or what is wrong with it and where.
QJsonObject expressionJson(const QString &text, const LicenceCatalog &catalog);

/// The document around the answers; `member` is "files" or "expressions".
QJsonObject licenceDocument(const QString &member, const QJsonArray &answers);

}  // namespace waybill
