// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/revisiondiff.h"
#include "core/report/signature.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <array>
#include <vector>

namespace waybill {

/// A signature dictionary of a PDF as it stands in the file.
struct SignatureObject {
    QPDFObjectHandle dictionary;
    bool inField = false;   ///< a form field or a widget on a page refers to it; viewers show only these
    QString fieldName;      ///< full name of that field
    bool hasRange = false;  ///< /ByteRange is four integers
    std::array<qint64, 4> range {};
    std::string contents;                   ///< /Contents as the document says
    std::vector<std::string> certificates;  ///< /Cert, only adbe.x509.rsa_sha1 uses it
    QString subFilter;
    QDateTime claimedTime;  ///< /M
    QString statedName, reason, place;
    UpdateRules rules;  ///< what may follow this signature

    qint64 end() const { return range[2] + range[3]; }
};

/// Every signature dictionary, earliest revision first; also those that no field refers to. Usage rights (/Perms /UR3) are
/// no signatures of the document and left out.
std::vector<SignatureObject> findSignatures(QPDF &pdf);

/// Time of a PDF date string ("D:20260304143100+01'00'"), UTC; invalid when it is none.
QDateTime parsePdfDate(const QByteArray &text);

/// Fills the image facts from the embedded review, when there is one of ours.
void readEmbeddedReview(QPDF &pdf, PdfVerification &result);

}  // namespace waybill
