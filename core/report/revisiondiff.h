// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/signature.h"

#include <QByteArrayView>
#include <QStringList>

namespace waybill {

/// What a signature allows to happen after it (ISO 32000-2, 12.8.2.2 and 12.8.2.4).
struct UpdateRules {
    int permission = 0;  ///< of DocMDP: 1, 2 or 3; 0 = none stated, which lets forms be filled and signatures be added
    bool certified = false;
    /// Of FieldMDP: the fields that must keep their values.
    enum class Lock : quint8 { None, All, Listed, AllButListed } lock = Lock::None;
    QStringList fields;

    bool locks(const QString &fullName) const;
};

/// Compares the signed revision of a PDF with the whole file. The notes say what the later updates did; one of kind
/// Forbidden means that the document is not the one that was signed. Never throws.
std::vector<UpdateNote> compareRevisions(QByteArrayView signedRevision, QByteArrayView wholeFile, const UpdateRules &rules);

/// Number of complete revisions in a file, and how many end at or before `offset`.
struct RevisionCount {
    int total = 0;
    int upTo = 0;
};
RevisionCount countRevisions(QByteArrayView file, qint64 offset);

}  // namespace waybill
