// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/signature.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <array>
#include <vector>

namespace waybill {

/// A signature dictionary of a PDF as it stands in the file.
struct SignatureObject {
    QPDFObjectHandle dictionary;
    bool inField = false;   ///< a form field refers to it; viewers show only these
    bool hasRange = false;  ///< /ByteRange is four integers
    std::array<qint64, 4> range {};
    std::string contents;  ///< /Contents as the document says
    QString subFilter;
    QDateTime claimedTime;  ///< /M
    int docMdp = 0;         ///< permission of a certifying signature, 0 = none

    qint64 end() const { return range[2] + range[3]; }
};

/// Every signature dictionary, earliest revision first; also those that no field refers to.
std::vector<SignatureObject> findSignatures(QPDF &pdf);

/// Time of a PDF date string ("D:20260304143100+01'00'"), UTC; invalid when it is none.
QDateTime parsePdfDate(const QByteArray &text);

/// Fills the image facts from the embedded review, when there is one of ours.
void readEmbeddedReview(QPDF &pdf, PdfVerification &result);

}  // namespace waybill
