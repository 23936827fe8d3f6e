// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace waybill {

/// Compares the signed revision of a PDF with the whole file. Empty when the later updates only add what ISO 32000-2 lets
/// follow a signature (validation data, document timestamps and, unless `docMdp` is 1, further signatures); else a technical
/// word on what else changed. Never throws.
QString forbiddenUpdate(QByteArrayView signedRevision, QByteArrayView wholeFile, int docMdp);

}  // namespace waybill
