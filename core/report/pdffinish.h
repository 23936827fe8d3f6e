// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/pagewriter.h"

#include <QDateTime>

namespace waybill {

/// What the page painter cannot write: structure of the finished file.
struct PdfFinish {
    QString title;
    QString author;
    QString language;  ///< BCP 47
    QDateTime time;
    std::vector<Bookmark> bookmarks;
    QRectF signaturePanel;  ///< on page one, report units, y downwards
    QByteArray review;      ///< JSON, embedded as associated file
    QString reviewDescription;
};

/// Bookmarks, language, document facts, PDF/A-3 marking and the embedded review. Same input, same bytes.
Result<QByteArray> finishPdf(const QByteArray &pdf, const PdfFinish &finish);

}  // namespace waybill
