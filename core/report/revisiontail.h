// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <qpdf/QPDF.hh>

namespace waybill {

/// True when the bytes behind the signed revision are an update of their own: a cross-reference section among them and an
/// end mark. Loose bytes would leave the document as it was, yet nobody signed them.
bool endsWithRevision(QByteArrayView tail, qint64 signedSize);

/// Number of an object of `before` that is written once more in the tail although the cross-reference table of `now` does
/// not point there: readers that repair files would take it. 0 when there is none.
int hiddenRedefinition(QPDF &before, QPDF &now, qint64 signedSize, QByteArrayView tail);

}  // namespace waybill
