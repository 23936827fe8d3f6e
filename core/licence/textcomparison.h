// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace waybill {

/// How a run of words stands between a text and its reference.
enum class Difference : quint8 {
    Same,
    Varies,  ///< differs where every copy does: names, years, addresses
    Added,   ///< in the text alone
    Missing  ///< in the reference alone
};

struct ComparedPart {
    Difference difference = Difference::Same;
    QString text;  ///< words parted by blanks; "\n\n" where the text begins a new paragraph
    bool operator==(const ComparedPart &) const = default;
};

/// The words of a text beside those of its reference, in order. By the SPDX matching guidelines case, blanks, punctuation,
/// comment marks, list markers, spelling variants and copyright lines are no differences. Any bytes are accepted, UTF-16 and
/// UTF-32 too; texts that have more than a few thousand words of difference are told as wholly different. Any thread.
std::vector<ComparedPart> compareWithReference(QByteArrayView text, QByteArrayView reference);

/// The reference text of an SPDX id from the index that is installed with the program. Fails with NotFound for ids without one.
Result<QByteArray> storedReference(const QString &id);

}  // namespace waybill
