// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>

namespace waybill::test {

/// A PDF of one page with a text field "amount" and a check box "agree", written by hand.
QByteArray formPdf();

/// An object as an update writes it: number and body.
using PdfObjects = std::map<int, QByteArray>;

/// Appends an update with a cross-reference table, as an editor does. `listed` false leaves the objects out of it; `root`
/// names another catalog.
QByteArray withUpdate(const QByteArray &pdf, const PdfObjects &objects, bool listed = true, int root = 0);

/// Number of the last object whose body holds `mark`, 0 when there is none.
int numberOf(const QByteArray &pdf, const QByteArray &mark);
/// Body of the newest object with this number.
QByteArray bodyOf(const QByteArray &pdf, int number);
/// A content or form stream with these bytes.
QByteArray streamBody(const QByteArray &content, const QByteArray &entries = {});

}  // namespace waybill::test
