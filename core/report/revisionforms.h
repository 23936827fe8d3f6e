// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <set>
#include <string>

namespace waybill {

using Keys = std::set<std::string>;

/// The entry is the same in both dictionaries: numbers by value, references by number.
bool sameEntry(QPDFObjectHandle old, QPDFObjectHandle current, const std::string &key);

/// Both dictionaries have the same entries, but for those in `free`.
bool sameButFor(QPDFObjectHandle old, QPDFObjectHandle current, const Keys &free);

/// Same value; streams also have the same packed data.
bool sameObject(QPDFObjectHandle old, QPDFObjectHandle current);

/// Everything in `old` is in `current` with the same value; more may be there. Looks two levels deep (/DR).
bool onlyAdds(QPDFObjectHandle old, QPDFObjectHandle current);

/// What an item of /Fields, /Kids or /Annots is when the signed revision does not have it.
enum class NewField : quint8 { Signature, Timestamp, Empty, Other };
/// `visible` is set when it could cover something on its page.
NewField classifyNewField(QPDFObjectHandle field, bool &visible);

/// True for an annotation that adds a remark without hiding what lies below it.
bool isHarmlessRemark(QPDFObjectHandle annotation);

/// False when the letters of a text field's appearance are plainly not those of its value. Fields that format their value,
/// and appearances in encodings of their own, cannot be compared and count as true.
bool showsItsValue(QPDFObjectHandle field);

}  // namespace waybill
